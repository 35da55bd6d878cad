// Who is in the room for nothing, and what was left unfinished: people whom nobody speaks with,
// topics that nobody can ask about, facts that nobody can use, notes to be written over.
#include <algorithm>

#include "base/text.h"
#include "scenario/check_parts.h"

namespace sparring {
namespace {

using People = NameSet;

constexpr std::string_view templatePrefix = "template-";  // Of ids.

// Where “[to do: …]” begins: how templates, and authors for themselves, mark what is unfinished.
std::size_t findNote(std::string_view text) {
  std::size_t at = text.find('[');
  while (at != std::string_view::npos) {
    const std::string_view word = text.substr(at + 1, 5);
    if (word == "to do" || word == "To do") return at;
    at = text.find('[', at + 1);
  }
  return at;
}

// Who listens in a node where the call can rest, and so can be asked.
People listeners(const Scenario& scenario) {
  const auto always = [](const Exit& exit) { return exit.when.empty(); };
  People out;
  for (const Node& node : scenario.nodes) {
    if (std::ranges::none_of(node.exits, always)) out.insert(node.speaker.value);
  }
  return out;
}

// Who answers a move, or follows with a word.
People answerers(const Scenario& scenario) {
  People out;
  forEachMoveAlone(scenario, [&](const Move& move, MoveKind) {
    for (const Line& reply : move.replies) {
      out.insert(reply.speaker.value);
      for (const Line& next : reply.then) out.insert(next.speaker.value);
    }
  });
  return out;
}

// Who says something on entering a node.
People greeters(const Scenario& scenario) {
  People out;
  for (const Node& node : scenario.nodes) {
    for (const Line& line : node.lines) {
      out.insert(line.speaker.empty() ? node.speaker.value : line.speaker.value);
      for (const Line& next : line.then) out.insert(next.speaker.value);
    }
  }
  return out;
}

void judgeNote(const Checking& checking, std::string_view text, const std::string& pointer) {
  const std::size_t begin = findNote(text);
  if (begin == std::string_view::npos) return;
  const std::string_view note = text.substr(begin, text.find(']', begin) - begin + 1);
  checking.findings.add(Code::noteLeft, pointer,
                        "This is still to be written: " + inQuotes(note) + ".",
                        "Write over it, brackets and all.");
}

void judgeNotes(const Checking& checking, const std::vector<std::string>& texts,
                const std::string& list) {
  for (std::size_t i = 0; i < texts.size(); ++i) judgeNote(checking, texts[i], pointerTo(list, i));
}

void judgeNotesOfBrief(const Checking& checking, const Brief& brief) {
  judgeNote(checking, brief.company, "/brief/company");
  judgeNotes(checking, brief.situation, "/brief/situation");
  judgeNote(checking, brief.objective, "/brief/objective");
  judgeNote(checking, brief.offering, "/brief/offering");
  judgeNotes(checking, brief.usageScenarios, "/brief/usage_scenarios");
  for (std::size_t i = 0; i < brief.facts.size(); ++i) {
    judgeNote(checking, brief.facts[i].text, pointerTo("/brief/facts", i) + "/text");
  }
}

void judgeNotesOfPeople(const Checking& checking) {
  for (std::size_t i = 0; i < checking.scenario.personas.size(); ++i) {
    const Persona& persona = checking.scenario.personas[i];
    const std::string pointer = pointerTo("/personas", i);
    judgeNote(checking, persona.name, pointer + "/name");
    judgeNote(checking, persona.role, pointer + "/role");
    judgeNote(checking, persona.wants, pointer + "/wants");
    judgeNote(checking, persona.temperament, pointer + "/temperament");
    judgeNotes(checking, persona.unclear, pointer + "/unclear");
  }
}

// Whether there is anything to look at among thousands of lines.
bool hasBracket(const Scenario& scenario) {
  bool found = false;
  const auto look = [&](const std::string& text) {
    found = found || text.find('[') != std::string::npos;
  };
  const auto lookAt = [&](const std::vector<Line>& lines) {
    for (const Line& line : lines) {
      look(line.text);
      for (const Line& next : line.then) look(next.text);
    }
  };
  for (const Node& node : scenario.nodes) lookAt(node.lines);
  forEachMoveAlone(scenario, [&](const Move& move, MoveKind) {
    lookAt(move.replies);
    for (const std::string& phrasing : move.phrasings) look(phrasing);
  });
  return found;
}

void judgeFacts(const Checking& checking) {
  NameSet used;
  forEachMoveAlone(checking.scenario, [&](const Move& move, MoveKind) {
    for (const FactId& fact : move.facts) used.insert(fact.value);
  });
  const std::vector<Fact>& facts = checking.scenario.brief.facts;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const Fact& fact = facts[i];
    const bool isUsable = !fact.keys.empty() || used.contains(fact.id.value);
    if (!fact.isPublic || isUsable || fact.id.empty()) continue;
    checking.findings.add(Code::unusableFact, pointerTo("/brief/facts", i),
                          "No move uses the fact " + inQuotes(fact.id.value) +
                              ", and no key words show that a rep does.",
                          "Name it in a move that uses it, or give it key words.");
  }
}

}  // namespace

void checkRoom(const Checking& checking) {
  const std::vector<Persona>& personas = checking.scenario.personas;
  const People listen = listeners(checking.scenario);
  const People answer = answerers(checking.scenario);
  const People greet = greeters(checking.scenario);
  for (std::size_t i = 0; i < personas.size(); ++i) {
    const Persona& persona = personas[i];
    const std::string_view id = persona.id.value;
    const std::string name = inQuotes(persona.name, id);
    if (listen.contains(id)) continue;
    if (persona.present.empty() && !persona.topics.empty()) {
      checking.findings.add(
          Code::topicNeverAsked, pointerTo("/personas", i) + "/topics",
          name + " has topics, but is never in the room while the rep can speak.",
          "Say when they are in the room (“true” for the whole call), or let them speak in a node "
          "of their own.");
    } else if (!persona.present.empty() && persona.topics.empty() && !answer.contains(id) &&
               greet.contains(id)) {
      checking.findings.add(Code::neverAddressed, pointerTo("/personas", i),
                            name +
                                " is in the room, but nobody can ask them anything and they "
                                "answer nothing.",
                            "Give them a topic, a node or a reply, or let them not be there.");
    }
  }
}

void checkLeftovers(const Checking& checking) {
  const Scenario& scenario = checking.scenario;
  judgeFacts(checking);
  // A template is made of what is to be written over.
  if (scenario.id.starts_with(templatePrefix)) return;
  judgeNote(checking, scenario.title, "/title");
  judgeNote(checking, scenario.summary, "/summary");
  judgeNotesOfBrief(checking, scenario.brief);
  judgeNotesOfPeople(checking);
  for (std::size_t i = 0; i < scenario.variants.size(); ++i) {
    judgeNote(checking, scenario.variants[i].hidden, pointerTo("/variants", i) + "/hidden");
  }
  for (std::size_t i = 0; i < scenario.outcomes.size(); ++i) {
    judgeNote(checking, scenario.outcomes[i].verdict, pointerTo("/outcomes", i) + "/verdict");
  }
  if (!hasBracket(scenario)) return;
  forEachLine(scenario, [&](const Line& line, const std::string& pointer) {
    judgeNote(checking, line.text, pointer + "/text");
  });
  forEachMove(scenario, [&](const Move& move, const std::string& pointer, MoveKind) {
    judgeNotes(checking, move.phrasings, pointer + "/phrasings");
  });
}

}  // namespace sparring
