#include "bridge/practice_call.h"

#include <algorithm>

#include "bridge/text.h"

namespace sparring::ui {

PracticeCall::PracticeCall(PracticeSession session, QObject* parent)
    : QObject(parent), m_session(std::move(session)) {}

std::unique_ptr<PracticeCall> PracticeCall::branch(const PracticeCall& from, int keptTurns) {
  auto call = std::make_unique<PracticeCall>(PracticeSession::branch(from.m_session, keptTurns));
  call->m_takenBack = from.m_session.exchanges()[static_cast<std::size_t>(keptTurns)];
  return call;
}

void PracticeCall::choose(const MoveId& move) {
  m_asking.reset();
  m_takenBack.reset();
  m_session.choose(move);
  emit changed();
}

void PracticeCall::say(const QString& text) {
  if (m_session.over() || text.trimmed().isEmpty()) return;
  m_said = text.trimmed();
  const MoveReading reading = m_session.read(fromQt(m_said));
  switch (reading.verdict) {
    case MoveReading::Verdict::accept:
      settle(reading.ranking.front().id, Understood::matched);
      return;
    case MoveReading::Verdict::reject:
      settle(std::nullopt, Understood::nothing);
      return;
    case MoveReading::Verdict::ask:
      ask(reading);
      return;
  }
}

void PracticeCall::ask(const MoveReading& reading, const std::optional<MoveId>& besides) {
  m_asking = askBack(m_session, reading, besides);
  if (m_asking->readings.empty()) m_asking.reset();
  emit changed();
}

void PracticeCall::pick(int reading) {
  const auto position = static_cast<std::size_t>(reading);
  if (!m_asking || reading < 0 || position >= m_asking->readings.size()) return;
  const MoveId move = m_asking->readings[position];
  settle(move, Understood::confirmed);
}

void PracticeCall::pickNone() {
  if (m_asking) settle(std::nullopt, Understood::nothing);
}

void PracticeCall::withdraw() {
  m_asking.reset();
  emit changed();
}

void PracticeCall::settle(const std::optional<MoveId>& move, Understood understood) {
  m_asking.reset();
  m_takenBack.reset();
  m_session.say(fromQt(m_said), move, understood);
  emit changed();
}

void PracticeCall::goBack(int keptTurns) {
  const int turns = static_cast<int>(m_session.exchanges().size());
  const int kept = std::clamp(keptTurns, 0, turns);
  m_asking.reset();
  if (kept < turns) m_takenBack = m_session.exchanges()[static_cast<std::size_t>(kept)];
  m_session.rewind(kept, Rewind::Reason::redo);
  emit changed();
}

void PracticeCall::takeBackMisread() {
  if (!canGoBack()) return;
  const SellerTurn last = m_session.exchanges().back().turn;
  m_asking.reset();
  m_session.rewind(static_cast<int>(m_session.exchanges().size()) - 1, Rewind::Reason::misread);
  m_said = last.understood == Understood::chosen ? QString() : toQt(last.text);
  if (m_said.isEmpty()) {
    emit changed();
    return;
  }
  ask(m_session.read(last.text), last.move);
}

void PracticeCall::saveAgain() {
  m_session.saveAgain();
  emit changed();
}

}  // namespace sparring::ui
