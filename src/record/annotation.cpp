#include "record/annotation.h"

#include <algorithm>

namespace sparring {

namespace {

bool isVerdict(const Annotation& annotation) {
  return annotation.kind == Annotation::Kind::agree ||
         annotation.kind == Annotation::Kind::disagree;
}

bool takesBack(const Annotation& later, const Annotation& earlier) {
  return later.kind == Annotation::Kind::withdrawn && later.withdrawn == earlier.id;
}

// Whether both are what one person thinks of one mark.
bool replaces(const Annotation& later, const Annotation& earlier) {
  return isVerdict(later) && isVerdict(earlier) && later.author == earlier.author &&
         later.turn == earlier.turn && later.about == earlier.about && later.words == earlier.words;
}

}  // namespace

std::vector<SignedAnnotation> standing(const std::vector<SignedAnnotation>& all) {
  std::vector<SignedAnnotation> out;
  for (auto each = all.begin(); each != all.end(); ++each) {
    const Annotation& said = each->annotation;
    const bool isOver = std::any_of(each + 1, all.end(), [&](const SignedAnnotation& later) {
      return takesBack(later.annotation, said) || replaces(later.annotation, said);
    });
    if (said.kind != Annotation::Kind::withdrawn && !isOver) out.push_back(*each);
  }
  return out;
}

}  // namespace sparring
