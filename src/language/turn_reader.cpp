#include "language/turn_reader.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

#include "base/exact_math.h"
#include "base/file.h"
#include "language/sentences.h"

namespace sparring {
namespace {

constexpr std::string_view actPrefix = "act:";
constexpr std::string_view askPrefix = "act:ask_";
constexpr std::string_view markPrefix = "mark:";
constexpr std::string_view asks = "asks";  // That the turn does any of the acts that ask.
constexpr int leastPerhaps = 100;          // Per-mille below which nothing is worth naming.

std::optional<Focus> focusNamed(std::string_view label) {
  if (label == "focus:customer") return Focus::customer;
  if (label == "focus:seller") return Focus::seller;
  if (label == "focus:neutral") return Focus::neutral;
  return std::nullopt;
}

// What is beyond the part that is read counts as neutral, so that no word is lost. A word that was
// cut stays whole.
void addRest(std::string_view text, std::vector<FocusReading>& focus) {
  std::size_t& end = focus.back().words.end;
  if (end == text.size()) return;
  for (const Span& word : wordSpans(text)) {
    if (word.begin < end && end < word.end) end = word.end;
  }
  const std::string_view rest = trim(text.substr(end));
  if (rest.empty()) return;
  const auto begin = static_cast<std::size_t>(rest.data() - text.data());
  focus.push_back({Focus::neutral, {begin, begin + rest.size()}, countWords(rest)});
}

double chanceOf(double evidence) {
  const double odds = exactExp(evidence);
  return odds / (1.0 + odds);
}

int perMilleOf(double evidence) {
  return static_cast<int>(std::floor(1000.0 * chanceOf(evidence) + 0.5));
}

// What one label came to in a turn.
struct Candidate {
  std::string_view label;
  int perMille = 0;
  int margin = 0;  // Above the threshold.
  Span words;      // Of the unit that speaks for it most.
};

// `ofUnits` is the evidence for each unit alone, of a turn that has several.
std::vector<Candidate> candidatesOf(const ReadingWeights& weights, const std::vector<double>& turn,
                                    std::span<const std::vector<double>> ofUnits,
                                    std::span<const Span> units) {
  std::vector<Candidate> out;
  for (std::size_t label = 0; label < turn.size(); ++label) {
    std::size_t best = 0;
    for (std::size_t unit = 1; unit < ofUnits.size(); ++unit) {
      if (ofUnits[unit][label] > ofUnits[best][label]) best = unit;
    }
    const int perMille = perMilleOf(turn[label]);
    out.push_back(
        {weights.labels[label], perMille, perMille - weights.thresholds[label], units[best]});
  }
  return out;
}

// Whether any act that asks stands in the list, and whether it should.
void settleAsking(const std::vector<Candidate>& candidates, std::vector<Candidate>& acts) {
  const auto whether = std::ranges::find(candidates, asks, &Candidate::label);
  if (whether == candidates.end()) return;
  const auto isAsking = [](const Candidate& each) { return each.label.starts_with(askPrefix); };
  if (whether->margin < 0 || std::ranges::any_of(acts, isAsking)) return;
  const Candidate* nearest = nullptr;
  for (const Candidate& each : candidates) {
    if (isAsking(each) && (nearest == nullptr || each.margin > nearest->margin)) nearest = &each;
  }
  if (nearest != nullptr) acts.push_back(*nearest);
}

ActReading actOf(const Candidate& candidate) {
  return {ActId(std::string(candidate.label.substr(actPrefix.size()))), candidate.perMille,
          candidate.words};
}

std::vector<MarkReading> marksOf(const std::vector<Candidate>& candidates) {
  std::vector<MarkReading> out;
  for (const Candidate& each : candidates) {
    if (!each.label.starts_with(markPrefix) || each.perMille < leastPerhaps) continue;
    const std::string_view mark = each.label.substr(markPrefix.size());
    out.push_back({RuleId(std::string(mark.substr(0, mark.size() - 1))),
                   mark.back() == '-' ? Sign::cost : Sign::earned, each.perMille, each.words});
  }
  std::ranges::stable_sort(out, std::ranges::greater{}, &MarkReading::perMille);
  return out;
}

// Rows of numbers, each as some input gives them; none without vectors.
template <class Input>
Rows rowsOf(std::size_t count, std::size_t width, bool hasVectors, const Input& numbersOf) {
  Rows rows(count, hasVectors ? width : 0);
  for (std::size_t i = 0; i < count; ++i) std::ranges::copy(numbersOf(i), rows.row(i).begin());
  return rows;
}

// What turns do: of each the evidence by label.
std::vector<std::vector<double>> evidenceOfTurns(const ReadingWeights& weights,
                                                 const NumberWeights& ofNumbers,
                                                 std::span<const TurnInput* const> turns) {
  const Rows added =
      ofNumbers.times(rowsOf(turns.size(), turnNumbers, !turns.front()->vectors.empty(),
                             [&](std::size_t i) { return numbersOfTurn(*turns[i]); }));
  std::vector<std::vector<double>> out;
  for (std::size_t i = 0; i < turns.size(); ++i) {
    out.push_back(weights.evidence(weights.beginning(), turns[i]->features, added.row(i)));
  }
  return out;
}

std::vector<FocusReading> focusOf(const ReadingModel::Parts& parts, const NumberWeights& ofNumbers,
                                  const std::vector<double>& turn, const TurnInput& input,
                                  std::string_view text) {
  FirstLook first;
  first.turn = turn;
  const std::vector<double> around = parts.units.beginning(input.ofUnits.around);
  const Rows added =
      ofNumbers.times(rowsOf(input.units.size(), unitNumbers, !input.vectors.empty(),
                             [&](std::size_t unit) { return numbersOfUnit(input, unit); }));
  for (std::size_t unit = 0; unit < input.units.size(); ++unit) {
    first.units.push_back(parts.units.evidence(around, input.ofUnits.own[unit], added.row(unit)));
    const Span words = input.units[unit];
    first.words.push_back(countWords(text.substr(words.begin, words.end - words.begin)));
  }
  std::vector<FocusReading> out;
  for (std::size_t unit = 0; unit < input.units.size(); ++unit) {
    std::vector<double> evidence = first.units[unit];
    if (!parts.focus.inBias.empty()) parts.focus.addTo(evidence, secondLook(first, unit));
    FocusReading focus{Focus::neutral, input.units[unit], first.words[unit]};
    std::optional<double> most;
    for (std::size_t label = 0; label < evidence.size(); ++label) {
      const std::optional<Focus> about = focusNamed(parts.units.labels[label]);
      if (!about || (most && evidence[label] <= *most)) continue;
      most = evidence[label];
      focus.about = *about;
    }
    out.push_back(focus);
  }
  addRest(text, out);
  return out;
}

}  // namespace

void embedTurn(std::string_view text, std::string_view heard, const SentenceEncoder& encoder) {
  text = partRead(text);
  std::vector<std::string_view> texts = {heard};
  for (const Span& each : unitSpans(text)) {
    texts.push_back(text.substr(each.begin, each.end - each.begin));
  }
  static_cast<void>(encoder.embed(texts));
}

TurnReader::TurnReader(ReadingModel model, const SentenceEncoder* encoder)
    : m_model(std::move(model)),
      m_encoder(encoder != nullptr && encoder->hash() == m_model.encoder ? encoder : nullptr),
      m_parts(m_encoder != nullptr ? &ReadingModel::meaning : &ReadingModel::words) {
  ReadingModel::Parts& parts = m_model.*m_parts;
  parts.turns.features.index();
  parts.units.features.index();
  if (m_encoder == nullptr) return;
  m_turnNumbers = NumberWeights(parts.turns);
  m_unitNumbers = NumberWeights(parts.units);
}

Result<TurnReader> TurnReader::open(const std::filesystem::path& path,
                                    const SentenceEncoder* encoder) {
  const Result<MappedFile> file = MappedFile::open(path);
  if (!file) return std::unexpected(file.error());
  const auto read = isPackedReadingModel(file->bytes()) ? unpackReadingModel : readReadingModel;
  Result<ReadingModel> model =
      read(file->bytes(), path.string(), encoder != nullptr ? encoder->hash() : "");
  if (!model) return std::unexpected(model.error());
  return TurnReader(std::move(*model), encoder);
}

std::vector<float> TurnReader::chancesOfActs(const TurnInput& input) const {
  const ReadingWeights& weights = (m_model.*m_parts).turns;
  const std::vector<double> evidence =
      evidenceOfTurns(weights, m_turnNumbers, std::array{&input}).front();
  std::vector<float> out;
  for (std::size_t i = 0; i < evidence.size(); ++i) {
    if (weights.labels[i].starts_with(actPrefix)) {
      out.push_back(static_cast<float>(chanceOf(evidence[i])));
    }
  }
  return out;
}

std::string TurnReader::name() const {
  constexpr std::size_t enough = 16;  // Digits.
  const std::string encoder =
      m_encoder != nullptr ? m_encoder->hash().substr(0, enough) : std::string("words");
  return m_model.hash.substr(0, enough) + "+" + encoder;
}

TurnMeaning TurnReader::read(std::string_view text, std::string_view heard) const {
  return read(text, turnInput(text, heard, m_encoder));
}

TurnMeaning TurnReader::read(std::string_view text, const TurnInput& input) const {
  TurnMeaning out;
  if (input.units.empty()) return out;
  const ReadingModel::Parts& parts = m_model.*m_parts;
  std::vector<TurnInput> alones;  // Each of several units alone.
  for (std::size_t unit = 0; unit < input.units.size() && input.units.size() > 1; ++unit) {
    alones.push_back(alone(input, unit, text));
  }
  std::vector<const TurnInput*> looks = {&input};
  for (const TurnInput& each : alones) looks.push_back(&each);
  const auto evidence = evidenceOfTurns(parts.turns, m_turnNumbers, looks);
  const std::vector<double>& turn = evidence.front();
  const std::vector<Candidate> candidates =
      candidatesOf(parts.turns, turn, std::span(evidence).subspan(1), input.units);

  std::vector<Candidate> acts;
  std::vector<Candidate> others;
  for (const Candidate& each : candidates) {
    if (each.label.starts_with(actPrefix)) (each.margin >= 0 ? acts : others).push_back(each);
  }
  settleAsking(candidates, acts);
  std::ranges::stable_sort(others, std::ranges::greater{}, &Candidate::margin);
  // Every turn does something: where nothing is likely, what comes nearest.
  if (acts.empty() && !others.empty()) acts.push_back(others.front());
  for (const Candidate& each : acts) out.acts.push_back(actOf(each));
  for (const Candidate& each : others) {
    const bool isTaken = std::ranges::find(acts, each.label, &Candidate::label) != acts.end();
    if (!isTaken && each.perMille >= leastPerhaps) out.perhaps.push_back(actOf(each));
  }
  for (std::vector<ActReading>* each : {&out.acts, &out.perhaps}) {
    std::ranges::stable_sort(*each, std::ranges::greater{}, &ActReading::perMille);
  }
  out.focus = focusOf(parts, m_unitNumbers, turn, input, text);
  out.marks = marksOf(candidates);
  return out;
}

}  // namespace sparring
