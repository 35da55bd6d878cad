#include "practice/debrief_transcript.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "bridge/remarks.h"
#include "bridge/text.h"
#include "call/conversation_view.h"
#include "call/reading_view.h"
#include "call/remark_list.h"
#include "call/turn_notes.h"
#include "widgets/bubble.h"
#include "widgets/icon.h"
#include "widgets/theme.h"

namespace sparring::ui {

DebriefTranscript::DebriefTranscript(QWidget* parent)
    : QWidget(parent), m_column(new QVBoxLayout(this)) {
  setMaximumWidth(widestConversation);
  m_column->setContentsMargins(0, 0, 0, 0);
  m_column->setSpacing(space::large);
}

void DebriefTranscript::show(const PracticeSession& session,
                             const std::vector<SignedAnnotation>& standing) {
  m_session = &session;
  m_standing = &standing;
  m_turns.clear();
  m_current = -1;
  while (QLayoutItem* item = m_column->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  addBuyers(session.opening());
  int position = 0;
  for (const Exchange& exchange : session.exchanges()) {
    addTurn(exchange, position++);
    addBuyers(exchange.answer);
  }
}

void DebriefTranscript::addBuyers(const Step& step) {
  for (const Heard& each : heardIn(step)) {
    m_column->addWidget(makeHeard(m_session->scenario(), each));
  }
}

void DebriefTranscript::addTurn(const Exchange& exchange, int position) {
  ShownTurn turn;
  turn.bubble = new Bubble(Bubble::Side::seller);
  turn.bubble->setSpeaker(tr("You"), tr("turn %1").arg(position + 1));
  if (!exchange.grade.graded) turn.bubble->setTags(tagsOf(m_session->method(), exchange));

  auto* extra = new QWidget;
  auto* column = new QVBoxLayout(extra);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(space::small);
  auto* reading = new ReadingView(extra);
  reading->setPassage(turn.bubble->passage());
  reading->show(*m_session, exchange);
  column->addWidget(reading);
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
  m_column->addWidget(turn.bubble);
  m_turns.push_back(turn);
}

void DebriefTranscript::showNotes(const QList<QList<TurnNote>>& notes, bool comments) {
  const std::vector<Exchange>& exchanges = m_session->exchanges();
  for (std::size_t i = 0; i < m_turns.size(); ++i) {
    const SellerTurn& said = exchanges[i].turn;
    const QList<TurnNote>& shown = notes[static_cast<qsizetype>(i)];
    QList<QList<Remark>> verdicts;
    for (const TurnNote& note : shown) verdicts.append(verdictsOn(*m_standing, said, note));
    const QList<Remark> remarks = comments ? commentsOn(*m_standing, said) : QList<Remark>{};
    m_turns[i].notes->setNotes(shown, true, verdicts);
    m_turns[i].notes->setVisible(!shown.isEmpty());
    m_turns[i].comments->setRemarks(remarks);
    m_turns[i].bubble->setPassage(toQt(said.text), passageMarksOf(shown) + passageMarksOf(remarks));
  }
}

// From the words that a comment is about to the comment.
void DebriefTranscript::activateMark(int position, int mark) {
  const ShownTurn& turn = m_turns[static_cast<std::size_t>(position)];
  const PassageMark chosen = turn.bubble->passage()->marks()[mark];
  if (chosen.tone == Tone::noted) turn.comments->reveal(chosen.sign.toInt());
}

void DebriefTranscript::setCurrent(int turn) {
  if (m_current >= 0) m_turns[static_cast<std::size_t>(m_current)].bubble->setHighlighted(false);
  m_current = turn;
  m_turns[static_cast<std::size_t>(turn)].bubble->setHighlighted(true);
}

void DebriefTranscript::takeFocus() {
  if (m_current >= 0) {
    m_turns[static_cast<std::size_t>(m_current)].redo->setFocus(Qt::OtherFocusReason);
  }
}

QWidget* DebriefTranscript::currentBubble() const {
  return m_current < 0 ? nullptr : m_turns[static_cast<std::size_t>(m_current)].bubble;
}

}  // namespace sparring::ui
