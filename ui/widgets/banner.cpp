#include "widgets/banner.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include "widgets/icon.h"
#include "widgets/paint.h"
#include "widgets/theme.h"

namespace sparring::ui {

namespace {

constexpr int symbolSize = 20;

struct Look {
  Icon icon;
  QColor ink;
  QColor soft;
};

Look lookOf(Banner::Kind kind) {
  const Colors& c = colors();
  switch (kind) {
    case Banner::Kind::warning:
      return {Icon::warning, c.cost, c.costSoft};
    case Banner::Kind::error:
      return {Icon::error, c.danger, c.dangerSoft};
    case Banner::Kind::info:
      break;
  }
  return {Icon::info, c.accent, c.accentSoft};
}

}  // namespace

Banner::Banner(QWidget* parent) : QFrame(parent) {
  m_text = makeLooseLabel({}, TextRole::body, Ink::text, this);
  m_action = makeButton({}, ButtonRole::plain, this);
  m_other = makeButton({}, ButtonRole::plain, this);
  m_other->hide();
  m_close = new QToolButton(this);
  m_close->setIcon(themedIcon(Icon::close));
  m_close->setAccessibleName(tr("Close message"));
  m_close->setToolTip(tr("Close message (Esc)"));
  m_close->setFocusPolicy(Qt::StrongFocus);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(space::small, space::small, space::small, space::small);
  row->setSpacing(space::medium);
  row->addSpacing(space::small + symbolSize +
                  space::medium);  // Mirrored with the language; margins are not.
  row->addWidget(m_text, 1);
  row->addWidget(m_action);
  row->addWidget(m_other);
  row->addWidget(m_close);
  connect(m_action, &QPushButton::clicked, this, &Banner::actionTriggered);
  connect(m_other, &QPushButton::clicked, this, &Banner::otherTriggered);
  connect(m_close, &QToolButton::clicked, this, [this] {
    dismiss();
    emit dismissed();
  });
  hide();
}

void Banner::showMessage(Kind kind, const QString& text, const QString& actionText) {
  m_kind = kind;
  m_text->setText(text);
  m_action->setText(actionText);
  m_action->setVisible(!actionText.isEmpty());
  m_other->hide();
  m_close->show();
  const QString pattern = kind == Kind::error     ? tr("Error: %1")
                          : kind == Kind::warning ? tr("Warning: %1")
                                                  : tr("Note: %1");
  setAccessibleName(pattern.arg(text));
  show();
  update();
  QAccessibleEvent announcement(this, QAccessible::Alert);
  QAccessible::updateAccessibility(&announcement);
}

void Banner::ask(const QString& text, const QString& actionText, const QString& otherText) {
  showMessage(Kind::warning, text, actionText);
  m_other->setText(otherText);
  m_other->show();
  m_close->hide();
}

void Banner::dismiss() {
  hide();
}

void Banner::takeFocus() {
  (m_action->isVisibleTo(this) ? static_cast<QWidget*>(m_action) : m_close)->setFocus();
}

QString Banner::text() const {
  return m_text->text();
}

void Banner::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape && m_close->isVisible())
    m_close->click();
  else
    QFrame::keyPressEvent(event);
}

void Banner::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  preparePainter(painter);
  const Look look = lookOf(m_kind);
  QColor outline = look.ink;
  outline.setAlphaF(0.35F);
  paintPanel(painter, rect(), space::radius, look.soft, outline);
  const QRectF symbol(space::large, (height() - symbolSize) / 2.0, symbolSize, symbolSize);
  paintIcon(painter, mirrored(*this, symbol), look.icon, look.ink);
}

}  // namespace sparring::ui
