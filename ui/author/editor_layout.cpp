// How the editor's page is laid out, and its keys.
#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include "author/editor_page.h"
#include "author/form.h"
#include "author/parts_model.h"
#include "author/problem_list.h"
#include "author/try_panel.h"
#include "widgets/banner.h"
#include "widgets/flow_layout.h"
#include "widgets/icon.h"
#include "widgets/key_hint.h"
#include "widgets/theme.h"

namespace sparring::ui {
namespace {

// Signs stand at the end of a row, so that the names begin below each other.
class PartDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

 protected:
  void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
    QStyledItemDelegate::initStyleOption(option, index);
    option->decorationPosition = QStyleOptionViewItem::Right;
    option->decorationSize = {16, 16};
  }
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    return {QStyledItemDelegate::sizeHint(option, index).width(), 30};
  }
};

QToolButton* makeTool(Icon icon, const QString& name, const QString& keys, QWidget* parent) {
  auto* button = new QToolButton(parent);
  button->setIcon(themedIcon(icon));
  button->setAccessibleName(name);
  button->setToolTip(keys.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, keys));
  button->setFocusPolicy(Qt::TabFocus);
  return button;
}

}  // namespace

void EditorPage::layOut() {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(makeHeader());
  auto* noticeArea = new QWidget(this);
  m_banner = new Banner(noticeArea);
  m_banner->installEventFilter(this);
  auto* notice = new QHBoxLayout(noticeArea);
  notice->setContentsMargins(space::large, space::small, space::large, space::small);
  notice->addWidget(m_banner);
  noticeArea->hide();
  column->addWidget(noticeArea);
  connect(m_banner, &Banner::actionTriggered, this, [this] { answer(true); });
  connect(m_banner, &Banner::otherTriggered, this, [this] { answer(false); });
  auto* panes = new QSplitter(Qt::Horizontal, this);
  panes->setObjectName(QStringLiteral("panes"));
  panes->setChildrenCollapsible(false);
  panes->addWidget(makeParts());
  panes->addWidget(makeMiddle());
  panes->addWidget(makeSide());
  panes->setStretchFactor(0, 0);
  panes->setStretchFactor(1, 2);
  panes->setStretchFactor(2, 1);
  panes->setSizes({260, 650, 370});
  m_body = panes;
  column->addWidget(panes, 1);
}

QWidget* EditorPage::makeHeader() {
  auto* bar = new QFrame(this);
  bar->setProperty("role", QStringLiteral("bar"));
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(space::medium, space::small, space::large, space::small);
  row->setSpacing(space::small);
  auto* back = makeTool(Icon::back, tr("Back to the scenarios"), tr("Ctrl+W"), bar);
  connect(back, &QToolButton::clicked, this, &EditorPage::leaveWanted);
  m_title = makeLooseLabel({}, TextRole::subheading, Ink::text, bar);
  m_title->setWordWrap(false);
  m_state = makeLabel({}, TextRole::small, Ink::muted, bar);
  m_state->setWordWrap(false);
  m_undo = makeTool(Icon::undo, tr("Undo"), {}, bar);
  m_redo = makeTool(Icon::redo, tr("Redo"), {}, bar);
  connect(m_undo, &QToolButton::clicked, this, &EditorPage::undo);
  connect(m_redo, &QToolButton::clicked, this, &EditorPage::redo);
  m_save = makeButton(tr("Save"), ButtonRole::primary, bar);
  m_save->setToolTip(tr("Save (Ctrl+S)"));
  connect(m_save, &QPushButton::clicked, this, &EditorPage::save);
  row->addWidget(back);
  row->addWidget(m_title, 1);
  row->addWidget(m_state);
  row->addSpacing(space::small);
  row->addWidget(m_undo);
  row->addWidget(m_redo);
  row->addWidget(m_save);
  return bar;
}

