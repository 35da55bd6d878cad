// All recorded calls of everybody in one table: found by typing, sorted by any column, opened with
// Enter.
#pragma once

#include <QWidget>
#include <optional>

#include "bridge/session_table.h"
#include "bridge/workplace.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QTableView;

namespace sparring::ui {

class EmptyState;

class SessionsPage : public QWidget {
  Q_OBJECT

 public:
  explicit SessionsPage(QWidget* parent = nullptr);

  // Reads the calls anew. What was searched, sorted and selected stays.
  void show(const Workplace& workplace);
  void takeFocus();

 signals:
  void sessionChosen(const Uuid& id);
  void failed(const QString& sentence);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QWidget* makeFilters();
  void makeTable();
  void showPeople(const Workplace& workplace);
  void filter();
  bool filtered() const;
  void clearFilters();
  void showState();
  void openCurrent();
  void sortBy(int column);
  bool useTableKey(QKeyEvent* event);
  std::optional<Uuid> selected() const;
  void select(const std::optional<Uuid>& id);

  SessionTable m_sessions;
  SessionFilterModel m_shown;
  QLineEdit* m_words = nullptr;
  QComboBox* m_person = nullptr;
  QComboBox* m_state = nullptr;
  QLabel* m_count = nullptr;
  QWidget* m_filters = nullptr;
  QWidget* m_hints = nullptr;
  QStackedWidget* m_body = nullptr;
  QTableView* m_table = nullptr;
  EmptyState* m_none = nullptr;
  EmptyState* m_noMatch = nullptr;
};

}  // namespace sparring::ui
