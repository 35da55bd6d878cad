// Beside the conversation: what the turn in view earned and cost, what people think of that, what
// they wrote about it, and the place to write more. Stores nothing itself.
#pragma once

#include <QFrame>
#include <QList>
#include <vector>

#include "bridge/remarks.h"

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace sparring::ui {

class MarkCard;
class RemarkEditor;
class ReadingView;
class RemarkList;
class TurnNotes;

class TurnPanel : public QFrame {
  Q_OBJECT

 public:
  explicit TurnPanel(QWidget* parent = nullptr);

  // `turn` is a position in the session's exchanges; negative where there is none.
  void show(const PracticeSession& session, int turn, const std::vector<SignedAnnotation>& standing,
            const Uuid& reader);

  // The mark that the keys answer, as a position in the turn's notes; -1 where there is none.
  int currentMark() const { return m_current; }
  void setCurrentMark(int mark);

  RemarkEditor* editor() const { return m_editor; }
  ReadingView* reading() const { return m_reading; }
  void revealComment(int number);
  void revealPerhaps();

 signals:
  void currentMarkChanged(int mark);
  void agreed(const TurnNote& note);
  void disagreeWanted(const TurnNote& note);
  void takeBackWanted(const Uuid& id);

 private:
  void scrollTo(QWidget* part);
  void addMark(const TurnNote& note, const QList<Remark>& verdicts, const Uuid& reader);

  QScrollArea* m_scroll = nullptr;
  QLabel* m_title = nullptr;
  ReadingView* m_reading = nullptr;
  QLabel* m_nothing = nullptr;
  QVBoxLayout* m_marks = nullptr;
  TurnNotes* m_perhaps = nullptr;  // What is not sure enough to count; nobody need judge it.
  QPushButton* m_commentsLink = nullptr;
  QLabel* m_commentsTitle = nullptr;
  RemarkList* m_comments = nullptr;
  RemarkEditor* m_editor = nullptr;
  QList<MarkCard*> m_cards;
  int m_current = -1;
};

}  // namespace sparring::ui
