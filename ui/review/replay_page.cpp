#include "review/replay_page.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "bridge/branches.h"
#include "bridge/call_view.h"
#include "call/conversation_view.h"
#include "call/reading_view.h"
#include "review/remark_desk.h"
#include "review/score_view.h"
#include "review/transport_bar.h"
#include "review/turn_panel.h"
#include "review/word_picker.h"
#include "widgets/bubble.h"
#include "widgets/icon.h"
#include "widgets/key_hint.h"
#include "widgets/theme.h"

namespace sparring::ui {
namespace {

struct Hint {
  QString keys;
  QString text;
};

QWidget* makeHints(const QList<Hint>& hints) {
  auto* line = new QWidget;
  auto* row = new QHBoxLayout(line);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(space::large);
  for (const Hint& each : hints) row->addWidget(new KeyHint(each.keys, each.text, line));
  row->addStretch(1);
  return line;
}

}  // namespace

ReplayPage::ReplayPage(Workplace& workplace, QWidget* parent)
    : QWidget(parent), m_workplace(workplace), m_picker(new WordPicker(this)) {
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(tr("Replay"));
  auto* page = new QVBoxLayout(this);
  page->setContentsMargins(0, 0, 0, 0);
  page->setSpacing(0);
  page->addWidget(makeHeader());
  m_views = new QStackedWidget(this);
  m_views->addWidget(makeCall());
  m_score = new ScoreView(this);
  m_views->addWidget(m_score);
  page->addWidget(m_views, 1);
  m_hints = new QStackedWidget(this);
  m_hints->addWidget(makeHints({{QStringLiteral("Space"), tr("Play")},
                                {QStringLiteral("← →"), tr("Turn")},
                                {QStringLiteral("↑ ↓"), tr("Mark")},
                                {QStringLiteral("C"), tr("Comment")},
                                {QStringLiteral("A"), tr("Agree")},
                                {QStringLiteral("D"), tr("Disagree")},
                                {QStringLiteral("S"), tr("Score card")}}));
  m_hints->addWidget(makeHints({{QStringLiteral("← →"), tr("Choose a word")},
                                {QStringLiteral("Shift+← →"), tr("More words")},
                                {QStringLiteral("Enter"), tr("Comment on them")},
                                {QStringLiteral("Tab"), tr("On the whole turn")},
                                {QStringLiteral("Esc"), tr("Leave it")}}));
  m_hints->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  m_transport = new TransportBar(m_hints, this);
  m_transport->setProperty("role", QStringLiteral("foot"));
  page->addWidget(m_transport);
  m_desk = new RemarkDesk(m_workplace, *m_panel->editor(), this);
  connectParts();
  addKeys();
}

QWidget* ReplayPage::makeHeader() {
  auto* header = new QWidget(this);
  auto* row = new QHBoxLayout(header);
  row->setContentsMargins(space::page, space::medium, space::page, space::medium);
  row->setSpacing(space::small);
  auto* leave = makeButton(tr("Calls"), ButtonRole::quiet, header);
  leave->setIcon(themedIcon(Icon::back));
  leave->setToolTip(tr("Back to the list of calls (Esc)"));
  leave->setFocusPolicy(Qt::TabFocus);
  m_title = makeLooseLabel({}, TextRole::heading, Ink::text, header);
  m_facts = makeLooseLabel({}, TextRole::small, Ink::muted, header);
  auto* texts = new QVBoxLayout;
  texts->setSpacing(0);
  texts->addWidget(m_title);
  texts->addWidget(m_facts);
  m_scoreButton = makeButton({}, ButtonRole::plain, header);
  m_scoreButton->setObjectName(QStringLiteral("scoreButton"));
  m_scoreButton->setIcon(themedIcon(Icon::chart));
  row->addWidget(leave);
  row->addLayout(texts, 1);
  m_compare = makeButton(tr("Compare"), ButtonRole::plain, header);
  m_compare->setObjectName(QStringLiteral("compare"));
  m_compare->setToolTip(tr("What was said first beside what was said again (V)"));
  row->addWidget(m_compare);
  row->addWidget(m_scoreButton);
  connect(leave, &QPushButton::clicked, this, &ReplayPage::leaveWanted);
  connect(m_compare, &QPushButton::clicked, this,
          [this] { emit compareWanted(m_session->header().id); });
  connect(m_scoreButton, &QPushButton::clicked, this, [this] { setScoreShown(!scoreShown()); });
  return header;
}

QWidget* ReplayPage::makeCall() {
  auto* call = new QWidget(this);
  auto* left = new QVBoxLayout;
  left->setContentsMargins(0, 0, 0, 0);
  left->setSpacing(0);
  m_conversation = new ConversationView(call);
  left->addWidget(m_conversation, 1);
  m_panel = new TurnPanel(call);
  auto* row = new QHBoxLayout(call);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  row->addLayout(left, 1);
  row->addWidget(m_panel);
  return call;
}

void ReplayPage::connectParts() {
  connect(m_transport, &TransportBar::turnChanged, this, &ReplayPage::openTurn);
  connect(m_conversation, &ConversationView::markActivated, this, &ReplayPage::followMark);
  connect(m_conversation, &ConversationView::dragged, this,
          [this](int turn, int begin, int length) {
            goTo(turn);
            m_desk->comment(wholeWords(wordRanges(toQt(current()->turn.text)), {begin, length}));
          });
  connect(m_picker, &WordPicker::picked, this, [this](int begin, int length) {
    stopPicking();
    m_desk->comment({begin, length});
  });
  connect(m_picker, &WordPicker::skipped, this, [this] {
    stopPicking();
    m_desk->comment({});
  });
  connect(m_picker, &WordPicker::cancelled, this, &ReplayPage::stopPicking);
  connect(m_panel, &TurnPanel::currentMarkChanged, this, &ReplayPage::outlineMark);
  connect(m_panel, &TurnPanel::agreed, m_desk, &RemarkDesk::agree);
  connect(m_panel, &TurnPanel::disagreeWanted, m_desk, &RemarkDesk::disagree);
  connect(m_panel, &TurnPanel::takeBackWanted, m_desk, &RemarkDesk::takeBack);
  connect(m_panel->editor(), &RemarkEditor::entered, m_transport, &TransportBar::pause);
  connect(m_panel->editor(), &RemarkEditor::left, this, &ReplayPage::takeFocus);
  connect(m_desk, &RemarkDesk::subjectChanged, this, &ReplayPage::outlineWords);
  connect(m_desk, &RemarkDesk::failed, this, &ReplayPage::failed);
  connect(m_desk, &RemarkDesk::stored, this, [this] {
    readAnnotations();
    showCells();
    showTurn(m_panel->currentMark());
    takeFocus();
  });
  connect(m_score, &ScoreView::turnChosen, this, &ReplayPage::goTo);
  connect(m_score, &ScoreView::evidenceWanted, this, &ReplayPage::goToEvidence);
}

// Keys that hold wherever the focus is on the page, except where text is being written.
void ReplayPage::addKeys() {
  const auto add = [this](Qt::Key key, auto action) {
    auto* shortcut = new QShortcut(QKeySequence(key), this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, action);
  };
  add(Qt::Key_Left, [this] { goTo(m_transport->turn() - 1); });
  add(Qt::Key_Right, [this] { goTo(m_transport->turn() + 1); });
  add(Qt::Key_Home, [this] { goTo(0); });
  add(Qt::Key_End, [this] { goTo(static_cast<int>(m_session->exchanges().size()) - 1); });
  add(Qt::Key_Up, [this] { stepDown(-1); });
  add(Qt::Key_Down, [this] { stepDown(1); });
  add(Qt::Key_C, [this] { pickWords(); });
  add(Qt::Key_A,
      [this] { withCurrentMark([this](const TurnNote& note) { m_desk->agree(note); }); });
  add(Qt::Key_D,
      [this] { withCurrentMark([this](const TurnNote& note) { m_desk->disagree(note); }); });
  add(Qt::Key_F, [this] { m_transport->changeSpeed(); });
  add(Qt::Key_V, [this] {
    if (m_compare->isVisible()) m_compare->click();
  });
  add(Qt::Key_S, [this] { setScoreShown(!scoreShown()); });
}

// To another mark of the turn, or on in the score card.
void ReplayPage::stepDown(int by) {
  scoreShown() ? m_score->turnLines(by > 0) : m_panel->setCurrentMark(m_panel->currentMark() + by);
}

void ReplayPage::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Space:
      m_transport->togglePlaying();
      return;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
      scoreShown() ? m_score->turnPage(event->key() == Qt::Key_PageDown)
                   : m_conversation->turnPage(event->key() == Qt::Key_PageDown);
      return;
    case Qt::Key_Escape:
      scoreShown() ? setScoreShown(false) : emit leaveWanted();
      return;
    default:
      QWidget::keyPressEvent(event);
  }
}

