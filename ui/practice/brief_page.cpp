#include "practice/brief_page.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>
#include <array>

#include "bridge/call_view.h"
#include "bridge/text.h"
#include "widgets/icon.h"
#include "widgets/theme.h"

namespace sparring::ui {
namespace {

constexpr int briefWidth = 720;

}  // namespace

BriefPage::BriefPage(QWidget* parent) : QWidget(parent) {
  auto* page = new QVBoxLayout(this);
  page->setContentsMargins(0, 0, 0, 0);
  page->setSpacing(0);

  m_scroll = new QScrollArea(this);
  m_scroll->setObjectName(QStringLiteral("brief"));
  m_scroll->setAccessibleName(tr("Brief"));
  m_scroll->setWidgetResizable(true);
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setFocusPolicy(Qt::NoFocus);
  auto* outer = new QWidget;
  auto* centred = new QHBoxLayout(outer);
  centred->setContentsMargins(space::page, space::page, space::page, space::page);
  auto* content = new QWidget(outer);
  content->setMaximumWidth(briefWidth);
  auto* upright = new QVBoxLayout(content);
  upright->setContentsMargins(0, 0, 0, 0);
  upright->setSpacing(space::huge);
  m_above = new QSpacerItem(0, 0);
  upright->addItem(m_above);
  m_column = new QVBoxLayout;
  m_column->setSpacing(space::small);
  upright->addLayout(m_column);
  m_beneath = new QVBoxLayout;
  upright->addLayout(m_beneath);
  upright->addStretch(3);
  centred->addStretch(1);
  centred->addWidget(content, 100);
  centred->addStretch(1);
  m_scroll->setWidget(outer);
  page->addWidget(m_scroll, 1);
  m_bar = new QHBoxLayout;
  m_bar->setContentsMargins(space::page, 0, space::page, 0);
  page->addLayout(m_bar);
  makeButtons();
}

void BriefPage::makeButtons() {
  auto* bar = new QWidget(this);
  bar->setMaximumWidth(briefWidth);
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(0, space::medium, 0, space::large);
  row->setSpacing(space::small);
  m_start = makeButton(tr("Start with options"), ButtonRole::primary, bar);
  m_start->setObjectName(QStringLiteral("startCall"));
  m_ownWords = makeButton(tr("Start in my own words"), ButtonRole::plain, bar);
  m_ownWords->setObjectName(QStringLiteral("startOwnWords"));
  m_leave = makeButton(tr("Home"), ButtonRole::quiet, bar);
  m_leave->setIcon(themedIcon(Icon::back));
  row->addWidget(m_start);
  row->addWidget(m_ownWords);
  row->addStretch(1);
  row->addWidget(m_leave);
  connect(m_leave, &QPushButton::clicked, this, &BriefPage::leaveWanted);
  connect(m_start, &QPushButton::clicked, this, &BriefPage::goOn);
  connect(m_ownWords, &QPushButton::clicked, this, [this] { emit startWanted(false); });
  m_buttons = bar;
}

void BriefPage::goOn() {
  if (m_when == When::during) {
    emit backWanted();
  } else {
    emit startWanted(true);
  }
}

void BriefPage::show(const LoadedScenario& scenario, When when) {
  m_scenario = scenario;
  m_when = when;
  clear();
  const Scenario& shown = *scenario.scenario;
  const Brief& brief = shown.brief;
  if (when == When::firstTime) {
    m_column->addWidget(makeLabel(tr("Welcome. Start with these %1 minutes.").arg(shown.minutes),
                                  TextRole::subheading, Ink::accent));
  }
  auto* title = makeLabel(toQt(shown.title), TextRole::title);
  title->setWordWrap(true);
  m_column->addWidget(title);
  addWho(shown);
  m_column->addSpacing(space::medium);
  addList(brief.situation);
  if (shown.guidedOnly) {
    m_column->addSpacing(space::medium);
    addText(
        tr("Choose what to say with the mouse or the keys 1 to 9. After each turn you see what "
           "it earned or cost, and why."));
  } else {
    if (!brief.objective.empty()) {
      addHeading(tr("What you are there for"));
      addText(toQt(brief.objective));
    }
    if (!brief.offering.empty()) {
      addHeading(tr("What you offer"));
      addText(toQt(brief.offering));
    }
    addFacts(brief);
    if (!brief.usageScenarios.empty()) {
      addHeading(tr("Uses to ask about"));
      addList(brief.usageScenarios);
    }
  }
  const bool during = when == When::during;
  m_ownWords->setVisible(!shown.guidedOnly && !during);
  m_start->setText(during             ? tr("Back to the call")
                   : shown.guidedOnly ? tr("Start the call")
                                      : tr("Start with options"));
  m_leave->setText(when == When::firstTime ? tr("Look around first") : tr("Home"));
  m_leave->setVisible(when != When::during);
  placeButtons(shown.guidedOnly);
  m_above->changeSize(0, shown.guidedOnly ? space::page * 3 : 0);
  m_scroll->verticalScrollBar()->setValue(0);
}

void BriefPage::placeButtons(bool beneathText) {
  m_beneath->removeWidget(m_buttons);
  while (QLayoutItem* item = m_bar->takeAt(0)) delete item;
  if (beneathText) {
    m_beneath->addWidget(m_buttons);
    return;
  }
  m_bar->addStretch(1);
  m_bar->addWidget(m_buttons, 100);
  m_bar->addStretch(1);
}

void BriefPage::addFacts(const Brief& brief) {
  const std::array<std::pair<const char*, QString>, 3> categories = {{
      {"people", tr("Their people")},
      {"process_principles_values", tr("How they work and what they hold to")},
      {"products_services", tr("What they make and sell")},
  }};
  for (const auto& [category, heading] : categories) {
    std::vector<std::string> lines;
    for (const Fact& fact : brief.facts) {
      if (fact.isPublic && fact.category == category) lines.push_back(fact.text);
    }
    if (lines.empty()) continue;
    addHeading(heading);
    addList(lines);
  }
}

// Whom the rep meets, where and for how long.
void BriefPage::addWho(const Scenario& shown) {
  const std::vector<const Persona*> buyers = buyersOf(shown);
  const QString company = toQt(shown.brief.company);
  if (buyers.size() == 1) {
    addMuted(tr("%1, %2 at %3. %4 minutes.")
                 .arg(toQt(buyers.front()->name), toQt(buyers.front()->role), company)
                 .arg(shown.minutes));
    return;
  }
  addMuted(tr("%1 people at %2. %3 minutes.").arg(buyers.size()).arg(company).arg(shown.minutes));
  for (const Persona* each : buyers) {
    addMuted(each->role.empty() ? toQt(each->name)
                                : tr("%1, %2").arg(toQt(each->name), toQt(each->role)));
  }
}

void BriefPage::addMuted(const QString& text) {
  m_column->addWidget(makeLabel(text, TextRole::body, Ink::muted));
}

void BriefPage::addHeading(const QString& text) {
  m_column->addSpacing(space::medium);
  m_column->addWidget(makeLabel(text, TextRole::subheading));
}

void BriefPage::addText(const QString& text) {
  m_column->addWidget(makeLabel(text));
}

void BriefPage::addList(const std::vector<std::string>& lines) {
  for (const std::string& line : lines) {
    auto* item = new QWidget;
    auto* row = new QHBoxLayout(item);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::small);
    row->addWidget(makeLabel(QStringLiteral("•"), TextRole::body, Ink::muted, item), 0,
                   Qt::AlignTop);
    row->addWidget(makeLabel(toQt(line), TextRole::body, Ink::text, item), 1);
    m_column->addWidget(item);
  }
}

void BriefPage::clear() {
  while (QLayoutItem* item = m_column->takeAt(0)) {
    delete item->widget();
    delete item;
  }
}

void BriefPage::takeFocus() {
  m_start->setFocus();
}

void BriefPage::keyPressEvent(QKeyEvent* event) {
  QScrollBar* bar = m_scroll->verticalScrollBar();
  switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
      goOn();
      return;
    case Qt::Key_Escape:
    case Qt::Key_F1:
      if (m_when == When::during) emit backWanted();
      if (m_when != When::during && event->key() == Qt::Key_Escape) emit leaveWanted();
      return;
    case Qt::Key_Down:
      bar->setValue(bar->value() + 3 * bar->singleStep());
      return;
    case Qt::Key_Up:
      bar->setValue(bar->value() - 3 * bar->singleStep());
      return;
    case Qt::Key_PageDown:
      bar->setValue(bar->value() + bar->pageStep());
      return;
    case Qt::Key_PageUp:
      bar->setValue(bar->value() - bar->pageStep());
      return;
    default:
      QWidget::keyPressEvent(event);
  }
}

}  // namespace sparring::ui
