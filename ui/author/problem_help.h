// What can be done about one problem: a button for each fix, and the page that explains it. Never
// changes anything itself: whoever shows it carries a fix out.
#pragma once

#include <QWidget>
#include <vector>

#include "bridge/scenario_document.h"
#include "session/library.h"

class QLabel;
class QPushButton;
class QTextEdit;

namespace sparring::ui {

class FlowLayout;

class ProblemHelp : public QWidget {
  Q_OBJECT

 public:
  explicit ProblemHelp(DataFolders folders, QWidget* parent = nullptr);

  // Nothing where there is no problem.
  void setProblem(const Diagnostic* problem, std::vector<Fix> fixes);
  // The first fix, as its button would; false where there is none.
  bool fix();
  void explain(bool isShown);
  bool isExplaining() const { return m_isExplaining; }

 signals:
  void fixWanted(const sparring::Fix& fix);

 private:
  void makeButtons();
  void showPage();

  DataFolders m_folders;
  QString m_code;
  std::vector<Fix> m_fixes;
  bool m_isExplaining = false;
  QWidget* m_buttons = nullptr;
  FlowLayout* m_flow = nullptr;
  QPushButton* m_what = nullptr;
  QLabel* m_title = nullptr;
  QTextEdit* m_page = nullptr;
};

}  // namespace sparring::ui
