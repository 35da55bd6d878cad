// The trainer's room: the list of scenarios and the editor of one, and the way between them.
#pragma once

#include <QStackedWidget>
#include <filesystem>

#include "bridge/workplace.h"

namespace sparring::ui {

class EditorPage;
class ScenarioListPage;

class AuthorWorkspace : public QStackedWidget {
  Q_OBJECT

 public:
  // The workplace outlives the workspace.
  explicit AuthorWorkspace(Workplace& workplace, QWidget* parent = nullptr);

  // The list; what was being written is kept as a draft.
  void showScenarios();
  void edit(const std::filesystem::path& path);
  // Comes back to where it was left, with what has happened elsewhere meanwhile.
  void resume();
  // Puts the keyboard where the page in view wants it.
  void takeFocus();
  // To be asked before the program closes: what is not saved is kept as a draft. Where that is not
  // possible, a sentence about it, said once; otherwise empty.
  QString workAtRisk();

  EditorPage& editor() { return *m_editor; }

 signals:
  // What could not be done, as a sentence for a banner.
  void failed(const QString& sentence);
  void pageChanged();
  // After a scenario was made or saved; Workplace::scenarios has it.
  void scenariosChanged();

 protected:
  void hideEvent(QHideEvent* event) override;

 private:
  void create(Scenario scenario, const QString& title);
  void turnTo(QWidget* page);

  Workplace& m_workplace;
  ScenarioListPage* m_list = nullptr;
  EditorPage* m_editor = nullptr;
  bool m_warned = false;
};

}  // namespace sparring::ui
