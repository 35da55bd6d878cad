#include "call/score_card.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

#include "bridge/text.h"
#include "call/turn_link.h"
#include "widgets/flow_layout.h"
#include "widgets/ratio_bar.h"
#include "widgets/score_bar.h"
#include "widgets/score_ring.h"
#include "widgets/tag_chip.h"
#include "widgets/theme.h"

namespace sparring::ui {
namespace {

constexpr int ringDiameter = 92;
constexpr int widestChip = 400;
constexpr int scoreWidth = 264;  // The ring with its parts beside it.
constexpr int rulesWidth = 250;  // Narrower, its small print is cut.

void clear(QLayout* layout) {
  while (QLayoutItem* item = layout->takeAt(0)) {
    delete item->widget();
    delete item;
  }
}

QString scoreText(const std::optional<int>& score) {
  return score ? QString::number(*score) : QStringLiteral("–");
}

// A heading over what a part shows.
QVBoxLayout* makePart(QWidget* part, const QString& heading) {
  auto* column = new QVBoxLayout(part);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(space::small);
  if (!heading.isEmpty()) {
    column->addWidget(makeLabel(heading, TextRole::smallStrong, Ink::muted, part));
  }
  return column;
}

FlowLayout* addFlow(QVBoxLayout* column, QWidget* part) {
  auto* row = new QWidget(part);
  auto* flow = new FlowLayout(row, space::tiny);
  flow->setContentsMargins(0, 0, 0, 0);
  column->addWidget(row);
  return flow;
}

}  // namespace

ScoreCard::ScoreCard(QWidget* parent) : QFrame(parent) {
  auto* card = new QHBoxLayout(this);
  card->setContentsMargins(0, 0, 0, 0);
  card->setSpacing(space::page);
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(space::page);
  grid->setVerticalSpacing(space::large);
  grid->addWidget(makeScore(), 0, 0);
  grid->addWidget(makeRules(), 0, 1);
  grid->addWidget(makeStages(), 1, 0);
  grid->addWidget(makeRatio(), 1, 1);
  grid->setColumnMinimumWidth(0, scoreWidth);
  grid->setColumnMinimumWidth(1, rulesWidth);
  grid->setColumnStretch(0, 3);
  grid->setColumnStretch(1, 4);
  grid->setRowStretch(1, 1);
  // Beside the grid and not of its rows: in a poor call many concepts are broken.
  auto* column = new QVBoxLayout;
  column->setSpacing(space::large);
  column->addWidget(makeTurns());
  column->addWidget(makeConcepts());
  column->addStretch(1);
  card->addLayout(grid, 7);
  card->addLayout(column, 4);
}

QWidget* ScoreCard::makeScore() {
  auto* part = new QWidget(this);
  auto* column = makePart(part, {});
  m_score = new ScoreRing(part);
  m_score->setDiameter(ringDiameter);
  m_score->setCaption(tr("Score of the call"));
  auto* parts = new QWidget(part);
  auto* partColumn = new QVBoxLayout(parts);
  partColumn->setContentsMargins(0, 0, 0, 0);
  partColumn->setSpacing(space::tiny);
  m_parts = addFlow(partColumn, parts);
  partColumn->addStretch(1);
  auto* row = new QHBoxLayout;
  row->setSpacing(space::large);
  row->addWidget(m_score, 0, Qt::AlignTop);
  row->addWidget(parts, 1);
  column->addLayout(row);
  m_outcome = makeLabel({}, TextRole::subheading, Ink::text, part);
  m_verdict = makeLabel({}, TextRole::body, Ink::text, part);
  m_wallet = makeLabel({}, TextRole::small, Ink::muted, part);
  m_objective = makeLabel({}, TextRole::small, Ink::muted, part);
  m_hidden = makeLabel({}, TextRole::small, Ink::muted, part);
  for (QLabel* each : {m_outcome, m_verdict, m_wallet, m_objective, m_hidden}) {
    column->addWidget(each);
  }
  column->addStretch(1);
  return part;
}

QWidget* ScoreCard::makeRules() {
  auto* part = new QWidget(this);
  auto* column = makePart(part, tr("The seven rules"));
  m_rules = new QVBoxLayout;
  m_rules->setSpacing(0);
  column->addLayout(m_rules);
  column->addStretch(1);
  return part;
}

QWidget* ScoreCard::makeTurns() {
  auto* part = new QWidget(this);
  auto* column = makePart(part, {});
  m_redoHeading = makeLabel(tr("Turns to do again first"), TextRole::smallStrong, Ink::muted, part);
  column->addWidget(m_redoHeading);
  m_redo = new QVBoxLayout;
  m_redo->setSpacing(space::tiny);
  column->addLayout(m_redo);
  column->addStretch(1);
  return part;
}

QWidget* ScoreCard::makeStages() {
  auto* part = new QWidget(this);
  auto* column = makePart(part, tr("Stages of the call"));
  m_stages = addFlow(column, part);
  column->addSpacing(space::medium);
  m_bestHeading = makeLabel(tr("Your best turn"), TextRole::smallStrong, Ink::muted, part);
  column->addWidget(m_bestHeading);
  m_best = new QVBoxLayout;
  column->addLayout(m_best);
  column->addStretch(1);
  return part;
}

QWidget* ScoreCard::makeRatio() {
  auto* part = new QWidget(this);
  auto* column = makePart(part, {});
  m_ratioPart = new QWidget(part);
  auto* ratio = makePart(m_ratioPart, tr("Whom your words were about"));
  ratio->setSpacing(space::tiny);
  m_ratio = new RatioBar(m_ratioPart);
  m_ratioText = makeLabel({}, TextRole::small, Ink::text, m_ratioPart);
  ratio->addWidget(m_ratio);
  ratio->addWidget(m_ratioText);
  column->addWidget(m_ratioPart);
  m_figures = addFlow(column, part);
  column->addStretch(1);
  return part;
}

QWidget* ScoreCard::makeConcepts() {
  auto* part = new QWidget(this);
  auto* column = makePart(part, tr("Concepts: ✕ broken, ✓ kept"));
  m_concepts = addFlow(column, part);
  m_noConcepts = makeLabel(tr("Not enough to say"), TextRole::small, Ink::muted, part);
  column->addWidget(m_noConcepts);
  column->addStretch(1);
  return part;
}

void ScoreCard::addChip(FlowLayout* row, const Tag& tag, const Evidence& evidence) {
  auto* chip = new TagChip(tag, row->parentWidget());
  chip->setMaximumWidth(widestChip);
  chip->setClickable(!evidence.empty());
  connect(chip, &TagChip::clicked, this, [this, evidence] {
    if (!evidence.empty()) emit evidenceWanted(evidence);
  });
  row->addWidget(chip);
}

void ScoreCard::show(const PracticeSession& session) {
  const CallGrade grade = session.grade();
  m_score->setScore(grade.score);
  showParts(session, grade);
  showOutcome(session, grade);
  showRules(session, grade);
  showTurns(session, grade);
  showRatio(session, grade);
  showFigures(session, grade);
  showStages(session, grade);
  showConcepts(session, grade);
}

void ScoreCard::showParts(const PracticeSession& session, const CallGrade& grade) {
  m_parts->clear();
  const ScoreWeights& weights = session.method().weights;
  const auto add = [&](const QString& name, const std::optional<int>& score, int weight,
                       const Evidence& evidence) {
    if (weight == 0) return;
    const QString note =
        score ? tr("Counts for %1 of %2.")
                    .arg(weight)
                    .arg(weights.rules + weights.ratio + weights.stages + weights.concepts)
              : tr("Not enough to say, so it is left out of the score.");
    addChip(m_parts,
            {QStringLiteral("%1 %2").arg(name, scoreText(score)), Tone::neutral, note, false},
            evidence);
  };
  add(tr("Rules"), grade.ruleScore, weights.rules, evidenceOfRules(session));
  add(tr("Ratio"), grade.ratio.score, weights.ratio, evidenceOfRatio(session));
  add(tr("Stages"), grade.stageScore, weights.stages, evidenceOfBreaches(session));
  add(tr("Concepts"), grade.conceptScore, weights.concepts, evidenceOfConcepts(session));
}

void ScoreCard::showOutcome(const PracticeSession& session, const CallGrade& grade) {
  const Outcome* outcome = outcomeOf(session);
  m_outcome->setText(outcome != nullptr ? toQt(outcome->title) : tr("The call is not over"));
  m_verdict->setText(outcome != nullptr ? QStringLiteral("“%1”").arg(toQt(outcome->verdict))
                                        : QString());
  m_verdict->setVisible(outcome != nullptr);
  m_wallet->setText(tr("Share of wallet, what they would spend with you of all they spend: %1 %")
                        .arg(grade.shareOfWallet.value_or(0)));
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
    connect(bar, &ScoreBar::activated, this, [this, evidence = evidenceOfRule(session, each.rule)] {
      emit evidenceWanted(evidence);
    });
    m_rules->addWidget(bar);
  }
}