void ReplayPage::show(PracticeSession session, const QString& rep) {
  m_picker->end();
  m_desk->openTurn({}, nullptr);
  m_session = std::make_unique<PracticeSession>(std::move(session));
  m_rep = rep;
  std::vector<Timestamp> times;
  for (const Exchange& each : m_session->exchanges()) times.push_back(each.turn.saidAt);
  m_transport->setTurns(times);
  m_conversation->forget();
  m_score->show(*m_session);
  const Uuid& id = m_session->header().id;
  const Result<Branches> branches = branchesOf(id, m_workplace.ports());
  m_compare->setVisible(branches && closestPair(*branches, id));
  showHeader();
  readAnnotations();
  openTurn();
}

void ReplayPage::resume() {
  if (m_session == nullptr) return;
  if (m_desk->writerChanged()) {
    readAnnotations();
    openTurn();
  }
  takeFocus();
}

bool ReplayPage::atRisk() {
  return m_desk->atRisk();
}

void ReplayPage::showHeader() {
  const SessionSummary summary = m_session->summary();
  QStringList facts{m_rep, momentText(m_session->header().startedAt)};
  facts.append(summary.over ? toQt(summary.outcomeTitle) : tr("Not finished"));
  if (summary.score >= 0) facts.append(tr("Score %1").arg(summary.score));
  m_title->setText(toQt(m_session->header().scenarioTitle));
  m_facts->setText(facts.join(QStringLiteral(" · ")));
}

