#include "bridge/call_evidence.h"

#include <QCoreApplication>
#include <algorithm>

namespace sparring::ui {
namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("CallEvidence", text);
}

// The notes of every turn that the filter lets through.
template <class Filter>
QList<QList<TurnNote>> notesWhere(const PracticeSession& session, const Filter& filter) {
  QList<QList<TurnNote>> turns;
  for (const Exchange& each : session.exchanges()) {
    QList<TurnNote> notes = wholeNotesOf(session.method(), each);
    notes.removeIf([&](const TurnNote& note) { return !filter(note); });
    turns.append(notes);
  }
  return turns;
}

Span whole(const SellerTurn& turn) {
  return {0, turn.text.size()};
}

TurnNote shownNote(const SellerTurn& turn, Span words, const QString& title, const QString& why) {
  TurnNote note = noteAt(TurnNote::Kind::shown, turn.text, words);
  note.title = title;
  note.why = why;
  return note;
}

QString actTitle(const Method& method, const ActId& act) {
  const ActDefinition* known = findAct(method, act);
  return toQt(known != nullptr ? known->title : act.value);
}

QString wordsText(int count) {
  return count == 1 ? tr("1 word.") : tr("%1 words.").arg(count);
}

// A note in each of some turns, made by `noteOf` from a turn.
template <class NoteOf>
Evidence inTurns(const PracticeSession& session, const QString& title, const QString& meaning,
                 const std::vector<int>& turns, const NoteOf& noteOf) {
  Evidence out{title, meaning, QList<QList<TurnNote>>(session.exchanges().size())};
  for (const int turn : turns) {
    out.turns[turn].append(noteOf(session.exchanges()[static_cast<std::size_t>(turn)].turn));
  }
  return out;
}

// Whether the stage is done once the turn was answered.
bool isDone(const PracticeSession& session, const StageId& stage, const Exchange& exchange) {
  CallMemory memory = exchange.memory;
  const std::vector<Utterance>& said = exchange.answer.said;
  if (!said.empty()) hearAnswer(session.method(), said.back().text, memory);
  const std::vector<Stage>& stages = session.method().stages;
  const auto found = std::ranges::find(stages, stage, &Stage::id);
  return found != stages.end() &&
         stagesDone(session.method(), session.scenario(), exchange.answer.state,
                    memory)[static_cast<std::size_t>(found - stages.begin())];
}

}  // namespace

bool Evidence::empty() const {
  return std::ranges::all_of(turns, [](const QList<TurnNote>& notes) { return notes.isEmpty(); });
}

Evidence evidenceOfRules(const PracticeSession& session) {
  return {
      tr("Rules"), tr("All that was earned and lost under the rules."),
      notesWhere(session, [](const TurnNote& note) { return note.kind == TurnNote::Kind::mark; })};
}

Evidence evidenceOfRule(const PracticeSession& session, const RuleId& rule) {
  const Rule* known = findRule(session.method(), rule);
  return {ruleTitle(session.method(), rule), known != nullptr ? toQt(known->meaning) : QString(),
          notesWhere(session, [&](const TurnNote& note) { return note.rule == rule; })};
}

Evidence evidenceOfConcepts(const PracticeSession& session) {
  return {tr("Concepts"), tr("What was kept and what was broken."),
          notesWhere(session,
                     [](const TurnNote& note) { return note.kind == TurnNote::Kind::watched; })};
}

Evidence evidenceOfConcept(const PracticeSession& session, const ConceptId& id) {
  const Concept* known = findConcept(session.method(), id);
  return {conceptTitle(session.method(), id), known != nullptr ? toQt(known->meaning) : QString(),
          notesWhere(session, [&](const TurnNote& note) {
            return note.kind == TurnNote::Kind::watched && note.about == id.value;
          })};
}

Evidence evidenceOfBreaches(const PracticeSession& session) {
  return {tr("Too early"), tr("What came before its stage of the call was done."),
          notesWhere(session,
                     [](const TurnNote& note) { return note.kind == TurnNote::Kind::breach; })};
}

