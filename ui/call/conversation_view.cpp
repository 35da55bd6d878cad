#include "call/conversation_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollBar>
#include <QVBoxLayout>

#include "bridge/remarks.h"
#include "bridge/text.h"
#include "call/reading_view.h"
#include "widgets/bubble.h"
#include "widgets/theme.h"

namespace sparring::ui {

ConversationView::ConversationView(QWidget* parent) : QScrollArea(parent) {
  setObjectName(QStringLiteral("conversation"));
  setAccessibleName(tr("Conversation"));
  setWidgetResizable(true);
  setFrameShape(QFrame::NoFrame);
  setFocusPolicy(Qt::NoFocus);  // The page turns it.
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);  // So that nothing shifts when it comes.
  setMinimumHeight(160);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);  // Gets what the composer leaves.
  auto* page = new QWidget(this);
  auto* centred = new QHBoxLayout(page);
  centred->setContentsMargins(space::page, space::huge, space::page, space::huge);
  auto* column = new QWidget(page);
  column->setMaximumWidth(widestConversation);
  m_column = new QVBoxLayout(column);
  m_column->setContentsMargins(0, 0, 0, 0);
  centred->addStretch(1);
  centred->addWidget(column, 1000);
  centred->addStretch(1);
  m_column->setSpacing(space::large);
  m_column->addStretch(1);
  setWidget(page);
  connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, [this] { keepAtEnd(); });
  connect(verticalScrollBar(), &QScrollBar::valueChanged, this,
          [this](int value) { m_atEnd = value >= verticalScrollBar()->maximum() - space::huge; });
}

std::size_t ConversationView::keepTurns(const PracticeSession& session, std::size_t turns) {
  if (m_session != session.header().id) {
    forget();
    m_session = session.header().id;
    m_opening = addHeard(session.scenario(), session.opening());
  }
  const std::vector<Exchange>& exchanges = session.exchanges();
  std::size_t same = 0;
  while (same < m_turns.size() && same < turns && m_turns[same].id == exchanges[same].turn.id) {
    ++same;
  }
  removeFrom(same);
  m_atEnd = true;
  for (std::size_t i = same; i < turns; ++i) addTurn(session, exchanges[i]);
  return same;
}

void ConversationView::show(const PracticeSession& session, bool marks) {
  m_seller = tr("You");
  delete std::exchange(m_question, nullptr);
  const std::vector<Exchange>& exchanges = session.exchanges();
  const std::size_t same = keepTurns(session, exchanges.size());
  // What stands already keeps its marks unless they were switched.
  for (std::size_t i = marks == m_marks ? same : 0; i < exchanges.size(); ++i) {
    showMarks(session, exchanges[i], *m_turns[i].seller, marks);
  }
  // The last turn but one has lost its key.
  for (std::size_t i = marks == m_marks && same > 0 ? same - 1 : 0; i < exchanges.size(); ++i) {
    showReading(session, i, marks);
  }
  m_marks = marks;
}

void ConversationView::showReading(const PracticeSession& session, std::size_t position,
                                   bool marks) {
  const SellerTurn& turn = session.exchanges()[position].turn;
  if (turn.understood == Understood::chosen) return;
  ShownTurn& shown = m_turns[position];
  if (shown.reading == nullptr) {
    shown.reading = new ReadingView;
    shown.reading->setAtEnd();
    // Later: it leads to the end of the view that says it.
    connect(shown.reading, &ReadingView::misreadWanted, this, &ConversationView::misreadWanted,
            Qt::QueuedConnection);
    shown.reading->setPassage(shown.seller->passage());
    shown.seller->setExtra(shown.reading);
  }
  const bool last = position + 1 == m_turns.size();
  // Of earlier turns only what their words do: what can be put right no more is in the way.
  shown.reading->setReading(marks ? readingOf(session, turn) : QList<ReadingPart>{},
                            last ? takenInShort(session, turn) : QString(),
                            readAs(session, session.exchanges()[position]), last);
}

void ConversationView::ask(const PracticeSession& session,
                           const std::optional<AskingBack>& asking) {
  if (!asking) return;
  m_question = makeHeard(session.scenario(), {{asking->speaker, {}, asking->text}, std::nullopt});
  m_column->addWidget(m_question);
  m_atEnd = true;
  keepAtEnd();
}

