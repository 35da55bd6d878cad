// Where a rep lands: what can be practised and the last calls.
#pragma once

#include <QWidget>

#include "bridge/workplace.h"

class QLabel;
class QVBoxLayout;

namespace sparring::ui {

class Banner;
class EmptyState;
class FlowLayout;

class HomePage : public QWidget {
  Q_OBJECT

 public:
  explicit HomePage(QWidget* parent = nullptr);

  void show(const Workplace& workplace);
  void takeFocus();

 signals:
  void scenarioChosen(int position);  // In Workplace::scenarios.
  void sessionChosen(const Uuid& id);

 private:
  void showScenarios(const Workplace& workplace);
  void showSessions(const Workplace& workplace);

  Banner* m_banner = nullptr;
  FlowLayout* m_cards = nullptr;
  FlowLayout* m_recent = nullptr;
  QWidget* m_recentPart = nullptr;
  EmptyState* m_empty = nullptr;
  QWidget* m_unfinished = nullptr;  // The last call's card, where that call is not over.
};

}  // namespace sparring::ui
