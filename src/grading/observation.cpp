#include "grading/observation.h"

#include <algorithm>
#include <set>

namespace sparring {
namespace {

constexpr int fewestFocusWords = 10;

void look(const std::vector<ActReading>& readings, const Method& method, Observation& out) {
  for (const ActReading& each : readings) {
    const ActDefinition* act = findAct(method, each.act);
    if (act == nullptr) continue;
    Seen& seen = out[static_cast<std::size_t>(act - method.acts.data())];
    if (each.perMille > seen.perMille) seen = {each.perMille, each.words};
  }
}

// The patterns of a text that belong to signals of a kind.
void lookForPatterns(const Method& method, const SaidWords& said, Signal::Kind kind,
                     Observation& out) {
  std::vector<std::pair<int, int>> counted;  // Signal, pattern: each counts once.
  std::vector<int> counts(method.knownSignals.size());
  for (const PatternIndex::Found& found : method.patterns.find(said)) {
    const auto signal = static_cast<std::size_t>(found.owner);
    if (method.knownSignals[signal].kind != kind) continue;
    if (std::ranges::find(counted, std::pair(found.owner, found.pattern)) != counted.end())
      continue;
    counted.emplace_back(found.owner, found.pattern);
    Seen& seen = out[method.acts.size() + signal];
    if (counts[signal] == 0 && kind == Signal::Kind::words) seen.words = found.words;
    if (++counts[signal] >= method.knownSignals[signal].least) seen.perMille = 1000;
  }
}

bool hasEcho(const std::string& word, const SaidWords& heard, std::size_t shortest) {
  return std::ranges::any_of(heard.words, [&](const std::string& each) {
    return each.size() >= shortest && each.starts_with(std::string_view(word).substr(0, shortest));
  });
}

Seen echo(const Signal& signal, const SaidWords& said, const SaidWords& heard) {
  const auto shortest = static_cast<std::size_t>(signal.shortest);
  std::set<std::string_view> taken;  // By their beginnings, so that inflections are one word.
  Seen out;
  for (std::size_t i = 0; i < said.words.size(); ++i) {
    const std::string& word = said.words[i];
    if (word.size() < shortest || !hasEcho(word, heard, shortest)) continue;
    const auto isWord = [&](const WordPattern& each) { return each.front() == word; };
    if (std::ranges::any_of(signal.patterns, isWord)) continue;
    if (taken.empty()) out.words = said.spans[i];
    taken.insert(std::string_view(word).substr(0, shortest));
    out.words.end = said.spans[i].end;
  }
  if (static_cast<int>(taken.size()) >= signal.least) out.perMille = 1000;
  return out;
}

Seen share(const Signal& signal, const SellerTurn& turn) {
  int all = 0;
  int about = 0;
  Seen out;
  for (const FocusReading& each : turn.meaning.focus) {
    all += each.wordCount;
    if (each.about != signal.about) continue;
    if (about == 0) out.words = each.words;
    about += each.wordCount;
  }
  if (all >= fewestFocusWords && about * 1000 >= signal.least * all) out.perMille = 1000;
  return out;
}

Seen factUse(const Signal& signal, const SellerTurn& turn) {
  for (const FactReading& each : turn.meaning.facts) {
    if (each.use == signal.use) return {1000, each.words};
  }
  return {};
}

// The surest of some things; the first of equals.
Seen surest(const std::vector<int>& things, const Observation& seen) {
  Seen out;
  for (const int thing : things) {
    const Seen& each = seen[static_cast<std::size_t>(thing)];
    if (each.perMille > out.perMille) out = each;
  }
  return out;
}

bool wasSeen(int thing, const CallMemory& memory) {
  const auto at = static_cast<std::size_t>(thing);
  return at < memory.seen.size() && memory.seen[at] > 0;
}

bool allows(const Clause& clause, const Situation& situation) {
  const auto before = [&](int thing) { return wasSeen(thing, situation.memory); };
  const auto isDone = [&](const StageId& id) {
    const Stage* stage = findStage(situation.method, id);
    return stage == nullptr ||
           situation.stagesDone[static_cast<std::size_t>(stage - situation.method.stages.data())];
  };
  if (!std::ranges::all_of(clause.earlier, before)) return false;
  if (std::ranges::any_of(clause.notEarlier, before)) return false;
  if (!std::ranges::all_of(clause.done, isDone)) return false;
  if (!clause.owed.empty() && std::ranges::all_of(clause.owed, isDone)) return false;
  if (!clause.archetypes.empty() &&
      std::ranges::find(clause.archetypes, situation.archetype) == clause.archetypes.end()) {
    return false;
  }
  return clause.when.empty() || (declaresAll(clause.state, situation.scenario) &&
                                 evaluate(clause.state, situation.scenario, situation.before));
}

}  // namespace

Span wholeOf(std::string_view text) {
  const std::string_view trimmed = trim(text);
  if (trimmed.empty()) return {0, text.size()};
  const auto begin = static_cast<std::size_t>(trimmed.data() - text.data());
  return {begin, begin + trimmed.size()};
}

Observation observe(const Method& method, const SellerTurn& turn, std::string_view heard) {
  Observation out(method.acts.size() + method.knownSignals.size());
  look(turn.meaning.acts, method, out);
  look(turn.meaning.perhaps, method, out);
  if (method.knownSignals.empty()) return out;
  const SaidWords said = saidWords(turn.text);
  const SaidWords before = saidWords(heard);
  lookForPatterns(method, said, Signal::Kind::words, out);
  lookForPatterns(method, before, Signal::Kind::heard, out);
  for (std::size_t i = 0; i < method.knownSignals.size(); ++i) {
    const Signal& signal = method.knownSignals[i];
    Seen& seen = out[method.acts.size() + i];
    switch (signal.kind) {
      case Signal::Kind::words:
      case Signal::Kind::heard:
        break;
      case Signal::Kind::fact:
        seen = factUse(signal, turn);
        break;
      case Signal::Kind::echo:
        seen = echo(signal, said, before);
        break;
      case Signal::Kind::focus:
        seen = share(signal, turn);
        break;
      case Signal::Kind::length:
        if (static_cast<int>(said.words.size()) >= signal.least) {
          seen = {1000, wholeOf(turn.text)};
        }
        break;
    }
  }
  return out;
}

Seen weigh(const Clause& clause, const Situation& situation) {
  if (!allows(clause, situation)) return {};
  Seen out{1000, {}};
  if (!clause.breaches.empty()) {
    const auto breach = std::ranges::find_if(situation.breaches, [&](const Breach& each) {
      return std::ranges::find(clause.breaches, each.id) != clause.breaches.end();
    });
    if (breach == situation.breaches.end()) return {};
    out.words = breach->words;
  }
  for (const int thing : clause.all) {
    const Seen& each = situation.seen[static_cast<std::size_t>(thing)];
    out.perMille = std::min(out.perMille, each.perMille);
    if (out.words.end == out.words.begin) out.words = each.words;
  }
  if (!clause.any.empty()) {
    const Seen best = surest(clause.any, situation.seen);
    out.perMille = std::min(out.perMille, best.perMille);
    if (out.words.end == out.words.begin) out.words = best.words;
  }
  const int against = surest(clause.none, situation.seen).perMille;
  out.perMille = out.perMille * (1000 - against) / 1000 * clause.sure / 1000;
  return out;
}

}  // namespace sparring