void ReplayPage::takeFocus() {
  setFocus(Qt::OtherFocusReason);
}

const Exchange* ReplayPage::current() const {
  const int turn = m_session ? m_transport->turn() : -1;
  return turn < 0 ? nullptr : &m_session->exchanges()[static_cast<std::size_t>(turn)];
}

QList<TurnNote> ReplayPage::currentNotes() const {
  const Exchange* exchange = current();
  return exchange != nullptr ? wholeNotesOf(m_session->method(), *exchange) : QList<TurnNote>{};
}

// By hand, which stops the replay.
void ReplayPage::goTo(int turn) {
  setScoreShown(false);
  m_transport->goTo(turn);
  takeFocus();
}

// To the first turn that is behind a figure, and there to the first mark of it.
void ReplayPage::goToEvidence(const Evidence& evidence) {
  const auto first = std::ranges::find_if(
      evidence.turns, [](const QList<TurnNote>& notes) { return !notes.isEmpty(); });
  if (first == evidence.turns.end()) return;
  const TurnNote& wanted = first->front();
  goTo(static_cast<int>(first - evidence.turns.begin()));
  const QList<TurnNote> notes = currentNotes();
  const auto found = std::ranges::find_if(notes, [&](const TurnNote& note) {
    return note.kind == wanted.kind && note.about == wanted.about && note.span == wanted.span;
  });
  if (found != notes.end()) m_panel->setCurrentMark(static_cast<int>(found - notes.begin()));
}

