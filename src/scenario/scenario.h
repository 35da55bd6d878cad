// A scenario as plain values: what an author writes, nothing derived. Texts that a person may have
// typed wrongly (conditions, effects, targets) are kept as written; scenario/check.h judges them
// and dialogue/program.h makes them run. Format: docs/scenario-format.md.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.h"

namespace sparring {

using PersonaId = Id<struct PersonaTag>;
using NodeId = Id<struct NodeTag>;
using MoveId = Id<struct MoveTag>;  // Of a move, a topic or a reaction: one name space.
using LineId = Id<struct LineTag>;
using OutcomeId = Id<struct OutcomeTag>;
using FactId = Id<struct FactTag>;
using VariantId = Id<struct VariantTag>;
using VariableId = Id<struct VariableTag>;
using RuleId = Id<struct RuleTag>;    // A rule of the method.
using StageId = Id<struct StageTag>;  // A stage of the method.
using ActId = Id<struct ActTag>;      // What a turn does; see the method's list.

// Whom words are about.
enum class Focus { customer, seller, neutral };

enum class Sign { earned, cost };

// Ready to show as an author wrote it: words in the first phrasing of a move that earn or cost.
struct Mark {
  RuleId rule;
  Sign sign = Sign::earned;
  std::string words;   // A stretch of the move's first phrasing.
  std::string why;     // One plain sentence.
  std::string better;  // Where it costs: one example sentence, ready to say.
  bool operator==(const Mark&) const = default;
};

// Whom a stretch of a move's first phrasing is about; what no span covers is neutral.
struct FocusWords {
  Focus about = Focus::neutral;
  std::string words;
  bool operator==(const FocusWords&) const = default;
};

// Something a buyer says when its condition holds.
struct Line {
  LineId id;
  PersonaId speaker;  // Empty: the speaker of the node, or whoever was asked.
  std::string when;   // A condition; empty always holds.
  std::string text;
  std::vector<Line> then = {};  // Said right after it, each whose condition holds; these have none.
  bool operator==(const Line&) const = default;
};

// Something a seller can say, and what it leads to. A node's move, a persona's topic (offered
// anywhere while that persona listens) and a persona's reaction (to what a turn does; see
// dialogue/reactions.h) have the same parts; the latter two usually have no target and so stay
// where they are.
struct Move {
  MoveId id;
  std::vector<std::string> phrasings;  // The first is what a guided call offers.
  std::vector<ActId> acts;
  std::vector<ActId> without = {};  // Of a reaction: a turn with one of these does not call for it.
  std::string when;
  std::vector<std::string> effects;
  std::optional<int> minutes;  // Simulated minutes; by default from the method's acts.
  std::vector<FactId> facts;   // Facts of the brief that the words use.
  std::vector<FocusWords> focus;
  std::vector<Mark> marks;
  std::vector<Line> replies;    // The first whose condition holds is said.
  std::string target;           // A node or an outcome; empty: stay.
  std::string carriesOut = {};  // Of a reaction: the concept behind it, such as C4; for authors.
  bool operator==(const Move&) const = default;
};

// Where a call goes on its own when a condition holds.
struct Exit {
  std::string when;
  std::string target;
  bool operator==(const Exit&) const = default;
};

// A node without lines and moves whose last exit has no condition is a junction: it says nothing
// and needs no speaker.
struct Node {
  NodeId id;
  PersonaId speaker;
  std::string title;        // For lists and graphs; a few words.
  std::vector<Line> lines;  // The first whose condition holds is said on entering.
  std::vector<Exit> exits;  // Tried in order after the line; the first that holds is taken.
  std::vector<Move> moves;
  bool operator==(const Node&) const = default;
};

struct Persona {
  PersonaId id;
  std::string name;
  std::string role;
  std::string archetype;  // ceo, delegatee, committee_member …
  std::string power;      // none, budgeted, unbudgeted.
  std::string wants;
  std::string temperament;
  std::string present;               // While this condition holds, in the room beside the speaker;
                                     // empty: there only while speaking.
  std::vector<std::string> unclear;  // What this person says when a turn is not understood.
  std::vector<Move> topics;
  std::vector<Move> reactions;
  bool operator==(const Persona&) const = default;
};

// A bounded whole number, or a flag (0 or 1), that conditions read and effects change.
struct Variable {
  VariableId id;
  bool flag = false;
  int least = 0;
  int most = 1;
  int initial = 0;
  std::string meaning;
  PersonaId of = {};   // Whose state it is: conditions call it PERSONA.ID. Empty: the call's.
  bool wraps = false;  // Beyond one bound it goes on from the other; otherwise it stops there.
  bool operator==(const Variable&) const = default;
};

// One way the same call can be; the seed picks it and the session records it.
struct Variant {
  VariantId id;
  std::string title;
  std::string hidden;  // What is true in this variant and not in the brief; shown in the debrief.
  std::vector<std::string> effects;  // Applied to the initial variables.
  bool operator==(const Variant&) const = default;
};

struct Fact {
  FactId id;
  std::string category;  // people, process_principles_values, products_services.
  bool isPublic = true;  // Whether the rep could have looked it up, and so sees it in the brief.
  std::string text;
  std::vector<std::string> keys;  // Words that show that the fact is being used.
  bool operator==(const Fact&) const = default;
};

struct Brief {
  std::string company;
  std::vector<std::string> situation;  // Short lines.
  std::string objective;
  std::string offering;
  std::vector<std::string> usageScenarios;
  std::vector<Fact> facts;
  bool operator==(const Brief&) const = default;
};

struct Outcome {
  OutcomeId id;
  std::string kind;        // extended, next_meeting, delegated, refusal …
  std::string title;       // Names the outcome on the score card.
  std::string verdict;     // In the buyer's own words.
  int shareOfWallet = 0;   // 0 to 100 %, before the method adjusts it.
  PersonaId speaker = {};  // Who says the verdict; empty: whoever listens.
  bool operator==(const Outcome&) const = default;
};

struct Scenario {
  int format = 1;
  std::string id;
  int version = 1;
  std::string title;
  std::string summary;  // One sentence for its card.
  std::string kind;     // opening, ceo_call …: how Home groups it.
  int minutes = 30;     // Simulated length of the meeting.
  bool ratioApplies = true;
  bool guidedOnly = false;  // A first exercise without a text box.
  std::string aimsFor;      // The last stage of the method that this call can reach; empty: all.
  Brief brief;
  std::vector<Persona> personas;
  std::vector<Variable> variables;
  std::vector<Variant> variants;
  std::string start;                // The node where the call begins.
  std::vector<Exit> interruptions;  // After each turn; each at most once a call.
  std::vector<Node> nodes;
  std::vector<Outcome> outcomes;
  bool operator==(const Scenario&) const = default;
};

// What conditions and effects call a variable.
std::string nameOf(const Variable& variable);

bool isJunction(const Node& node);

}  // namespace sparring
