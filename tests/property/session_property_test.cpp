// What must hold for any call: random seeds, choices, own words and rewinds on the shipped
// scenarios.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "session/practice_session.h"
#include "support/naming_reader.h"
#include "support/small_scenario.h"

namespace sparring {
namespace {

class AnyCall {
 public:
  AnyCall() : m_store(Store::inMemory().value()) {
    m_person = {m_ids(), "Ada"};
    RC_ASSERT(m_store.addPerson(m_person).has_value());
  }

  PracticeSession play() {
    const auto file =
        *rc::gen::element(std::string("ceo-first-call"), std::string("opening-three-minutes"));
    const ScenarioFile scenario = openScenario(
        std::filesystem::path(SPARRING_SOURCE_DIR) / "scenarios" / (file + ".json"), nullptr);
    const LoadedMethod method = testing::shippedMethod();
    const auto archetypes = openArchetypes(
        std::filesystem::path(SPARRING_SOURCE_DIR) / "data/archetypes", *method.method);
    RC_ASSERT(archetypes.has_value());
    PracticeSession session =
        PracticeSession::begin(readyToPlay(scenario.loaded, *archetypes), method, m_person,
                               *rc::gen::inRange(0, 9), ports());
    const int steps = *rc::gen::inRange(1, 30);
    for (int step = 0; step < steps; ++step) take(session);
    return session;
  }

  SessionPorts ports() { return {&m_store, &m_understanding, m_clock, m_ids}; }

 private:
  // One thing that a rep may do.
  void take(PracticeSession& session) {
    const int turns = static_cast<int>(session.exchanges().size());
    const int what = *rc::gen::inRange(0, 12);
    if (session.over() || (what == 0 && turns > 0)) {
      session.rewind(*rc::gen::inRange(0, turns + 1),
                     *rc::gen::element(Rewind::Reason::redo, Rewind::Reason::misread));
      return;
    }
    const std::vector<const Move*> offered = session.offered();
    RC_ASSERT(!offered.empty());
    const Move& move = *offered[*rc::gen::inRange<std::size_t>(0, offered.size())];
    if (what == 1 || what > 9) {
      session.say(anyWords(session.method()), std::nullopt, Understood::nothing);
    } else if (what <= 3) {
      session.say(move.phrasings.back() + " " + anyWords(session.method()), move.id,
                  Understood::confirmed);
    } else {
      session.choose(move.id);
    }
  }

  // Words of any kind, some of which name acts of the method.
  static std::string anyWords(const Method& method) {
    std::string words = *rc::gen::arbitrary<std::string>();
    for (int count = *rc::gen::inRange(0, 4); count > 0; --count) {
      const auto act = *rc::gen::inRange<std::size_t>(0, method.acts.size());
      words += " " + method.acts[act].id.value + ". " + *rc::gen::arbitrary<std::string>();
    }
    return words;
  }

  IdSource m_ids = testing::countingIds();
  Clock m_clock = testing::tickingClock();
  Understanding m_understanding =
      testing::namingReader(*testing::shippedMethod().method, *rc::gen::inRange(0, 1001));
  Store m_store;
  Person m_person;
};

RC_GTEST_PROP(AnyCallProperty, replaysFromItsLogToTheSameStatesAndGrades, ()) {
  AnyCall call;
  const PracticeSession session = call.play();
  RC_PRE(!session.unsaved());
  const Result<PracticeSession> opened = PracticeSession::open(session.header().id, call.ports());
  RC_ASSERT(opened.has_value());
  RC_ASSERT(opened->exchanges().size() == session.exchanges().size());
  for (std::size_t i = 0; i < session.exchanges().size(); ++i) {
    RC_ASSERT(opened->exchanges()[i].turn == session.exchanges()[i].turn);
    RC_ASSERT(opened->exchanges()[i].answer == session.exchanges()[i].answer);
    RC_ASSERT(opened->exchanges()[i].grade == session.exchanges()[i].grade);
  }
  RC_ASSERT(opened->grade() == session.grade());
}

RC_GTEST_PROP(AnyCallProperty, everyMarkHasItsWordsAndARuleOfTheMethod, ()) {
  AnyCall call;
  const PracticeSession session = call.play();
  for (const Exchange& each : session.exchanges()) {
    const auto isWords = [&](Span span) {
      return span.begin < span.end && span.end <= each.turn.text.size();
    };
    for (const GivenMark& mark : each.grade.marks) {
      RC_ASSERT(findRule(session.method(), mark.rule) != nullptr);
      RC_ASSERT(isWords(mark.words));
      RC_ASSERT(!mark.why.empty());
    }
    for (const Breach& breach : each.grade.breaches) RC_ASSERT(isWords(breach.words));
  }
}

// The reasons read conditions as they are written; the call runs on compiled ones.
RC_GTEST_PROP(AnyCallProperty, whatIsNotOnOfferHasAReasonAndWhatIsHasNone, ()) {
  AnyCall call;
  const PracticeSession session = call.play();
  if (session.over()) return;
  const int turns = static_cast<int>(session.exchanges().size());
  std::set<const Move*> hidden;
  for (const HiddenMove& each : session.hiddenAfter(turns)) {
    hidden.insert(session.program().moves[static_cast<std::size_t>(each.move)].move);
    for (const UnmetPart& part : each.unmet) RC_ASSERT(part.since <= turns);
  }
  std::size_t offered = 0;
  for (const Move* each : session.offered()) {
    RC_ASSERT(!hidden.contains(each));
    ++offered;
  }
  std::size_t all =
      session.scenario().nodes[static_cast<std::size_t>(session.state().node)].moves.size();
  for (const Persona& each : session.scenario().personas) all += each.topics.size();
  RC_ASSERT(hidden.size() + offered == all);
}

RC_GTEST_PROP(AnyCallProperty, statesStayInBoundsAndScoresFromNoneToHundred, ()) {
  AnyCall call;
  const PracticeSession session = call.play();
  const Scenario& scenario = session.scenario();
  for (std::size_t i = 0; i < scenario.variables.size(); ++i) {
    RC_ASSERT(session.state().variables[i] >= scenario.variables[i].least);
    RC_ASSERT(session.state().variables[i] <= scenario.variables[i].most);
  }
  const CallGrade grade = session.grade();
  for (const std::optional<int>& score :
       {grade.score, grade.ruleScore, grade.stageScore, grade.ratio.score, grade.shareOfWallet}) {
    RC_ASSERT(!score || (*score >= 0 && *score <= 100));
  }
}

}  // namespace
}  // namespace sparring
