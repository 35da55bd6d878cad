// Where a trainer begins: one's own scenarios and those that ship with the program, each with its
// size and what is wrong with it, and the way to a new one.
#pragma once

#include <QWidget>
#include <filesystem>

#include "bridge/workplace.h"

class QLineEdit;
class QPushButton;
class QRadioButton;
class QVBoxLayout;

namespace sparring::ui {

class Banner;
class EmptyState;

class ScenarioListPage : public QWidget {
  Q_OBJECT

 public:
  // The workplace outlives the page.
  explicit ScenarioListPage(Workplace& workplace, QWidget* parent = nullptr);

  void refresh();
  void takeFocus();
  void say(const QString& sentence, bool isError);

 signals:
  void editWanted(const std::filesystem::path& path);
  void copyWanted(const ScenarioFile& file);
  void newWanted(const ScenarioFile& from, const QString& title);

 private:
  QWidget* makeNewForm();
  void showNewForm(bool shown);
  void create();
  void addRow(const ScenarioFile& file, bool own);

  Workplace& m_workplace;
  Banner* m_banner = nullptr;
  QPushButton* m_new = nullptr;
  QWidget* m_newForm = nullptr;
  QLineEdit* m_title = nullptr;
  std::vector<ScenarioFile> m_templates;
  QList<QRadioButton*> m_choices;
  QVBoxLayout* m_own = nullptr;
  QVBoxLayout* m_shipped = nullptr;
  EmptyState* m_empty = nullptr;
};

}  // namespace sparring::ui
