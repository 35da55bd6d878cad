#include "bridge/call_view.h"

#include <QCoreApplication>

#include "bridge/text.h"

namespace sparring::ui {
namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("CallView", text);
}

QString cut(const std::string& text, Span span) {
  return toQt(std::string_view(text).substr(span.begin, span.end - span.begin));
}

Tone toneOf(Sign sign) {
  return sign == Sign::earned ? Tone::earned : Tone::cost;
}

}  // namespace

QString ruleTitle(const Method& method, const RuleId& rule) {
  const Rule* known = findRule(method, rule);
  return toQt(known != nullptr ? known->title : rule.value);
}

QString stageTitle(const Method& method, const StageId& stage) {
  const Stage* known = findStage(method, stage);
  return toQt(known != nullptr ? known->title : stage.value);
}

QList<TurnNote> notesOf(const Method& method, const Exchange& exchange) {
  QList<TurnNote> notes;
  for (const GivenMark& mark : exchange.grade.marks) {
    notes.append({toneOf(mark.sign), ruleTitle(method, mark.rule),
                  cut(exchange.turn.text, mark.words), toQt(mark.why), toQt(mark.better),
                  mark.rule});
  }
  for (const Breach& breach : exchange.grade.breaches) {
    notes.append({Tone::cost,
                  tr("Too early"),
                  cut(exchange.turn.text, breach.words),
                  toQt(breach.why),
                  toQt(breach.remedy),
                  {}});
  }
  return notes;
}

QList<PassageMark> passageMarksOf(const Method& method, const Exchange& exchange) {
  QList<PassageMark> marks;
  const auto add = [&](Span words, Tone tone, const QString& note) {
    const TextRange range = rangeOf(exchange.turn.text, words);
    marks.append({range.begin, range.length, tone, note});
  };
  // What spans much is laid down first, so that shorter stretches stay visible on top of it.
  for (const Breach& breach : exchange.grade.breaches) {
    add(breach.words, Tone::cost, tr("Too early: %1").arg(toQt(breach.why)));
  }
  for (const GivenMark& mark : exchange.grade.marks) {
    add(mark.words, toneOf(mark.sign),
        QStringLiteral("%1: %2").arg(ruleTitle(method, mark.rule), toQt(mark.why)));
  }
  return marks;
}

QList<Tag> tagsOf(const Method& method, const Exchange& exchange) {
  QList<Tag> tags;
  if (!exchange.grade.graded) {
    tags.append({tr("Not graded: not understood"), Tone::neutral,
                 tr("Nothing on offer here was recognised in these words, so they cost only a "
                    "minute.")});
  }
  for (const TurnNote& note : notesOf(method, exchange)) {
    tags.append({note.title, note.tone, note.why});
  }
  return tags;
}

std::vector<Utterance> spokenIn(const Step& step) {
  std::vector<Utterance> out;
  for (const Utterance& each : step.said) {
    if (!out.empty() && out.back().speaker == each.speaker) {
      out.back().text += "\n" + each.text;
    } else {
      out.push_back(each);
    }
  }
  return out;
}

QString buyerNameOf(const Scenario& scenario, const Utterance& utterance) {
  if (utterance.speaker < 0) return tr("Buyer");
  return toQt(scenario.personas[static_cast<std::size_t>(utterance.speaker)].name);
}

QString buyerRoleOf(const Scenario& scenario, const Utterance& utterance) {
  if (utterance.speaker < 0) return {};
  return toQt(scenario.personas[static_cast<std::size_t>(utterance.speaker)].role);
}

const Outcome* outcomeOf(const PracticeSession& session) {
  const std::optional<int> position = session.state().outcome;
  return position ? &session.scenario().outcomes[static_cast<std::size_t>(*position)] : nullptr;
}

QString ratioSentence(const RatioGrade& ratio) {
  if (ratio.customerWords + ratio.sellerWords == 0) return tr("Nothing said about anyone yet.");
  QString out =
      tr("%1 words about them, %2 about us").arg(ratio.customerWords).arg(ratio.sellerWords);
  if (ratio.customerPerSeller10) {
    out += tr(": %1.%2 to 1")
               .arg(*ratio.customerPerSeller10 / 10)
               .arg(*ratio.customerPerSeller10 % 10);
  }
  return out;
}

}  // namespace sparring::ui
