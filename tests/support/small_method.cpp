#include "support/small_method.h"

namespace sparring::testing {

std::string smallMethodBytes() {
  return R"({
  "format": 2, "id": "small", "version": 1, "title": "Small",
  "acts": [
    {"id": "ask", "title": "asks", "minutes": 1},
    {"id": "tell", "title": "tells", "minutes": 1},
    {"id": "give", "title": "gives", "minutes": 1},
    {"id": "take", "title": "takes", "minutes": 1}
  ],
  "number_words": ["two"],
  "signals": [
    {"id": "soon", "title": "names an hour", "kind": "words", "patterns": ["by # o'clock"]},
    {"id": "theirs", "title": "takes up a word", "kind": "echo", "least": 1, "shortest": 5,
     "patterns": ["there"]}
  ],
  "stages": [
    {"id": "known", "title": "what is known", "meaning": "Ask.", "done_when": "known >= 2",
     "done_by": ["ask"], "done_times": 2, "answer_words": 2}
  ],
  "breaches": [
    {"id": "early", "acts": ["tell"], "needs": ["known"], "why": "Early: {stage}.",
     "remedy": "Ask first."}
  ],
  "sureness": {"firm": 850, "perhaps": 300, "watched": 500},
  "rules": [
    {"id": "care", "title": "Care", "says": "Care.", "role": "Carer", "meaning": "You care.",
     "weight": 2,
     "earned": {"scorer": "warmth", "why": "It reads warm."},
     "earns": [{"all": ["ask"], "none": ["tell"], "sure": 900, "why": "You ask."}],
     "costs": [{"all": ["tell"], "why": "You tell.", "better": "Ask."}]}
  ],
  "concepts": [
    {"id": "fair", "title": "Fair", "meaning": "Give and take.", "weight": 1,
     "kept": [{"all": ["give", "take"], "why": "Both."}],
     "broken": [{"all": ["give"], "none": ["take"], "why": "Only given.", "better": "Take."}],
     "redeemed_by": ["take"]},
    {"id": "told", "title": "Told", "meaning": "After asking.", "weight": 1,
     "kept": [{"all": ["tell"], "earlier": ["ask"], "why": "Asked before."}],
     "broken": [
       {"all": ["tell"], "not_earlier": ["ask"], "archetypes": ["king"], "why": "To a king.",
        "better": "Ask."},
       {"breaches": ["early"], "done": ["known"], "why": "Never both.", "better": "-"}
     ]}
  ],
  "ratio": {
    "target_tenths": 40, "enough_words": 40, "first_words": 15, "seller_first_cost": 25,
    "left_out_acts": [], "never_about_us": "Never.",
    "bands": [{"at_least_tenths": 0, "score": 50, "customer_first": "A.", "seller_first": "B."}]
  },
  "figures": {
    "question_acts": ["ask"], "prescription_acts": ["tell"],
    "tallies": [{"id": "promised", "title": "promises", "when": {"all": ["give", "soon"]}}]
  },
  "transcripts": [{"archetypes": ["clerk"], "ratio_applies": false, "aims_for": "known"}],
  "weights": {
    "rules": 50, "ratio": 20, "stages": 20, "concepts": 10, "assumed_earned": 1,
    "assumed_cost": 1, "breach_cost": 15, "wallet_per_point": 400
  },
  "long_turn_words": 60, "long_turn_minutes": 1, "unclear_minutes": 1
})";
}

Method smallMethod() {
  return readMethod(smallMethodBytes()).method.value();
}

}  // namespace sparring::testing
