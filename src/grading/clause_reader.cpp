#include "grading/clause_reader.h"

namespace sparring {
namespace {

std::string notDefined(const std::string& name) {
  return "'" + name + "' is not defined in this method.";
}
constexpr const char* defineIt = "Define it, or correct the spelling.";

bool asksOfTurn(const Clause& clause) {
  return !clause.all.empty() || !clause.any.empty() || !clause.breaches.empty();
}

}  // namespace

void ClauseReader::knowThings(const std::vector<ActDefinition>& acts,
                              const std::vector<Signal>& known) {
  int position = 0;
  for (const ActDefinition& each : acts) m_things.emplace(each.id.value, position++);
  for (const Signal& each : known) m_things.emplace(each.id.value, position++);
}

void ClauseReader::signal(const Json& item, const std::string& at, Signal& out) {
  m_reader.onlyKeys(item, at,
                    {"id", "title", "kind", "patterns", "use", "about", "least", "shortest"});
  m_reader.text(item, at, "title", out.title);
  m_reader.choice(item, at, "kind", {"words", "heard", "fact", "echo", "focus", "length"},
                  out.kind);
  m_reader.optionalNumber(item, at, "least", 1, 1000, out.least);
  m_reader.optionalNumber(item, at, "shortest", 1, 50, out.shortest);
  m_reader.texts(item, at, "patterns",
                 [&](const std::string& text, const Json& each, const std::string& place) {
                   WordPattern pattern = patternOf(text);
                   if (pattern.empty()) {
                     m_reader.report("ME012", each, place, "'" + text + "' asks for no word.",
                                     "A pattern needs at least one word or number.");
                     return;
                   }
                   out.patterns.push_back(std::move(pattern));
                 });
  const bool isWords = out.kind == Signal::Kind::words || out.kind == Signal::Kind::heard;
  if (isWords && out.patterns.empty()) {
    m_reader.report("ME012", item, pointerTo(at, "patterns"),
                    "This signal has no patterns to look for.", "List them under 'patterns'.");
  }
  if (out.kind == Signal::Kind::fact) {
    m_reader.choice(item, at, "use", {"cited", "wrong", "asked"}, out.use);
  }
  if (out.kind == Signal::Kind::focus) {
    m_reader.choice(item, at, "about", {"customer", "seller", "neutral"}, out.about);
  }
}

template <class Name>
void ClauseReader::known(const Json& parent, const std::string& at, const char* key,
                         const std::set<std::string>& ids, std::vector<Name>& out) {
  m_reader.texts(parent, at, key,
                 [&](const std::string& name, const Json& item, const std::string& place) {
                   if (ids.contains(name)) {
                     out.emplace_back(name);
                   } else {
                     m_reader.report("ME005", item, place, notDefined(name), defineIt);
                   }
                 });
}

void ClauseReader::things(const Json& parent, const std::string& at, const char* key,
                          std::vector<int>& out) {
  m_reader.texts(parent, at, key,
                 [&](const std::string& name, const Json& item, const std::string& place) {
                   if (const auto found = m_things.find(name); found != m_things.end()) {
                     out.push_back(found->second);
                   } else {
                     m_reader.report("ME005", item, place, notDefined(name), defineIt);
                   }
                 });
}

void ClauseReader::stage(const Json& parent, const std::string& at, const char* key, StageId& out) {
  m_reader.text(parent, at, key, out.value);
  if (out.empty() || m_stageIds.contains(out.value)) return;
  m_reader.report("ME005", *parent.find(key), pointerTo(at, key), notDefined(out.value), defineIt);
  out = {};
}

void ClauseReader::state(const Json& item, const std::string& at, Clause& out) {
  m_reader.optionalText(item, at, "when", out.when);
  const auto state = parseCondition(out.when);
  if (state) {
    out.state = *state;
    return;
  }
  m_reader.report("ME008", item, pointerTo(at, "when"), state.error().message,
                  "Conditions are described in docs/scenario-format.md.");
  out.when.clear();
}

// What can never hold, or always does.
void ClauseReader::judgeClause(const Json& item, const std::string& at, const Clause& clause) {
  if (!asksOfTurn(clause)) {
    m_reader.report("ME013", item, at, "This asks for nothing that a turn does.",
                    "Name at least one act, signal or breach under 'all', 'any' or 'breaches'.");
  }
  const auto excluded = [&](int thing) {
    return std::ranges::find(clause.none, thing) != clause.none.end();
  };
  const bool noneLeft = !clause.any.empty() && std::ranges::all_of(clause.any, excluded);
  const bool bothWays = std::ranges::any_of(clause.earlier, [&](int thing) {
    return std::ranges::find(clause.notEarlier, thing) != clause.notEarlier.end();
  });
  if (noneLeft || bothWays || std::ranges::any_of(clause.all, excluded)) {
    m_reader.report("ME013", item, at, "This can never hold: it wants and forbids the same.",
                    "Take one of the two out.");
  }
}

Clause ClauseReader::clause(const Json& item, const std::string& at) {
  Clause out;
  m_reader.onlyKeys(item, at,
                    {"all", "any", "none", "earlier", "not_earlier", "done", "owed", "breaches",
                     "archetypes", "when", "sure", "why", "better"});
  things(item, at, "all", out.all);
  things(item, at, "any", out.any);
  things(item, at, "none", out.none);
  things(item, at, "earlier", out.earlier);
  things(item, at, "not_earlier", out.notEarlier);
  known(item, at, "done", m_stageIds, out.done);
  known(item, at, "owed", m_stageIds, out.owed);
  known(item, at, "breaches", m_breachIds, out.breaches);
  m_reader.texts(item, at, "archetypes",
                 [&](const std::string& word, const Json&, const std::string&) {
                   out.archetypes.push_back(word);
                 });
  state(item, at, out);
  m_reader.optionalNumber(item, at, "sure", 1, 1000, out.sure);
  m_reader.optionalText(item, at, "why", out.why);
  m_reader.optionalText(item, at, "better", out.better);
  judgeClause(item, at, out);
  return out;
}

void ClauseReader::clauses(const Json& parent, const std::string& at, const char* key,
                           std::vector<Clause>& out) {
  m_reader.optionalObjects(parent, at, key, [&](const Json& item, const std::string& place) {
    out.push_back(clause(item, place));
    if (out.back().why.empty()) {
      m_reader.report("ME002", item, pointerTo(place, "why"), "'why' is missing.",
                      "Say in one plain sentence why this counts.");
    }
  });
}

void ClauseReader::judging(const Json& parent, const std::string& at, const char* key,
                           Judging& out) {
  const Json* item = parent.find(key);
  if (item == nullptr) return;
  const std::string place = pointerTo(at, key);
  if (item->kind != Json::Kind::object) {
    m_reader.report("ME004", *item, place,
                    std::string("'") + key + "' must be an object in braces.");
    return;
  }
  m_reader.onlyKeys(*item, place, {"scorer", "firm", "perhaps", "why", "better"});
  m_reader.optionalText(*item, place, "scorer", out.scorer.value);
  m_reader.optionalNumber(*item, place, "firm", 1, 1001, out.firm);
  m_reader.optionalNumber(*item, place, "perhaps", 1, 1001, out.perhaps);
  if (out.perhaps > out.firm) {
    m_reader.report("ME003", *item, pointerTo(place, "perhaps"),
                    "A mark is sooner firm than worth a thought: 'perhaps' is above 'firm'.",
                    "Give 'perhaps' no more than 'firm'.");
  }
  if (!out.scorer.empty()) m_reader.text(*item, place, "why", out.why);
  m_reader.optionalText(*item, place, "better", out.better);
}

}  // namespace sparring