void ScoreCard::showTurns(const PracticeSession& session, const CallGrade& grade) {
  clear(m_redo);
  clear(m_best);
  const auto add = [&](QVBoxLayout* column, int position, Tone tone, const QString& words,
                       const QString& reason) {
    const Exchange& exchange = session.exchanges()[static_cast<std::size_t>(position)];
    auto* link = new TurnLink(this);
    // A word or two would not tell the turn from others.
    const bool tells = words.simplified().count(u' ') >= 3;
    link->show(position, tone, (tells ? words : toQt(exchange.turn.text)).simplified(), reason);
    connect(link, &TurnLink::clicked, this, [this, position] { emit turnChosen(position); });
    column->addWidget(link);
  };
  QStringList advised;
  for (std::size_t i = 0; i < grade.worthRedoing.size(); ++i) {
    const int position = grade.worthRedoing[i];
    QString reason = i < grade.redoReasons.size() ? toQt(grade.redoReasons[i]) : QString();
    const TurnNote note = noteThatSays(session, position, reason);
    if (!note.better.isEmpty() && !advised.contains(note.better)) {
      reason += u'\n' + tr("Say instead: “%1”").arg(note.better);
      advised.append(note.better);
    }
    add(m_redo, position, Tone::cost, note.words, reason);
  }
  m_redoHeading->setVisible(!grade.worthRedoing.empty());
  if (grade.best) {
    const Exchange& exchange = session.exchanges()[static_cast<std::size_t>(*grade.best)];
    const QList<TurnNote> notes = wholeNotesOf(session.method(), exchange);
    const TurnNote note = notes.isEmpty() ? TurnNote() : notes.front();
    add(m_best, *grade.best, Tone::earned, note.words, note.why);
  }
  m_bestHeading->setVisible(grade.best.has_value());
}

