#include "review/remark_desk.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "bridge/text.h"

namespace sparring::ui {
namespace {

constexpr int keepingDelay = 1000;  // Milliseconds after the last letter.

}  // namespace

RemarkDesk::RemarkDesk(Workplace& workplace, RemarkEditor& editor, QObject* parent)
    : QObject(parent), m_workplace(workplace), m_editor(editor), m_keeping(this) {
  m_keeping.setObjectName(QStringLiteral("draftTimer"));
  m_keeping.setSingleShot(true);
  m_keeping.setInterval(keepingDelay);
  connect(&m_keeping, &QTimer::timeout, this, &RemarkDesk::keepDraft);
  connect(&editor, &RemarkEditor::written, &m_keeping, qOverload<>(&QTimer::start));
  connect(&editor, &RemarkEditor::saveWanted, this, &RemarkDesk::save);
  connect(&editor, &RemarkEditor::wholeTurnWanted, this, [this] { comment({}); });
}

void RemarkDesk::openTurn(const Uuid& session, const SellerTurn* turn,
                          const QList<TurnNote>& notes) {
  keepDraft();
  m_writer = m_workplace.person.id;
  m_session = session;
  m_turn = turn;
  m_notes = notes;
  m_editor.setDraft(turn != nullptr ? keptFor({}) : Draft{});
  emit subjectChanged();
}

void RemarkDesk::comment(const TextRange& words) {
  if (m_turn == nullptr) return;
  keepDraft();
  Draft draft;
  draft.words = spanOf(m_turn->text, words);
  draft.subject = toQt(m_turn->text).mid(words.begin, words.length);
  draft.text = keptFor(draft).text;
  edit(draft);
}

void RemarkDesk::disagree(const TurnNote& note) {
  if (m_turn == nullptr) return;
  keepDraft();
  Draft draft{Annotation::Kind::disagree, note.about, note.span, note.title, {}};
  draft.text = keptFor(draft).text;
  edit(draft);
}

void RemarkDesk::edit(const Draft& draft) {
  m_editor.setDraft(draft);
  keepDraft();
  m_editor.takeFocus();
  emit subjectChanged();
}

// A rule may be marked twice in a turn.
RemarkDrafts::Place RemarkDesk::placeOf(const Draft& subject) const {
  std::string mark;
  if (subject.kind != Annotation::Kind::comment) {
    mark = subject.about + ' ' + std::to_string(subject.words.begin) + ' ' +
           std::to_string(subject.words.end);
  }
  return {m_writer, m_turn->id, mark};
}

// What waits in the place of this one; nothing written where nothing does.
Draft RemarkDesk::keptFor(const Draft& subject) const {
  return m_drafts.find(placeOf(subject)).value_or(Draft{});
}

bool RemarkDesk::atRisk() {
  keepDraft();
  return !m_drafts.lasts();
}

void RemarkDesk::keepDraft() {
  m_keeping.stop();
  if (m_turn == nullptr) return;
  const Draft draft = m_editor.draft();
  m_drafts.keep(placeOf(draft), draft);
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
  const std::vector<SignedAnnotation> before = standingNow();
  Annotation annotation;
  annotation.kind = Annotation::Kind::withdrawn;
  annotation.withdrawn = id;
  if (!add(std::move(annotation))) return;
  emit stored();
  const auto taken =
      std::ranges::find(before, id, [](const auto& each) { return each.annotation.id; });
  if (taken != before.end()) giveBack(taken->annotation);
}

void RemarkDesk::giveBack(const Annotation& annotation) {
  if (m_turn == nullptr || annotation.turn != m_turn->id || annotation.text.empty()) return;
  keepDraft();
  Draft draft{annotation.kind, annotation.about, annotation.words, {}, toQt(annotation.text)};
  if (annotation.kind == Annotation::Kind::comment) {
    const TextRange words = rangeOf(m_turn->text, annotation.words);
    draft.subject = toQt(m_turn->text).mid(words.begin, words.length);
  }
  for (const TurnNote& note : std::as_const(m_notes)) {
    const bool isIt = note.about == annotation.about && note.span == annotation.words;
    if (isIt && annotation.kind == Annotation::Kind::disagree) draft.subject = note.title;
  }
  const Draft begun = keptFor(draft);
  if (!begun.text.isEmpty()) draft.text += QStringLiteral("\n\n") + begun.text;
  edit(draft);
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
  m_drafts.keep(placeOf(draft), {});
  m_editor.setDraft(keptFor({}));
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
