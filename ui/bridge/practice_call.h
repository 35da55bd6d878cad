// One call at the table: the core's session with signals. Pages read the session; what the rep does
// goes through here. Not thread-safe; lives on the GUI thread.
#pragma once

#include <QObject>
#include <QString>
#include <memory>
#include <optional>
#include <vector>

#include "session/asking_back.h"
#include "session/practice_session.h"

namespace sparring::ui {

class PracticeCall : public QObject {
  Q_OBJECT

 public:
  explicit PracticeCall(PracticeSession session, QObject* parent = nullptr);
  // A call that takes over the first turns of another, to do its next turn again.
  static std::unique_ptr<PracticeCall> branch(const PracticeCall& from, int keptTurns);

  const PracticeSession& session() const { return m_session; }

  // What the buyer asks about the last words, while the rep is being asked; else nothing.
  const std::optional<AskingBack>& asking() const { return m_asking; }
  QString askedAbout() const { return m_said; }

  void choose(const MoveId& move);
  // Plays own words, or asks back.
  void say(const QString& text);
  // Settles what is being asked: one of its readings, or none of them.
  void pick(int reading);
  void pickNone();
  // Stops asking; nothing was said.
  void withdraw();

  // The turn that was taken back to be done again, until it is; null otherwise.
  const Exchange* takenBack() const { return m_takenBack ? &*m_takenBack : nullptr; }

  bool canGoBack() const { return !m_session.exchanges().empty(); }
  void goBack(int keptTurns);
  // The last turn was not meant as it was understood: takes it back at no cost and asks which of
  // the other readings of its words was.
  void takeBackMisread();
  void saveAgain();

 signals:
  void changed();  // Also when the buyer begins or stops asking.

 private:
  void settle(const std::optional<MoveId>& move, Understood understood);
  void ask(const MoveReading& reading, const std::optional<MoveId>& besides = std::nullopt);

  PracticeSession m_session;
  QString m_said;
  std::optional<AskingBack> m_asking;
  std::optional<Exchange> m_takenBack;
};

}  // namespace sparring::ui
