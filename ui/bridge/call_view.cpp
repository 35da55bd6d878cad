#include "bridge/call_view.h"

#include <QCoreApplication>
#include <algorithm>

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
    const Rule* rule = findRule(method, mark.rule);
    TurnNote note;
    note.tone = toneOf(mark.sign);
    note.title = ruleTitle(method, mark.rule);
    note.meaning = rule != nullptr ? toQt(rule->meaning) : QString();
    note.words = cut(exchange.turn.text, mark.words);
    note.range = rangeOf(exchange.turn.text, mark.words);
    note.span = mark.words;
    note.why = toQt(mark.why);
    note.better = toQt(mark.better);
    note.rule = mark.rule;
    note.about = mark.rule.value;
    notes.append(note);
  }
  for (const Breach& breach : exchange.grade.breaches) {
    TurnNote note;
    note.tone = Tone::cost;
    note.title = tr("Too early");
    note.meaning = tr("It came before its stage of the call was done.");
    note.words = cut(exchange.turn.text, breach.words);
    note.range = rangeOf(exchange.turn.text, breach.words);
    note.span = breach.words;
    note.about = breach.id;
    note.why = toQt(breach.why);
    note.better = toQt(breach.remedy);
    notes.append(note);
  }
  return notes;
}

QString readAs(const PracticeSession& session, const Exchange& exchange) {
  const bool own = exchange.turn.understood != Understood::chosen && exchange.turn.move;
  const Move* move = own ? session.moveOf(*exchange.turn.move) : nullptr;
  if (move == nullptr || move->phrasings.empty()) return {};
  return tr("Taken to mean: “%1”").arg(toQt(session.wordingOf(*move)));
}

QList<PassageMark> passageMarksOf(const QList<TurnNote>& notes) {
  QList<PassageMark> marks;
  for (const TurnNote& note : notes) {
    marks.append({note.range.begin, note.range.length, note.tone,
                  QStringLiteral("%1: %2").arg(note.title, note.why)});
  }
  // What spans much is laid down first, so that shorter stretches stay visible on top of it.
  std::ranges::stable_sort(marks, std::ranges::greater{}, &PassageMark::length);
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
    tags.append({note.title, note.tone, note.meaning});
  }
  return tags;
}

std::vector<Heard> heardIn(const Step& step) {
  std::vector<Heard> out;
  const auto addHandover = [&](int after) {
    for (const CallEvent& event : step.events) {
      if (event.kind != CallEvent::Kind::handedOver || event.after != after) continue;
      out.push_back({{}, event.position});
    }
  };
  for (std::size_t i = 0; i < step.said.size(); ++i) {
    addHandover(static_cast<int>(i));
    const Utterance& each = step.said[i];
    if (!out.empty() && !out.back().handedTo && out.back().utterance.speaker == each.speaker) {
      out.back().utterance.text += "\n" + each.text;
    } else {
      out.push_back({each, std::nullopt});
    }
  }
  addHandover(static_cast<int>(step.said.size()));
  return out;
}

QString handoverText(const Scenario& scenario, int persona) {
  const Persona& now = scenario.personas[static_cast<std::size_t>(persona)];
  return now.role.empty()
             ? tr("From here you speak with %1.").arg(toQt(now.name))
             : tr("From here you speak with %1, %2.").arg(toQt(now.name), toQt(now.role));
}

std::vector<const Persona*> buyersOf(const Scenario& scenario) {
  std::vector<const Persona*> together;
  for (const Persona& each : scenario.personas) {
    if (!each.present.empty()) together.push_back(&each);
  }
  if (together.size() < 2 && !scenario.personas.empty()) return {&scenario.personas.front()};
  return together;
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

}  // namespace sparring::ui
