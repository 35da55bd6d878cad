// A recorded call, gone through turn by turn as it was held; what a reader writes about it is kept
// at once. The call and its grade are never changed.
#pragma once

#include <QWidget>
#include <functional>
#include <memory>
#include <vector>

#include "bridge/call_evidence.h"
#include "bridge/remarks.h"
#include "bridge/workplace.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace sparring::ui {

class ConversationView;
class RemarkDesk;
class ScoreView;
class TransportBar;
class TurnPanel;
class WordPicker;

class ReplayPage : public QWidget {
  Q_OBJECT

 public:
  // The workplace outlives the page.
  explicit ReplayPage(Workplace& workplace, QWidget* parent = nullptr);

  void show(PracticeSession session, const QString& rep);
  // After something else was in view: the person may be another one.
  void resume();
  // Whether something that was written and is not saved would be lost with the program.
  bool atRisk();
  void takeFocus();

 signals:
  void leaveWanted();
  void failed(const QString& sentence);
  // With the same call as it went when a turn was said again, or first.
  void compareWanted(const Uuid& id);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QWidget* makeHeader();
  QWidget* makeCall();
  void connectParts();
  void addKeys();

  const Exchange* current() const;  // Null where there is no turn.
  QList<TurnNote> currentNotes() const;
  void goTo(int turn);
  void goToEvidence(const Evidence& evidence);
  void followMark(int turn, int mark);
  void withCurrentMark(const std::function<void(const TurnNote&)>& action);
  void stepDown(int by);
  void pickWords();
  void stopPicking();

  void showHeader();
  void openTurn();
  void readAnnotations();
  void showCells();
  void showTurn(int mark);
  void outlineMark(int mark);
  void outlineWords();
  void setScoreShown(bool shown);
  bool scoreShown() const;

  Workplace& m_workplace;
  std::unique_ptr<PracticeSession> m_session;
  QString m_rep;
  std::vector<SignedAnnotation> m_standing;  // As the store gave it last.

  QLabel* m_title = nullptr;
  QLabel* m_facts = nullptr;
  QPushButton* m_scoreButton = nullptr;
  QPushButton* m_compare = nullptr;
  QStackedWidget* m_views = nullptr;
  ScoreView* m_score = nullptr;
  ConversationView* m_conversation = nullptr;
  QStackedWidget* m_hints = nullptr;
  TurnPanel* m_panel = nullptr;
  TransportBar* m_transport = nullptr;
  WordPicker* m_picker = nullptr;
  RemarkDesk* m_desk = nullptr;
};

}  // namespace sparring::ui
