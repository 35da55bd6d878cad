// After a call: the score card, the track of the call, then every turn with its marks and what
// people wrote about it, and a way back into the call from any of them.
#pragma once

#include <QWidget>
#include <vector>

#include "bridge/call_evidence.h"
#include "record/annotation.h"
#include "session/practice_session.h"

class QLabel;
class QMenu;
class QPushButton;
class QScrollArea;

namespace sparring::ui {

class Banner;
class DebriefTranscript;
class ScoreCard;
class TrackView;

class DebriefPage : public QWidget {
  Q_OBJECT

 public:
  explicit DebriefPage(QWidget* parent = nullptr);

  // Shows the session, which its caller keeps alive until the next one, with what people wrote
  // about it and still stand by.
  void show(const PracticeSession& session, std::vector<SignedAnnotation> standing);
  // Whether the call went another way once, which it can be compared with.
  void setComparable(bool comparable);
  // That something was done, until the next call is shown.
  void tell(const QString& sentence);
  void takeFocus();

 signals:
  void redoWanted(int keptTurns);
  void againWanted();
  void goOnWanted();  // With a call that is not over.
  void homeWanted();
  void compareWanted();
  void pdfWanted();
  void printWanted();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QWidget* makeHeader();
  QWidget* makeContent();
  QWidget* makeFilterBar();
  QWidget* makeTranscriptHead();
  void connectParts();
  void openPapers();
  void showFilter(const QString& text, const QString& meaning);
  void showEvidence(const Evidence& evidence);
  void showComments();
  void showAll();
  void goToTurn(int position);
  void goToFirst(const QList<QList<TurnNote>>& notes);

  const PracticeSession* m_session = nullptr;
  std::vector<SignedAnnotation> m_standing;
  QLabel* m_title = nullptr;
  QPushButton* m_home = nullptr;
  QPushButton* m_again = nullptr;
  QPushButton* m_goOn = nullptr;
  QPushButton* m_compare = nullptr;
  QPushButton* m_paper = nullptr;
  QMenu* m_papers = nullptr;
  Banner* m_banner = nullptr;
  QScrollArea* m_scroll = nullptr;
  ScoreCard* m_card = nullptr;
  TrackView* m_track = nullptr;
  QWidget* m_filterBar = nullptr;
  QLabel* m_filterText = nullptr;
  QLabel* m_filterMeaning = nullptr;
  QPushButton* m_showAll = nullptr;
  QPushButton* m_showComments = nullptr;
  DebriefTranscript* m_transcript = nullptr;
};

}  // namespace sparring::ui
