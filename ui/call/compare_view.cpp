#include "call/compare_view.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "bridge/call_view.h"
#include "bridge/text.h"
#include "call/branch_chooser.h"
#include "call/conversation_view.h"
#include "call/turn_notes.h"
#include "widgets/bubble.h"
#include "widgets/icon.h"
#include "widgets/key_hint.h"
#include "widgets/tag_chip.h"
#include "widgets/theme.h"

namespace sparring::ui {
namespace {

constexpr int widestPair = 1400;

void clear(QLayout* layout) {
  while (QLayoutItem* item = layout->takeAt(0)) {
    delete item->widget();
    delete item;
  }
}

QString scoreText(const std::optional<int>& score) {
  return score ? QString::number(*score) : QStringLiteral("–");
}

QString outcomeText(const PracticeSession& session) {
  const Outcome* outcome = outcomeOf(session);
  return outcome != nullptr ? toQt(outcome->title) : CompareView::tr("Not over");
}

}  // namespace

CompareView::CompareView(QWidget* parent) : QWidget(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(tr("Two ways in which the call went"));
  auto* page = new QVBoxLayout(this);
  page->setContentsMargins(0, 0, 0, 0);
  page->setSpacing(0);
  page->addWidget(makeHeader());
  m_scroll = new QScrollArea(this);
  m_scroll->setObjectName(QStringLiteral("compare"));
  m_scroll->setAccessibleName(tr("Both calls side by side"));
  m_scroll->setWidgetResizable(true);
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setFocusPolicy(Qt::NoFocus);
  m_scroll->setWidget(makeContent());
  page->addWidget(m_scroll, 1);
  m_chooser->followInTabOrder(this);
}

QWidget* CompareView::makeHeader() {
  auto* header = new QWidget(this);
  auto* row = new QHBoxLayout(header);
  row->setContentsMargins(space::page, space::medium, space::page, space::medium);
  row->setSpacing(space::small);
  auto* back = makeButton(tr("Back"), ButtonRole::quiet, header);
  back->setIcon(themedIcon(Icon::back));
  m_title = makeLabel({}, TextRole::heading, Ink::text, header);
  row->addWidget(back);
  row->addWidget(m_title, 1);
  m_chooseHint = new KeyHint(QStringLiteral("Tab"), tr("Choose the calls"), header);
  row->addWidget(m_chooseHint);
  row->addWidget(new KeyHint(QStringLiteral("↑ ↓"), tr("Read on"), header));
  row->addWidget(new KeyHint(QStringLiteral("Esc"), tr("Back"), header));
  connect(back, &QPushButton::clicked, this, &CompareView::leaveWanted);
  return header;
}

QWidget* CompareView::makeContent() {
  auto* content = new QWidget;
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(space::page, space::small, space::page, space::page);
  column->setSpacing(space::large);
  auto* calls = new QWidget(content);
  calls->setMaximumWidth(widestPair);
  auto* inCalls = new QVBoxLayout(calls);
  inCalls->setContentsMargins(0, 0, 0, 0);
  inCalls->setSpacing(space::medium);
  m_heard = new QVBoxLayout;
  inCalls->addLayout(m_heard);
  m_chooser = new BranchChooser(calls);
  inCalls->addWidget(m_chooser);
  connect(m_chooser, &BranchChooser::pairChosen, this, &CompareView::showPair);
  m_turns = new QGridLayout;
  inCalls->addLayout(m_turns);
  m_turns->setHorizontalSpacing(space::page);
  m_turns->setVerticalSpacing(space::medium);
  m_turns->setColumnStretch(0, 1);
  m_turns->setColumnStretch(1, 1);
  auto* card = makeSurface(content);
  card->setMaximumWidth(widestPair);
  auto* inside = new QVBoxLayout(card);
  inside->setContentsMargins(space::large, space::medium, space::large, space::medium);
  m_note = makeLabel({}, TextRole::small, Ink::muted, card);
  m_figures = new QGridLayout;
  m_figures->setHorizontalSpacing(space::huge);
  m_figures->setVerticalSpacing(space::tiny);
  m_figures->setColumnStretch(4, 1);
  inside->addLayout(m_figures);
  inside->addWidget(m_note);
  column->addWidget(calls);
  column->addWidget(card);
  column->addStretch(1);
  return content;
}

void CompareView::show(Branches branches, const BranchPair& pair, const QString& seller) {
  m_branches = std::move(branches);
  m_seller = seller;
  m_chooser->show(m_branches, pair);
  m_chooseHint->setVisible(m_branches.size() > 2);
  showPair();
  m_scroll->verticalScrollBar()->setValue(0);
}

void CompareView::showPair() {
  const BranchPair chosen = m_chooser->pair();
  const PracticeSession& first = *m_branches[static_cast<std::size_t>(chosen.first)];
  const PracticeSession& again = *m_branches[static_cast<std::size_t>(chosen.again)];
  const int common = turnsInCommon(first, again);
  const bool bothOver = first.over() && again.over();
  const auto shorter =
      static_cast<int>(std::min(first.exchanges().size(), again.exchanges().size()));
  m_title->setText((m_branches.size() > 2 ? tr("Turn %1, said two ways")
                                          : tr("Turn %1, said first and said again"))
                       .arg(common + 1));
  m_note->setText(tr("One of the calls is not over, so both are shown as they stood after turn %1.")
                      .arg(shorter));
  m_note->setVisible(!bothOver);
  // Whole calls are compared as wholes.
  const Pair pair{first, again, bothOver ? -1 : shorter};
  showTurns(pair);
  showFigures(pair);
}

void CompareView::takeFocus() {
  setFocus(Qt::OtherFocusReason);
}

void CompareView::addFigure(const QString& name, const QString& first, const QString& again,
                            int change) {
  const int row = m_figureRow++;
  m_figures->addWidget(makeLabel(name, TextRole::small, Ink::muted), row, 0);
  m_figures->addWidget(makeLabel(first, TextRole::body), row, 1);
  m_figures->addWidget(makeLabel(again, TextRole::strong), row, 2);
  if (change == 0) return;
  const QString text = change > 0 ? tr("better by %1").arg(change) : tr("worse by %1").arg(-change);
  m_figures->addWidget(new TagChip({text, change > 0 ? Tone::earned : Tone::cost, {}}), row, 3);
}

void CompareView::addScore(const QString& name, std::optional<int> first,
                           std::optional<int> again) {
  addFigure(name, scoreText(first), scoreText(again), first && again ? *again - *first : 0);
}

void CompareView::showFigures(const Pair& pair) {
  clear(m_figures);
  const auto gradeOf = [&](const PracticeSession& session) {
    return pair.turns < 0 ? session.grade() : gradeAfter(session, pair.turns);
  };
  const CallGrade first = gradeOf(pair.first);
  const CallGrade again = gradeOf(pair.again);
  m_figureRow = 1;
  m_figures->addWidget(makeLabel(m_chooser->shortName(0), TextRole::smallStrong, Ink::muted), 0, 1);
  m_figures->addWidget(makeLabel(m_chooser->shortName(1), TextRole::smallStrong, Ink::muted), 0, 2);
  addScore(tr("Score of the call"), first.score, again.score);
  addScore(tr("Rules"), first.ruleScore, again.ruleScore);
  for (std::size_t i = 0; i < first.rules.size() && i < again.rules.size(); ++i) {
    if (first.rules[i] == again.rules[i]) continue;
    addScore(ruleTitle(pair.first.method(), first.rules[i].rule), first.rules[i].score,
             again.rules[i].score);
  }
  if (first.ratio.applies) addScore(tr("Ratio"), first.ratio.score, again.ratio.score);
  addScore(tr("Stages"), first.stageScore, again.stageScore);
  addScore(tr("Concepts"), first.conceptScore, again.conceptScore);
  addFigure(tr("Too early"), QString::number(first.breaches), QString::number(again.breaches),
            first.breaches - again.breaches);
  if (pair.turns >= 0) return;
  addFigure(tr("Outcome"), outcomeText(pair.first), outcomeText(pair.again), 0);
  addFigure(tr("Share of wallet"), tr("%1 %").arg(first.shareOfWallet.value_or(0)),
            tr("%1 %").arg(again.shareOfWallet.value_or(0)),
            again.shareOfWallet.value_or(0) - first.shareOfWallet.value_or(0));
}

void CompareView::showTurns(const Pair& pair) {
  clear(m_heard);
  clear(m_turns);
  const int common = turnsInCommon(pair.first, pair.again);
  const auto lengthOf = [](const PracticeSession& session) {
    return static_cast<int>(session.exchanges().size());
  };
  const Step& before = common == 0
                           ? pair.first.opening()
                           : pair.first.exchanges()[static_cast<std::size_t>(common) - 1].answer;
  const std::vector<Heard> heard = heardIn(before);
  if (!heard.empty()) m_heard->addWidget(makeHeard(pair.first.scenario(), heard.back()));
  const int shown = std::min(lengthOf(pair.first), lengthOf(pair.again));
  int row = 0;
  for (int turn = common; turn < shown; ++turn) {
    m_turns->addWidget(makeTurn(pair.first, turn), row, 0, Qt::AlignTop);
    m_turns->addWidget(makeTurn(pair.again, turn), row, 1, Qt::AlignTop);
    ++row;
  }
  const auto wentOn = [&](const PracticeSession& session, int column) {
    const int more = lengthOf(session) - shown;
    if (more <= 0) return;
    const QString text = more == 1 ? tr("This call went on for 1 more turn.")
                                   : tr("This call went on for %1 more turns.").arg(more);
    m_turns->addWidget(makeLabel(text, TextRole::small, Ink::muted), row, column);
  };
  wentOn(pair.first, 0);
  wentOn(pair.again, 1);
}

QWidget* CompareView::makeTurn(const PracticeSession& session, int turn) {
  const Exchange& exchange = session.exchanges()[static_cast<std::size_t>(turn)];
  auto* cell = new QWidget;
  auto* column = new QVBoxLayout(cell);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(space::medium);
  auto* bubble = new Bubble(Bubble::Side::seller, cell);
  bubble->setSpeaker(m_seller, tr("turn %1").arg(turn + 1));
  const QList<TurnNote> notes = wholeNotesOf(session.method(), exchange);
  bubble->setPassage(toQt(exchange.turn.text), passageMarksOf(notes));
  if (!exchange.grade.graded) bubble->setTags(tagsOf(session.method(), exchange));
  auto* spelled = new TurnNotes;
  spelled->setNotes(notes, false);
  bubble->setExtra(spelled);
  column->addWidget(bubble);
  for (const Heard& each : heardIn(exchange.answer)) {
    column->addWidget(makeHeard(session.scenario(), each));
  }
  return cell;
}

void CompareView::keyPressEvent(QKeyEvent* event) {
  QScrollBar* bar = m_scroll->verticalScrollBar();
  const auto scroll = [&](int by) { bar->setValue(bar->value() + by); };
  switch (event->key()) {
    case Qt::Key_Escape:
      emit leaveWanted();
      return;
    case Qt::Key_Down:
      scroll(3 * bar->singleStep());
      return;
    case Qt::Key_Up:
      scroll(-3 * bar->singleStep());
      return;
    case Qt::Key_PageDown:
      scroll(bar->pageStep());
      return;
    case Qt::Key_PageUp:
      scroll(-bar->pageStep());
      return;
    default:
      QWidget::keyPressEvent(event);
  }
}

}  // namespace sparring::ui
