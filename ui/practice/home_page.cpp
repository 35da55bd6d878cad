#include "practice/home_page.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>
#include <numeric>

#include "bridge/call_view.h"
#include "bridge/remarks.h"
#include "bridge/text.h"
#include "scenario/codes.h"
#include "widgets/banner.h"
#include "widgets/card.h"
#include "widgets/empty_state.h"
#include "widgets/flow_layout.h"
#include "widgets/theme.h"

namespace sparring::ui {
namespace {

constexpr int recentShown = 8;
constexpr int cardWidth = 300;

// Whether an author left notes to be written over.
bool isUnfinished(const ScenarioFile& file) {
  return std::ranges::find(file.diagnostics, entryOf(Code::noteLeft).name, &Diagnostic::code) !=
         file.diagnostics.end();
}

}  // namespace

HomePage::HomePage(QWidget* parent) : QWidget(parent) {
  auto* page = new QVBoxLayout(this);
  page->setContentsMargins(0, 0, 0, 0);
  auto* scroll = new QScrollArea(this);
  scroll->setObjectName(QStringLiteral("home"));
  scroll->setAccessibleName(tr("Home"));
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setFocusPolicy(Qt::NoFocus);
  page->addWidget(scroll);

  auto* content = new QWidget;
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(space::page, space::page, space::page, space::page);
  column->setSpacing(space::large);
  m_banner = new Banner(content);
  column->addWidget(m_banner);
  column->addWidget(makeLabel(tr("Practise a call"), TextRole::title, Ink::text, content));
  auto* cards = new QWidget(content);
  m_cards = new FlowLayout(cards, space::large);
  m_cards->setContentsMargins(0, 0, 0, 0);
  m_cards->setColumns(1, 4, cardWidth);
  column->addWidget(cards);

  m_recentPart = new QWidget(content);
  auto* recent = new QVBoxLayout(m_recentPart);
  recent->setContentsMargins(0, space::medium, 0, 0);
  recent->setSpacing(space::medium);
  recent->addWidget(makeLabel(tr("Your last calls"), TextRole::heading, Ink::text, m_recentPart));
  auto* rows = new QWidget(m_recentPart);
  m_recent = new FlowLayout(rows, space::large);
  m_recent->setContentsMargins(0, 0, 0, 0);
  m_recent->setColumns(1, 4, cardWidth);
  recent->addWidget(rows);
  column->addWidget(m_recentPart);

  m_empty = new EmptyState(Icon::practice, tr("Your calls will be kept here"),
                           tr("Every call you hold is saved as you go, with the words behind each "
                              "mark. Choose a call above to begin."),
                           {}, content);
  column->addWidget(m_empty);
  column->addStretch(1);
  scroll->setWidget(content);
}

void HomePage::show(const Workplace& workplace) {
  m_banner->dismiss();
  showScenarios(workplace);
  showSessions(workplace);
}

void HomePage::showScenarios(const Workplace& workplace) {
  m_cards->clear();
  QStringList broken;
  // The first exercise comes first; the others in the order of their files.
  std::vector<std::size_t> order(workplace.scenarios.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_partition(order, [&](std::size_t i) {
    const auto& scenario = workplace.scenarios[i].loaded.scenario;
    return scenario && scenario->guidedOnly;
  });
  for (const std::size_t i : order) {
    const ScenarioFile& file = workplace.scenarios[i];
    if (!file.loaded.scenario || file.loaded.scenario->nodes.empty()) {
      const QString name = toQt(file.path.filename().string());
      const QString first = file.error ? sentenceOf(*file.error)
                            : file.diagnostics.empty()
                                ? tr("It has no nodes.")
                                : tr("Line %1: %2")
                                      .arg(file.diagnostics.front().line)
                                      .arg(toQt(file.diagnostics.front().message));
      broken.append(QStringLiteral("%1: %2").arg(name, first));
      continue;
    }
    const Scenario& scenario = *file.loaded.scenario;
    auto* card = new Card;
    card->setSymbol(scenario.guidedOnly ? Icon::play : Icon::person);
    card->setTitle(toQt(scenario.title));
    card->setBody(toQt(scenario.summary));
    const std::vector<const Persona*> buyers = buyersOf(scenario);
    const QString who = buyers.empty()       ? QString()
                        : buyers.size() == 1 ? toQt(buyers.front()->role)
                                             : tr("%1 people").arg(buyers.size());
    card->setMeta(tr("%1 · %2 minutes").arg(who).arg(scenario.minutes));
    if (hasErrors(file.diagnostics)) {
      card->setBadge(tr("has faults"), Tone::cost);
    } else if (isUnfinished(file)) {
      card->setBadge(tr("unfinished"), Tone::noted);
    }
    connect(card, &Card::clicked, this, [this, i] { emit scenarioChosen(static_cast<int>(i)); });
    m_cards->addWidget(card);
    card->show();  // At once, so that it can take the focus.
  }
  if (!broken.isEmpty()) {
    m_banner->showMessage(Banner::Kind::warning,
                          tr("Some scenario files cannot be played. %1").arg(broken.join(u' ')));
  }
}

void HomePage::showSessions(const Workplace& workplace) {
  m_recent->clear();
  m_unfinished = nullptr;
  std::vector<SessionRow> rows;
  if (workplace.store) {
    Result<std::vector<SessionRow>> read =
        workplace.store->sessions({.person = workplace.person.id, .most = recentShown});
    if (read) {
      rows = std::move(*read);
    } else {
      m_banner->showMessage(Banner::Kind::error, sentenceOf(read.error()));
    }
  }
  for (const SessionRow& row : rows) {
    auto* card = new Card;
    card->setTitle(toQt(row.header.scenarioTitle));
    card->setBody(row.summary.over ? toQt(row.summary.outcomeTitle)
                                   : tr("Not over. Go on where you left it."));
    card->setSymbol(row.summary.over ? Icon::practice : Icon::pause);
    const QString when = momentText(row.header.startedAt);
    QString meta = row.summary.turns == 1 ? tr("%1 · 1 turn").arg(when)
                                          : tr("%1 · %2 turns").arg(when).arg(row.summary.turns);
    if (row.annotations > 0) meta += QStringLiteral(" · ") + remarkCountText(row.annotations);
    card->setMeta(meta);
    if (row.summary.over && row.summary.score >= 0) {
      card->setBadge(tr("Score %1").arg(row.summary.score));
    }
    const Uuid id = row.header.id;
    connect(card, &Card::clicked, this, [this, id] { emit sessionChosen(id); });
    m_recent->addWidget(card);
    card->show();
    if (m_recent->count() == 1 && !row.summary.over) m_unfinished = card;
  }
  m_recentPart->setVisible(!rows.empty());
  m_empty->setVisible(rows.empty() && workplace.store.has_value());
}

void HomePage::takeFocus() {
  if (m_unfinished != nullptr) {
    m_unfinished->setFocus();
    return;
  }
  if (m_cards->count() > 0) m_cards->itemAt(0)->widget()->setFocus();
}

}  // namespace sparring::ui
