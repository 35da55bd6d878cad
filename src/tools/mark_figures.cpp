#include "tools/mark_figures.h"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <ostream>

#include "grading/transcript_grader.h"

namespace sparring {
namespace {

bool overlap(Span a, Span b) {
  return a.begin < b.end && b.begin < a.end;
}

bool count(const GivenMark& mark, const UnseenReading& reading, MarkCount& out) {
  ++out.given;
  const int before = out.right;
  for (const LabelledMark& each : reading.turn->marks) {
    if (each.rule != mark.rule || each.sign != mark.sign) continue;
    ++out.right;
    out.pointing += overlap(findWords(reading.text, each.words), mark.words) ? 1 : 0;
  }
  return out.right > before;
}

std::string nameOf(const RuleId& rule, Sign sign) {
  return rule.value + (sign == Sign::earned ? " +" : " -");
}

void count(const TurnGrade& grade, const UnseenReading& reading, GradingFigures& out) {
  for (const GivenMark& mark : grade.marks) {
    const std::string name = nameOf(mark.rule, mark.sign);
    count(mark, reading, out.firmByWriter[reading.turn->writer]);
    out.weighed[name].push_back({mark.perMille, count(mark, reading, out.firm[name])});
  }
  for (const GivenMark& mark : grade.perhaps) {
    const std::string name = nameOf(mark.rule, mark.sign);
    out.weighed[name].push_back({mark.perMille, count(mark, reading, out.perhaps[name])});
  }
  for (const LabelledMark& each : reading.turn->marks) {
    ++out.firm[nameOf(each.rule, each.sign)].labelled;
    ++out.perhaps[nameOf(each.rule, each.sign)].labelled;
    ++out.firmByWriter[reading.turn->writer].labelled;
  }
}

double shareOfPairs(const std::vector<int>& good, const std::vector<int>& poor) {
  double won = 0;
  for (const int better : good) {
    for (const int worse : poor) won += better > worse ? 1 : better == worse ? 0.5 : 0;
  }
  return good.empty() || poor.empty()
             ? 0
             : won / static_cast<double>(good.size()) / static_cast<double>(poor.size());
}

std::string share(int part, int whole) {
  if (whole == 0) return "";
  char text[16];
  std::snprintf(text, sizeof text, "%.2f", static_cast<double>(part) / whole);
  return text;
}

}  // namespace

void MarkCount::add(const MarkCount& other) {
  given += other.given;
  right += other.right;
  pointing += other.pointing;
  labelled += other.labelled;
}

GradingFigures gradingFigures(const Method& method, std::span<const UnseenReading> readings) {
  struct Call {
    std::string quality;
    std::unique_ptr<TranscriptGrader> grader;
  };
  std::map<std::pair<std::string, std::string>, Call> calls;
  GradingFigures out;
  for (const UnseenReading& reading : readings) {
    Call& call = calls[{reading.turn->writer, reading.turn->call}];
    if (!call.grader) {
      call.quality = reading.turn->quality;
      call.grader = std::make_unique<TranscriptGrader>(method, reading.turn->persona);
    }
    SellerTurn turn;
    turn.text = reading.text;
    turn.meaning = reading.meaning;
    count(call.grader->add(std::move(turn), reading.turn->heard), reading, out);
  }
  std::map<std::string, std::vector<int>> scores;
  for (const auto& [name, call] : calls) {
    scores[call.quality].push_back(call.grader->grade().score.value_or(50));
  }
  out.goodOverPoor = shareOfPairs(scores["good"], scores["poor"]);
  for (const auto& [quality, all] : scores) {
    double sum = 0;
    for (const int each : all) sum += each;
    if (!all.empty()) out.meanScore[quality] = sum / static_cast<double>(all.size());
  }
  return out;
}

UnseenReadings asLabelled(std::span<const LabelledTurn> turns) {
  UnseenReadings out;
  for (const LabelledTurn& turn : turns) {
    TurnMeaning meaning;
    for (const ActId& act : turn.acts) meaning.acts.push_back({act, 1000, {0, turn.text.size()}});
    for (const LabelledSentence& each : turn.focus) {
      meaning.focus.push_back({each.about, findWords(turn.text, each.text), countWords(each.text)});
    }
    out.push_back({&turn, false, turn.text, std::move(meaning)});
  }
  return out;
}

int surenessFor(std::vector<WeighedMark> marks, double share) {
  constexpr int fewest = 10;  // Of fewer marks a share says nothing.
  std::ranges::sort(marks, std::ranges::greater{}, &WeighedMark::perMille);
  int least = 1001;
  int right = 0;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    right += marks[i].right ? 1 : 0;
    const bool isLastOfEquals = i + 1 == marks.size() || marks[i + 1].perMille < marks[i].perMille;
    const auto given = static_cast<int>(i) + 1;
    if (isLastOfEquals && given >= fewest && right >= share * given) least = marks[i].perMille;
  }
  return least;
}

void print(const GradingFigures& figures, const std::string& title, std::ostream& out) {
  out << "### Marks, " << title << "\n\n"
      << "| mark | labelled | firm | right | found | on the words | perhaps | right "
         "| .92 right from |\n|---|---|---|---|---|---|---|---|---|\n";
  MarkCount firm;
  MarkCount perhaps;
  const auto row = [&](const std::string& name, const MarkCount& sure, const MarkCount& other) {
    out << "| " << name << " | " << sure.labelled << " | " << sure.given << " | "
        << share(sure.right, sure.given) << " | " << share(sure.right, sure.labelled) << " | "
        << share(sure.pointing, sure.right) << " | " << other.given << " | "
        << share(other.right, other.given) << " | ";
    const auto weighed = figures.weighed.find(name);
    if (weighed != figures.weighed.end()) out << surenessFor(weighed->second, 0.92);
    out << " |\n";
  };
  for (const auto& [name, each] : figures.firm) {
    const auto found = figures.perhaps.find(name);
    const MarkCount other = found == figures.perhaps.end() ? MarkCount() : found->second;
    row(name, each, other);
    firm.add(each);
    perhaps.add(other);
  }
  row("all", firm, perhaps);
  out << "\n| writer | labelled | firm | right | found |\n|---|---|---|---|---|\n";
  for (const auto& [writer, each] : figures.firmByWriter) {
    out << "| " << writer << " | " << each.labelled << " | " << each.given << " | "
        << share(each.right, each.given) << " | " << share(each.right, each.labelled) << " |\n";
  }
  char text[64];
  std::snprintf(text, sizeof text, "%.3f", figures.goodOverPoor);
  out << "\nA good call scores above a poor one in " << text << " of all pairs. Mean scores:";
  for (const auto& [quality, mean] : figures.meanScore) {
    std::snprintf(text, sizeof text, " %s %.0f", quality.c_str(), mean);
    out << text;
  }
  out << ".\n\n";
}

}  // namespace sparring
