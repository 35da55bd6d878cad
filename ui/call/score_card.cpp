#include "call/score_card.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "bridge/call_view.h"
#include "bridge/text.h"
#include "widgets/flow_layout.h"
#include "widgets/ratio_bar.h"
#include "widgets/score_bar.h"
#include "widgets/score_ring.h"
#include "widgets/tag_chip.h"
#include "widgets/theme.h"

namespace sparring::ui {
namespace {

constexpr int longestExcerpt = 38;  // Characters of a turn worth doing again.

void clear(QLayout* layout) {
  while (QLayoutItem* item = layout->takeAt(0)) {
    delete item->widget();
    delete item;
  }
}

QString stageNote(const Method& method, const StageReached& stage) {
  const Stage* known = findStage(method, stage.stage);
  const QString meaning = known != nullptr ? toQt(known->meaning) : QString();
  return stage.reached ? ScoreCard::tr("Reached. %1").arg(meaning)
                       : ScoreCard::tr("Not reached. %1").arg(meaning);
}

QVBoxLayout* makeColumn() {
  auto* column = new QVBoxLayout;
  column->setSpacing(space::small);
  return column;
}

}  // namespace

ScoreCard::ScoreCard(QWidget* parent) : QFrame(parent) {
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setHorizontalSpacing(space::page);
  grid->setVerticalSpacing(space::large);

  auto* left = makeColumn();
  m_score = new ScoreRing(this);
  m_score->setCaption(tr("Score of the call"));
  m_outcome = makeLabel({}, TextRole::subheading, Ink::text, this);
  m_verdict = makeLabel({}, TextRole::body, Ink::text, this);
  m_parts = makeLabel({}, TextRole::small, Ink::muted, this);
  m_objective = makeLabel({}, TextRole::small, Ink::muted, this);
  m_wallet = makeLabel({}, TextRole::small, Ink::muted, this);
  m_hidden = makeLabel({}, TextRole::small, Ink::muted, this);
  left->addWidget(m_score, 0, Qt::AlignLeft);
  for (QLabel* each : {m_parts, m_outcome, m_verdict, m_objective, m_wallet, m_hidden}) {
    left->addWidget(each);
  }
  left->addStretch(1);

  auto* middle = makeColumn();
  middle->addWidget(makeLabel(tr("The seven rules"), TextRole::smallStrong, Ink::muted, this));
  m_rules = new QVBoxLayout;
  m_rules->setSpacing(space::tiny);
  middle->addLayout(m_rules);
  middle->addStretch(1);

  auto* right = makeColumn();
  m_ratioPart = new QWidget(this);
  auto* ratio = new QVBoxLayout(m_ratioPart);
  ratio->setContentsMargins(0, 0, 0, space::small);
  ratio->setSpacing(space::tiny);
  ratio->addWidget(
      makeLabel(tr("Whom your words were about"), TextRole::smallStrong, Ink::muted, m_ratioPart));
  m_ratio = new RatioBar(m_ratioPart);
  m_ratioText = makeLabel({}, TextRole::small, Ink::text, m_ratioPart);
  ratio->addWidget(m_ratio);
  ratio->addWidget(m_ratioText);
  right->addWidget(m_ratioPart);
  right->addWidget(makeLabel(tr("Stages of the call"), TextRole::smallStrong, Ink::muted, this));
  m_stages = new QWidget(this);
  m_stageColumn = new QVBoxLayout(m_stages);
  m_stageColumn->setContentsMargins(0, 0, 0, space::small);
  right->addWidget(m_stages);
  m_redoHeading = makeLabel(tr("Turns to do again first"), TextRole::smallStrong, Ink::muted, this);
  right->addWidget(m_redoHeading);
  m_redo = new QVBoxLayout;
  m_redo->setSpacing(space::tiny);
  right->addLayout(m_redo);
  right->addStretch(1);

  grid->addLayout(left, 0, 0);
  grid->addLayout(middle, 0, 1);
  grid->addLayout(right, 0, 2);
  grid->setColumnStretch(0, 3);
  grid->setColumnStretch(1, 4);
  grid->setColumnStretch(2, 4);
}

void ScoreCard::show(const PracticeSession& session) {
  const CallGrade grade = session.grade();
  m_score->setScore(grade.score);
  const auto text = [](const std::optional<int>& score) {
    return score ? QString::number(*score) : QStringLiteral("–");
  };
  m_parts->setText(
      tr("Made of: rules %1, ratio %2, stages %3")
          .arg(text(grade.ruleScore), text(grade.ratio.score), text(grade.stageScore)));
  showOutcome(session, grade);
  showRules(session, grade);
  showShape(session, grade);
  showRedo(session, grade);
}

void ScoreCard::showOutcome(const PracticeSession& session, const CallGrade& grade) {
  const Outcome* outcome = outcomeOf(session);
  m_outcome->setText(outcome != nullptr ? toQt(outcome->title) : tr("The call is not over"));
  m_verdict->setText(outcome != nullptr ? QStringLiteral("“%1”").arg(toQt(outcome->verdict))
                                        : QString());
  m_verdict->setVisible(outcome != nullptr);
  m_wallet->setText(
      tr("Share of wallet this points to: %1 %").arg(grade.shareOfWallet.value_or(0)));
  m_wallet->setVisible(outcome != nullptr);
  m_objective->setText(
      tr("You were there for this: %1").arg(toQt(session.scenario().brief.objective)));
  m_objective->setVisible(!session.scenario().brief.objective.empty());
  const int variant = session.state().variant;
  const QString hidden =
      variant < 0 ? QString()
                  : toQt(session.scenario().variants[static_cast<std::size_t>(variant)].hidden);
  m_hidden->setText(tr("What you could not know: %1").arg(hidden));
  m_hidden->setVisible(outcome != nullptr && !hidden.isEmpty());
}

void ScoreCard::showRules(const PracticeSession& session, const CallGrade& grade) {
  clear(m_rules);
  for (const RuleScore& each : grade.rules) {
    auto* bar = new ScoreBar(this);
    bar->setLabel(ruleTitle(session.method(), each.rule));
    bar->setScore(each.score);
    bar->setCounts(each.score ? tr("%1 earned, %2 cost").arg(each.earned).arg(each.cost)
                              : QString());
    bar->setEnabled(each.score.has_value());
    if (const Rule* known = findRule(session.method(), each.rule)) {
      const QString meaning = toQt(known->meaning);
      const QString counts = bar->accessibleDescription();
      bar->setToolTip(toolTipOf(meaning));
      bar->setAccessibleDescription(counts.isEmpty() ? meaning
                                                     : counts + QStringLiteral(". ") + meaning);
    }
    const RuleId rule = each.rule;
    connect(bar, &ScoreBar::activated, this, [this, rule] { emit ruleChosen(rule); });
    m_rules->addWidget(bar);
  }
}

void ScoreCard::showShape(const PracticeSession& session, const CallGrade& grade) {
  m_ratioPart->setVisible(grade.ratio.applies);
  m_ratio->setCounts(grade.ratio.customerWords, grade.ratio.sellerWords);
  m_ratioText->setText(grade.ratio.verdict.empty() ? tr("Not enough words yet to say.")
                                                   : toQt(grade.ratio.verdict));
  clear(m_stageColumn);
  auto* row = new QWidget(m_stages);
  auto* flow = new FlowLayout(row, space::tiny);
  flow->setContentsMargins(0, 0, 0, 0);
  for (const StageReached& each : grade.stages) {
    flow->addWidget(new TagChip(
        {stageTitle(session.method(), each.stage), each.reached ? Tone::earned : Tone::neutral,
         stageNote(session.method(), each)},
        row));
  }
  if (grade.breaches > 0) {
    auto* early = new TagChip({tr("Too early: %1").arg(grade.breaches), Tone::cost,
                               tr("Show the words that came before their stage")},
                              row);
    early->setClickable(true);
    connect(early, &TagChip::clicked, this, &ScoreCard::breachesChosen);
    flow->addWidget(early);
  }
  m_stageColumn->addWidget(row);
}

void ScoreCard::showRedo(const PracticeSession& session, const CallGrade& grade) {
  clear(m_redo);
  for (const int position : grade.worthRedoing) {
    QString words =
        toQt(session.exchanges()[static_cast<std::size_t>(position)].turn.text).simplified();
    if (words.size() > longestExcerpt) words = words.left(longestExcerpt - 1) + u'…';
    auto* button =
        makeButton(tr("Turn %1: %2").arg(position + 1).arg(words), ButtonRole::quiet, this);
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    button->setStyleSheet(QStringLiteral("text-align: left; padding-left: 0;"));
    connect(button, &QPushButton::clicked, this, [this, position] { emit turnChosen(position); });
    m_redo->addWidget(button);
  }
  m_redoHeading->setVisible(!grade.worthRedoing.empty());
}

}  // namespace sparring::ui
