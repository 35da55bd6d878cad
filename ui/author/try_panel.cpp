#include "author/try_panel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <set>

#include "author/field.h"
#include "author/why_view.h"
#include "base/json.h"
#include "bridge/scenario_places.h"
#include "bridge/text.h"
#include "call/composer.h"
#include "call/conversation_view.h"
#include "dialogue/program.h"
#include "scenario/write.h"
#include "widgets/empty_state.h"
#include "widgets/flow_layout.h"
#include "widgets/theme.h"

namespace sparring::ui {
namespace {

constexpr int mostStateRows = 6;

QString phaseText(const CallState& state) {
  switch (phaseOf(state)) {
    case Phase::early:
      return TryPanel::tr("early");
    case Phase::middle:
      return TryPanel::tr("middle");
    case Phase::late:
      return TryPanel::tr("late");
    case Phase::overtime:
      break;
  }
  return TryPanel::tr("overtime");
}

}  // namespace

Scenario scenarioToTry(Scenario scenario, const std::string& node) {
  if (!node.empty()) scenario.start = node;
  std::set<std::string> taken;
  const auto keepApart = [&](std::vector<Move>& moves) {
    for (Move& each : moves) {
      while (!taken.insert(each.id.value).second) each.id.value += "-again";
    }
  };
  for (Node& each : scenario.nodes) keepApart(each.moves);
  for (Persona& each : scenario.personas) {
    keepApart(each.topics);
    keepApart(each.reactions);
  }
  return scenario;
}

TryPanel::TryPanel(Workplace& workplace, QWidget* parent)
    : QWidget(parent), m_workplace(workplace) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  m_bar = makeBar();
  column->addWidget(m_bar);
  m_conversation = new ConversationView(this);
  m_conversation->setNarrow();
  column->addWidget(m_conversation, 1);
  connect(m_conversation, &ConversationView::misreadWanted, this, &TryPanel::takeBackMisread);
  m_reasons = new WhyView(this);
  m_reasons->hide();
  column->addWidget(m_reasons, 1);
  connect(m_reasons, &WhyView::partWanted, this, &TryPanel::partWanted);
  m_composer = new Composer(this);
  m_composer->setBeside();
  column->addWidget(m_composer);
  m_empty = new EmptyState(Icon::play, tr("Hold the call as it stands"),
                           tr("F5 begins at the start, Shift+F5 at the node that you are writing. "
                              "Nothing is recorded, and you can go on writing beside it."),
                           tr("Try it from the start"), this);
  column->addWidget(m_empty, 1);
  m_empty->setFocusProxy(m_empty->findChild<QPushButton*>());
  connect(m_empty, &EmptyState::actionTriggered, this, &TryPanel::restartWanted);
  stop();
}

QWidget* TryPanel::makeBar() {
  auto* bar = new QWidget(this);
  auto* column = new QVBoxLayout(bar);
  column->setContentsMargins(space::large, space::medium, space::large, 0);
  column->setSpacing(space::small);
  auto* buttons = new FlowLayout(nullptr, space::small);
  m_restart = makeButton(tr("Restart"), ButtonRole::plain, bar);
  m_restart->setToolTip(tr("Begin again on the scenario as it is now (F5)"));
  m_back = makeFlushButton(tr("Back a turn"), Icon::none, bar);
  m_back->setToolTip(tr("Take the last turn back (F3)"));
  m_why = makeFlushButton(tr("Why not?"), Icon::none, bar);
  m_why->setCheckable(true);
  m_why->setToolTip(tr("What cannot be said here, and why (F4)"));
  m_variant = new QComboBox(bar);
  m_variant->setAccessibleName(tr("Variant"));
  m_variant->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  m_variant->setMinimumContentsLength(12);
  buttons->addWidget(m_restart);
  buttons->addWidget(m_back);
  buttons->addWidget(m_why);
  buttons->addWidget(m_variant);
  column->addLayout(buttons);
  auto* where = new QHBoxLayout;
  m_clock = makeLabel({}, TextRole::small, Ink::muted, bar);
  m_node = makeFlushButton({}, Icon::none, bar);
  m_node->setObjectName(QStringLiteral("callNode"));
  where->addWidget(m_node);
  where->addStretch(1);
  where->addWidget(m_clock);
  column->addLayout(where);
  m_state = new QTableWidget(0, 2, bar);
  m_state->setAccessibleName(tr("What the call keeps in mind"));
  m_state->setFocusPolicy(Qt::TabFocus);
  m_state->setTabKeyNavigation(false);
  m_state->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_state->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_state->setShowGrid(false);
  m_state->setFrameShape(QFrame::NoFrame);
  m_state->horizontalHeader()->hide();
  m_state->verticalHeader()->hide();
  m_state->verticalHeader()->setDefaultSectionSize(24);
  m_state->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
  m_state->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
  column->addWidget(m_state);
  connect(m_restart, &QPushButton::clicked, this, &TryPanel::restartWanted);
  connect(m_back, &QPushButton::clicked, this, &TryPanel::goBackOne);
  connect(m_why, &QPushButton::toggled, this, &TryPanel::showReasons);
  connect(m_variant, &QComboBox::activated, this, &TryPanel::restartWanted);
  return bar;
}

