// What is wrong with the scenario, one row a problem; Enter or a click goes there.
#pragma once

#include <QIcon>
#include <QWidget>

#include "bridge/scenario_document.h"

class QLabel;
class QListWidget;

namespace sparring::ui {

class EmptyState;

QIcon severityIcon(Severity severity);

class ProblemList : public QWidget {
  Q_OBJECT

 public:
  explicit ProblemList(ScenarioDocument& document, QWidget* parent = nullptr);

  void refresh();
  // Goes to the one after or before the current one, round and round.
  void step(bool forward);
  void takeFocus();

 signals:
  void placeWanted(const std::string& pointer);

 private:
  void open(int row);
  QString keyOf(int row) const;

  ScenarioDocument& m_document;
  QLabel* m_summary = nullptr;
  QListWidget* m_list = nullptr;
  EmptyState* m_none = nullptr;
  QString m_opened;  // Which problem was gone to last.
};

}  // namespace sparring::ui
