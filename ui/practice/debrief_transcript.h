// The call of a debrief, turn by turn: what was said, the notes that are asked for, what people
// wrote, and the way back into the call from each turn.
#pragma once

#include <QWidget>
#include <vector>

#include "bridge/call_evidence.h"
#include "record/annotation.h"

class QPushButton;
class QVBoxLayout;

namespace sparring::ui {

class Bubble;
class RemarkList;
class TurnNotes;

class DebriefTranscript : public QWidget {
  Q_OBJECT

 public:
  explicit DebriefTranscript(QWidget* parent = nullptr);

  // Replaces what was shown. The session and the remarks outlive it.
  void show(const PracticeSession& session, const std::vector<SignedAnnotation>& standing);
  // One list of notes a turn; with what people wrote about the turns, or without.
  void showNotes(const QList<QList<TurnNote>>& notes, bool comments);

  int count() const { return static_cast<int>(m_turns.size()); }
  int current() const { return m_current; }
  // Outlines the turn. REQUIRES: 0 <= turn < count().
  void setCurrent(int turn);
  // Gives the keyboard to the current turn, so that Enter does it again.
  void takeFocus();
  // Where the current turn stands.
  QWidget* currentBubble() const;

 signals:
  void redoWanted(int keptTurns);

 private:
  struct ShownTurn {
    Bubble* bubble = nullptr;
    TurnNotes* notes = nullptr;
    RemarkList* comments = nullptr;
    QPushButton* redo = nullptr;
  };
  void addBuyers(const Step& step);
  void addTurn(const Exchange& exchange, int position);
  void activateMark(int position, int mark);

  const PracticeSession* m_session = nullptr;
  const std::vector<SignedAnnotation>* m_standing = nullptr;
  QVBoxLayout* m_column = nullptr;
  std::vector<ShownTurn> m_turns;
  int m_current = -1;
};

}  // namespace sparring::ui
