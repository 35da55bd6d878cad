#include "call/conversation_view.h"

#include <QHBoxLayout>
#include <QScrollBar>
#include <QVBoxLayout>

#include "bridge/call_view.h"
#include "bridge/text.h"
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

void ConversationView::show(const PracticeSession& session, bool marks) {
  if (m_session != session.header().id) {
    forget();
    m_session = session.header().id;
    for (const Utterance& each : spokenIn(session.opening())) {
      m_opening.append(addBuyer(session.scenario(), each));
    }
  }
  const std::vector<Exchange>& exchanges = session.exchanges();
  std::size_t same = 0;
  while (same < m_turns.size() && same < exchanges.size() &&
         m_turns[same].id == exchanges[same].turn.id) {
    ++same;
  }
  removeFrom(same);
  m_atEnd = true;
  for (std::size_t i = same; i < exchanges.size(); ++i) addTurn(session, exchanges[i]);
  // What stands already keeps its marks unless they were switched.
  for (std::size_t i = marks == m_marks ? same : 0; i < exchanges.size(); ++i) {
    showMarks(session, exchanges[i], *m_turns[i].seller, marks);
  }
  m_marks = marks;
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

Bubble* ConversationView::addBuyer(const Scenario& scenario, const Utterance& utterance) {
  auto* bubble = new Bubble(Bubble::Side::buyer);
  bubble->setSpeaker(buyerNameOf(scenario, utterance), buyerRoleOf(scenario, utterance));
  bubble->setPassage(toQt(utterance.text));
  m_column->addWidget(bubble);
  return bubble;
}

void ConversationView::addTurn(const PracticeSession& session, const Exchange& exchange) {
  ShownTurn turn;
  turn.id = exchange.turn.id;
  turn.seller = new Bubble(Bubble::Side::seller);
  turn.seller->setSpeaker(tr("You"));
  m_column->addWidget(turn.seller);
  for (const Utterance& each : spokenIn(exchange.answer)) {
    turn.answers.append(addBuyer(session.scenario(), each));
  }
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
