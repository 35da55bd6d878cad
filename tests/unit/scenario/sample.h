// A small scenario in which nothing is wrong, for tests that break one thing at a time.
#pragma once

#include "scenario/scenario.h"

namespace sparring {

inline Scenario sampleScenario() {
  Move ask;
  ask.id = MoveId("ask");
  ask.phrasings = {"What would you change this year?", "What is to change?", "What is the goal?"};
  ask.acts = {ActId("ask_goal")};
  ask.effects = {"trust += 1"};
  ask.focus = {{Focus::customer, "What would you change"}};
  ask.marks = {{RuleId("accountable"), Sign::earned, "this year", "It asks for a goal.", ""}};
  ask.replies = {{LineId("ask_1"), {}, "", "The waste."}};
  ask.target = "done";

  Node hello;
  hello.id = NodeId("hello");
  hello.speaker = PersonaId("ceo");
  hello.lines = {{LineId("hello_1"), {}, "", "Good morning."}};
  hello.moves = {ask};

  Persona ceo;
  ceo.id = PersonaId("ceo");
  ceo.name = "Ruth Marlow";
  ceo.unclear = {"Pardon?"};

  Scenario scenario;
  scenario.id = "sample";
  scenario.title = "A sample";
  scenario.personas = {ceo};
  scenario.variables = {{VariableId("trust"), false, 0, 10, 4, ""}};
  scenario.start = "hello";
  scenario.nodes = {hello};
  scenario.outcomes = {{OutcomeId("done"), "", "", "Thank you.", 20}};
  return scenario;
}

}  // namespace sparring
