#include "review/mark_card.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "call/turn_notes.h"
#include "widgets/paint.h"
#include "widgets/theme.h"

namespace sparring::ui {

MarkCard::MarkCard(const TurnNote& note, const QList<Remark>& verdicts, const Uuid& reader,
                   QWidget* parent)
    : QFrame(parent) {
  setAccessibleName(note.title);
  setAccessibleDescription(note.why);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(space::medium, space::medium, space::medium, space::small);
  column->setSpacing(space::small);
  auto* notes = new TurnNotes(this);
  notes->setNotes({note}, true, {verdicts}, reader);
  column->addWidget(notes);

  const auto mine = std::ranges::find(verdicts, reader, &Remark::author);
  const bool agrees = mine != verdicts.end() && mine->kind == Annotation::Kind::agree;
  auto* row = new QHBoxLayout;
  row->setSpacing(space::tiny);
  row->addStretch(1);
  auto* agree = makeButton(tr("Agree"), ButtonRole::quiet, this);
  agree->setEnabled(!agrees);
  agree->setAccessibleName(tr("Agree with: %1").arg(note.title));
  auto* disagree = makeButton(tr("Disagree…"), ButtonRole::quiet, this);
  disagree->setAccessibleName(tr("Disagree with: %1").arg(note.title));
  for (QPushButton* each : {agree, disagree}) {
    each->setFont(fontOf(TextRole::smallStrong));
    each->installEventFilter(this);
    row->addWidget(each);
  }
  column->addLayout(row);
  connect(agree, &QPushButton::clicked, this, &MarkCard::agreed);
  connect(disagree, &QPushButton::clicked, this, &MarkCard::disagreeWanted);
  connect(notes, &TurnNotes::takeBackWanted, this, &MarkCard::takeBackWanted);
}

void MarkCard::setCurrent(bool current) {
  m_current = current;
  update();
}

bool MarkCard::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::FocusIn) emit entered();
  return QFrame::eventFilter(watched, event);
}

void MarkCard::mousePressEvent(QMouseEvent*) {
  emit entered();
}

void MarkCard::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  preparePainter(painter);
  const Colors& c = colors();
  paintPanel(painter, rect(), space::radius, c.surface, m_current ? c.accent : c.line,
             m_current ? 2.0 : 1.0);
}

}  // namespace sparring::ui
