#include "review/sessions_page.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QShortcut>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>
#include <limits>

#include "bridge/text.h"
#include "widgets/empty_state.h"
#include "widgets/icon.h"
#include "widgets/key_hint.h"
#include "widgets/theme.h"

namespace sparring::ui {
namespace {

// The whole row shows where the keyboard is, not one of its cells.
class WholeRows : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

 protected:
  void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
    QStyledItemDelegate::initStyleOption(option, index);
    option->state.setFlag(QStyle::State_HasFocus, false);
  }
};

constexpr int wordsWidth = 340;
constexpr int rowHeight = 38;

}  // namespace

SessionsPage::SessionsPage(QWidget* parent) : QWidget(parent), m_shown(m_sessions) {
  auto* page = new QVBoxLayout(this);
  page->setContentsMargins(space::page, space::page, space::page, space::large);
  page->setSpacing(space::large);
  page->addWidget(makeLabel(tr("Recorded calls"), TextRole::title, Ink::text, this));
  page->addWidget(makeFilters());
  makeTable();
  m_none =
      new EmptyState(Icon::review, tr("Recorded calls will appear here"),
                     tr("Every call that somebody practises is recorded, finished or not. Open "
                        "one to go through it turn by turn and to comment on its words."),
                     {}, this);
  m_noMatch = new EmptyState(Icon::search, tr("No call matches"),
                             tr("Try fewer or shorter words, or look at everybody's calls."),
                             tr("Clear the filters"), this);
  m_body = new QStackedWidget(this);
  for (QWidget* each : {static_cast<QWidget*>(m_table), static_cast<QWidget*>(m_noMatch),
                        static_cast<QWidget*>(m_none)}) {
    m_body->addWidget(each);
  }
  page->addWidget(m_body, 1);
  m_hints = new QWidget(this);
  auto* hints = new QHBoxLayout(m_hints);
  hints->setContentsMargins(0, 0, 0, 0);
  hints->setSpacing(space::large);
  hints->addWidget(new KeyHint(QStringLiteral("Enter"), tr("Open"), m_hints));
  hints->addWidget(new KeyHint(QStringLiteral("1–7"), tr("Sort by a column"), m_hints));
  hints->addWidget(new KeyHint(QStringLiteral("Ctrl+F"), tr("Find"), m_hints));
  hints->addWidget(new KeyHint(QStringLiteral("Esc"), tr("Clear the filters"), m_hints));
  hints->addStretch(1);
  page->addWidget(m_hints);

  auto* find = new QShortcut(QKeySequence::Find, this);
  find->setContext(Qt::WidgetWithChildrenShortcut);
  connect(find, &QShortcut::activated, this, [this] {
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
  });
  connect(m_noMatch, &EmptyState::actionTriggered, this, &SessionsPage::clearFilters);
}

QWidget* SessionsPage::makeFilters() {
  m_filters = new QWidget(this);
  auto* row = new QHBoxLayout(m_filters);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(space::medium);
  m_words = new QLineEdit(m_filters);
  m_words->setObjectName(QStringLiteral("find"));
  m_words->setAccessibleName(tr("Find calls"));
  m_words->setPlaceholderText(tr("Find by rep, scenario or outcome"));
  m_words->setClearButtonEnabled(true);
  m_words->addAction(themedIcon(Icon::search), QLineEdit::LeadingPosition);
  m_words->setFixedWidth(wordsWidth);
  m_words->installEventFilter(this);
  m_person = new QComboBox(m_filters);
  m_person->setObjectName(QStringLiteral("person"));
  m_person->setAccessibleName(tr("Whose calls"));
  m_person->setAccessibleDescription(m_person->accessibleName());  // The name heard is the choice.
  m_person->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  m_person->addItem(tr("Everyone"));
  m_state = new QComboBox(m_filters);
  m_state->setObjectName(QStringLiteral("state"));
  m_state->setAccessibleName(tr("Which calls"));
  m_state->setAccessibleDescription(m_state->accessibleName());
  m_state->addItem(tr("All calls"));
  m_state->addItem(tr("Finished"));
  m_state->addItem(tr("With comments"));
  m_count = makeLabel({}, TextRole::small, Ink::muted, m_filters);
  row->addWidget(m_words);
  row->addWidget(m_person);
  row->addWidget(m_state);
  row->addStretch(1);
  row->addWidget(m_count);
  connect(m_words, &QLineEdit::textChanged, this, &SessionsPage::filter);
  connect(m_person, &QComboBox::currentIndexChanged, this, &SessionsPage::filter);
  connect(m_state, &QComboBox::currentIndexChanged, this, &SessionsPage::filter);
  return m_filters;
}

void SessionsPage::makeTable() {
  m_table = new QTableView(this);
  m_table->setObjectName(QStringLiteral("sessions"));
  m_table->setAccessibleName(tr("Recorded calls"));
  m_table->setModel(&m_shown);
  m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_table->setSelectionMode(QAbstractItemView::SingleSelection);
  m_table->setTabKeyNavigation(false);
  m_table->setShowGrid(false);
  m_table->setWordWrap(false);
  m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  m_table->verticalHeader()->hide();
  m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  m_table->verticalHeader()->setDefaultSectionSize(rowHeight);
  m_table->setSortingEnabled(true);
  m_table->sortByColumn(SessionTable::date, Qt::DescendingOrder);
  m_table->setItemDelegate(new WholeRows(m_table));
  m_table->installEventFilter(this);
  QHeaderView* header = m_table->horizontalHeader();
  header->setMinimumSectionSize(64);
  // The arrow stands in the text, where it is nobody's neighbour.
  header->setStyleSheet(QStringLiteral(
      "QHeaderView::up-arrow, QHeaderView::down-arrow { image: none; width: 0; height: 0; }"));
  header->setSectionResizeMode(QHeaderView::Interactive);
  header->setSectionResizeMode(SessionTable::scenario, QHeaderView::Stretch);
  header->setSectionResizeMode(SessionTable::outcome, QHeaderView::Stretch);
  for (const auto& [column, width] : {std::pair{SessionTable::rep, 150},
                                      {SessionTable::date, 164},
                                      {SessionTable::turns, 84},
                                      {SessionTable::score, 84},
                                      {SessionTable::comments, 112}}) {
    header->resizeSection(column, width);
  }
  connect(m_table, &QTableView::doubleClicked, this, &SessionsPage::openCurrent);
}