void TryPanel::start(const Scenario& scenario, const std::string& node) {
  Scenario copy = scenarioToTry(scenario, node);
  const bool hasStart = std::ranges::any_of(
      copy.nodes, [&](const Node& each) { return each.id.value == copy.start; });
  if (!hasStart) {
    stop();
    m_empty->setTexts(tr("There is no start yet"),
                      tr("Choose in the overview at which node the call starts, then try again."));
    return;
  }
  const int variant = std::max(0, m_variant->currentIndex());
  m_variant->clear();
  for (const Variant& each : copy.variants) {
    m_variant->addItem(toQt(each.title.empty() ? each.id.value : each.title));
  }
  m_variant->setCurrentIndex(std::min(variant, m_variant->count() - 1));
  m_variant->setVisible(m_variant->count() > 1);
  LoadedScenario loaded;
  loaded.bytes = writeScenario(copy);
  loaded.scenario = std::make_shared<const Scenario>(std::move(copy));
  SessionPorts ports = m_workplace.ports();
  ports.store = nullptr;
  m_composer->setCall(nullptr);
  m_call = std::make_unique<PracticeCall>(PracticeSession::begin(
      readyToPlay(std::move(loaded), m_workplace.archetypes), m_workplace.method,
      m_workplace.person, static_cast<std::uint64_t>(std::max(0, m_variant->currentIndex())),
      ports));
  connect(m_call.get(), &PracticeCall::changed, this, &TryPanel::refresh);
  m_restart->setText(tr("Restart"));
  setButtonRole(m_restart, ButtonRole::plain);
  m_bar->show();
  m_empty->hide();
  m_why->setChecked(false);
  showReasons(false);
  m_conversation->forget();
  m_composer->setCall(m_call.get());
  refresh();
}

void TryPanel::stop() {
  m_composer->setCall(nullptr);
  m_conversation->forget();
  m_call.reset();
  for (QWidget* each : {m_bar, static_cast<QWidget*>(m_conversation),
                        static_cast<QWidget*>(m_composer), static_cast<QWidget*>(m_reasons)}) {
    each->hide();
  }
  m_empty->show();
}

void TryPanel::tellChanged() {
  if (m_call == nullptr) return;
  m_restart->setText(tr("Restart with the changes"));
  setButtonRole(m_restart, ButtonRole::primary);
}

void TryPanel::goBackOne() {
  if (m_call != nullptr && m_call->canGoBack()) {
    m_call->goBack(static_cast<int>(m_call->session().exchanges().size()) - 1);
  }
}

void TryPanel::takeBackMisread() {
  if (m_call == nullptr) return;
  if (m_call->asking()) {
    m_call->withdraw();
  } else if (m_call->canGoBack()) {
    m_call->takeBackMisread();
    m_composer->putBack(m_call->askedAbout());
  }
}

void TryPanel::toggleWhy() {
  if (m_call == nullptr) return;
  m_why->toggle();
  takeFocus();
}

void TryPanel::showReasons(bool on) {
  if (on) m_reasons->show(m_call->session());
  m_why->setText(on ? tr("Back to the call") : tr("Why not?"));
  m_conversation->setVisible(!on);
  m_composer->setVisible(!on);
  m_reasons->setVisible(on);
}

void TryPanel::takeFocus() {
  if (m_call == nullptr) {
    m_empty->setFocus();
  } else if (m_why->isChecked()) {
    m_reasons->takeFocus();
  } else {
    m_composer->takeFocus();
  }
}

void TryPanel::refresh() {
  m_conversation->show(m_call->session(), true);
  m_conversation->ask(m_call->session(), m_call->asking());
  m_back->setEnabled(m_call->canGoBack());
  if (m_why->isChecked()) m_reasons->show(m_call->session());
  showState();
}

// The variables that are not any more as the file says, then where the call is.
void TryPanel::showState() {
  const PracticeSession& session = m_call->session();
  const Scenario& scenario = session.scenario();
  const CallState& state = session.state();
  m_state->setRowCount(0);
  for (std::size_t i = 0; i < scenario.variables.size(); ++i) {
    const Variable& variable = scenario.variables[i];
    if (state.variables[i] == variable.initial) continue;
    const QString now = variable.flag ? (state.variables[i] != 0 ? tr("yes") : tr("no"))
                                      : tr("%1 → %2").arg(variable.initial).arg(state.variables[i]);
    const int row = m_state->rowCount();
    m_state->insertRow(row);
    m_state->setItem(row, 0, new QTableWidgetItem(toQt(nameOf(variable))));
    m_state->setItem(row, 1, new QTableWidgetItem(now));
    m_state->item(row, 0)->setToolTip(toolTipOf(toQt(variable.meaning)));
  }
  m_state->setFixedHeight(24 * std::min(m_state->rowCount(), mostStateRows) + 2);
  m_state->setVisible(m_state->rowCount() > 0);
  m_clock->setText(
      tr("%1 of %2 minutes, %3").arg(state.minutes).arg(state.length).arg(phaseText(state)));
  const std::string place =
      state.outcome     ? pointerTo("/outcomes", static_cast<std::size_t>(*state.outcome))
      : state.node >= 0 ? pointerTo("/nodes", static_cast<std::size_t>(state.node))
                        : std::string();
  m_node->setText(tr("At: %1").arg(partTitle(scenario, place)));
  m_node->setToolTip(tr("Show this in the editor"));
  m_node->disconnect(this);
  connect(m_node, &QPushButton::clicked, this, [this, place] { emit partWanted(place); });
}

void TryPanel::keyPressEvent(QKeyEvent* event) {
  const bool page = event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown;
  if (m_call != nullptr && page) {
    m_conversation->turnPage(event->key() == Qt::Key_PageDown);
  } else if (m_call != nullptr && event->key() == Qt::Key_F3) {
    goBackOne();
  } else if (m_call != nullptr && event->key() == Qt::Key_F2) {
    takeBackMisread();
  } else if (m_call != nullptr && event->key() == Qt::Key_F4) {
    toggleWhy();
  } else if (m_call == nullptr || !m_composer->useKey(event)) {
    QWidget::keyPressEvent(event);
  }
}

}  // namespace sparring::ui
