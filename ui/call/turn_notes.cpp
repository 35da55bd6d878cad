#include "call/turn_notes.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

#include "call/remark_list.h"
#include "widgets/flow_layout.h"
#include "widgets/tag_chip.h"
#include "widgets/theme.h"

namespace sparring::ui {
namespace {

bool isWatched(const TurnNote& note) {
  return note.kind == TurnNote::Kind::watched;
}

}  // namespace

TurnNotes::TurnNotes(QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout(this)) {
  m_column->setContentsMargins(0, 0, 0, 0);
  m_column->setSpacing(space::medium);
}

void TurnNotes::setNotes(const QList<TurnNote>& notes, bool quoteWords,
                         const QList<QList<Remark>>& verdicts, const Uuid& reader) {
  while (QLayoutItem* item = m_column->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  const bool onlyWatched = std::ranges::all_of(notes, isWatched);
  QList<TurnNote> chips;
  for (qsizetype i = 0; i < notes.size(); ++i) {
    const TurnNote& note = notes[i];
    const QList<Remark> spoken = i < verdicts.size() ? verdicts[i] : QList<Remark>{};
    const bool brief = (isWatched(note) && !onlyWatched) || note.kind == TurnNote::Kind::perhaps;
    if (brief && note.tone == Tone::earned && spoken.isEmpty()) {
      chips.append(note);
      continue;
    }
    addVerdicts(addBlock(note, brief ? Length::brief : Length::whole, quoteWords), spoken, reader);
  }
  if (!chips.isEmpty()) addChips(chips);
}

QVBoxLayout* TurnNotes::addBlock(const TurnNote& note, Length length, bool quoteWords) {
  auto* block = new QWidget(this);
  auto* column = new QVBoxLayout(block);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(space::tiny);
  column->addWidget(new TagChip({note.title, note.tone, note.meaning}, block), 0, Qt::AlignLeft);
  const bool quiet = note.kind == TurnNote::Kind::perhaps;
  if (quoteWords && (length == Length::whole || quiet)) {
    column->addWidget(
        makeLabel(QStringLiteral("“%1”").arg(note.words), TextRole::small, Ink::muted, block));
  }
  if (length == Length::brief) {
    const QString why = quiet ? tr("%1 Not sure enough to count.").arg(note.why) : note.why;
    column->addWidget(makeLabel(why, TextRole::small, quiet ? Ink::muted : Ink::text, block));
  } else {
    column->addWidget(makeLabel(note.why, TextRole::body, Ink::text, block));
  }
  if (!note.better.isEmpty() && !quiet) {
    const TextRole role = length == Length::brief ? TextRole::small : TextRole::body;
    column->addWidget(
        makeLabel(tr("Say instead: “%1”").arg(note.better), role, Ink::accent, block));
  }
  m_column->addWidget(block);
  return column;
}

void TurnNotes::addVerdicts(QVBoxLayout* block, const QList<Remark>& verdicts, const Uuid& reader) {
  if (verdicts.isEmpty()) return;
  auto* list = new RemarkList(block->parentWidget());
  list->setRemarks(verdicts, reader);
  connect(list, &RemarkList::takeBackWanted, this, &TurnNotes::takeBackWanted);
  block->addWidget(list);
}

void TurnNotes::addChips(const QList<TurnNote>& notes) {
  auto* row = new QWidget(this);
  auto* flow = new FlowLayout(row, space::tiny);
  flow->setContentsMargins(0, 0, 0, 0);
  for (const TurnNote& note : notes)
    flow->addWidget(new TagChip({note.title, note.tone, note.why}, row));
  m_column->addWidget(row);
}

}  // namespace sparring::ui
