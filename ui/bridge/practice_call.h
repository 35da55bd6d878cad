// One call at the table: the core's session with signals. Pages read the session; what the rep does
// goes through here. Not thread-safe; lives on the GUI thread.
#pragma once

#include <QObject>
#include <QString>
#include <memory>
#include <optional>
#include <vector>

#include "session/practice_session.h"

namespace sparring::ui {

class PracticeCall : public QObject {
  Q_OBJECT

 public:
  explicit PracticeCall(PracticeSession session, QObject* parent = nullptr);
  // A call that takes over the first turns of another, to do its next turn again.
  static std::unique_ptr<PracticeCall> branch(const PracticeCall& from, int keptTurns);

  const PracticeSession& session() const { return m_session; }

  // What the last words could have meant, best first, while the rep is being asked; else empty.
  const std::vector<MoveId>& readings() const { return m_readings; }
  QString askedAbout() const { return m_said; }

  void choose(const MoveId& move);
  // Plays own words, or asks back through asked().
  void say(const QString& text);
  // Settles what asked() asked: one of readings(), or nothing of them.
  void pick(int reading);
  void pickNone();
  // Stops asking; nothing was said. Gives the words back.
  QString withdraw();

  // The turn that was taken back to be done again, until it is; null otherwise.
  const Exchange* takenBack() const { return m_takenBack ? &*m_takenBack : nullptr; }

  bool canGoBack() const { return !m_session.exchanges().empty(); }
  void goBack(int keptTurns);
  // The last turn was not meant as it was understood: takes it back at no cost and gives its words.
  QString takeBackMisread();
  void saveAgain();

 signals:
  void changed();
  void asked();

 private:
  void settle(const std::optional<MoveId>& move, Understood understood);

  PracticeSession m_session;
  QString m_said;
  std::vector<MoveId> m_readings;
  std::optional<Exchange> m_takenBack;
};

}  // namespace sparring::ui