Evidence evidenceOfStage(const PracticeSession& session, const StageId& stage) {
  const QString title = stageTitle(session.method(), stage);
  std::vector<int> turns;
  for (std::size_t i = 0; i < session.exchanges().size(); ++i) {
    const Exchange& each = session.exchanges()[i];
    if (!isDone(session, stage, each)) continue;
    turns.push_back(static_cast<int>(i));
    break;
  }
  const Stage* known = findStage(session.method(), stage);
  return inTurns(session, title, known != nullptr ? toQt(known->meaning) : QString(), turns,
                 [&](const SellerTurn& turn) {
                   return shownNote(turn, whole(turn), title,
                                    tr("With the answer to this, the stage was done."));
                 });
}

Evidence evidenceOfRatio(const PracticeSession& session) {
  Evidence out{tr("Whom your words were about"),
               tr("Aim for four parts about them to one about you, and for them first."),
               {}};
  for (const Exchange& each : session.exchanges()) {
    QList<TurnNote> notes;
    for (const FocusReading& part : each.turn.meaning.focus) {
      if (part.about == Focus::neutral || part.words.begin == part.words.end) continue;
      const bool them = part.about == Focus::customer;
      notes.append(shownNote(each.turn, part.words, them ? tr("About them") : tr("About us"),
                             wordsText(part.wordCount)));
    }
    out.turns.append(notes);
  }
  return out;
}

Evidence evidenceOfStretch(const PracticeSession& session, const Stretch& stretch) {
  std::vector<int> turns;
  for (int i = stretch.firstTurn; i <= stretch.lastTurn; ++i) turns.push_back(i);
  return inTurns(session, tr("The longest stretch about us"),
                 tr("%1 words without one about them. Shown, not scored.").arg(stretch.words),
                 turns, [](const SellerTurn& turn) {
                   return shownNote(turn, whole(turn), tr("About us"),
                                    tr("Nothing here is about them."));
                 });
}

Evidence evidenceOfQuestions(const PracticeSession& session, const CallFigures& figures) {
  Evidence out{tr("Your questions"), tr("By what they ask for. Shown, not scored."),
               QList<QList<TurnNote>>(session.exchanges().size())};
  for (const QuestionCount& each : figures.questions) {
    for (const int position : each.turns) {
      const SellerTurn& turn = session.exchanges()[static_cast<std::size_t>(position)].turn;
      const auto read = std::ranges::find(turn.meaning.acts, each.act, &ActReading::act);
      const bool located = read != turn.meaning.acts.end() && read->words.begin < read->words.end;
      out.turns[position].append(
          shownNote(turn, located ? read->words : whole(turn), tr("A question"),
                    tr("This turn %1.").arg(actTitle(session.method(), each.act))));
    }
  }
  return out;
}

Evidence evidenceOfTally(const PracticeSession& session, const TallyCount& tally) {
  const std::vector<Tally>& known = session.method().tallies;
  const auto found = std::ranges::find(known, tally.id, &Tally::id);
  QString title = toQt(found != known.end() ? found->title : tally.id);
  if (!title.isEmpty()) title[0] = title[0].toUpper();
  return inTurns(session, title, tr("Counted, not scored."), tally.turns,
                 [&](const SellerTurn& turn) {
                   return shownNote(turn, whole(turn), title, tr("Counted here."));
                 });
}

Evidence evidenceOfPrescription(const PracticeSession& session, int turnsBefore) {
  return inTurns(
      session, tr("Your first suggestion"),
      tr("A suggestion is trusted as far as the questions before it. Shown, not scored."),
      {turnsBefore}, [turnsBefore](const SellerTurn& turn) {
        return shownNote(
            turn, whole(turn), tr("Your first suggestion"),
            turnsBefore == 0 ? tr("You began with it.") : tr("Before this you suggested nothing."));
      });
}

}  // namespace sparring::ui
