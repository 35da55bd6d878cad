// The conversation so far, newest at the bottom: a call being held, or a recorded one up to a turn.
// Shows what the core holds: turns that are taken back disappear, new ones are added, the rest
// stays as it is drawn.
#pragma once

#include <QList>
#include <QScrollArea>
#include <vector>

#include "bridge/call_view.h"
#include "record/annotation.h"
#include "session/asking_back.h"

class QVBoxLayout;

namespace sparring::ui {

class Bubble;
class ReadingView;

// One thing heard: a bubble, or the line that says with whom the call goes on.
QWidget* makeHeard(const Scenario& scenario, const Heard& heard);

// Of a conversation, in pixels: wider, the two sides lose each other.
inline constexpr int widestConversation = 960;

class ConversationView : public QScrollArea {
  Q_OBJECT

 public:
  explicit ConversationView(QWidget* parent = nullptr);

  // With what was understood of own words beneath them.
  void show(const PracticeSession& session, bool marks);
  // Adds what a buyer asks back until the next show(); nothing where nothing is asked.
  void ask(const PracticeSession& session, const std::optional<AskingBack>& asking);
  // The first `turns` of a recorded call of somebody else's, the last of them outlined, with marks
  // and with the words that people wrote about.
  void replay(const PracticeSession& session, const QString& seller, int turns,
              const std::vector<SignedAnnotation>& standing);
  void forget();
  // What the seller said in a turn that is shown; null where it is not.
  Bubble* sellerBubble(int turn) const;
  void turnPage(bool down);
  // Beside something else: with narrow margins.
  void setNarrow();

 signals:
  void dragged(int turn, int begin, int length);  // Over words of what the seller said.
  void markActivated(int turn, int mark);         // In the order of that passage's marks.
  void misreadWanted();                           // The last turn was not meant as understood.

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  struct ShownTurn {
    Uuid id;
    Bubble* seller = nullptr;
    ReadingView* reading = nullptr;  // Only of own words.
    QList<QWidget*> answers;
  };

  // What is heard, at the end of the conversation.
  QList<QWidget*> addHeard(const Scenario& scenario, const Step& step);
  // Brings what is drawn in line with the first `turns`; gives how many stood already.
  std::size_t keepTurns(const PracticeSession& session, std::size_t turns);
  void addTurn(const PracticeSession& session, const Exchange& exchange);
  void removeFrom(std::size_t position);
  static void showMarks(const PracticeSession& session, const Exchange& exchange, Bubble& bubble,
                        bool marks);
  void showReading(const PracticeSession& session, std::size_t position, bool marks);
  void keepAtEnd();

  QVBoxLayout* m_column = nullptr;
  QList<QWidget*> m_opening;
  QWidget* m_question = nullptr;  // What a buyer asks back.
  std::vector<ShownTurn> m_turns;
  Uuid m_session;
  QString m_seller;
  bool m_atEnd = true;
  bool m_marks = true;  // Whether what is shown has its marks.
};

}  // namespace sparring::ui
