#include "author/scenario_list_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

#include "author/scenario_row.h"
#include "bridge/own_scenarios.h"
#include "bridge/text.h"
#include "widgets/banner.h"
#include "widgets/empty_state.h"
#include "widgets/icon.h"
#include "widgets/theme.h"

namespace sparring::ui {
namespace {

constexpr int widestList = 980;

void clear(QLayout& layout) {
  while (QLayoutItem* item = layout.takeAt(0)) {
    if (QWidget* widget = item->widget()) widget->deleteLater();
    delete item;
  }
}

}  // namespace

ScenarioListPage::ScenarioListPage(Workplace& workplace, QWidget* parent)
    : QWidget(parent), m_workplace(workplace) {
  auto* page = new QVBoxLayout(this);
  page->setContentsMargins(0, 0, 0, 0);
  auto* scroll = new QScrollArea(this);
  scroll->setWidgetResizable(true);
  scroll->setFocusPolicy(Qt::NoFocus);
  page->addWidget(scroll);
  auto* content = new QWidget;
  content->setMaximumWidth(widestList + 2 * space::page);
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(space::page, space::page, space::page, space::page);
  column->setSpacing(space::medium);
  auto* head = new QHBoxLayout;
  head->addWidget(makeLabel(tr("Write scenarios"), TextRole::title, Ink::text, content), 1);
  m_new = makeButton(tr("New scenario …"), ButtonRole::primary, content);
  m_new->setIcon(themedIcon(Icon::add, true));
  m_new->setToolTip(tr("Begin one from a template (Ctrl+N)"));
  head->addWidget(m_new);
  column->addLayout(head);
  m_banner = new Banner(content);
  column->addWidget(m_banner);
  m_newForm = makeNewForm();
  column->addWidget(m_newForm);
  const auto addSection = [&](const QString& title) {
    column->addSpacing(space::small);
    column->addWidget(makeLabel(title, TextRole::heading, Ink::text, content));
    auto* rows = new QVBoxLayout;
    rows->setSpacing(space::small);
    column->addLayout(rows);
    return rows;
  };
  m_own = addSection(tr("Your scenarios"));
  m_empty = new EmptyState(Icon::author, tr("Write your own buyer"),
                           tr("A scenario is a buyer and what can be said to them. Begin from a "
                              "template, or make a copy "
                              "of one that ships with Sparring and change it to your market."),
                           {}, content);
  column->addWidget(m_empty);
  m_shipped = addSection(tr("Ship with Sparring"));
  column->addStretch(1);
  auto* centre = new QWidget;
  auto* centred = new QHBoxLayout(centre);
  centred->setContentsMargins(0, 0, 0, 0);
  centred->addStretch(1);
  centred->addWidget(content, 1000);
  centred->addStretch(1);
  scroll->setWidget(centre);
  connect(m_new, &QPushButton::clicked, this, [this] { showNewForm(true); });
  auto* key = new QShortcut(QKeySequence::New, this);
  key->setContext(Qt::WidgetWithChildrenShortcut);
  connect(key, &QShortcut::activated, this, [this] { showNewForm(true); });
}

QWidget* ScenarioListPage::makeNewForm() {
  QFrame* form = makeSurface(this);
  auto* column = new QVBoxLayout(form);
  column->setContentsMargins(space::huge, space::large, space::huge, space::large);
  column->setSpacing(space::medium);
  column->addWidget(makeLabel(tr("A new scenario"), TextRole::subheading, Ink::text, form));
  m_title = new QLineEdit(form);
  m_title->setPlaceholderText(tr("Its title, for example: First call on a hospital director"));
  m_title->setAccessibleName(tr("Title of the new scenario"));
  m_title->setMaxLength(200);
  column->addWidget(m_title);
  m_templates = openTemplates(m_workplace);
  for (const ScenarioFile& each : m_templates) {
    auto* choice = new QRadioButton(toQt(each.loaded.scenario->title), form);
    choice->setFont(fontOf(TextRole::strong));
    choice->setAccessibleDescription(toQt(each.loaded.scenario->summary));
    auto* group = new QVBoxLayout;
    group->setSpacing(0);
    group->addWidget(choice);
    QLabel* help =
        makeLooseLabel(toQt(each.loaded.scenario->summary), TextRole::small, Ink::muted, form);
    help->setContentsMargins(29, 0, 0, 0);
    group->addWidget(help);
    column->addLayout(group);
    m_choices.append(choice);
  }
  if (!m_choices.isEmpty()) m_choices.front()->setChecked(true);
  auto* buttons = new QHBoxLayout;
  auto* make = makeButton(tr("Create it"), ButtonRole::primary, form);
  auto* cancel = makeButton(tr("Cancel"), ButtonRole::quiet, form);
  buttons->addWidget(make);
  buttons->addWidget(cancel);
  buttons->addStretch(1);
  column->addLayout(buttons);
  connect(make, &QPushButton::clicked, this, &ScenarioListPage::create);
  connect(m_title, &QLineEdit::returnPressed, this, &ScenarioListPage::create);
  connect(cancel, &QPushButton::clicked, this, [this] { showNewForm(false); });
  auto* escape = new QShortcut(QKeySequence(Qt::Key_Escape), form);
  escape->setContext(Qt::WidgetWithChildrenShortcut);
  connect(escape, &QShortcut::activated, this, [this] { showNewForm(false); });
  form->hide();
  return form;
}

void ScenarioListPage::showNewForm(bool shown) {
  m_newForm->setVisible(shown);
  m_new->setVisible(!shown);
  if (shown) {
    m_title->clear();
    m_title->setFocus();
  } else {
    m_new->setFocus();
  }
}

void ScenarioListPage::create() {
  if (m_title->text().trimmed().isEmpty()) {
    say(tr("Give it a title first: a few words that a rep would recognise."), false);
    m_title->setFocus();
    return;
  }
  for (qsizetype i = 0; i < m_choices.size(); ++i) {
    if (!m_choices[i]->isChecked()) continue;
    emit newWanted(m_templates[static_cast<std::size_t>(i)], m_title->text());
    return;
  }
}

void ScenarioListPage::refresh() {
  m_banner->dismiss();
  m_newForm->hide();
  m_new->show();
  clear(*m_own);
  clear(*m_shipped);
  for (const ScenarioFile& each : m_workplace.scenarios) addRow(each, isOwn(m_workplace, each));
  m_empty->setVisible(m_own->count() == 0);
}

void ScenarioListPage::addRow(const ScenarioFile& file, bool own) {
  auto* row = new ScenarioRow(file, own, this);
  connect(row, &ScenarioRow::editWanted, this, [this, path = file.path] { emit editWanted(path); });
  connect(row, &ScenarioRow::copyWanted, this, [this, path = file.path] {
    for (const ScenarioFile& each : m_workplace.scenarios) {
      if (each.path != path) continue;
      emit copyWanted(ScenarioFile(each));
      return;
    }
  });
  (own ? m_own : m_shipped)->addWidget(row);
  row->show();  // At once, so that it can take the focus.
}

void ScenarioListPage::takeFocus() {
  for (int i = 0; i < m_own->count(); ++i) {
    auto* row = qobject_cast<ScenarioRow*>(m_own->itemAt(i)->widget());
    if (row == nullptr || row->firstButton() == nullptr) continue;
    row->firstButton()->setFocus();
    return;
  }
  m_new->setFocus();
}

void ScenarioListPage::say(const QString& sentence, bool isError) {
  m_banner->showMessage(isError ? Banner::Kind::error : Banner::Kind::info, sentence);
}

}  // namespace sparring::ui
