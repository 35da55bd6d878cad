#include "learn/evaluate.h"

#include <algorithm>
#include <map>
#include <set>

namespace sparring {
namespace {

struct Count {
  int right = 0;
  int read = 0;
  int labelled = 0;

  void add(const Count& other) {
    right += other.right;
    read += other.read;
    labelled += other.labelled;
  }
  [[nodiscard]] double f1() const {
    return read + labelled == 0 ? 0.0 : 2.0 * right / (read + labelled);
  }
};

// What one call, or many of them, came to.
struct Tally {
  std::map<std::string, Count> acts;
  Count asks;
  Count words;  // Of which `right` have the right focus, `labelled` in all.

  void add(const Tally& other) {
    for (const auto& [act, count] : other.acts) acts[act].add(count);
    asks.add(other.asks);
    words.add(other.words);
  }
  [[nodiscard]] double macro() const {
    double sum = 0;
    int labelled = 0;
    for (const auto& [act, count] : acts) {
      if (count.labelled == 0) continue;
      sum += count.f1();
      ++labelled;
    }
    return labelled == 0 ? 0.0 : sum / labelled;
  }
  [[nodiscard]] double micro() const {
    Count all;
    for (const auto& [act, count] : acts) all.add(count);
    return all.f1();
  }
  [[nodiscard]] double focus() const {
    return words.labelled == 0 ? 0.0 : static_cast<double>(words.right) / words.labelled;
  }
};

bool asks(const std::set<std::string>& acts) {
  return std::ranges::any_of(acts,
                             [](const std::string& each) { return each.starts_with("ask_"); });
}

Tally tallyOf(const UnseenReading& reading) {
  Tally out;
  std::set<std::string> labelled;
  std::set<std::string> read;
  for (const ActId& each : reading.turn->acts) labelled.insert(each.value);
  for (const ActReading& each : reading.meaning.acts) read.insert(each.act.value);
  for (const std::string& each : labelled) {
    ++out.acts[each].labelled;
    if (read.contains(each)) ++out.acts[each].right;
  }
  for (const std::string& each : read) ++out.acts[each].read;
  out.asks = {asks(read) && asks(labelled) ? 1 : 0, asks(read) ? 1 : 0, asks(labelled) ? 1 : 0};

  std::vector<Focus> given;
  for (const FocusReading& each : reading.meaning.focus) {
    given.insert(given.end(), static_cast<std::size_t>(each.wordCount), each.about);
  }
  std::size_t at = 0;
  for (const LabelledSentence& sentence : reading.turn->focus) {
    for (int i = countWords(sentence.text); i > 0; --i, ++at) {
      ++out.words.labelled;
      if (at < given.size() && given[at] == sentence.about) ++out.words.right;
    }
  }
  return out;
}

// How sure a mark was read to be in a turn that has it or has not.
struct MarkGuess {
  int perMille = 0;
  bool right = false;
};

MarkFigures markFigures(const std::string& mark, std::vector<MarkGuess> guesses) {
  MarkFigures out;
  out.mark = mark;
  std::ranges::stable_sort(guesses, std::ranges::greater{}, &MarkGuess::perMille);
  for (const MarkGuess& each : guesses) out.count += each.right ? 1 : 0;
  double right = 0;
  double pairs = 0;  // Of one that has it and a less sure one that has not; ties count half.
  for (std::size_t i = 0; i < guesses.size();) {
    double has = 0;
    double hasNot = 0;
    const int perMille = guesses[i].perMille;
    for (; i < guesses.size() && guesses[i].perMille == perMille; ++i) {
      (guesses[i].right ? has : hasNot) += 1.0;
    }
    pairs += hasNot * (right + has / 2.0);
    right += has;
    if (perMille > 0 && right >= firmShare * static_cast<double>(i)) {
      out.firm = right / std::max(out.count, 1);
      out.firmPerMille = perMille;
    }
  }
  const double others = static_cast<double>(guesses.size()) - right;
  out.area = right * others > 0 ? pairs / (right * others) : 0.0;
  return out;
}

std::vector<MarkFigures> marksOf(std::span<const UnseenReading> readings) {
  const auto nameOf = [](const RuleId& rule, Sign sign) {
    return rule.value + (sign == Sign::cost ? '-' : '+');
  };
  std::map<std::string, std::vector<MarkGuess>> guesses;
  for (const UnseenReading& each : readings) {
    for (const LabelledMark& mark : each.turn->marks) guesses[nameOf(mark.rule, mark.sign)];
  }
  std::vector<MarkGuess> all;
  for (auto& [mark, list] : guesses) {
    for (const UnseenReading& each : readings) {
      MarkGuess guess;
      for (const MarkReading& read : each.meaning.marks) {
        if (nameOf(read.rule, read.sign) == mark) guess.perMille = read.perMille;
      }
      for (const LabelledMark& labelled : each.turn->marks) {
        if (nameOf(labelled.rule, labelled.sign) == mark) guess.right = true;
      }
      list.push_back(guess);
    }
    all.insert(all.end(), list.begin(), list.end());
  }
  std::vector<MarkFigures> out;
  if (!all.empty()) out.push_back(markFigures("all", all));
  for (const auto& [mark, list] : guesses) out.push_back(markFigures(mark, list));
  return out;
}

}  // namespace

ReadingFigures figuresOf(std::span<const UnseenReading> readings) {
  std::map<std::string, Tally> byCall;
  for (const UnseenReading& each : readings) byCall[each.turn->call].add(tallyOf(each));
  std::vector<Tally> calls;
  Tally all;
  for (const auto& [call, tally] : byCall) {
    calls.push_back(tally);
    all.add(tally);
  }
  const std::vector<Tally> samples = resampled(calls);
  const auto spread = [&](const auto& value) { return spreadOf(all, samples, value); };

  ReadingFigures out;
  out.turns = static_cast<int>(readings.size());
  out.calls = static_cast<int>(calls.size());
  for (const auto& entry : all.acts) {
    const std::string& act = entry.first;
    const Count& count = entry.second;
    if (count.labelled == 0) continue;
    out.acts.push_back(
        {act, count.labelled, count.read == 0 ? 0.0 : static_cast<double>(count.right) / count.read,
         static_cast<double>(count.right) / count.labelled, spread([&](const Tally& each) {
           const auto found = each.acts.find(act);
           return found == each.acts.end() ? 0.0 : found->second.f1();
         })});
  }
  out.marks = marksOf(readings);
  out.macro = spread([](const Tally& each) { return each.macro(); });
  out.micro = spread([](const Tally& each) { return each.micro(); });
  out.asksOrNot = spread([](const Tally& each) { return each.asks.f1(); });
  out.focus = spread([](const Tally& each) { return each.focus(); });
  return out;
}

}  // namespace sparring
