#include "learn/fit_match.h"

#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

#include "base/exact_math.h"
#include "learn/minimise.h"

namespace sparring {
namespace {

constexpr std::size_t kinds = 6;  // Of evidence for a candidate.
using Evidence = std::array<double, kinds>;
constexpr double strength = 0.01;  // Of the belief in small weights of scaled evidence.
constexpr Patience untilDone = {.mostSteps = 200, .goodEnough = 1e-6};

Evidence evidenceIn(const CandidateEvidence& each) {
  return {each.phrasing, each.part, each.whole, each.spelling, each.asking, each.acts};
}

double dot(const Evidence& a, const double* weights) {
  return std::inner_product(a.begin(), a.end(), weights, 0.0);
}

// A text that means a move, its evidence scaled.
struct Choice {
  std::vector<Evidence> candidates;
  std::size_t right = 0;
};

// How far each kind of evidence spreads.
Evidence spreadsOf(std::span<const MatchSample> samples) {
  Evidence sum{};
  Evidence squares{};
  double count = 0;
  for (const MatchSample& sample : samples) {
    for (const CandidateEvidence& candidate : sample.evidence.candidates) {
      const Evidence each = evidenceIn(candidate);
      for (std::size_t k = 0; k < kinds; ++k) {
        sum[k] += each[k];
        squares[k] += each[k] * each[k];
      }
      ++count;
    }
  }
  Evidence out{};
  for (std::size_t k = 0; k < kinds; ++k) {
    const double mean = sum[k] / count;
    out[k] = std::sqrt(std::max(squares[k] / count - mean * mean, 1e-12));
  }
  return out;
}

// The mean of -log of the chance of what is right, and its slope.
double lossOf(const std::vector<Choice>& choices, const double* weights, double* slope) {
  double loss = 0;
  for (std::size_t k = 0; k < kinds; ++k) {
    loss += 0.5 * strength * weights[k] * weights[k];
    slope[k] = strength * weights[k];
  }
  const double part = 1.0 / static_cast<double>(choices.size());
  for (const Choice& choice : choices) {
    std::vector<double> odds;
    double sum = 0;
    for (const Evidence& each : choice.candidates) {
      odds.push_back(std::exp(dot(each, weights)));
      sum += odds.back();
    }
    loss -= part * std::log(odds[choice.right] / sum);
    for (std::size_t i = 0; i < odds.size(); ++i) {
      const double error = odds[i] / sum - (i == choice.right ? 1.0 : 0.0);
      for (std::size_t k = 0; k < kinds; ++k) slope[k] += part * error * choice.candidates[i][k];
    }
  }
  return loss;
}

std::vector<double> rankWeights(std::span<const MatchSample> samples) {
  const Evidence spreads = spreadsOf(samples);
  std::vector<Choice> choices;
  for (const MatchSample& sample : samples) {
    if (sample.text->move < 0) continue;
    Choice& choice = choices.emplace_back();
    choice.right = static_cast<std::size_t>(sample.text->move);
    for (const CandidateEvidence& candidate : sample.evidence.candidates) {
      Evidence each = evidenceIn(candidate);
      for (std::size_t k = 0; k < kinds; ++k) each[k] /= spreads[k];
      choice.candidates.push_back(each);
    }
  }
  const Objective loss = [&](const double* x, double* slope) { return lossOf(choices, x, slope); };
  std::vector<double> weights = minimise(std::vector<double>(kinds, 0.0), loss, untilDone);
  for (std::size_t k = 0; k < kinds; ++k) weights[k] /= spreads[k];
  return weights;
}

int thousandths(double weight) {
  return static_cast<int>(std::lround(1000.0 * weight));
}

// The best candidate and how much speaks for it.
struct Best {
  std::size_t candidate = 0;
  double rank = 0;
};

Best bestOf(const MatchWeights& weights, const TextEvidence& evidence) {
  Best best{0, rankOf(weights, evidence.candidates.front())};
  for (std::size_t i = 1; i < evidence.candidates.size(); ++i) {
    const double rank = rankOf(weights, evidence.candidates[i]);
    if (rank > best.rank) best = {i, rank};
  }
  return best;
}

// What one choice point, or many, came to.
struct Tally {
  int known = 0;
  std::array<int, 3> among = {};  // First, among two, among three.
  std::vector<double> fitting;    // Scores of texts that mean a move, and of those that do not.
  std::vector<double> unfitting;

