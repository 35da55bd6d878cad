#include "bridge/session_table.h"

#include <QCollator>
#include <QDateTime>
#include <QLocale>
#include <algorithm>

#include "bridge/text.h"
#include "widgets/theme.h"

namespace sparring::ui {
namespace {

bool isNumber(int column) {
  return column == SessionTable::turns || column == SessionTable::score ||
         column == SessionTable::comments;
}

QString outcomeText(const SessionRow& row) {
  return row.summary.over ? toQt(row.summary.outcomeTitle) : SessionTable::tr("Not finished");
}

}  // namespace

QString folded(const QString& text) {
  QString out;
  for (const QChar each : text.normalized(QString::NormalizationForm_KD)) {
    if (each.category() != QChar::Mark_NonSpacing) out += each.toCaseFolded();
  }
  return out;
}

void SessionTable::setSessions(std::vector<SessionRow> sessions) {
  // Where no language is set, plain bytes would be compared.
  const QLocale reader;
  QCollator collator(reader.language() == QLocale::C ? QLocale(QLocale::English) : reader);
  collator.setCaseSensitivity(Qt::CaseInsensitive);
  collator.setNumericMode(true);
  beginResetModel();
  m_rows.clear();
  m_rows.reserve(sessions.size());
  for (SessionRow& each : sessions) {
    const QStringList names{toQt(each.personName), toQt(each.header.scenarioTitle),
                            outcomeText(each)};
    m_rows.push_back({std::move(each), collator.sortKey(names[0]), collator.sortKey(names[1]),
                      collator.sortKey(names[2]), folded(names.join(u'\n'))});
  }
  endResetModel();
}

bool SessionTable::before(int row, int other, int column) const {
  const Row& left = m_rows[static_cast<std::size_t>(row)];
  const Row& right = m_rows[static_cast<std::size_t>(other)];
  switch (column) {
    case rep:
      return left.rep < right.rep;
    case scenario:
      return left.scenario < right.scenario;
    case turns:
      return left.session.summary.turns < right.session.summary.turns;
    case outcome:
      return left.outcome < right.outcome;
    case score:
      return left.session.summary.score < right.session.summary.score;
    case comments:
      return left.session.annotations < right.session.annotations;
    default:
      return left.session.header.startedAt < right.session.header.startedAt;
  }
}

bool SessionTable::holds(int row, const QStringList& foldedWords) const {
  const QString& searched = m_rows[static_cast<std::size_t>(row)].searched;
  return std::ranges::all_of(foldedWords,
                             [&](const QString& word) { return searched.contains(word); });
}

int SessionTable::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SessionTable::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : columnCountInAll;
}

QString SessionTable::textOf(const SessionRow& row, int column) const {
  switch (column) {
    case rep:
      return toQt(row.personName);
    case scenario:
      return toQt(row.header.scenarioTitle);
    case date: {
      const QDateTime at = QDateTime::fromMSecsSinceEpoch(row.header.startedAt.milliseconds);
      return tr("%1  %2").arg(QLocale().toString(at.date(), QLocale::ShortFormat),
                              at.time().toString(QStringLiteral("HH:mm")));
    }
    case turns:
      return QLocale().toString(row.summary.turns);
    case outcome:
      return outcomeText(row);
    case score:
      return row.summary.score < 0 ? tr("–") : QLocale().toString(row.summary.score);
    case comments:
      return row.annotations == 0 ? QString() : QLocale().toString(row.annotations);
    default:
      return {};
  }
}

QVariant SessionTable::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const SessionRow& row = session(index.row());
  const int column = index.column();
  switch (role) {
    case Qt::DisplayRole:
      return textOf(row, column);
    case Qt::ToolTipRole:
      return toolTipOf(textOf(row, column));
    case Qt::TextAlignmentRole:
      return QVariant(Qt::AlignVCenter | (isNumber(column) ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::ForegroundRole:
      return column == outcome && !row.summary.over ? QVariant(colors().mutedText) : QVariant();
    default:
      return {};
  }
}

QVariant SessionTable::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole) {
    return QVariant(Qt::AlignVCenter | (isNumber(section) ? Qt::AlignRight : Qt::AlignLeft));
  }
  // Words begin with A, numbers and dates with the greatest.
  if (role == Qt::InitialSortOrderRole) {
    return isNumber(section) || section == date ? Qt::DescendingOrder : Qt::AscendingOrder;
  }
  if (role != Qt::DisplayRole) return {};
  switch (section) {
    case rep:
      return tr("Rep");
    case scenario:
      return tr("Scenario");
    case date:
      return tr("Date");
    case turns:
      return tr("Turns");
    case outcome:
      return tr("Outcome");
    case score:
      return tr("Score");
    case comments:
      return tr("Comments");
    default:
      return {};
  }
}

SessionFilterModel::SessionFilterModel(SessionTable& table, QObject* parent)
    : QSortFilterProxyModel(parent), m_table(table) {
  setSourceModel(&table);
}

void SessionFilterModel::setFilter(const QString& text, const std::optional<Uuid>& person,
                                   State state) {
  m_words = folded(text).split(u' ', Qt::SkipEmptyParts);
  m_person = person;
  m_state = state;
  invalidateFilter();
}

QVariant SessionFilterModel::headerData(int section, Qt::Orientation orientation, int role) const {
  const QVariant data = QSortFilterProxyModel::headerData(section, orientation, role);
  if (role != Qt::DisplayRole || section != sortColumn()) return data;
  return data.toString() +
         (sortOrder() == Qt::AscendingOrder ? QStringLiteral(" ↑") : QStringLiteral(" ↓"));
}

void SessionFilterModel::sort(int column, Qt::SortOrder order) {
  QSortFilterProxyModel::sort(column, order);
  emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

bool SessionFilterModel::filterAcceptsRow(int row, const QModelIndex&) const {
  const SessionRow& session = m_table.session(row);
  if (m_person && session.header.person != *m_person) return false;
  if (m_state == State::finished && !session.summary.over) return false;
  if (m_state == State::withComments && session.annotations == 0) return false;
  return m_table.holds(row, m_words);
}

bool SessionFilterModel::lessThan(const QModelIndex& left, const QModelIndex& right) const {
  return m_table.before(left.row(), right.row(), left.column());
}

}  // namespace sparring::ui
