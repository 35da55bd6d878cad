// The whole grade of a call on one screen. Every figure can be pressed for the words behind it.
#pragma once

#include <QFrame>

#include "bridge/call_evidence.h"

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace sparring::ui {

class FlowLayout;
class RatioBar;
class ScoreRing;

class ScoreCard : public QFrame {
  Q_OBJECT

 public:
  explicit ScoreCard(QWidget* parent = nullptr);

  void show(const PracticeSession& session);

 signals:
  void evidenceWanted(const Evidence& evidence);
  void turnChosen(int position);  // A turn worth doing again, or the best one.

 private:
  QWidget* makeScore();
  QWidget* makeRules();
  QWidget* makeTurns();
  QWidget* makeRatio();
  QWidget* makeStages();
  QWidget* makeConcepts();
  void showParts(const PracticeSession& session, const CallGrade& grade);
  void showOutcome(const PracticeSession& session, const CallGrade& grade);
  void showRules(const PracticeSession& session, const CallGrade& grade);
  void showTurns(const PracticeSession& session, const CallGrade& grade);
  void showRatio(const PracticeSession& session, const CallGrade& grade);
  void showFigures(const PracticeSession& session, const CallGrade& grade);
  void showStages(const PracticeSession& session, const CallGrade& grade);
  void showConcepts(const PracticeSession& session, const CallGrade& grade);
  // A chip that leads to what is behind it; one that cannot be pressed where nothing is.
  void addChip(FlowLayout* row, const Tag& tag, const Evidence& evidence);

  ScoreRing* m_score = nullptr;
  FlowLayout* m_parts = nullptr;
  QLabel* m_outcome = nullptr;
  QLabel* m_verdict = nullptr;
  QLabel* m_objective = nullptr;
  QLabel* m_wallet = nullptr;
  QLabel* m_hidden = nullptr;
  QVBoxLayout* m_rules = nullptr;
  QLabel* m_redoHeading = nullptr;
  QVBoxLayout* m_redo = nullptr;
  QLabel* m_bestHeading = nullptr;
  QVBoxLayout* m_best = nullptr;
  QWidget* m_ratioPart = nullptr;
  RatioBar* m_ratio = nullptr;
  QLabel* m_ratioText = nullptr;
  FlowLayout* m_figures = nullptr;
  FlowLayout* m_stages = nullptr;
  FlowLayout* m_concepts = nullptr;
  QLabel* m_noConcepts = nullptr;
};

}  // namespace sparring::ui