QWidget* EditorPage::makeParts() {
  auto* pane = new QWidget(this);
  pane->setMinimumWidth(180);
  auto* column = new QVBoxLayout(pane);
  column->setContentsMargins(space::small, space::medium, 0, space::medium);
  column->setSpacing(space::small);
  m_parts = new PartsModel(m_document, this);
  m_tree = new QTreeView(pane);
  m_tree->setObjectName(QStringLiteral("parts"));
  m_tree->setAccessibleName(tr("Parts of the scenario"));
  m_tree->setModel(m_parts);
  m_tree->setItemDelegate(new PartDelegate(m_tree));
  m_tree->setHeaderHidden(true);
  m_tree->setUniformRowHeights(true);
  m_tree->setFrameShape(QFrame::NoFrame);
  m_tree->setProperty("role", QStringLiteral("plain"));
  m_tree->setIndentation(16);
  m_tree->setTextElideMode(Qt::ElideRight);
  m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_tree->installEventFilter(this);
  connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
          [this](const QModelIndex& index) {
            if (!index.isValid() || !m_file || m_isTurning) return;
            if (m_form != nullptr) m_form->commit();
            m_document.endTyping();
            showPart(m_parts->pointerOf(index));
          });
  column->addWidget(m_tree, 1);
  struct Adding {
    QString text;
    QString keys;
    void (EditorPage::*add)();
  };
  for (const Adding& each : {Adding{tr("Add node"), tr("Ctrl+Shift+N"), &EditorPage::addNode},
                             Adding{tr("Add move"), tr("Ctrl+M"), &EditorPage::addMove}}) {
    auto* button = makeButton(each.text, ButtonRole::quiet, pane);
    button->setIcon(themedIcon(Icon::add));
    button->setToolTip(QStringLiteral("%1 (%2)").arg(each.text, each.keys));
    connect(button, &QPushButton::clicked, this, each.add);
    auto* row = new FlowLayout(nullptr, space::small);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(button);
    row->addWidget(new KeyHint(each.keys, {}, pane));
    column->addLayout(row);
  }
  return pane;
}

QWidget* EditorPage::makeMiddle() {
  auto* pane = new QWidget(this);
  pane->setMinimumWidth(420);
  auto* column = new QVBoxLayout(pane);
  column->setContentsMargins(0, space::medium, 0, 0);
  column->setSpacing(space::small);
  auto* bar = new QWidget(pane);
  bar->setMaximumWidth(widestForm + 2 * space::huge);
  auto* head = new QHBoxLayout(bar);
  head->setContentsMargins(space::huge, 0, space::huge, 0);
  head->setSpacing(2);
  m_partTitle = makeLooseLabel({}, TextRole::heading, Ink::text, pane);
  head->addWidget(m_partTitle, 1);
  m_partTools = new QWidget(pane);
  auto* tools = new QHBoxLayout(m_partTools);
  tools->setContentsMargins(0, 0, 0, 0);
  tools->setSpacing(0);
  struct Tool {
    Icon icon;
    QString name;
    QString keys;
    ListAction action;
  };
  const Tool all[] = {
      {Icon::arrowUp, tr("Move this part up"), tr("Alt+Up"), ListAction::up},
      {Icon::arrowDown, tr("Move this part down"), tr("Alt+Down"), ListAction::down},
      {Icon::copy, tr("Duplicate this part"), tr("Ctrl+D"), ListAction::duplicate},
      {Icon::trash, tr("Remove this part"), tr("Del in the list"), ListAction::remove}};
  for (const Tool& each : all) {
    QToolButton* button = makeTool(each.icon, each.name, each.keys, m_partTools);
    button->setFocusPolicy(Qt::NoFocus);  // The keyboard has the keys.
    connect(button, &QToolButton::clicked, this,
            [this, action = each.action] { actOnShown(action); });
    tools->addWidget(button);
  }
  head->addWidget(m_partTools, 0, Qt::AlignTop);
  column->addWidget(bar);
  m_scroll = new QScrollArea(pane);
  m_scroll->setObjectName(QStringLiteral("form"));
  m_scroll->setWidgetResizable(true);
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setFocusPolicy(Qt::NoFocus);
  m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  column->addWidget(m_scroll, 1);
  auto* keys = new QWidget(pane);
  auto* flow = new FlowLayout(keys, space::large);
  flow->setContentsMargins(space::huge, space::tiny, space::huge, space::small);
  for (const auto& [key, what] : {std::pair(tr("Alt+Enter"), tr("Add")),
                                  {tr("Ctrl+D"), tr("Duplicate")},
                                  {tr("Alt+Del"), tr("Remove")},
                                  {tr("F6"), tr("Next pane")}}) {
    flow->addWidget(new KeyHint(key, what, keys));
  }
  column->addWidget(keys);
  return pane;
}