void SessionsPage::show(const Workplace& workplace) {
  const std::optional<Uuid> before = selected();
  std::vector<SessionRow> rows;
  if (workplace.store) {
    Result<std::vector<SessionRow>> read =
        workplace.store->sessions({.most = std::numeric_limits<int>::max()});
    if (read) {
      rows = std::move(*read);
    } else {
      emit failed(sentenceOf(read.error()));
    }
  }
  m_sessions.setSessions(std::move(rows));
  showPeople(workplace);
  filter();
  select(before);
}

// Keeps who was chosen.
void SessionsPage::showPeople(const Workplace& workplace) {
  const QVariant chosen = m_person->currentData();
  const QSignalBlocker silent(m_person);
  while (m_person->count() > 1) m_person->removeItem(1);
  if (!workplace.store) return;
  if (const Result<std::vector<Person>> people = workplace.store->people()) {
    for (const Person& each : *people) m_person->addItem(toQt(each.name), toQt(each.id.toString()));
  }
  m_person->setCurrentIndex(chosen.isValid() ? std::max(0, m_person->findData(chosen)) : 0);
}

void SessionsPage::filter() {
  const std::optional<Uuid> before = selected();
  m_shown.setFilter(m_words->text(), Uuid::fromString(fromQt(m_person->currentData().toString())),
                    static_cast<SessionFilterModel::State>(m_state->currentIndex()));
  select(before);
  showState();
}

bool SessionsPage::filtered() const {
  return !m_words->text().isEmpty() || m_person->currentIndex() > 0 || m_state->currentIndex() > 0;
}

void SessionsPage::clearFilters() {
  m_words->clear();
  m_person->setCurrentIndex(0);
  m_state->setCurrentIndex(0);
  takeFocus();
}

void SessionsPage::showState() {
  const int all = m_sessions.rowCount();
  const int shown = m_shown.rowCount();
  m_filters->setVisible(all > 0);
  m_hints->setVisible(all > 0);
  m_body->setCurrentWidget(all == 0     ? static_cast<QWidget*>(m_none)
                           : shown == 0 ? static_cast<QWidget*>(m_noMatch)
                                        : static_cast<QWidget*>(m_table));
  const QLocale locale;
  m_count->setText(shown < all
                       ? tr("%1 of %2 calls").arg(locale.toString(shown), locale.toString(all))
                   : all == 1 ? tr("1 call")
                              : tr("%1 calls").arg(locale.toString(all)));
}

std::optional<Uuid> SessionsPage::selected() const {
  const QModelIndex index = m_shown.mapToSource(m_table->currentIndex());
  if (!index.isValid()) return std::nullopt;
  return m_sessions.session(index.row()).header.id;
}

// Where it is not in view, the first row.
void SessionsPage::select(const std::optional<Uuid>& id) {
  QModelIndex wanted = m_shown.index(0, 0);
  for (int row = 0; id && row < m_shown.rowCount(); ++row) {
    const QModelIndex index = m_shown.index(row, 0);
    if (m_sessions.session(m_shown.mapToSource(index).row()).header.id == *id) wanted = index;
  }
  m_table->setCurrentIndex(wanted);
  if (wanted.isValid()) m_table->scrollTo(wanted);
}

void SessionsPage::openCurrent() {
  if (const std::optional<Uuid> id = selected()) emit sessionChosen(*id);
}

// The same column again turns the order round.
void SessionsPage::sortBy(int column) {
  auto order =
      m_shown.headerData(column, Qt::Horizontal, Qt::InitialSortOrderRole).value<Qt::SortOrder>();
  if (m_shown.sortColumn() == column) {
    order = m_shown.sortOrder() == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
  }
  m_table->sortByColumn(column, order);
  m_table->scrollTo(m_table->currentIndex());
}

void SessionsPage::takeFocus() {
  if (m_body->currentWidget() == m_table) {
    m_table->setFocus(Qt::OtherFocusReason);
  } else if (m_body->currentWidget() == m_noMatch) {
    m_words->setFocus(Qt::OtherFocusReason);
  }
}

bool SessionsPage::useTableKey(QKeyEvent* event) {
  const int key = event->key();
  if (key == Qt::Key_Return || key == Qt::Key_Enter) {
    openCurrent();
    return true;
  }
  if (event->modifiers() == Qt::NoModifier && key >= Qt::Key_1 &&
      key < Qt::Key_1 + m_sessions.columnCount()) {
    sortBy(key - Qt::Key_1);
    return true;
  }
  return false;
}

bool SessionsPage::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
  auto* key = static_cast<QKeyEvent*>(event);
  if (watched == m_table) return useTableKey(key);
  // From the words to the rows that they leave.
  if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
    takeFocus();
    return true;
  }
  return QWidget::eventFilter(watched, event);
}

void SessionsPage::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape && filtered()) {
    clearFilters();
  } else {
    QWidget::keyPressEvent(event);
  }
}

}  // namespace sparring::ui
