#include "review/turn_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

#include "call/reading_view.h"
#include "call/remark_list.h"
#include "call/turn_notes.h"
#include "review/mark_card.h"
#include "review/remark_editor.h"
#include "widgets/theme.h"

namespace sparring::ui {
namespace {

constexpr int panelWidth = 440;

}  // namespace

TurnPanel::TurnPanel(QWidget* parent) : QFrame(parent) {
  setProperty("role", QStringLiteral("side"));
  setFixedWidth(panelWidth);
  m_scroll = new QScrollArea(this);
  m_scroll->setObjectName(QStringLiteral("turnPanel"));
  m_scroll->setAccessibleName(tr("What this turn came to"));
  m_scroll->setWidgetResizable(true);
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setFocusPolicy(Qt::NoFocus);
  m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);  // So that nothing shifts.
  auto* content = new QWidget;
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(space::huge, space::huge, space::medium, space::huge);
  column->setSpacing(space::medium);
  m_title = makeLabel({}, TextRole::subheading, Ink::text, content);
  m_reading = new ReadingView(content);
  m_nothing = makeLabel({}, TextRole::body, Ink::muted, content);
  m_commentsLink = makeButton({}, ButtonRole::quiet, content);
  m_commentsLink->setFont(fontOf(TextRole::small));
  auto* head = new QHBoxLayout;
  head->addWidget(m_title, 1);
  head->addWidget(m_commentsLink);
  column->addLayout(head);
  column->addWidget(m_reading);
  column->addWidget(m_nothing);
  m_marks = new QVBoxLayout;
  m_marks->setSpacing(space::medium);
  column->addLayout(m_marks);
  m_perhaps = new TurnNotes(content);
  m_perhaps->setContentsMargins(space::medium, 0, space::medium, 0);  // As within a mark's card.
  column->addWidget(m_perhaps);
  m_commentsTitle = makeLabel(tr("Comments"), TextRole::subheading, Ink::text, content);
  m_commentsTitle->setContentsMargins(0, space::medium, 0, 0);
  m_comments = new RemarkList(content);
  column->addWidget(m_commentsTitle);
  column->addWidget(m_comments);
  column->addStretch(1);
  m_scroll->setWidget(content);

  m_editor = new RemarkEditor(this);
  auto* line = new QFrame(this);
  line->setProperty("role", QStringLiteral("bar"));
  line->setFixedHeight(1);
  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins(0, 0, 0, 0);
  whole->setSpacing(0);
  whole->addWidget(m_scroll, 1);
  whole->addWidget(line);
  whole->addWidget(m_editor);
  connect(m_commentsLink, &QPushButton::clicked, this, [this] { revealComment(1); });
  connect(m_comments, &RemarkList::takeBackWanted, this, &TurnPanel::takeBackWanted);
}

void TurnPanel::show(const PracticeSession& session, int turn,
                     const std::vector<SignedAnnotation>& standing, const Uuid& reader) {
  // One that goes hands the keyboard to the next, which must no longer answer for its mark.
  for (MarkCard* each : std::as_const(m_cards)) each->disconnect(this);
  for (MarkCard* each : std::as_const(m_cards)) {
    each->hide();
    each->deleteLater();  // A press on one of its buttons may have led here.
  }
  m_cards.clear();
  m_current = -1;
  m_editor->setEnabled(turn >= 0);
  if (turn < 0) {
    m_title->setText(tr("No turns"));
    m_nothing->setText(tr("Nothing was said in this call."));
    for (QWidget* each :
         {static_cast<QWidget*>(m_reading), static_cast<QWidget*>(m_perhaps),
          static_cast<QWidget*>(m_commentsTitle), static_cast<QWidget*>(m_commentsLink),
          static_cast<QWidget*>(m_comments)}) {
      each->hide();
    }
    m_nothing->show();
    return;
  }
  const Exchange& exchange = session.exchanges()[static_cast<std::size_t>(turn)];
  const QList<TurnNote> notes = wholeNotesOf(session.method(), exchange);
  m_title->setText(tr("What turn %1 came to").arg(turn + 1));
  m_reading->show(session, exchange);
  m_nothing->setText(exchange.grade.graded
                         ? tr("It earned nothing and cost nothing.")
                         : tr("Nothing was recognised in these words, so they were not graded."));
  m_nothing->setVisible(notes.isEmpty());
  for (const TurnNote& note : notes) {
    addMark(note, verdictsOn(standing, exchange.turn, note), reader);
  }
  const QList<TurnNote> perhaps = perhapsOf(session.method(), exchange);
  m_perhaps->setNotes(perhaps, true);
  m_perhaps->setVisible(!perhaps.isEmpty());
  const QList<Remark> comments = commentsOn(standing, exchange.turn);
  m_comments->setRemarks(comments, reader);
  m_commentsTitle->setVisible(!comments.isEmpty());
  m_commentsLink->setText(remarkCountText(static_cast<int>(comments.size())));
  m_commentsLink->setVisible(!comments.isEmpty());
}

void TurnPanel::addMark(const TurnNote& note, const QList<Remark>& verdicts, const Uuid& reader) {
  auto* card = new MarkCard(note, verdicts, reader);
  const int position = static_cast<int>(m_cards.size());
  connect(card, &MarkCard::entered, this, [this, position] { setCurrentMark(position); });
  connect(card, &MarkCard::agreed, this, [this, note] { emit agreed(note); });
  connect(card, &MarkCard::disagreeWanted, this, [this, note] { emit disagreeWanted(note); });
  connect(card, &MarkCard::takeBackWanted, this, &TurnPanel::takeBackWanted);
  m_marks->addWidget(card);
  m_cards.append(card);
}

void TurnPanel::setCurrentMark(int mark) {
  const int last = static_cast<int>(m_cards.size()) - 1;
  const int wanted = std::clamp(mark, last < 0 ? -1 : 0, last);
  m_current = wanted;
  for (int i = 0; i <= last; ++i) m_cards[i]->setCurrent(i == wanted);
  if (wanted >= 0) scrollTo(m_cards[wanted]);
  emit currentMarkChanged(wanted);
}

// After the layout has run; a part that is new has no place until then.
void TurnPanel::scrollTo(QWidget* part) {
  QTimer::singleShot(0, part,
                     [this, part] { m_scroll->ensureWidgetVisible(part, 0, space::huge); });
}

void TurnPanel::revealPerhaps() {
  scrollTo(m_perhaps);
}

void TurnPanel::revealComment(int number) {
  m_comments->reveal(number);
}

}  // namespace sparring::ui
