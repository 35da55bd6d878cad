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

bool costs(const TurnNote& note) {
  return note.tone == Tone::cost;
}

TurnNote markNote(TurnNote::Kind kind, const Method& method, const std::string& text,
                  const GivenMark& mark) {
  const Rule* rule = findRule(method, mark.rule);
  TurnNote note = noteAt(kind, text, mark.words);
  note.tone = toneOf(mark.sign);
  note.title = ruleTitle(method, mark.rule);
  note.meaning = rule != nullptr ? toQt(rule->meaning) : QString();
  note.why = toQt(mark.why);
  note.better = toQt(mark.better);
  note.rule = mark.rule;
  note.about = mark.rule.value;
  return note;
}

// What is broken first.
QList<TurnNote> watchedNotes(const Method& method, const Exchange& exchange) {
  QList<TurnNote> notes;
  for (const ConceptMark& mark : exchange.grade.concepts) {
    const Concept* known = findConcept(method, mark.id);
    TurnNote note = noteAt(TurnNote::Kind::watched, exchange.turn.text, mark.words);
    note.tone = mark.kept ? Tone::earned : Tone::cost;
    note.title = (mark.kept ? tr("Kept: %1") : tr("Broken: %1")).arg(conceptTitle(method, mark.id));
    note.meaning = known != nullptr ? toQt(known->meaning) : QString();
    note.why = toQt(mark.why);
    note.better = toQt(mark.remedy);
    note.about = mark.id.value;
    notes.append(note);
  }
  std::ranges::stable_partition(notes, costs);
  return notes;
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

QString conceptTitle(const Method& method, const ConceptId& id) {
  const Concept* known = findConcept(method, id);
  return toQt(known != nullptr ? known->title : id.value);
}

TurnNote noteAt(TurnNote::Kind kind, const std::string& text, Span words) {
  TurnNote note;
  note.kind = kind;
  note.words = cut(text, words);
  note.range = rangeOf(text, words);
  note.span = words;
  return note;
}

QList<TurnNote> notesOf(const Method& method, const Exchange& exchange) {
  QList<TurnNote> notes;
  for (const GivenMark& mark : exchange.grade.marks) {
    notes.append(markNote(TurnNote::Kind::mark, method, exchange.turn.text, mark));
  }
  for (const Breach& breach : exchange.grade.breaches) {
    TurnNote note = noteAt(TurnNote::Kind::breach, exchange.turn.text, breach.words);
    note.tone = Tone::cost;
    note.title = tr("Too early");
    note.meaning = tr("It came before its stage of the call was done.");
    note.about = breach.id;
    note.why = toQt(breach.why);
    note.better = toQt(breach.remedy);
    notes.append(note);
  }
  if (std::ranges::none_of(notes, costs)) {
    for (const TurnNote& note : watchedNotes(method, exchange)) {
      if (costs(note)) notes.append(note);
    }
  }
  return notes;
}

QList<TurnNote> wholeNotesOf(const Method& method, const Exchange& exchange) {
  QList<TurnNote> notes = notesOf(method, exchange);
  notes.removeIf([](const TurnNote& note) { return note.kind == TurnNote::Kind::watched; });
  return notes + watchedNotes(method, exchange);
}

TurnNote noteThatSays(const PracticeSession& session, int position, const QString& why) {
  const Exchange& exchange = session.exchanges()[static_cast<std::size_t>(position)];
  const QList<TurnNote> notes = wholeNotesOf(session.method(), exchange);
  const auto found = std::ranges::find(notes, why, &TurnNote::why);
  return found == notes.end() ? TurnNote() : *found;
}

QList<TurnNote> perhapsOf(const Method& method, const Exchange& exchange) {
  QList<TurnNote> notes;
  for (const GivenMark& mark : exchange.grade.perhaps) {
    TurnNote note = markNote(TurnNote::Kind::perhaps, method, exchange.turn.text, mark);
    note.tone = Tone::neutral;
    note.title = mark.sign == Sign::earned ? tr("Perhaps earned: %1").arg(note.title)
                                           : tr("Perhaps cost: %1").arg(note.title);
    note.rule = {};  // It counts under none.
    notes.append(note);
  }
  return notes;
}

QList<TurnNote> allNotesOf(const Method& method, const Exchange& exchange) {
  return wholeNotesOf(method, exchange) + perhapsOf(method, exchange);
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
  // What spans much is laid down first, so that shorter stretches stay visible on top of it; of the
  // same stretch what neither earns nor costs.
  std::ranges::stable_sort(marks, [](const PassageMark& a, const PassageMark& b) {
    if (a.length != b.length) return a.length > b.length;
    return a.tone == Tone::neutral && b.tone != Tone::neutral;
  });
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
