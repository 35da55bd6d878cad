// The whole grade of a call on one screen. Every figure can be pressed for the words behind it.
#pragma once

#include <QFrame>

#include "session/practice_session.h"

class QLabel;
class QVBoxLayout;

namespace sparring::ui {

class RatioBar;
class ScoreRing;

class ScoreCard : public QFrame {
  Q_OBJECT

 public:
  explicit ScoreCard(QWidget* parent = nullptr);

  void show(const PracticeSession& session);

 signals:
  void ruleChosen(const RuleId& rule);
  void breachesChosen();
  void turnChosen(int position);  // A turn worth doing again.

 private:
  void showOutcome(const PracticeSession& session, const CallGrade& grade);
  void showRules(const PracticeSession& session, const CallGrade& grade);
  void showShape(const PracticeSession& session, const CallGrade& grade);
  void showRedo(const PracticeSession& session, const CallGrade& grade);

  ScoreRing* m_score = nullptr;
  QLabel* m_outcome = nullptr;
  QLabel* m_verdict = nullptr;
  QLabel* m_parts = nullptr;
  QLabel* m_objective = nullptr;
  QLabel* m_wallet = nullptr;
  QLabel* m_hidden = nullptr;
  QVBoxLayout* m_rules = nullptr;
  QWidget* m_ratioPart = nullptr;
  RatioBar* m_ratio = nullptr;
  QLabel* m_ratioText = nullptr;
  QWidget* m_stages = nullptr;
  QVBoxLayout* m_stageColumn = nullptr;
  QLabel* m_redoHeading = nullptr;
  QVBoxLayout* m_redo = nullptr;
};

}  // namespace sparring::ui
