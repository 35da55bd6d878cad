// Which of the things that can be said now a free sentence means, or none. The interface that every
// matcher fills; the caller decides what to do with a doubtful answer.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/scenario.h"

namespace sparring {

struct Candidate {
  MoveId id;
  std::span<const std::string> phrasings;  // Owned by the caller for the time of the call.
};

struct RankedMove {
  MoveId id;
  int perMille = 0;  // 0 to 1000: how likely meant; the matcher says how it compares.
  bool operator==(const RankedMove&) const = default;
};

struct MoveReading {
  enum class Verdict { accept, ask, reject };
  Verdict verdict = Verdict::reject;
  std::vector<RankedMove> ranking;  // Best first; ties in the candidates' order.
  bool operator==(const MoveReading&) const = default;
};

class MoveMatcher {
 public:
  virtual ~MoveMatcher() = default;
  // `heard` is the buyer's line that the text answers. Takes any text; bounded time.
  [[nodiscard]] virtual MoveReading match(std::string_view text, std::string_view heard,
                                          std::span<const Candidate> candidates) const = 0;
};

}  // namespace sparring
