// The conversation so far, newest at the bottom. Shows what the core holds: turns that are taken
// back disappear, new ones are added, the rest stays as it is drawn.
#pragma once

#include <QList>
#include <QScrollArea>
#include <vector>

#include "session/practice_session.h"

class QVBoxLayout;

namespace sparring::ui {

class Bubble;

// Of a conversation, in pixels: wider, the two sides lose each other.
inline constexpr int widestConversation = 960;

class ConversationView : public QScrollArea {
  Q_OBJECT

 public:
  explicit ConversationView(QWidget* parent = nullptr);

  void show(const PracticeSession& session, bool marks);
  void forget();
  void turnPage(bool down);
  // Beside something else: with narrow margins.
  void setNarrow();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  struct ShownTurn {
    Uuid id;
    Bubble* seller = nullptr;
    QList<Bubble*> answers;
  };

  Bubble* addBuyer(const Scenario& scenario, const Utterance& utterance);
  void addTurn(const PracticeSession& session, const Exchange& exchange);
  void removeFrom(std::size_t position);
  static void showMarks(const PracticeSession& session, const Exchange& exchange, Bubble& bubble,
                        bool marks);
  void keepAtEnd();

  QVBoxLayout* m_column = nullptr;
  QList<Bubble*> m_opening;
  std::vector<ShownTurn> m_turns;
  Uuid m_session;
  bool m_atEnd = true;
  bool m_marks = true;  // Whether what is shown has its marks.
};

}  // namespace sparring::ui
