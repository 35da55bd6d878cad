// The scenario that a trainer is writing: its only copy, what is wrong with it, and every change to
// it as a step that can be undone. Changes go through src/edit; whether the result makes sense is
// judged a moment later. Knows neither files nor pages. Lives on the GUI thread.
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>
#include <QUndoStack>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "edit/edit.h"
#include "edit/fixes.h"
#include "scenario/check.h"

namespace sparring::ui {

class ScenarioDocument : public QObject {
  Q_OBJECT

 public:
  explicit ScenarioDocument(Vocabulary vocabulary, QObject* parent = nullptr);

  // Begins with another scenario, judged at once; what came before cannot be undone.
  void open(Scenario scenario);

  const Scenario& scenario() const { return m_scenario; }
  QUndoStack& history() { return m_history; }

  // One step, undone as a whole. `what` completes "Undo: …"; `place` is what to show when it is
  // undone or done again, by default where the edit is. False, with nothing changed, where the edit
  // does not fit.
  bool change(Edit edit, const QString& what, const std::string& place = {});
  // The same for one field while somebody types in it: one step with what was typed there before,
  // until endTyping() or a change elsewhere.
  bool type(const std::string& pointer, FieldValue value, const QString& what);
  void endTyping();

  // Of form and meaning: errors first, and both by place; as of the last judgement.
  const std::vector<Diagnostic>& problems() const { return m_problems; }
  // What can be done at one press about a problem of the last judgement.
  std::vector<Fix> fixesOf(const Diagnostic& problem) const;
  // Judges now what would be judged in a moment.
  void judge();

 signals:
  // A value changed. Places of parts are as before.
  void fieldChanged(const std::string& pointer);
  // Parts came, went or moved: places known from before mean something else now.
  void partsChanged();
  // After undo or redo: where something changed.
  void steppedTo(const std::string& pointer);
  void judged();

 private:
  friend class EditStep;
  void exchange(Edit& edit);
  bool fits(const Edit& edit) const;

  Vocabulary m_vocabulary;
  Scenario m_scenario;
  std::vector<Diagnostic> m_problems;
  QUndoStack m_history;
  QTimer m_judging;
  QTimer m_pause;  // Ends the typing of those who stop and think.
  bool m_typing = false;
};

// Whether an edit changes which parts there are or where they stand.
bool changesParts(const Edit& edit);

}  // namespace sparring::ui
