#include "practice/debrief_page.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

#include "bridge/remarks.h"
#include "bridge/text.h"
#include "call/conversation_view.h"
#include "call/remark_list.h"
#include "call/score_card.h"
#include "call/turn_notes.h"
#include "widgets/bubble.h"
#include "widgets/icon.h"
#include "widgets/key_hint.h"
#include "widgets/theme.h"

namespace sparring::ui {

DebriefPage::DebriefPage(QWidget* parent) : QWidget(parent) {
  auto* page = new QVBoxLayout(this);
  page->setContentsMargins(0, 0, 0, 0);
  page->setSpacing(0);

  auto* header = new QWidget(this);
  auto* row = new QHBoxLayout(header);
  row->setContentsMargins(space::page, space::medium, space::page, space::medium);
  row->setSpacing(space::small);
  auto* home = makeButton(tr("Home"), ButtonRole::quiet, header);
  home->setIcon(themedIcon(Icon::back));
  m_title = makeLabel({}, TextRole::heading, Ink::text, header);
  m_again = makeButton(tr("Hold the call again"), ButtonRole::primary, header);
  m_again->setObjectName(QStringLiteral("again"));
  row->addWidget(home);
  row->addWidget(m_title, 1);
  row->addWidget(new KeyHint(QStringLiteral("↓"), tr("Next turn"), header));
  row->addWidget(new KeyHint(QStringLiteral("R"), tr("Redo it"), header));
  row->addWidget(m_again);
  page->addWidget(header);

  m_scroll = new QScrollArea(this);
  m_scroll->setObjectName(QStringLiteral("debrief"));
  m_scroll->setAccessibleName(tr("Debrief"));
  m_scroll->setWidgetResizable(true);
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setFocusPolicy(Qt::NoFocus);
  m_scroll->installEventFilter(this);
  auto* content = new QWidget;
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(space::page, space::medium, space::page, space::page);
  column->setSpacing(space::large);
  m_card = new ScoreCard(content);
  column->addWidget(m_card);
  m_filterBar = new QWidget(content);
  auto* filter = new QHBoxLayout(m_filterBar);
  filter->setContentsMargins(0, space::medium, 0, 0);
  m_filterText = makeLabel({}, TextRole::heading, Ink::text, m_filterBar);
  m_showAll = makeButton(tr("Show all marks"), ButtonRole::quiet, m_filterBar);
  m_filterMeaning = makeLabel({}, TextRole::body, Ink::muted, m_filterBar);
  auto* texts = new QVBoxLayout;
  texts->setSpacing(space::tiny);
  texts->addWidget(m_filterText);
  texts->addWidget(m_filterMeaning);
  filter->addLayout(texts, 1);
  m_showComments = makeButton({}, ButtonRole::quiet, m_filterBar);
  m_showComments->setIcon(themedIcon(Icon::comment));
  filter->addWidget(m_showComments);
  filter->addWidget(m_showAll);
  column->addWidget(m_filterBar);
  auto* transcript = new QWidget(content);
  transcript->setMaximumWidth(widestConversation);
  m_transcript = new QVBoxLayout(transcript);
  m_transcript->setContentsMargins(0, 0, 0, 0);
  m_transcript->setSpacing(space::large);
  column->addWidget(transcript);
  column->addStretch(1);
  m_scroll->setWidget(content);
  page->addWidget(m_scroll, 1);

  connect(home, &QPushButton::clicked, this, &DebriefPage::homeWanted);
  connect(m_again, &QPushButton::clicked, this, &DebriefPage::againWanted);
  connect(m_showAll, &QPushButton::clicked, this, &DebriefPage::showAll);
  connect(m_showComments, &QPushButton::clicked, this, &DebriefPage::showComments);
  connect(m_card, &ScoreCard::turnChosen, this, &DebriefPage::goToTurn);
  connect(m_card, &ScoreCard::ruleChosen, this, [this](const RuleId& rule) {
    const Rule* known = findRule(m_session->method(), rule);
    showOnly(ruleTitle(m_session->method(), rule),
             known != nullptr ? toQt(known->meaning) : QString(),
             [rule](const TurnNote& note) { return note.rule == rule; });
  });
  connect(m_card, &ScoreCard::breachesChosen, this, [this] {
    showOnly(tr("Too early"), tr("What came before its stage of the call was done."),
             [](const TurnNote& note) { return note.rule.empty(); });
  });
}

void DebriefPage::show(const PracticeSession& session, std::vector<SignedAnnotation> standing) {
  m_session = &session;
  m_standing = std::move(standing);
  m_title->setText(toQt(session.header().scenarioTitle));
  m_card->show(session);
  showTranscript();
  showAll();
  m_scroll->verticalScrollBar()->setValue(0);
}

void DebriefPage::showAll() {
  m_filterText->setText(tr("The call, turn by turn"));
  m_filterMeaning->hide();
  m_showAll->hide();
  const int comments = static_cast<int>(m_standing.size());
  m_showComments->setText(comments == 1 ? tr("Show 1 comment only")
                                        : tr("Show %1 comments only").arg(comments));
  m_showComments->setVisible(comments > 0);
  showMarks(nullptr, true);
}

void DebriefPage::showComments() {
  m_filterText->setText(tr("What others wrote"));
  m_filterMeaning->setText(tr("Comments, and what people think of the marks."));
  m_filterMeaning->show();
  m_showAll->show();
  m_showComments->hide();
  const auto spokenOf = [this](const SellerTurn& turn, const TurnNote& note) {
    return !verdictsOn(m_standing, turn, note).isEmpty();
  };
  showMarks(spokenOf, true);
  const std::vector<Exchange>& exchanges = m_session->exchanges();
  for (std::size_t i = 0; i < exchanges.size(); ++i) {
    if (remarkCount(m_standing, exchanges[i].turn) == 0) continue;
    goToTurn(static_cast<int>(i));
    return;
  }
}

void DebriefPage::showOnly(const QString& what, const QString& meaning, const Filter& filter) {
  m_filterText->setText(tr("The words behind: %1").arg(what));
  m_filterMeaning->setText(meaning);
  m_filterMeaning->setVisible(!meaning.isEmpty());
  m_showAll->show();
  m_showComments->hide();
  showMarks([filter](const SellerTurn&, const TurnNote& note) { return filter(note); }, false);
  const std::vector<Exchange>& exchanges = m_session->exchanges();
  for (std::size_t i = 0; i < exchanges.size(); ++i) {
    if (std::ranges::any_of(notesOf(m_session->method(), exchanges[i]), filter)) {
      goToTurn(static_cast<int>(i));
      return;
    }
  }
}

void DebriefPage::showTranscript() {
  m_turns.clear();
  m_current = -1;
  while (QLayoutItem* item = m_transcript->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  addBuyers(m_session->opening());
  int position = 0;
  for (const Exchange& exchange : m_session->exchanges()) {
    addTurn(exchange, position++);
    addBuyers(exchange.answer);
  }
}

void DebriefPage::addBuyers(const Step& step) {
  for (const Heard& each : heardIn(step)) {
    m_transcript->addWidget(makeHeard(m_session->scenario(), each));
  }
}

void DebriefPage::addTurn(const Exchange& exchange, int position) {
  ShownTurn turn;
  turn.bubble = new Bubble(Bubble::Side::seller);
  turn.bubble->setSpeaker(tr("You"), tr("turn %1").arg(position + 1));
  if (!exchange.grade.graded) turn.bubble->setTags(tagsOf(m_session->method(), exchange));

  auto* extra = new QWidget;
  auto* column = new QVBoxLayout(extra);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(space::small);
  if (const QString read = readAs(*m_session, exchange); !read.isEmpty()) {
    column->addWidget(makeLabel(read, TextRole::small, Ink::muted, extra));
  }
  turn.notes = new TurnNotes(extra);
  column->addWidget(turn.notes);
  turn.comments = new RemarkList(extra);
  turn.comments->setContentsMargins(0, space::small, 0, 0);
  column->addWidget(turn.comments);
  connect(turn.bubble, &Bubble::markActivated, this,
          [this, position](int mark) { activateMark(position, mark); });
  turn.redo = makeButton(tr("Redo from here"), ButtonRole::quiet, extra);
  turn.redo->setIcon(themedIcon(Icon::retry));
  turn.redo->setAccessibleName(tr("Redo turn %1").arg(position + 1));
  turn.redo->setAccessibleDescription(toQt(exchange.turn.text));  // Heard from turn to turn.
  column->addWidget(turn.redo, 0, Qt::AlignRight);
  connect(turn.redo, &QPushButton::clicked, this, [this, position] { emit redoWanted(position); });
  turn.bubble->setExtra(extra);
  m_transcript->addWidget(turn.bubble);
  m_turns.push_back(turn);
}

void DebriefPage::showMarks(const TurnFilter& filter, bool comments) {
  const std::vector<Exchange>& exchanges = m_session->exchanges();
  for (std::size_t i = 0; i < m_turns.size(); ++i) {
    QList<TurnNote> notes = notesOf(m_session->method(), exchanges[i]);
    const SellerTurn& said = exchanges[i].turn;
    if (filter) notes.removeIf([&](const TurnNote& note) { return !filter(said, note); });
    QList<QList<Remark>> verdicts;
    for (const TurnNote& note : notes) verdicts.append(verdictsOn(m_standing, said, note));
    const QList<Remark> remarks = comments ? commentsOn(m_standing, said) : QList<Remark>{};
    m_turns[i].notes->setNotes(notes, true, verdicts);
    m_turns[i].notes->setVisible(!notes.isEmpty());
    m_turns[i].comments->setRemarks(remarks);
    m_turns[i].bubble->setPassage(toQt(said.text), passageMarksOf(notes) + passageMarksOf(remarks));
  }
}

// From the words that a comment is about to the comment.
void DebriefPage::activateMark(int position, int mark) {
  const ShownTurn& turn = m_turns[static_cast<std::size_t>(position)];
  const PassageMark chosen = turn.bubble->passage()->marks()[mark];
  if (chosen.tone == Tone::noted) turn.comments->reveal(chosen.sign.toInt());
}

// Marks the turn and hands the focus to its button, so that Enter or R does it again.
void DebriefPage::goToTurn(int position) {
  if (position < 0 || static_cast<std::size_t>(position) >= m_turns.size()) return;
  if (m_current >= 0) m_turns[static_cast<std::size_t>(m_current)].bubble->setHighlighted(false);
  m_current = position;
  const ShownTurn& turn = m_turns[static_cast<std::size_t>(position)];
  turn.bubble->setHighlighted(true);
  // After the layout has run, from the innermost part outwards; what was just changed has no place
  // until then.
  QTimer::singleShot(0, turn.bubble, [this, turn] {
    constexpr int depth = 8;
    for (int i = 0; i < depth; ++i) {
      QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    }
    turn.redo->setFocus(Qt::OtherFocusReason);
    m_scroll->verticalScrollBar()->setValue(
        std::max(0, turn.bubble->mapTo(m_scroll->widget(), QPoint(0, 0)).y() - space::huge));
  });
}

void DebriefPage::takeFocus() {
  m_again->setFocus();
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
  const int last = static_cast<int>(m_turns.size()) - 1;
  switch (event->key()) {
    case Qt::Key_Down:
      goToTurn(std::min(last, m_current + 1));
      return;
    case Qt::Key_Up:
      if (m_current > 0) {
        goToTurn(m_current - 1);
      } else {
        m_scroll->verticalScrollBar()->setValue(0);
      }
      return;
    case Qt::Key_R:
      if (m_current >= 0) emit redoWanted(m_current);
      return;
    case Qt::Key_Escape:
      if (m_showAll->isVisible()) {
        showAll();
      } else {
        emit homeWanted();
      }
      return;
    default:
      QWidget::keyPressEvent(event);
  }
}

}  // namespace sparring::ui
