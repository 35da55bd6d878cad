// After a call: the score card, then every turn with its marks and what people wrote about it, and
// a way back into the call from any of them.
#pragma once

#include <QWidget>
#include <functional>
#include <vector>

#include "record/annotation.h"
#include "session/practice_session.h"

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace sparring::ui {

class Bubble;
class ScoreCard;
class RemarkList;
class TurnNotes;
struct TurnNote;

class DebriefPage : public QWidget {
  Q_OBJECT

 public:
  explicit DebriefPage(QWidget* parent = nullptr);

  // Shows the session, which its caller keeps alive until the next one, with what people wrote
  // about it and still stand by.
  void show(const PracticeSession& session, std::vector<SignedAnnotation> standing);
  void takeFocus();
  int currentTurn() const { return m_current; }

 signals:
  void redoWanted(int keptTurns);
  void againWanted();
  void homeWanted();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  // Whether a note belongs to what was asked for.
  using Filter = std::function<bool(const TurnNote&)>;
  using TurnFilter = std::function<bool(const SellerTurn&, const TurnNote&)>;

  struct ShownTurn {
    Bubble* bubble = nullptr;
    TurnNotes* notes = nullptr;
    RemarkList* comments = nullptr;
    QPushButton* redo = nullptr;
  };

  void showTranscript();
  void addBuyers(const Step& step);
  void addTurn(const Exchange& exchange, int position);
  // The marks that the filter lets through, all of them without one; and the comments, or not.
  void showMarks(const TurnFilter& filter, bool comments);
  void showComments();
  void activateMark(int position, int mark);
  void showOnly(const QString& what, const QString& meaning, const Filter& filter);
  void showAll();
  void goToTurn(int position);

  const PracticeSession* m_session = nullptr;
  QLabel* m_title = nullptr;
  QScrollArea* m_scroll = nullptr;
  ScoreCard* m_card = nullptr;
  QWidget* m_filterBar = nullptr;
  QLabel* m_filterText = nullptr;
  QLabel* m_filterMeaning = nullptr;
  QPushButton* m_again = nullptr;
  QPushButton* m_showAll = nullptr;
  QPushButton* m_showComments = nullptr;
  std::vector<SignedAnnotation> m_standing;
  QVBoxLayout* m_transcript = nullptr;
  std::vector<ShownTurn> m_turns;
  int m_current = -1;
};

}  // namespace sparring::ui
