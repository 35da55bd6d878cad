#include "app/name_page.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "widgets/theme.h"

namespace sparring::ui {
namespace {

constexpr int longestName = 60;  // Characters.

}  // namespace

NamePage::NamePage(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("namePage"));
  auto* centred = new QHBoxLayout(this);
  centred->setContentsMargins(space::page, space::page, space::page, space::page);
  auto* inside = new QWidget(this);
  inside->setMaximumWidth(space::columnWidth);
  auto* column = new QVBoxLayout(inside);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(space::medium);
  centred->addStretch(1);
  centred->addWidget(inside, 1000);
  centred->addStretch(1);

  m_title = makeLabel({}, TextRole::title, Ink::text, inside);
  m_text = makeLabel({}, TextRole::body, Ink::muted, inside);
  m_name = new QLineEdit(inside);
  m_name->setObjectName(QStringLiteral("name"));
  m_name->setAccessibleName(tr("Your name"));
  m_name->setMaxLength(longestName);
  m_name->setMaximumWidth(space::columnWidth / 2);
  m_name->setPlaceholderText(tr("First and last name"));
  m_fault = makeLabel({}, TextRole::body, Ink::danger, inside);
  m_fault->setObjectName(QStringLiteral("nameFault"));
  m_go = makeButton({}, ButtonRole::primary, inside);
  m_cancel = makeButton(tr("Cancel"), ButtonRole::plain, inside);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(space::small);
  buttons->addWidget(m_go);
  buttons->addWidget(m_cancel);
  buttons->addStretch(1);

  column->addStretch(2);
  column->addWidget(m_title);
  column->addWidget(m_text);
  column->addSpacing(space::small);
  column->addWidget(m_name);
  column->addWidget(m_fault);
  column->addSpacing(space::small);
  column->addLayout(buttons);
  column->addStretch(3);

  connect(m_name, &QLineEdit::returnPressed, this, &NamePage::go);
  connect(m_name, &QLineEdit::textChanged, m_fault, &QLabel::hide);
  connect(m_go, &QPushButton::clicked, this, &NamePage::go);
  connect(m_cancel, &QPushButton::clicked, this, &NamePage::cancelled);
}

void NamePage::ask(Why why, const QString& name) {
  m_why = why;
  switch (why) {
    case Why::firstStart:
      m_title->setText(tr("Welcome to Sparring"));
      m_text->setText(
          tr("Here you rehearse executive sales calls and see what each sentence earns or costs. "
             "What is your name? Your calls are kept under it, on this machine and nowhere else."));
      m_go->setText(tr("Go on"));
      break;
    case Why::somebodyElse:
      m_title->setText(tr("Who is practising?"));
      m_text->setText(tr("Each person's calls are kept under their own name."));
      m_go->setText(tr("Go on"));
      break;
    case Why::change:
      m_title->setText(tr("Change your name"));
      m_text->setText(tr("Your calls stay yours; they will show the new name."));
      m_go->setText(tr("Change it"));
      break;
  }
  m_cancel->setVisible(why != Why::firstStart);
  m_name->setText(name);
  m_name->selectAll();
  m_fault->hide();
}

void NamePage::refuse(const QString& sentence) {
  m_fault->setText(sentence);
  m_fault->show();
  m_name->setFocus();
}

void NamePage::takeFocus() {
  m_name->setFocus();
}

void NamePage::go() {
  const QString name = m_name->text().simplified();
  if (name.isEmpty()) {
    refuse(tr("Write a name first: it tells your calls from those of others."));
    return;
  }
  emit named(name);
}

void NamePage::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape && m_why != Why::firstStart) {
    emit cancelled();
    return;
  }
  QWidget::keyPressEvent(event);
}

}  // namespace sparring::ui