// From marked words in the conversation to what is said of them beside it.
void ReplayPage::followMark(int turn, int mark) {
  goTo(turn);
  const PassageMark chosen = m_conversation->sellerBubble(turn)->passage()->marks()[mark];
  if (chosen.tone == Tone::noted) {
    m_panel->revealComment(chosen.sign.toInt());
    return;
  }
  if (chosen.tone == Tone::neutral) {
    m_panel->revealPerhaps();
    return;
  }
  const QList<TurnNote> notes = currentNotes();
  for (int i = 0; i < notes.size(); ++i) {
    if (passageMarksOf(QList{notes[i]}).front() == chosen) m_panel->setCurrentMark(i);
  }
}

void ReplayPage::withCurrentMark(const std::function<void(const TurnNote&)>& action) {
  const int mark = m_panel->currentMark();
  if (mark >= 0 && !scoreShown()) action(currentNotes()[mark]);
}

void ReplayPage::pickWords() {
  if (current() == nullptr) return;
  setScoreShown(false);
  m_transport->pause();
  m_hints->setCurrentIndex(1);
  m_picker->begin(m_conversation->sellerBubble(m_transport->turn())->passage());
}

void ReplayPage::stopPicking() {
  m_hints->setCurrentIndex(0);
  outlineWords();
}

void ReplayPage::openTurn() {
  m_picker->end();
  setScoreShown(false);
  showTurn(0);
  const Exchange* exchange = current();
  m_desk->openTurn(m_session->header().id, exchange != nullptr ? &exchange->turn : nullptr,
                   currentNotes());
  showCells();
}

void ReplayPage::readAnnotations() {
  const Result<std::vector<SignedAnnotation>> all =
      m_workplace.store->annotations(m_session->header().id);
  m_standing = all ? standing(*all) : std::vector<SignedAnnotation>{};
  if (!all) emit failed(sentenceOf(all.error()));
}

void ReplayPage::showCells() {
  QList<TurnCell> cells;
  for (const Exchange& each : m_session->exchanges()) {
    TurnCell cell;
    for (const TurnNote& note : notesOf(m_session->method(), each)) {
      (note.tone == Tone::earned ? cell.earned : cell.cost) = true;
    }
    cell.remarks = remarkCount(m_standing, each.turn);
    cell.unsaved = m_desk->hasBegun(each.turn.id);
    cells.append(cell);
  }
  m_transport->setCells(cells);
}

void ReplayPage::showTurn(int mark) {
  const int turn = m_transport->turn();
  m_conversation->replay(*m_session, m_rep, turn + 1, m_standing);
  m_panel->show(*m_session, turn, m_standing, m_workplace.person.id);
  const Bubble* bubble = m_conversation->sellerBubble(turn);
  m_panel->reading()->setPassage(bubble != nullptr ? bubble->passage() : nullptr);
  m_panel->setCurrentMark(mark);
  // The page has the keyboard while one goes from turn to turn: this is what is heard of it.
  if (const Exchange* exchange = current()) {
    setAccessibleDescription(
        tr("Turn %1: %2").arg(QString::number(turn + 1), toQt(exchange->turn.text)));
  }
}

// Outlines the words of the mark that the keys answer.
void ReplayPage::outlineMark(int mark) {
  const Bubble* bubble = m_conversation->sellerBubble(m_transport->turn());
  if (bubble == nullptr) return;
  const QList<PassageMark> marks = bubble->passage()->marks();
  const qsizetype found =
      mark < 0 ? -1 : marks.indexOf(passageMarksOf(QList{currentNotes()[mark]}).front());
  bubble->passage()->setCurrentMark(static_cast<int>(found));
}

// Outlines the words that a comment is being written on.
void ReplayPage::outlineWords() {
  const Bubble* bubble = m_conversation->sellerBubble(m_transport->turn());
  if (bubble == nullptr || m_picker->picking()) return;
  const TextRange words = m_desk->words();
  bubble->passage()->setPicked(words.begin, words.length);
}

void ReplayPage::setScoreShown(bool shown) {
  if (shown) m_transport->pause();
  if (shown) m_score->setTurn(m_transport->turn());
  m_views->setCurrentIndex(shown ? 1 : 0);
  m_scoreButton->setText(shown ? tr("Back to the call") : tr("Score card"));
}

bool ReplayPage::scoreShown() const {
  return m_views->currentIndex() == 1;
}

}  // namespace sparring::ui