void ScoreCard::showRatio(const PracticeSession& session, const CallGrade& grade) {
  m_ratioPart->setVisible(grade.ratio.applies);
  m_ratio->setCounts(grade.ratio.customerWords, grade.ratio.sellerWords);
  const int tenths = session.method().ratio.targetTenths;
  m_ratio->setTarget(double(tenths) / (tenths + 10),
                     tenths % 10 == 0 ? tr("%1 : 1").arg(tenths / 10) : tr("%1 : 10").arg(tenths));
  m_ratioText->setText(grade.ratio.verdict.empty() ? tr("Not enough words yet to say.")
                                                   : toQt(grade.ratio.verdict));
}

// What is counted and not scored.
void ScoreCard::showFigures(const PracticeSession& session, const CallGrade& grade) {
  m_figures->clear();
  const CallFigures& figures = grade.figures;
  const QString unscored = tr("Shown, not scored.");
  const auto add = [&](const QString& text, const QString& note, const Evidence& evidence) {
    addChip(m_figures, {text, Tone::neutral, note, false}, evidence);
  };
  if (grade.ratio.applies && grade.ratio.order != Order::notEnough) {
    add(grade.ratio.order == Order::customerFirst ? tr("Them first") : tr("Us first"),
        tr("Of whom you spoke first."), evidenceOfRatio(session));
  }
  if (figures.aboutUs && figures.aboutUs->lastTurn > figures.aboutUs->firstTurn) {
    const int turns = figures.aboutUs->lastTurn - figures.aboutUs->firstTurn + 1;
    add(tr("%1 turns in a row only about us").arg(turns), unscored,
        evidenceOfStretch(session, *figures.aboutUs));
  }
  std::array<int, 3> thirds = {};
  for (const QuestionCount& each : figures.questions) {
    for (std::size_t i = 0; i < thirds.size(); ++i) thirds[i] += each.thirds[i];
  }
  const int questions = thirds[0] + thirds[1] + thirds[2];
  if (questions > 0) {
    add(tr("Questions: %1").arg(questions),
        tr("%1 in the first third of the call, %2 in the middle, %3 in the last. %4")
            .arg(thirds[0])
            .arg(thirds[1])
            .arg(thirds[2])
            .arg(unscored),
        evidenceOfQuestions(session, figures));
  }
  for (const TallyCount& each : figures.tallies) {
    if (each.turns.empty()) continue;
    const Evidence evidence = evidenceOfTally(session, each);
    add(QStringLiteral("%1: %2").arg(evidence.title).arg(each.turns.size()), unscored, evidence);
  }
  if (figures.turnsBeforePrescription) {
    add(tr("Turns before your first suggestion: %1").arg(*figures.turnsBeforePrescription),
        unscored, evidenceOfPrescription(session, *figures.turnsBeforePrescription));
  }
}

