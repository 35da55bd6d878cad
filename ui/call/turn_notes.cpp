#include "call/turn_notes.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "call/remark_list.h"
#include "widgets/tag_chip.h"
#include "widgets/theme.h"

namespace sparring::ui {

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
  for (qsizetype i = 0; i < notes.size(); ++i) {
    const TurnNote& note = notes[i];
    auto* block = new QWidget(this);
    auto* column = new QVBoxLayout(block);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::tiny);
    auto* chip = new TagChip({note.title, note.tone, note.meaning}, block);
    column->addWidget(chip, 0, Qt::AlignLeft);
    if (quoteWords) {
      column->addWidget(
          makeLabel(QStringLiteral("“%1”").arg(note.words), TextRole::small, Ink::muted, block));
    }
    column->addWidget(makeLabel(note.why, TextRole::body, Ink::text, block));
    if (!note.better.isEmpty()) {
      column->addWidget(
          makeLabel(tr("Say instead: “%1”").arg(note.better), TextRole::body, Ink::accent, block));
    }
    if (i < verdicts.size() && !verdicts[i].isEmpty()) {
      auto* list = new RemarkList(block);
      list->setRemarks(verdicts[i], reader);
      connect(list, &RemarkList::takeBackWanted, this, &TurnNotes::takeBackWanted);
      column->addWidget(list);
    }
    m_column->addWidget(block);
  }
}

}  // namespace sparring::ui
