// A call held on the scenario as it stands, unsaved, beside the editor: nothing of it is recorded.
// Shows what the call keeps in mind and where it is, which a rep never sees.
#pragma once

#include <QWidget>
#include <memory>

#include "bridge/practice_call.h"
#include "bridge/workplace.h"

class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace sparring::ui {

class Composer;
class ConversationView;
class EmptyState;
class WhyView;

class TryPanel : public QWidget {
  Q_OBJECT

 public:
  // The workplace outlives the panel.
  explicit TryPanel(Workplace& workplace, QWidget* parent = nullptr);

  // Begins at a node; at the scenario's own start where none is named.
  void start(const Scenario& scenario, const std::string& node = {});
  void stop();
  bool isRunning() const { return m_call != nullptr; }
  // The scenario is not any more as it was when the call began.
  void tellChanged();
  void takeFocus();
  void goBackOne();
  void takeBackMisread();
  // What cannot be said now and why, in place of the conversation, and back again.
  void toggleWhy();

 signals:
  void restartWanted();  // On the scenario of now, from where the call began.
  void partWanted(const std::string& pointer);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QWidget* makeBar();
  void refresh();
  void showState();
  void showReasons(bool on);

  Workplace& m_workplace;
  std::unique_ptr<PracticeCall> m_call;
  QWidget* m_bar = nullptr;
  QPushButton* m_restart = nullptr;
  QPushButton* m_back = nullptr;
  QPushButton* m_why = nullptr;
  QComboBox* m_variant = nullptr;
  QPushButton* m_node = nullptr;
  QLabel* m_clock = nullptr;
  QTableWidget* m_state = nullptr;
  ConversationView* m_conversation = nullptr;
  WhyView* m_reasons = nullptr;  // In the conversation's place while it is asked for.
  Composer* m_composer = nullptr;
  EmptyState* m_empty = nullptr;
};

// A copy that can be held whatever its faults: it starts at the node, and no two things that can be
// said share an id.
Scenario scenarioToTry(Scenario scenario, const std::string& node);

}  // namespace sparring::ui