void ScoreCard::showStages(const PracticeSession& session, const CallGrade& grade) {
  m_stages->clear();
  for (const StageReached& each : grade.stages) {
    const Evidence evidence = evidenceOfStage(session, each.stage);
    addChip(m_stages,
            {evidence.title, each.reached ? Tone::earned : Tone::neutral,
             each.reached ? tr("Reached. %1").arg(evidence.meaning)
                          : tr("Not reached. %1").arg(evidence.meaning)},
            each.reached ? evidence : Evidence{});
  }
  if (grade.breaches > 0) {
    addChip(m_stages,
            {tr("Too early: %1").arg(grade.breaches), Tone::cost,
             tr("Show the words that came before their stage")},
            evidenceOfBreaches(session));
  }
}

// Broken ones first; those that no turn spoke to are left out.
void ScoreCard::showConcepts(const PracticeSession& session, const CallGrade& grade) {
  m_concepts->clear();
  std::vector<ConceptScore> touched;
  std::ranges::copy_if(grade.concepts, std::back_inserter(touched),
                       [](const ConceptScore& each) { return each.kept + each.broken > 0; });
  std::ranges::stable_sort(touched, std::ranges::greater{},
                           [](const ConceptScore& each) { return each.broken > 0; });
  for (const ConceptScore& each : touched) {
    const Evidence evidence = evidenceOfConcept(session, each.id);
    const int shown = each.broken > 0 ? each.broken : each.kept;
    addChip(m_concepts,
            {shown == 1 ? evidence.title : tr("%1 × %2").arg(evidence.title).arg(shown),
             each.broken > 0 ? Tone::cost : Tone::earned,
             tr("Kept %1, broken %2. %3").arg(each.kept).arg(each.broken).arg(evidence.meaning)},
            evidence);
  }
  m_noConcepts->setVisible(touched.empty());
}

}  // namespace sparring::ui
