// A scenario in which every key of the format is written at least once, and in which everything
// that has an id is named in every way that it can be.
#pragma once

#include "scenario/scenario.h"

namespace sparring {

inline Line fullLine(const std::string& id) {
  Line line{LineId(id), PersonaId("cfo"), "visited costs", "And what did that cost?"};
  line.then = {{LineId(id + "_then"), PersonaId("ceo"), "cfo.trust >= 3", "Quite."},
               {LineId(id + "_last"), PersonaId("cfo"), "", "Well."}};
  return line;
}

inline Move fullMove(const std::string& id) {
  Move move;
  move.id = MoveId(id);
  move.phrasings = {"Your letter names the waste. What would we have to show?", "Why the waste?"};
  move.acts = {ActId("ask_goal"), ActId("cite_customer")};
  move.when = "trust >= 2 and not (asked price or said cite) and visited costs";
  move.effects = {"trust += 2", "cfo.trust -= 1 if said cite", "goal = true if visited costs"};
  move.minutes = 2;
  move.facts = {FactId("waste"), FactId("letter")};
  move.focus = {{Focus::customer, "Your letter"}, {Focus::seller, "we"}};
  move.marks = {{RuleId("accountable"), Sign::earned, "the waste", "Her words.", ""},
                {RuleId("applications"), Sign::cost, "show", "Ours.", "What would help?"}};
  move.replies = {fullLine(id + "_reply"), fullLine(id + "_other")};
  move.target = "costs";
  return move;
}

inline Persona fullPersona(const std::string& id) {
  return {PersonaId(id),        "Ruth",       "Chief", "ceo",
          "budgeted",           "An outcome", "Calm",  "visited costs and cfo.trust",
          {"Pardon?", "What?"}, {},           {}};
}

inline Node fullNode(const std::string& id) {
  Node node;
  node.id = NodeId(id);
  node.speaker = PersonaId("cfo");
  node.title = "A node";
  node.lines = {fullLine(id + "_first"), fullLine(id + "_second")};
  node.exits = {{"trust >= 9", "won"}, {"visited costs and phase >= late", "costs"}};
  return node;
}

inline Scenario fullScenario() {
  Scenario out;
  out.id = "full";
  out.version = 2;
  out.title = "Full";
  out.summary = "All of it.";
  out.kind = "test";
  out.minutes = 20;
  out.ratioApplies = false;
  out.guidedOnly = true;
  out.aimsFor = "goal";
  out.brief = {"Marlow", {"Monday.", "Rain."},       "A meeting.",
               "Ovens.", {"If you saw?", "If she?"}, {}};
  out.brief.facts = {{FactId("waste"), "people", true, "Half the waste.", {"waste", "half"}},
                     {FactId("letter"), "people", false, "The letter.", {"letter"}}};
  out.personas = {fullPersona("ceo"), fullPersona("cfo")};
  out.personas[1].topics = {fullMove("price"), fullMove("team")};
  out.personas[1].reactions = {fullMove("listing"), fullMove("closing")};
  for (Move& reaction : out.personas[1].reactions) {
    reaction.without = {ActId("request"), ActId("close")};
    reaction.carriesOut = "C4";
  }
  out.variables = {{VariableId("trust"), false, -5, 10, 4, "Belief.", PersonaId("cfo")},
                   {VariableId("trust"), false, 0, 10, 4, "Of the room."},
                   {VariableId("goal"), true, 0, 2, 1, "Said."}};
  out.variants = {{VariantId("plain"), "Plain", "Nothing.", {"trust -= 1", "cfo.trust = 2"}},
                  {VariantId("wary"), "Wary", "Burned.", {"goal = false"}}};
  out.start = "costs";
  out.interruptions = {{"phase == overtime and visited costs", "costs"}, {"trust == 0", "won"}};
  out.nodes = {fullNode("hello"), fullNode("costs")};
  out.nodes[0].moves = {fullMove("cite"), fullMove("pitch")};
  out.outcomes = {{OutcomeId("won"), "order", "Won", "Yes.", 40, PersonaId("cfo")},
                  {OutcomeId("lost"), "refusal", "Lost", "No.", 0, PersonaId("ceo")}};
  return out;
}

}  // namespace sparring
