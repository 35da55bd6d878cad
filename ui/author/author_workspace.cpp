#include "author/author_workspace.h"

#include "author/editor_page.h"
#include "author/scenario_list_page.h"
#include "bridge/own_scenarios.h"
#include "bridge/text.h"

namespace sparring::ui {

AuthorWorkspace::AuthorWorkspace(Workplace& workplace, QWidget* parent)
    : QStackedWidget(parent),
      m_workplace(workplace),
      m_list(new ScenarioListPage(workplace, this)),
      m_editor(new EditorPage(workplace, this)) {
  addWidget(m_list);
  addWidget(m_editor);
  connect(m_list, &ScenarioListPage::editWanted, this, &AuthorWorkspace::edit);
  connect(m_list, &ScenarioListPage::copyWanted, this, [this](const ScenarioFile& file) {
    const Scenario& scenario = *file.loaded.scenario;
    create(scenario, tr("%1 (copy)").arg(toQt(scenario.title)));
  });
  connect(m_list, &ScenarioListPage::newWanted, this,
          [this](const ScenarioFile& from, const QString& title) {
            create(*from.loaded.scenario, title);
          });
  connect(m_editor, &EditorPage::leaveWanted, this, &AuthorWorkspace::showScenarios);
  connect(m_editor, &EditorPage::saved, this, [this] {
    m_workplace.reloadScenarios();
    emit scenariosChanged();
  });
}

void AuthorWorkspace::showScenarios() {
  if (!m_editor->close()) return;  // The editor says why; the work is there.
  m_list->refresh();
  turnTo(m_list);
}

void AuthorWorkspace::edit(const std::filesystem::path& path) {
  if (!m_editor->keepDraft()) return;
  const Result<void> opened = m_editor->open(path);
  if (!opened) {
    m_list->say(sentenceOf(opened.error()), true);
    return;
  }
  turnTo(m_editor);
}

void AuthorWorkspace::create(Scenario scenario, const QString& title) {
  const Result<std::filesystem::path> path =
      addOwnScenario(m_workplace, std::move(scenario), title);
  if (!path) {
    m_list->say(sentenceOf(path.error()), true);
    return;
  }
  m_workplace.reloadScenarios();
  emit scenariosChanged();
  edit(*path);
}

void AuthorWorkspace::resume() {
  currentWidget() == m_list ? showScenarios() : takeFocus();
}

void AuthorWorkspace::takeFocus() {
  currentWidget() == m_list ? m_list->takeFocus() : m_editor->takeFocus();
}

QString AuthorWorkspace::workAtRisk() {
  if (m_editor->keepDraft() || std::exchange(m_warned, true)) return {};
  setCurrentWidget(m_editor);
  return tr("What you wrote is neither saved nor kept as a draft. Close again to lose it.");
}

void AuthorWorkspace::hideEvent(QHideEvent* event) {
  m_editor->keepDraft();
  QStackedWidget::hideEvent(event);
}

void AuthorWorkspace::turnTo(QWidget* page) {
  setCurrentWidget(page);
  takeFocus();
  emit pageChanged();
}

}  // namespace sparring::ui