QWidget* EditorPage::makeSide() {
  auto* pane = new QFrame(this);
  pane->setProperty("role", QStringLiteral("side"));
  pane->setMinimumWidth(280);
  auto* column = new QVBoxLayout(pane);
  column->setContentsMargins(0, 0, 0, 0);
  m_side = new QTabWidget(pane);
  m_side->setDocumentMode(true);
  m_side->tabBar()->setExpanding(false);
  m_problems = new ProblemList(m_document, m_workplace.folders, m_side);
  m_try = new TryPanel(m_workplace, m_side);
  m_side->addTab(m_problems, tr("Problems"));
  m_side->addTab(m_try, tr("Try it"));
  m_side->setTabToolTip(1, tr("F5 from the start, Shift+F5 from the chosen node"));
  column->addWidget(m_side);
  connect(m_problems, &ProblemList::placeWanted, this, &EditorPage::goTo);
  connect(m_problems, &ProblemList::fixWanted, this, &EditorPage::carryOut);
  connect(m_try, &TryPanel::partWanted, this, &EditorPage::goTo);
  connect(m_try, &TryPanel::restartWanted, this, [this] { tryCall(m_triedFrom); });
  return pane;
}

void EditorPage::makeKeys() {
  addKey(QKeySequence::Save, [this] { save(); });
  addKey(QKeySequence(Qt::CTRL | Qt::Key_W), [this] { emit leaveWanted(); });
  addKey(QKeySequence(Qt::CTRL | Qt::Key_Z), [this] { undo(); });
  addKey(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), [this] { redo(); });
  addKey(QKeySequence(Qt::CTRL | Qt::Key_Y), [this] { redo(); });
  addKey(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N), [this] { addNode(); });
  addKey(QKeySequence(Qt::CTRL | Qt::Key_M), [this] { addMove(); });
  addKey(QKeySequence(Qt::ALT | Qt::Key_Up), [this] { act(ListAction::up); });
  addKey(QKeySequence(Qt::ALT | Qt::Key_Down), [this] { act(ListAction::down); });
  addKey(QKeySequence(Qt::CTRL | Qt::Key_D), [this] { act(ListAction::duplicate); });
  addKey(QKeySequence(Qt::ALT | Qt::Key_Delete), [this] { act(ListAction::remove); });
  addKey(QKeySequence(Qt::ALT | Qt::Key_Return), [this] { act(ListAction::add); });
  addKey(QKeySequence(Qt::Key_F8), [this] { stepProblem(true); });
  addKey(QKeySequence(Qt::SHIFT | Qt::Key_F8), [this] { stepProblem(false); });
  addKey(QKeySequence(Qt::CTRL | Qt::Key_Period), [this] { fixProblem(); });
  addKey(QKeySequence(Qt::Key_F1), [this] {
    m_side->setCurrentWidget(m_problems);
    m_problems->toggleExplanation();
  });
  addKey(QKeySequence(Qt::Key_F5), [this] { tryCall({}); });
  addKey(QKeySequence(Qt::SHIFT | Qt::Key_F5), [this] { tryFromHere(); });
  addKey(QKeySequence(Qt::Key_F6), [this] { turnPane(1); });
  addKey(QKeySequence(Qt::SHIFT | Qt::Key_F6), [this] { turnPane(-1); });
  addKey(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M), [this] { press("markWords"); });
  addKey(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A), [this] { press("customerWords"); });
  addKey(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E), [this] { press("sellerWords"); });
  addKey(QKeySequence(Qt::ALT | Qt::Key_W), [this] { takeWords(); });
}

void EditorPage::addKey(const QKeySequence& keys, std::function<void()> act) {
  auto* shortcut = new QShortcut(keys, this);
  shortcut->setContext(Qt::WidgetWithChildrenShortcut);
  connect(shortcut, &QShortcut::activated, this, [this, act = std::move(act)] {
    if (m_file && m_body->isEnabled()) act();
  });
}

}  // namespace sparring::ui
