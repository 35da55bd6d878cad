// What people say about a recorded turn: comments on its words, and agreement or disagreement with
// a mark. Rows of their own, each with author and time; they never change the record or the grade,
// so that a mark and a manager's disagreement with it both stand.
#pragma once

#include <string>
#include <vector>

#include "base/clock.h"
#include "base/id.h"
#include "base/text.h"
#include "scenario/scenario.h"

namespace sparring {

struct Annotation {
  enum class Kind {
    comment,
    agree,      // With a mark of the grade,
    disagree,   // or not; the text says why.
    withdrawn,  // The author takes back an earlier annotation; its row stays.
  };
  Uuid id;
  Uuid session;
  Uuid turn;    // SellerTurn::id. Unused where withdrawn.
  Uuid author;  // A person of the same store.
  Timestamp at;
  Kind kind = Kind::comment;
  std::string about = {};  // Of agree and disagree: the rule's id, or the breach's.
  Uuid withdrawn = {};     // Of withdrawn: the annotation that is taken back.
  Span words = {};   // In the turn's text; of a comment empty where it is about the whole turn.
  std::string text;  // The comment, or the reason.
  bool operator==(const Annotation&) const = default;
};

// An annotation with what lists show of its author.
struct SignedAnnotation {
  Annotation annotation;
  std::string authorName;
  bool operator==(const SignedAnnotation&) const = default;
};

// What still stands, in the order given (oldest first): without withdrawals and what they took
// back, and of each author's agreements and disagreements with one mark (a rule or breach at the
// same words of a turn) only the last. Taking the last one back brings no earlier one back.
std::vector<SignedAnnotation> standing(const std::vector<SignedAnnotation>& all);

}  // namespace sparring
