// The recorded calls as a table that can be sorted and filtered. Holds the rows the store gave
// until they are read again.
#pragma once

#include <QAbstractTableModel>
#include <QCollatorSortKey>
#include <QSortFilterProxyModel>
#include <optional>
#include <vector>

#include "storage/store.h"

namespace sparring::ui {

class SessionTable : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { rep, scenario, date, turns, outcome, score, comments, columnCountInAll };

  using QAbstractTableModel::QAbstractTableModel;

  void setSessions(std::vector<SessionRow> sessions);
  const SessionRow& session(int row) const { return m_rows[static_cast<std::size_t>(row)].session; }

  // Whether a row stands before another by a column. Names by the rules of the reader's language.
  bool before(int row, int other, int column) const;
  // Whether every word stands somewhere in the row's names; both folded by folded().
  bool holds(int row, const QStringList& foldedWords) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  // A session with what sorting and searching ask of it thousands of times.
  struct Row {
    SessionRow session;
    QCollatorSortKey rep;
    QCollatorSortKey scenario;
    QCollatorSortKey outcome;
    QString searched;
  };

  QString textOf(const SessionRow& row, int column) const;

  std::vector<Row> m_rows;
};

// Without case and accents, as people search.
QString folded(const QString& text);

// The sessions that match, sorted; rows that are alike stay as they were.
class SessionFilterModel : public QSortFilterProxyModel {
  Q_OBJECT

 public:
  enum class State { all, finished, withComments };

  explicit SessionFilterModel(SessionTable& table, QObject* parent = nullptr);

  // Those that have every word of the text, of one person, in one state.
  void setFilter(const QString& text, const std::optional<Uuid>& person, State state);

  // The column that is sorted by has an arrow.
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  void sort(int column, Qt::SortOrder order) override;

 protected:
  bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
  bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

 private:
  const SessionTable& m_table;
  QStringList m_words;
  std::optional<Uuid> m_person;
  State m_state = State::all;
};

}  // namespace sparring::ui
