#include "practice/debrief_page.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

#include "bridge/remarks.h"
#include "bridge/text.h"
#include "call/score_card.h"
#include "call/track_view.h"
#include "practice/debrief_transcript.h"
#include "widgets/banner.h"
#include "widgets/icon.h"
#include "widgets/key_hint.h"
#include "widgets/theme.h"

namespace sparring::ui {

DebriefPage::DebriefPage(QWidget* parent) : QWidget(parent) {
  auto* page = new QVBoxLayout(this);
  page->setContentsMargins(0, 0, 0, 0);
  page->setSpacing(0);
  page->addWidget(makeHeader());
  m_banner = new Banner(this);
  page->addWidget(m_banner);
  page->addWidget(makeFilterBar());
  m_scroll = new QScrollArea(this);
  m_scroll->setObjectName(QStringLiteral("debrief"));
  m_scroll->setAccessibleName(tr("Debrief"));
  m_scroll->setWidgetResizable(true);
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setFocusPolicy(Qt::StrongFocus);
  m_scroll->installEventFilter(this);
  m_scroll->setWidget(makeContent());
  page->addWidget(m_scroll, 1);
  connectParts();
}

QWidget* DebriefPage::makeHeader() {
  auto* header = new QWidget(this);
  auto* row = new QHBoxLayout(header);
  row->setContentsMargins(space::page, space::medium, space::page, space::medium);
  row->setSpacing(space::small);
  m_home = makeButton(tr("Home"), ButtonRole::quiet, header);
  m_home->setIcon(themedIcon(Icon::back));
  m_title = makeLabel({}, TextRole::heading, Ink::text, header);
  m_paper = makeButton(tr("On paper"), ButtonRole::plain, header);
  m_paper->setObjectName(QStringLiteral("paper"));
  m_paper->setToolTip(tr("Save the debrief as PDF, or print it (P)"));
  m_papers = new QMenu(header);
  m_papers->setAccessibleName(tr("The debrief on paper"));
  connect(m_papers->addAction(tr("Save as PDF …")), &QAction::triggered, this,
          &DebriefPage::pdfWanted);
  connect(m_papers->addAction(tr("Print …")), &QAction::triggered, this, &DebriefPage::printWanted);
  m_compare = makeButton(tr("Compare"), ButtonRole::plain, header);
  m_compare->setObjectName(QStringLiteral("compare"));
  m_compare->setToolTip(tr("What you said first beside what you said again (V)"));
  m_again = makeButton(tr("Hold the call again"), ButtonRole::primary, header);
  m_again->setObjectName(QStringLiteral("again"));
  m_goOn = makeButton(tr("Go on with the call"), ButtonRole::primary, header);
  m_goOn->setObjectName(QStringLiteral("goOn"));
  row->addWidget(m_home);
  row->addWidget(m_title, 1);
  row->addWidget(new KeyHint(QStringLiteral("↓"), tr("Next turn"), header));
  row->addWidget(new KeyHint(QStringLiteral("R"), tr("Redo it"), header));
  row->addWidget(m_paper);
  row->addWidget(m_compare);
  row->addWidget(m_again);
  row->addWidget(m_goOn);
  return header;
}

QWidget* DebriefPage::makeContent() {
  auto* content = new QWidget;
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(space::page, space::small, space::page, space::page);
  column->setSpacing(space::large);
  m_card = new ScoreCard(content);
  column->addWidget(m_card);
  m_track = new TrackView(content);
  column->addWidget(m_track);
  column->addWidget(makeTranscriptHead());
  m_transcript = new DebriefTranscript(content);
  column->addWidget(m_transcript);
  column->addStretch(1);
  return content;
}

// What of the call is shown while that is not all of it; stays in view while the call scrolls.
QWidget* DebriefPage::makeFilterBar() {
  m_filterBar = new QWidget(this);
  auto* row = new QHBoxLayout(m_filterBar);
  row->setContentsMargins(space::page, 0, space::page, space::medium);
  m_filterText = makeLabel({}, TextRole::subheading, Ink::text, m_filterBar);
  m_filterMeaning = makeLabel({}, TextRole::small, Ink::muted, m_filterBar);
  auto* texts = new QVBoxLayout;
  texts->setSpacing(space::tiny);
  texts->addWidget(m_filterText);
  texts->addWidget(m_filterMeaning);
  row->addLayout(texts, 1);
  m_showAll = makeButton(tr("Show all marks"), ButtonRole::plain, m_filterBar);
  row->addWidget(new KeyHint(QStringLiteral("Esc"), {}, m_filterBar));
  row->addWidget(m_showAll);
  return m_filterBar;
}

// Over the transcript.
QWidget* DebriefPage::makeTranscriptHead() {
  auto* head = new QWidget;
  auto* row = new QHBoxLayout(head);
  row->setContentsMargins(0, space::medium, 0, 0);
  row->addWidget(makeLabel(tr("The call, turn by turn"), TextRole::heading, Ink::text, head), 1);
  m_showComments = makeButton({}, ButtonRole::quiet, head);
  m_showComments->setIcon(themedIcon(Icon::comment));
  row->addWidget(m_showComments);
  return head;
}

void DebriefPage::connectParts() {
  connect(m_home, &QPushButton::clicked, this, &DebriefPage::homeWanted);
  connect(m_again, &QPushButton::clicked, this, &DebriefPage::againWanted);
  connect(m_goOn, &QPushButton::clicked, this, &DebriefPage::goOnWanted);
  connect(m_paper, &QPushButton::clicked, this, &DebriefPage::openPapers);
  connect(m_compare, &QPushButton::clicked, this, &DebriefPage::compareWanted);
  connect(m_showAll, &QPushButton::clicked, this, &DebriefPage::showAll);
  connect(m_showComments, &QPushButton::clicked, this, &DebriefPage::showComments);
  connect(m_card, &ScoreCard::turnChosen, this, &DebriefPage::goToTurn);
  connect(m_card, &ScoreCard::evidenceWanted, this, &DebriefPage::showEvidence);
  connect(m_track, &TrackView::turnChosen, this, &DebriefPage::goToTurn);
  connect(m_transcript, &DebriefTranscript::redoWanted, this, &DebriefPage::redoWanted);
}

void DebriefPage::show(const PracticeSession& session, std::vector<SignedAnnotation> standing) {
  m_banner->dismiss();
  m_session = &session;
  m_standing = std::move(standing);
  m_title->setText(toQt(session.header().scenarioTitle));
  m_goOn->setVisible(!session.over());
  setButtonRole(m_again, session.over() ? ButtonRole::primary : ButtonRole::plain);
  m_card->show(session);
  m_track->show(session);
  m_transcript->show(session, m_standing);
  showAll();
  m_scroll->verticalScrollBar()->setValue(0);
}

void DebriefPage::showFilter(const QString& text, const QString& meaning) {
  m_filterBar->show();
  m_showComments->hide();
  m_filterText->setText(text);
  m_filterMeaning->setText(meaning);
  m_filterMeaning->setVisible(!meaning.isEmpty());
}

void DebriefPage::showAll() {
  m_filterBar->hide();
  const int comments = static_cast<int>(m_standing.size());
  m_showComments->setText(comments == 1 ? tr("Show 1 comment only")
                                        : tr("Show %1 comments only").arg(comments));
  m_showComments->setVisible(comments > 0);
  QList<QList<TurnNote>> notes;
  for (const Exchange& each : m_session->exchanges()) {
    notes.append(allNotesOf(m_session->method(), each));
  }
  m_transcript->showNotes(notes, true);
}

void DebriefPage::showComments() {
  showFilter(tr("What others wrote"), tr("Comments, and what people think of the marks."));
  QList<QList<TurnNote>> notes;
  int first = -1;
  for (const Exchange& each : m_session->exchanges()) {
    notes.append(wholeNotesOf(m_session->method(), each));
    notes.last().removeIf(
        [&](const TurnNote& note) { return verdictsOn(m_standing, each.turn, note).isEmpty(); });
    const bool spokenOf = remarkCount(m_standing, each.turn) > 0;
    if (first < 0 && spokenOf) first = static_cast<int>(notes.size()) - 1;
  }
  m_transcript->showNotes(notes, true);
  goToTurn(first);
}

void DebriefPage::showEvidence(const Evidence& evidence) {
  showFilter(tr("The words behind: %1").arg(evidence.title), evidence.meaning);
  m_transcript->showNotes(evidence.turns, false);
  goToFirst(evidence.turns);
}

void DebriefPage::goToFirst(const QList<QList<TurnNote>>& notes) {
  const auto first =
      std::ranges::find_if(notes, [](const QList<TurnNote>& each) { return !each.isEmpty(); });
  if (first != notes.end()) goToTurn(static_cast<int>(first - notes.begin()));
}

// Marks the turn and hands the focus to its button, so that Enter or R does it again.
void DebriefPage::goToTurn(int position) {
  if (position < 0 || position >= m_transcript->count()) return;
  m_transcript->setCurrent(position);
  m_track->setTurn(position);
  QWidget* bubble = m_transcript->currentBubble();
  // After the layout has run, from the innermost part outwards; what was just changed has no place
  // until then.
  QTimer::singleShot(0, bubble, [this, bubble] {
    constexpr int depth = 8;
    for (int i = 0; i < depth; ++i) {
      QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    }
    m_transcript->takeFocus();
    m_scroll->verticalScrollBar()->setValue(
        std::max(0, bubble->mapTo(m_scroll->widget(), QPoint(0, 0)).y() - space::huge));
  });
}

void DebriefPage::setComparable(bool comparable) {
  m_compare->setVisible(comparable);
}

void DebriefPage::tell(const QString& sentence) {
  m_banner->showMessage(Banner::Kind::info, sentence);
}

// Beneath its button; does not wait until it is closed.
void DebriefPage::openPapers() {
  m_papers->popup(m_paper->mapToGlobal(QPoint(0, m_paper->height())));
  m_papers->setActiveAction(m_papers->actions().front());
}

// Where a space does nothing: who was still typing when the call ended starts no new one.
void DebriefPage::takeFocus() {
  m_scroll->setFocus();
}

// The arrows go from turn to turn also from within the transcript, which would scroll by them.
bool DebriefPage::eventFilter(QObject* watched, QEvent* event) {
  if (watched != m_scroll || event->type() != QEvent::KeyPress) return false;
  auto* key = static_cast<QKeyEvent*>(event);
  if (key->key() != Qt::Key_Up && key->key() != Qt::Key_Down) return false;
  keyPressEvent(key);
  return true;
}

void DebriefPage::keyPressEvent(QKeyEvent* event) {
  const int current = m_transcript->current();
  switch (event->key()) {
    case Qt::Key_Down:
      goToTurn(std::min(m_transcript->count() - 1, current + 1));
      return;
    case Qt::Key_Up:
      if (current > 0) {
        goToTurn(current - 1);
      } else {
        m_scroll->verticalScrollBar()->setValue(0);
      }
      return;
    case Qt::Key_R:
      if (current >= 0) emit redoWanted(current);
      return;
    case Qt::Key_P:
      openPapers();
      return;
    case Qt::Key_V:
      if (m_compare->isVisible()) emit compareWanted();
      return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      m_session->over() ? emit againWanted() : emit goOnWanted();
      return;
    case Qt::Key_F8:
      if (!m_session->over()) emit goOnWanted();
      return;
    case Qt::Key_Escape:
      if (m_filterBar->isVisible()) {
        showAll();
      } else {
        m_session->over() ? emit homeWanted() : emit goOnWanted();
      }
      return;
    default:
      QWidget::keyPressEvent(event);
  }
}

}  // namespace sparring::ui
