#include "bridge/practice_call.h"

#include <algorithm>

#include "bridge/text.h"

namespace sparring::ui {
namespace {

constexpr std::size_t readingsShown = 3;

}  // namespace

PracticeCall::PracticeCall(PracticeSession session, QObject* parent)
    : QObject(parent), m_session(std::move(session)) {}

std::unique_ptr<PracticeCall> PracticeCall::branch(const PracticeCall& from, int keptTurns) {
  auto call = std::make_unique<PracticeCall>(PracticeSession::branch(from.m_session, keptTurns));
  call->m_takenBack = from.m_session.exchanges()[static_cast<std::size_t>(keptTurns)];
  return call;
}

void PracticeCall::choose(const MoveId& move) {
  m_readings.clear();
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
      break;
  }
  m_readings.clear();
  for (const RankedMove& each : reading.ranking) {
    if (m_readings.size() < readingsShown) m_readings.push_back(each.id);
  }
  emit asked();
}

void PracticeCall::pick(int reading) {
  if (reading < 0 || static_cast<std::size_t>(reading) >= m_readings.size()) return;
  settle(m_readings[static_cast<std::size_t>(reading)], Understood::confirmed);
}

void PracticeCall::pickNone() {
  settle(std::nullopt, Understood::nothing);
}

QString PracticeCall::withdraw() {
  m_readings.clear();
  emit changed();
  return m_said;
}

void PracticeCall::settle(const std::optional<MoveId>& move, Understood understood) {
  m_readings.clear();
  m_takenBack.reset();
  m_session.say(fromQt(m_said), move, understood);
  emit changed();
}

void PracticeCall::goBack(int keptTurns) {
  const int turns = static_cast<int>(m_session.exchanges().size());
  const int kept = std::clamp(keptTurns, 0, turns);
  m_readings.clear();
  if (kept < turns) m_takenBack = m_session.exchanges()[static_cast<std::size_t>(kept)];
  m_session.rewind(kept, Rewind::Reason::redo);
  emit changed();
}

QString PracticeCall::takeBackMisread() {
  if (!canGoBack()) return {};
  const SellerTurn& last = m_session.exchanges().back().turn;
  const QString words = last.understood == Understood::chosen ? QString() : toQt(last.text);
  m_readings.clear();
  m_session.rewind(static_cast<int>(m_session.exchanges().size()) - 1, Rewind::Reason::misread);
  emit changed();
  return words;
}

void PracticeCall::saveAgain() {
  m_session.saveAgain();
  emit changed();
}

}  // namespace sparring::ui
