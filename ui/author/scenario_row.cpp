#include "author/scenario_row.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "bridge/authored_file.h"
#include "bridge/text.h"
#include "widgets/tag_chip.h"
#include "widgets/theme.h"

namespace sparring::ui {
namespace {

constexpr int mostFaults = 12;

QString kindOf(const Scenario& scenario) {
  if (scenario.kind == "opening") return ScenarioRow::tr("Opening");
  if (scenario.kind == "ceo_call") return ScenarioRow::tr("Full call");
  if (scenario.kind == "committee_call") return ScenarioRow::tr("Committee");
  if (scenario.kind == "delegatee_call") return ScenarioRow::tr("Delegatee");
  return scenario.kind.empty() ? ScenarioRow::tr("Call") : toQt(scenario.kind);
}

QString sizeText(const Scenario& scenario) {
  int moves = 0;
  for (const Node& each : scenario.nodes) moves += static_cast<int>(each.moves.size());
  return ScenarioRow::tr("%1 · %2 minutes · %3 nodes, %4 moves")
      .arg(kindOf(scenario))
      .arg(scenario.minutes)
      .arg(scenario.nodes.size())
      .arg(moves);
}

QStringList sentencesOf(const ScenarioFile& file) {
  QStringList sentences;
  if (file.error) sentences.append(sentenceOf(*file.error));
  for (const Diagnostic& each : file.diagnostics) {
    if (sentences.size() == mostFaults) {
      sentences.append(ScenarioRow::tr("… and %1 more")
                           .arg(static_cast<int>(file.diagnostics.size()) - mostFaults));
      break;
    }
    sentences.append(ScenarioRow::tr("Line %1: %2 %3")
                         .arg(each.line)
                         .arg(toQt(each.message), toQt(each.hint))
                         .trimmed());
  }
  return sentences;
}

}  // namespace

ScenarioRow::ScenarioRow(const ScenarioFile& file, bool own, QWidget* parent) : QFrame(parent) {
  setProperty("role", QStringLiteral("surface"));
  const Scenario* scenario = file.loaded.scenario.get();
  const QString title = scenario != nullptr && !scenario->title.empty()
                            ? toQt(scenario->title)
                            : toQt(file.path.filename().string());
  setAccessibleName(title);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(space::large, space::medium, space::medium, space::medium);
  row->setSpacing(space::medium);
  auto* column = new QVBoxLayout;
  column->setSpacing(2);
  column->addWidget(makeLooseLabel(title, TextRole::subheading, Ink::text, this));
  column->addWidget(
      makeLooseLabel(scenario != nullptr ? sizeText(*scenario) : tr("Cannot be read as a scenario"),
                     TextRole::small, Ink::muted, this));
  row->addLayout(column, 1);
  if (own && hasDraft(file.path)) {
    row->addWidget(new TagChip({tr("Unsaved draft"), Tone::neutral, {}, false}, this));
  }
  auto* buttons = new QVBoxLayout;
  auto* detail = new QVBoxLayout;
  addFaults(file, *detail, *buttons);
  row->addLayout(buttons);
  const auto addButton = [&](const QString& text, void (ScenarioRow::*wanted)()) {
    auto* button = makeButton(text, ButtonRole::plain, this);
    button->setAccessibleName(QStringLiteral("%1: %2").arg(text, title));
    connect(button, &QPushButton::clicked, this, wanted);
    row->addWidget(button);
    if (m_first == nullptr) m_first = button;
  };
  if (own && scenario != nullptr) addButton(tr("Edit"), &ScenarioRow::editWanted);
  if (scenario != nullptr) {
    addButton(own ? tr("Copy") : tr("Make a copy to edit"), &ScenarioRow::copyWanted);
  }
  column->addLayout(detail);
}

void ScenarioRow::addFaults(const ScenarioFile& file, QVBoxLayout& column, QVBoxLayout& buttons) {
  const auto errors = static_cast<int>(
      std::ranges::count(file.diagnostics, Severity::error, &Diagnostic::severity));
  const int count = file.error ? 1 : errors;
  if (count == 0) return;
  auto* button =
      makeButton(count == 1 ? tr("1 fault") : tr("%1 faults").arg(count), ButtonRole::quiet, this);
  button->setCheckable(true);
  button->setToolTip(tr("Show what is wrong"));
  button->setAccessibleName(tr("Show what is wrong: %1").arg(accessibleName()));
  m_first = file.loaded.scenario ? nullptr : button;
  buttons.addWidget(button);
  auto* text = makeLooseLabel(sentencesOf(file).join(u'\n'), TextRole::small, Ink::danger, this);
  text->hide();
  column.addWidget(text);
  connect(button, &QPushButton::toggled, text, &QWidget::setVisible);
}

}  // namespace sparring::ui
