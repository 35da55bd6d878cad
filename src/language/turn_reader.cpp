#include "language/turn_reader.h"

#include <algorithm>
#include <optional>

#include "base/exact_math.h"
#include "base/file.h"
#include "language/sentences.h"

namespace sparring {
namespace {

constexpr std::size_t largestModel = 64UL * 1024 * 1024;
constexpr std::string_view actPrefix = "act:";
constexpr std::size_t longestTurn = 4000;  // Bytes that are embedded.
constexpr int leastPerhaps = 100;          // Per-mille below which an act is not worth naming.

std::optional<Focus> focusNamed(std::string_view label) {
  if (label == "focus:customer") return Focus::customer;
  if (label == "focus:seller") return Focus::seller;
  if (label == "focus:neutral") return Focus::neutral;
  return std::nullopt;
}

// What is beyond the part that is read counts as neutral, so that no word is lost.
void addRest(std::string_view text, std::vector<FocusReading>& focus) {
  const std::size_t end = focus.back().words.end;
  const std::string_view rest = trim(text.substr(end));
  if (rest.empty()) return;
  const auto begin = static_cast<std::size_t>(rest.data() - text.data());
  focus.push_back({Focus::neutral, {begin, begin + rest.size()}, countWords(rest)});
}

}  // namespace

void embedTurn(std::string_view text, std::string_view heard, const SentenceEncoder& encoder) {
  text = text.substr(0, longestTurn);  // Of longer ones not all will be at hand.
  std::vector<std::string_view> texts = {text, heard};
  for (const std::vector<Span>& parts : {unitSpans(text), sentenceSpans(text)}) {
    for (const Span& each : parts) texts.push_back(text.substr(each.begin, each.end - each.begin));
  }
  static_cast<void>(encoder.embed(texts));
}

TurnReader::TurnReader(ReadingModel model, const SentenceEncoder* encoder)
    : m_model(std::move(model)),
      m_encoder(encoder != nullptr && encoder->hash() == m_model.encoder ? encoder : nullptr) {}

Result<TurnReader> TurnReader::open(const std::filesystem::path& path,
                                    const SentenceEncoder* encoder) {
  const Result<std::string> text = readFile(path, largestModel);
  if (!text) return std::unexpected(text.error());
  Result<ReadingModel> model = readReadingModel(*text, path.string());
  if (!model) return std::unexpected(model.error());
  return TurnReader(std::move(*model), encoder);
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
  const ReadingWeights& weights = m_encoder != nullptr ? m_model.meaning : m_model.words;
  const std::vector<std::vector<double>> evidence = weights.evidence(input);

  struct Candidate {
    ActReading reading;
    int margin = 0;  // Above the threshold.
  };
  std::vector<Candidate> candidates;
  for (std::size_t label = 0; label < m_model.labels.size(); ++label) {
    const std::string_view name = m_model.labels[label];
    if (!name.starts_with(actPrefix)) continue;
    double odds = 0;  // That at least one unit performs the act.
    std::size_t best = 0;
    for (std::size_t unit = 0; unit < evidence.size(); ++unit) {
      odds += exactExp(evidence[unit][label]);
      if (evidence[unit][label] > evidence[best][label]) best = unit;
    }
    const Calibration& calibration = weights.calibrations[label];
    const int perMille = calibration.at(odds / (1.0 + odds));
    candidates.push_back(
        {{ActId(std::string(name.substr(actPrefix.size()))), perMille, input.units[best]},
         perMille - calibration.threshold});
  }
  std::ranges::stable_sort(candidates, std::ranges::greater{}, &Candidate::margin);
  for (const Candidate& each : candidates) {
    // Every turn does something: where nothing is likely, what comes nearest.
    if (each.margin >= 0 || out.acts.empty()) {
      out.acts.push_back(each.reading);
    } else if (each.reading.perMille >= leastPerhaps) {
      out.perhaps.push_back(each.reading);
    }
  }
  for (std::vector<ActReading>* each : {&out.acts, &out.perhaps}) {
    std::ranges::stable_sort(*each, std::ranges::greater{}, &ActReading::perMille);
  }

  for (std::size_t unit = 0; unit < input.units.size(); ++unit) {
    const Span words = input.units[unit];
    FocusReading focus{Focus::neutral, words,
                       countWords(text.substr(words.begin, words.end - words.begin))};
    std::optional<double> most;
    for (std::size_t label = 0; label < m_model.labels.size(); ++label) {
      const std::optional<Focus> about = focusNamed(m_model.labels[label]);
      if (!about || (most && evidence[unit][label] <= *most)) continue;
      most = evidence[unit][label];
      focus.about = *about;
    }
    out.focus.push_back(focus);
  }
  addRest(text, out.focus);
  return out;
}

}  // namespace sparring
