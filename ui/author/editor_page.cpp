#include "author/editor_page.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>
#include <algorithm>

#include "author/form_builder.h"
#include "author/part_steps.h"
#include "author/parts_model.h"
#include "author/problem_list.h"
#include "author/try_panel.h"
#include "base/json.h"
#include "bridge/scenario_places.h"
#include "bridge/text.h"
#include "widgets/banner.h"
#include "widgets/theme.h"

namespace sparring::ui {
namespace {

constexpr int draftDelay = 2000;  // Milliseconds after the last change.

}  // namespace

EditorPage::EditorPage(Workplace& workplace, QWidget* parent)
    : QWidget(parent),
      m_workplace(workplace),
      m_document(vocabularyOf(*workplace.method.method, workplace.archetypes)) {
  layOut();
  makeKeys();
  m_drafting.setSingleShot(true);
  m_drafting.setInterval(draftDelay);
  connect(&m_drafting, &QTimer::timeout, this, &EditorPage::keepDraft);
  connect(&m_document, &ScenarioDocument::partsChanged, this, &EditorPage::partsChanged);
  connect(&m_document, &ScenarioDocument::fieldChanged, this, [this](const std::string& pointer) {
    if (m_form != nullptr) m_form->refresh();
    const std::string part = partOf(pointer);
    if (!part.empty()) m_parts->update();
    m_partTitle->setText(placeText(m_document.scenario(), m_part));
  });
  connect(&m_document, &ScenarioDocument::steppedTo, this,
          [this](const std::string& pointer) { goTo(pointer); });
  connect(&m_document, &ScenarioDocument::judged, this, [this] {
    m_parts->update();
    m_problems->refresh();
    if (m_form != nullptr) m_form->showProblems();
    refreshState();
  });
  connect(&m_document.history(), &QUndoStack::indexChanged, this, [this] {
    m_drafting.start();
    m_try->tellChanged();
    refreshState();
  });
  connect(&m_document.history(), &QUndoStack::cleanChanged, this, &EditorPage::refreshState);
}

EditorPage::~EditorPage() {
  m_document.disconnect(this);
  m_document.history().disconnect(this);
}

Result<void> EditorPage::open(const std::filesystem::path& path) {
  Result<AuthoredFile> file = AuthoredFile::open(path);
  if (!file) return std::unexpected(file.error());
  m_file = std::move(*file);
  m_part.clear();
  m_try->stop();
  m_banner->dismiss();
  m_question = Question::none;
  m_body->setEnabled(true);
  m_document.open(m_file->read());
  m_drafting.stop();
  m_tree->expand(m_parts->indexOf("/nodes"));
  m_tree->expand(m_parts->indexOf("/personas"));
  m_side->setCurrentWidget(m_problems);
  showPart({});
  refreshState();
  if (m_file->draft()) ask(Question::draft);
  return {};
}

// The old form may be the one whose button is being pressed, so it goes later.
void EditorPage::showPart(const std::string& part) {
  m_part = nearestPart(m_document.scenario(), part);
  if (m_form != nullptr) m_form->retire();
  setUpdatesEnabled(false);
  auto* page = new QWidget;
  page->setProperty("role", QStringLiteral("page"));
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(space::huge, space::small, space::huge, space::page);
  m_form = new Form(m_document, *m_workplace.method.method, m_part, page);
  m_form->setMaximumWidth(widestForm);
  column->addWidget(m_form);
  buildPart(*m_form);
  connect(m_form, &Form::partWanted, this, &EditorPage::goTo);
  if (QWidget* old = m_scroll->takeWidget()) {
    old->hide();
    old->deleteLater();
  }
  m_scroll->setWidget(page);
  m_form->showProblems();
  const QModelIndex index = m_parts->indexOf(m_part);
  m_isTurning = true;
  m_tree->setCurrentIndex(index);
  m_isTurning = false;
  orderTabs();
  m_partTitle->setText(placeText(m_document.scenario(), m_part));
  const ListPlace place = listPlaceOf(m_part);
  m_partTools->setVisible(place.index >= 0);
  setUpdatesEnabled(true);
}

// A new form comes last in the tab order of the window: the panes after it go behind it again.
void EditorPage::orderTabs() {
  QWidget* last = nullptr;
  // The lists of combo boxes have windows of their own.
  const auto takesTab = [this](const QWidget* widget) {
    return (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->window() == window();
  };
  for (QWidget* each : m_form->findChildren<QWidget*>()) {
    if (takesTab(each)) last = each;
  }
  if (last == nullptr) return;
  for (QWidget* each : m_side->findChildren<QWidget*>()) {
    if (!takesTab(each)) continue;
    setTabOrder(last, each);
    last = each;
  }
}

void EditorPage::goTo(const std::string& pointer) {
  if (!m_file) return;
  const std::string part = nearestPart(m_document.scenario(), pointer);
  if (part != m_part || m_form == nullptr || m_form->part() != part) {
    if (m_form != nullptr) m_form->commit();
    m_document.endTyping();
    showPart(part);
  }
  m_form->focusOn(pointer);
}

void EditorPage::partsChanged() {
  if (!m_file) return;
  const int scrolled = m_scroll->verticalScrollBar()->value();
  const std::vector<std::string> open = expandedParts();
  m_parts->reset();
  for (const std::string& each : open) m_tree->expand(m_parts->indexOf(each));
  showPart(m_part);
  m_scroll->verticalScrollBar()->setValue(scrolled);
}

std::vector<std::string> EditorPage::expandedParts() const {
  std::vector<std::string> open;
  for (int group = 0; group < m_parts->rowCount(); ++group) {
    const QModelIndex at = m_parts->index(group, 0);
    if (!m_tree->isExpanded(at)) continue;
    open.push_back(m_parts->pointerOf(at));
    for (int item = 0; item < m_parts->rowCount(at); ++item) {
      const QModelIndex below = m_parts->index(item, 0, at);
      if (m_tree->isExpanded(below)) open.push_back(m_parts->pointerOf(below));
    }
  }
  return open;
}

void EditorPage::refreshState() {
  if (!m_file) return;
  const QUndoStack& history = m_document.history();
  m_undo->setEnabled(history.canUndo());
  m_redo->setEnabled(history.canRedo());
  m_undo->setToolTip(history.canUndo() ? toolTipOf(tr("Undo: %1 (Ctrl+Z)").arg(history.undoText()))
                                       : tr("Nothing to undo"));
  m_redo->setToolTip(history.canRedo()
                         ? toolTipOf(tr("Redo: %1 (Ctrl+Shift+Z)").arg(history.redoText()))
                         : tr("Nothing to redo"));
  m_title->setText(toQt(m_document.scenario().title));
  m_state->setText(history.isClean() ? tr("Saved") : tr("Not saved yet"));
  const auto count = static_cast<int>(m_document.problems().size());
  m_side->setTabText(0, count == 0 ? tr("Problems") : tr("Problems (%1)").arg(count));
}

void EditorPage::act(ListAction action) {
  ListRow* row = ListRow::around(QApplication::focusWidget());
  if (row != nullptr && isAncestorOf(row)) {
    row->act(action);
    return;
  }
  actOnShown(action);
}

void EditorPage::actOnShown(ListAction action) {
  if (listPlaceOf(m_part).index < 0) return;
  const bool fromTree = m_tree->hasFocus();
  m_form->commit();
  const std::string place = actOnPart(m_document, m_part, action);
  if (place.empty()) return;
  showPart(place);
  fromTree ? m_tree->setFocus() : m_form->focusOn(m_part);
}

void EditorPage::addNode() {
  m_form->commit();
  const std::vector<std::string_view> steps = stepsOf(m_part);
  const std::size_t end = m_document.scenario().nodes.size();
  const bool inNode = steps.size() >= 2 && steps[0] == "nodes";
  const std::size_t index = inNode ? static_cast<std::size_t>(positionIn(steps[1])) + 1 : end;
  goTo(addPart(m_document, "/nodes", index, blankPart(m_document.scenario(), "/nodes")));
}

void EditorPage::addMove() {
  m_form->commit();
  const std::vector<std::string_view> steps = stepsOf(m_part);
  if (steps.size() < 2 || (steps[0] != "nodes" && steps[0] != "personas")) return;
  const std::string owner = "/" + std::string(steps[0]) + "/" + std::string(steps[1]);
  const std::string list = owner + (steps[0] == "nodes" ? "/moves" : "/topics");
  const std::size_t end = sizeOf(m_document.scenario(), list).value_or(0);
  goTo(addPart(m_document, list, end, blankPart(m_document.scenario(), list)));
}

void EditorPage::undo() {
  m_form->commit();
  m_document.endTyping();
  m_document.history().undo();
}

void EditorPage::redo() {
  m_document.endTyping();
  m_document.history().redo();
}

void EditorPage::stepProblem(bool forward) {
  m_form->commit();
  m_document.judge();
  m_side->setCurrentWidget(m_problems);
  m_problems->step(forward);
}

void EditorPage::fixProblem() {
  m_form->commit();
  m_document.judge();
  m_side->setCurrentWidget(m_problems);
  m_problems->fix();
}

// The fix is looked for anew, since what was just typed may have changed what it would write.
// Whoever was among the problems stays there: the next one has taken the place of this one.
void EditorPage::carryOut(const Fix& fix, const Diagnostic& problem) {
  const bool fromList = m_problems->isAncestorOf(QApplication::focusWidget());
  m_form->commit();
  m_document.judge();
  const auto isSame = [&](const Diagnostic& each) {
    return each.code == problem.code && each.pointer == problem.pointer &&
           each.message == problem.message;
  };
  const std::vector<Diagnostic>& problems = m_document.problems();
  if (std::ranges::none_of(problems, isSame)) return;
  std::vector<Fix> fixes = m_document.fixesOf(problem);
  const auto found = std::ranges::find(fixes, fix.label, &Fix::label);
  if (found == fixes.end()) return;
  if (!m_document.change(std::move(found->edit), toQt(fix.label), problem.pointer)) return;
  goTo(problem.pointer);
  m_document.judge();
  if (fromList) m_problems->takeFocus();
}

void EditorPage::tryFromHere() {
  const std::vector<std::string_view> steps = stepsOf(m_part);
  if (steps.size() < 2 || steps[0] != "nodes") {
    tryCall({});
    return;
  }
  const auto index = static_cast<std::size_t>(positionIn(steps[1]));
  tryCall(m_document.scenario().nodes[index].id.value);
}

void EditorPage::tryCall(const std::string& node) {
  m_form->commit();
  m_triedFrom = node;
  m_side->setCurrentWidget(m_try);
  m_try->start(m_document.scenario(), node);
  m_try->takeFocus();
}

// The three panes, in turn.
void EditorPage::turnPane(int by) {
  QWidget* focus = QApplication::focusWidget();
  const int current = m_tree->hasFocus() ? 0 : m_side->isAncestorOf(focus) ? 2 : 1;
  switch ((current + by + 3) % 3) {
    case 0:
      m_tree->setFocus(Qt::OtherFocusReason);
      return;
    case 1:
      m_form->focusOn(m_part);
      return;
    default:
      m_side->currentWidget() == m_try ? m_try->takeFocus() : m_problems->takeFocus();
  }
}

void EditorPage::press(const char* button) {
  auto* found = m_form->findChild<QPushButton*>(QLatin1String(button));
  if (found != nullptr) found->click();
}

void EditorPage::takeWords() {
  QWidget* at = QApplication::focusWidget();
  while (at != nullptr && qobject_cast<WordsField*>(at) == nullptr) at = at->parentWidget();
  if (at != nullptr) static_cast<WordsField*>(at)->take();
}

// In the list of parts, Enter goes into the form and Del removes. Where there is no message there
// is no room for one.
bool EditorPage::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_banner &&
      (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent)) {
    m_banner->parentWidget()->setVisible(event->type() == QEvent::ShowToParent);
  }
  if (watched == m_tree && event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
      m_form->focusOn(m_part);
      return true;
    }
    if (key->key() == Qt::Key_Delete && key->modifiers() == Qt::NoModifier) {
      actOnShown(ListAction::remove);
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

void EditorPage::takeFocus() {
  if (m_question != Question::none) {
    m_banner->takeFocus();
  } else {
    m_tree->setFocus();
  }
}

}  // namespace sparring::ui
