// What is wrong with the scenario, one row a problem; Enter or a click goes there. Below it what
// can be done about the one that is chosen.
#pragma once

#include <QIcon>
#include <QWidget>

#include "bridge/scenario_document.h"
#include "session/library.h"

class QLabel;
class QListWidget;

namespace sparring::ui {

class EmptyState;
class ProblemHelp;

QIcon severityIcon(Severity severity);

class ProblemList : public QWidget {
  Q_OBJECT

 public:
  ProblemList(ScenarioDocument& document, const DataFolders& folders, QWidget* parent = nullptr);

  void refresh();
  // Goes to the one after or before the current one, round and round.
  void step(bool forward);
  // Of the current problem: the first fix; its page, there or away.
  void fix();
  void toggleExplanation();
  void takeFocus();

 signals:
  void placeWanted(const std::string& pointer);
  void fixWanted(const sparring::Fix& fix, const sparring::Diagnostic& problem);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void open(int row);
  QString keyOf(int row) const;
  void showHelp();
  const Diagnostic* current() const;

  ScenarioDocument& m_document;
  QLabel* m_summary = nullptr;
  QListWidget* m_list = nullptr;
  EmptyState* m_none = nullptr;
  ProblemHelp* m_help = nullptr;
  QString m_opened;  // Which problem was gone to last.
  int m_errors = 0;
  bool m_isErrorNew = false;  // One came since a problem was gone to last.
};

}  // namespace sparring::ui