  void add(const Tally& other) {
    known += other.known;
    for (std::size_t i = 0; i < among.size(); ++i) among[i] += other.among[i];
    fitting.insert(fitting.end(), other.fitting.begin(), other.fitting.end());
    unfitting.insert(unfitting.end(), other.unfitting.begin(), other.unfitting.end());
  }
  [[nodiscard]] double share(std::size_t places) const {
    return known == 0 ? 0.0 : static_cast<double>(among[places]) / known;
  }
  [[nodiscard]] double area() const {
    std::vector<double> sorted = unfitting;
    std::ranges::sort(sorted);
    double above = 0;
    for (const double each : fitting) {
      const auto [less, more] = std::ranges::equal_range(sorted, each);
      above += static_cast<double>(less - sorted.begin()) + 0.5 * static_cast<double>(more - less);
    }
    const double pairs = static_cast<double>(fitting.size() * unfitting.size());
    return pairs > 0 ? above / pairs : 0.0;
  }
};

struct Judged {
  double chance = 0;
  bool right = false;
};

Judged judge(const MatchWeights& weights, const MatchSample& sample, Tally& tally) {
  const Best best = bestOf(weights, sample.evidence);
  const double fit = fitOf(weights, best.rank, sample.evidence.heard);
  const int meant = sample.text->move;
  (meant < 0 ? tally.unfitting : tally.fitting).push_back(fit);
  if (meant >= 0) {
    const auto rightOne = static_cast<std::size_t>(meant);
    const double rank = rankOf(weights, sample.evidence.candidates[rightOne]);
    const auto above = std::ranges::count_if(
        sample.evidence.candidates, [&](const auto& each) { return rankOf(weights, each) > rank; });
    ++tally.known;
    for (std::size_t i = 0; i < tally.among.size(); ++i) {
      tally.among[i] += above <= static_cast<std::ptrdiff_t>(i) ? 1 : 0;
    }
  }
  return {1.0 / (1.0 + std::exp(-fit)), static_cast<int>(best.candidate) == meant};
}

MatchFigures figuresOf(const std::string& writer, const std::vector<Tally>& points) {
  Tally all;
  for (const Tally& each : points) all.add(each);
  const std::vector<Tally> samples = resampled(points);
  const auto among = [&](std::size_t places) {
    return spreadOf(all, samples, [&](const Tally& each) { return each.share(places); });
  };
  return {writer,
          static_cast<int>(points.size()),
          static_cast<int>(all.fitting.size() + all.unfitting.size()),
          among(0),
          among(1),
          among(2),
          spreadOf(all, samples, [](const Tally& each) { return each.area(); })};
}

}  // namespace

std::vector<MatchSample> matchSamples(std::span<const ChoicePoint> points,
                                      const MeaningMatcher& matcher) {
  std::vector<MatchSample> out;
  for (const ChoicePoint& point : points) {
    std::vector<Candidate> candidates;
    for (std::size_t i = 0; i < point.moves.size(); ++i) {
      candidates.push_back({point.moves[i], point.phrasings[i]});
    }
    for (const MeantText& each : point.texts) {
      out.push_back({&point, &each, matcher.evidence(each.text, point.heard, candidates)});
    }
  }
  return out;
}

MatchWeights fitMatching(std::span<const MatchSample> samples) {
  const std::vector<double> rank = rankWeights(samples);
  MatchWeights weights;
  weights.phrasing = thousandths(rank[0]);
  weights.part = thousandths(rank[1]);
  weights.whole = thousandths(rank[2]);
  weights.spelling = thousandths(rank[3]);
  weights.asking = thousandths(rank[4]);
  weights.acts = thousandths(rank[5]);
  // Whether the best is right, by its rank and what was heard.
  const Objective loss = [&](const double* x, double* slope) {
    double sum = 0;
    std::fill_n(slope, 3, 0.0);
    for (const MatchSample& sample : samples) {
      const Best best = bestOf(weights, sample.evidence);
      const double odds = x[0] * best.rank + x[1] * sample.evidence.heard + x[2];
      const double chance = 1.0 / (1.0 + std::exp(-odds));
      const bool right = static_cast<int>(best.candidate) == sample.text->move;
      sum -= std::log(std::max(right ? chance : 1.0 - chance, 1e-12));
      const double error = chance - (right ? 1.0 : 0.0);
      slope[0] += error * best.rank;
      slope[1] += error * sample.evidence.heard;
      slope[2] += error;
    }
    return sum;
  };
  const std::vector<double> fit = minimise({0.0, 0.0, 0.0}, loss, untilDone);
  weights.rank = thousandths(fit[0]);
  weights.heard = thousandths(fit[1]);
  weights.constant = thousandths(fit[2]);
  return weights;
}

MatchReport matchReport(std::span<const MatchSample> samples) {
  std::set<std::string> writers;
  for (const MatchSample& each : samples) writers.insert(each.point->writer);
  MatchReport out;
  std::vector<Tally> allPoints;
  std::vector<Judged> judged;
  for (const std::string& writer : writers) {
    std::vector<MatchSample> others;
    for (const MatchSample& each : samples) {
      if (each.point->writer != writer) others.push_back(each);
    }
    if (others.empty()) continue;
    const MatchWeights weights = fitMatching(others);
    std::map<const ChoicePoint*, Tally> tallies;
    for (const MatchSample& each : samples) {
      if (each.point->writer == writer) judged.push_back(judge(weights, each, tallies[each.point]));
    }
    std::vector<Tally> points;
    for (auto& [point, tally] : tallies) points.push_back(std::move(tally));
    out.writers.push_back(figuresOf(writer, points));
    std::ranges::move(points, std::back_inserter(allPoints));
  }
  if (!allPoints.empty()) out.writers.push_back(figuresOf("all", allPoints));
  for (const int perMille : {200, 300, 400, 500, 600, 700, 800, 850, 900, 930, 950}) {
    double count = 0;
    double right = 0;
    for (const Judged& each : judged) {
      if (each.chance * 1000.0 < perMille) continue;
      ++count;
      right += each.right ? 1.0 : 0.0;
    }
    out.chances.push_back({perMille,
                           count / static_cast<double>(std::max<std::size_t>(judged.size(), 1)),
                           count > 0 ? right / count : 0.0});
  }
  return out;
}

}  // namespace sparring
