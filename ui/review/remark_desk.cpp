#include "review/remark_desk.h"

#include <algorithm>
#include <limits>

#include "bridge/text.h"

namespace sparring::ui {
RemarkDesk::RemarkDesk(Workplace& workplace, RemarkEditor& editor, QObject* parent)
    : QObject(parent), m_workplace(workplace), m_editor(editor) {
  connect(&editor, &RemarkEditor::saveWanted, this, &RemarkDesk::save);
  connect(&editor, &RemarkEditor::wholeTurnWanted, this, [this] { comment({}); });
}

void RemarkDesk::openTurn(const Uuid& session, const SellerTurn* turn) {
  keepDraft();
  m_writer = m_workplace.person.id;
  m_session = session;
  m_turn = turn;
  const auto kept = turn != nullptr ? m_drafts.find(placeOf({})) : m_drafts.end();
  m_editor.setDraft(kept != m_drafts.end() ? kept->second : Draft{});
  emit subjectChanged();
}

void RemarkDesk::comment(const TextRange& words) {
  if (m_turn == nullptr) return;
  Draft subject;
  subject.words = spanOf(m_turn->text, words);
  subject.subject = toQt(m_turn->text).mid(words.begin, words.length);
  write(subject);
}

void RemarkDesk::disagree(const TurnNote& note) {
  if (m_turn != nullptr) {
    write({Annotation::Kind::disagree, note.about, note.span, note.title, {}});
  }
}

// Goes to the editor with what was written in this place before.
void RemarkDesk::write(const Draft& subject) {
  keepDraft();
  Draft draft = subject;
  const auto kept = m_drafts.find(placeOf(subject));
  if (kept != m_drafts.end()) draft.text = kept->second.text;
  m_editor.setDraft(draft);
  m_editor.takeFocus();
  emit subjectChanged();
}

// Within its turn: a rule may be marked twice.
RemarkDesk::Place RemarkDesk::placeOf(const Draft& draft) const {
  std::string mark;
  if (draft.kind != Annotation::Kind::comment) {
    mark = draft.about + ' ' + std::to_string(draft.words.begin) + ' ' +
           std::to_string(draft.words.end);
  }
  return {m_writer, m_turn->id, mark};
}

bool RemarkDesk::hasUnsaved() {
  keepDraft();
  return std::ranges::any_of(m_drafts, [this](const auto& each) {
    return std::get<0>(each.first) == m_workplace.person.id;
  });
}

void RemarkDesk::keepDraft() {
  if (m_turn == nullptr) return;
  const Draft draft = m_editor.draft();
  const Place place = placeOf(draft);
  if (draft.text.trimmed().isEmpty()) {
    m_drafts.erase(place);
  } else {
    m_drafts[place] = draft;
  }
}

TextRange RemarkDesk::words() const {
  const Draft draft = m_editor.draft();
  if (m_turn == nullptr || draft.kind != Annotation::Kind::comment) return {};
  return rangeOf(m_turn->text, draft.words);
}

void RemarkDesk::agree(const TurnNote& note) {
  if (m_turn == nullptr) return;
  const auto disagrees = [this](const Remark& each) {
    return each.author == m_workplace.person.id && each.kind == Annotation::Kind::disagree;
  };
  if (std::ranges::any_of(verdictsOn(standingNow(), *m_turn, note), disagrees)) {
    emit failed(tr("You disagree with this mark. Take that back first."));
    return;
  }
  Annotation annotation;
  annotation.turn = m_turn->id;
  annotation.kind = Annotation::Kind::agree;
  annotation.about = note.about;
  annotation.words = note.span;
  if (add(std::move(annotation))) emit stored();
}

void RemarkDesk::takeBack(const Uuid& id) {
  Annotation annotation;
  annotation.kind = Annotation::Kind::withdrawn;
  annotation.withdrawn = id;
  if (add(std::move(annotation))) emit stored();
}

void RemarkDesk::save() {
  if (m_turn == nullptr) return;
  const Draft draft = m_editor.draft();
  Annotation annotation;
  annotation.turn = m_turn->id;
  annotation.kind = draft.kind;
  annotation.about = draft.about;
  annotation.words = draft.words;
  annotation.text = cleanInput(trim(fromQt(draft.text)), std::numeric_limits<std::size_t>::max());
  if (annotation.text.empty()) {
    m_editor.complain(draft.kind == Annotation::Kind::disagree
                          ? tr("Say why you disagree: the reason is what the rep can learn from.")
                          : tr("There is nothing to save yet: write your comment first."));
    m_editor.takeFocus();
    return;
  }
  if (!add(std::move(annotation))) return;
  m_drafts.erase(placeOf(draft));
  m_editor.setDraft({});
  emit subjectChanged();
  emit stored();
}

std::vector<SignedAnnotation> RemarkDesk::standingNow() {
  const Result<std::vector<SignedAnnotation>> all = m_workplace.store->annotations(m_session);
  return all ? standing(*all) : std::vector<SignedAnnotation>{};
}

bool RemarkDesk::add(Annotation annotation) {
  annotation.id = m_workplace.newId();
  annotation.session = m_session;
  annotation.author = m_workplace.person.id;
  annotation.at = m_workplace.now();
  const Result<void> added = m_workplace.store->addAnnotation(annotation);
  if (!added) emit failed(tr("This is not saved. %1").arg(sentenceOf(added.error())));
  return added.has_value();
}

}  // namespace sparring::ui
