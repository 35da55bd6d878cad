#include "session/turn_reading.h"

#include <algorithm>
#include <array>

#include "language/sentences.h"
#include "language/turn_features.h"

namespace sparring {
namespace {

FocusReading focusOf(Focus about, Span words, std::string_view text) {
  return {about, words, countWords(text.substr(words.begin, words.end - words.begin))};
}

// The author's focus words where they stand in the text, and neutral stretches between them.
std::vector<FocusReading> authoredFocus(const Move& move, std::string_view text) {
  std::vector<std::pair<Span, Focus>> found;
  for (const FocusWords& focus : move.focus) {
    const Span span = findWords(text, focus.words);
    if (span.end > span.begin) found.emplace_back(span, focus.about);
  }
  std::ranges::stable_sort(found, {}, [](const auto& each) { return each.first.begin; });
  std::vector<FocusReading> out;
  std::size_t at = 0;
  for (const auto& [span, about] : found) {
    if (span.begin < at) continue;  // Overlaps an earlier stretch.
    if (span.begin > at) out.push_back(focusOf(Focus::neutral, {at, span.begin}, text));
    out.push_back(focusOf(about, span, text));
    at = span.end;
  }
  if (at < text.size()) out.push_back(focusOf(Focus::neutral, {at, text.size()}, text));
  std::erase_if(out, [](const FocusReading& each) { return each.wordCount == 0; });
  return out;
}

// Each sentence of the rep's text takes the focus that stands at its middle in the option.
std::vector<FocusReading> transferredFocus(const std::vector<FocusReading>& authored,
                                           std::string_view text) {
  int authoredWords = 0;
  for (const FocusReading& each : authored) authoredWords += each.wordCount;
  const int saidWords = countWords(text);
  std::vector<FocusReading> out;
  if (authoredWords == 0 || saidWords == 0) return out;
  int before = 0;
  for (const Span& span : sentenceSpans(text)) {
    FocusReading sentence = focusOf(Focus::neutral, span, text);
    if (sentence.wordCount == 0) continue;
    const int middle = (2 * before + sentence.wordCount) * authoredWords / (2 * saidWords);
    before += sentence.wordCount;
    int passed = 0;
    for (const FocusReading& each : authored) {
      passed += each.wordCount;
      sentence.about = each.about;
      if (middle < passed) break;
    }
    out.push_back(sentence);
  }
  return out;
}

// The unit of the text that is most like the move; all of the text without a matcher.
Span mostLike(const Move& move, const MoveMatcher* matcher, std::string_view text) {
  const std::vector<Span> units = unitSpans(partRead(text));
  Span best = units.empty() ? Span{0, text.size()} : Span{units.front().begin, units.back().end};
  if (matcher == nullptr || units.size() < 2) return best;
  int most = 0;
  const std::array<Candidate, 1> candidate = {Candidate{move.id, move.phrasings}};
  for (const Span& span : units) {
    const MoveReading reading =
        matcher->match(text.substr(span.begin, span.end - span.begin), {}, candidate);
    if (reading.ranking.front().perMille <= most) continue;
    most = reading.ranking.front().perMille;
    best = span;
  }
  return best;
}

}  // namespace

void layTags(const Move& move, const MoveMatcher* matcher, SellerTurn& turn) {
  const bool guided = turn.understood == Understood::chosen;
  const std::string_view wording =
      move.phrasings.empty() ? std::string_view() : std::string_view(move.phrasings.front());
  const std::vector<FocusReading> authored = authoredFocus(move, wording);
  turn.meaning.focus = guided ? authored : transferredFocus(authored, turn.text);
  const Span words = guided ? Span{0, turn.text.size()} : mostLike(move, matcher, turn.text);
  for (const ActId& act : move.acts) turn.meaning.acts.push_back({act, 1000, words});
  for (const FactId& fact : move.facts) {
    turn.meaning.facts.push_back({fact, FactUse::cited, words});
  }
}

}  // namespace sparring