void ConversationView::replay(const PracticeSession& session, const QString& seller, int turns,
                              const std::vector<SignedAnnotation>& standing) {
  m_seller = seller;
  const std::size_t same = keepTurns(session, static_cast<std::size_t>(turns));
  for (std::size_t i = 0; i < m_turns.size(); ++i) {
    const Exchange& exchange = session.exchanges()[i];
    Bubble& bubble = *m_turns[i].seller;
    const QList<PassageMark> marks = passageMarksOf(allNotesOf(session.method(), exchange)) +
                                     passageMarksOf(commentsOn(standing, exchange.turn));
    if (i >= same) bubble.setTags(tagsOf(session.method(), exchange));
    if (i >= same || bubble.passage()->marks() != marks) {
      bubble.setPassage(toQt(exchange.turn.text), marks);
    }
    const bool last = i + 1 == m_turns.size();
    bubble.setHighlighted(last);
    if (!last) bubble.passage()->setCurrentMark(-1);
    if (!last) bubble.passage()->setPicked(0, 0);
  }
  keepAtEnd();
}

Bubble* ConversationView::sellerBubble(int turn) const {
  const auto position = static_cast<std::size_t>(turn);
  return turn >= 0 && position < m_turns.size() ? m_turns[position].seller : nullptr;
}

void ConversationView::showMarks(const PracticeSession& session, const Exchange& exchange,
                                 Bubble& bubble, bool marks) {
  const bool unclear = !exchange.grade.graded;
  bubble.setPassage(
      toQt(exchange.turn.text),
      marks ? passageMarksOf(notesOf(session.method(), exchange)) : QList<PassageMark>{});
  bubble.setTags(marks || unclear ? tagsOf(session.method(), exchange) : QList<Tag>{});
}

void ConversationView::forget() {
  delete std::exchange(m_question, nullptr);
  removeFrom(0);
  qDeleteAll(m_opening);
  m_opening.clear();
  m_session = {};
}

void ConversationView::turnPage(bool down) {
  QScrollBar* bar = verticalScrollBar();
  bar->setValue(bar->value() + (down ? 1 : -1) * bar->pageStep());
}

void ConversationView::setNarrow() {
  widget()->layout()->setContentsMargins(space::large, space::large, space::small, space::large);
}

QWidget* makeHeard(const Scenario& scenario, const Heard& heard) {
  if (heard.handedTo) {
    QLabel* line =
        makeLabel(handoverText(scenario, *heard.handedTo), TextRole::smallStrong, Ink::muted);
    line->setAlignment(Qt::AlignCenter);
    return line;
  }
  auto* bubble = new Bubble(Bubble::Side::buyer);
  bubble->setSpeaker(buyerNameOf(scenario, heard.utterance),
                     buyerRoleOf(scenario, heard.utterance));
  bubble->setPassage(toQt(heard.utterance.text));
  return bubble;
}

QList<QWidget*> ConversationView::addHeard(const Scenario& scenario, const Step& step) {
  QList<QWidget*> shown;
  for (const Heard& each : heardIn(step)) {
    shown.append(makeHeard(scenario, each));
    m_column->addWidget(shown.back());
  }
  return shown;
}

void ConversationView::addTurn(const PracticeSession& session, const Exchange& exchange) {
  ShownTurn turn;
  turn.id = exchange.turn.id;
  turn.seller = new Bubble(Bubble::Side::seller);
  turn.seller->setSpeaker(m_seller);
  const int position = static_cast<int>(m_turns.size());
  connect(turn.seller->passage(), &PassageView::dragged, this,
          [this, position](int begin, int length) { emit dragged(position, begin, length); });
  connect(turn.seller, &Bubble::markActivated, this,
          [this, position](int mark) { emit markActivated(position, mark); });
  m_column->addWidget(turn.seller);
  turn.answers = addHeard(session.scenario(), exchange.answer);
  m_turns.push_back(std::move(turn));
}

void ConversationView::removeFrom(std::size_t position) {
  for (std::size_t i = position; i < m_turns.size(); ++i) {
    delete m_turns[i].seller;
    qDeleteAll(m_turns[i].answers);
  }
  if (position < m_turns.size()) m_turns.resize(position);
}

void ConversationView::keepAtEnd() {
  if (m_atEnd) verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void ConversationView::resizeEvent(QResizeEvent* event) {
  const bool atEnd = m_atEnd;
  QScrollArea::resizeEvent(event);
  m_atEnd = atEnd;
  keepAtEnd();
}

}  // namespace sparring::ui
