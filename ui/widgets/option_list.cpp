#include "widgets/option_list.h"

#include <QAbstractButton>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>

#include "widgets/paint.h"
#include "widgets/theme.h"

namespace sparring::ui {

namespace {

constexpr int mostOptions = 9;
constexpr int badgeSize = 24;

}  // namespace

// One option. A button without a button's text, since "&" in a text is no shortcut here.
class OptionCard : public QAbstractButton {
 public:
  OptionCard(OptionList& list, int index) : QAbstractButton(&list), m_list(list), m_index(index) {
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setFont(fontOf(TextRole::smallStrong));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::medium, space::medium, space::medium, space::medium);
    row->setSpacing(0);
    row->addSpacing(badgeSize + space::medium);  // Mirrored with the language; margins are not.
    m_label = makeLooseLabel({}, TextRole::body, Ink::text, this);
    row->addWidget(m_label, 1);
    hide();
  }

  void setOption(const QString& text) {
    m_label->setText(text);
    setAccessibleName(OptionList::tr("%1. %2").arg(m_index + 1).arg(text));
    show();
  }

 protected:
  void focusInEvent(QFocusEvent* event) override {
    m_list.setCurrent(m_index);
    QAbstractButton::focusInEvent(event);
  }

  void keyPressEvent(QKeyEvent* event) override {
    if (!m_list.handleKey(event)) QAbstractButton::keyPressEvent(event);
  }

  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    preparePainter(painter);
    const Colors& c = colors();
    const bool hovered = underMouse() && isEnabled();
    const QColor fill = isDown() ? c.accentSoft : (hovered ? c.raised : c.surface);
    paintPanel(painter, rect(), space::radius, fill, hovered ? c.accent : c.line);
    const QRectF badge(space::medium, (height() - badgeSize) / 2.0, badgeSize, badgeSize);
    paintPanel(painter, mirrored(*this, badge), space::controlRadius, c.background, c.controlLine);
    painter.setPen(isEnabled() ? c.text : c.mutedText);
    painter.drawText(mirrored(*this, badge), Qt::AlignCenter, QString::number(m_index + 1));
    if (hasFocus()) paintFocusRing(painter, rect(), space::radius);
  }

 private:
  OptionList& m_list;
  int m_index;
  QLabel* m_label;
};

OptionList::OptionList(QWidget* parent) : QWidget(parent) {
  m_column = new QVBoxLayout(this);
  m_column->setContentsMargins(0, 0, 0, 0);
  m_column->setSpacing(space::small);
  setAccessibleName(tr("What you could say"));
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  // All nine from the start: their place in the tab order is then that of the list.
  for (int index = 0; index < mostOptions; ++index) {
    auto* card = new OptionCard(*this, index);
    connect(card, &OptionCard::clicked, this, [this, index] { emit chosen(index); });
    m_column->addWidget(card);
    m_cards.append(card);
  }
}

void OptionList::setOptions(const QStringList& texts) {
  const bool hadFocus = isAncestorOf(QApplication::focusWidget());
  m_count = static_cast<int>(std::min<qsizetype>(texts.size(), mostOptions));
  setCurrent(0);
  for (int index = 0; index < m_count; ++index) m_cards[index]->setOption(texts[index]);
  if (hadFocus) focusCurrent();
  for (int index = m_count; index < mostOptions; ++index) m_cards[index]->hide();
}

bool OptionList::handleKey(QKeyEvent* event) {
  const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
  if (modifiers != Qt::NoModifier || count() == 0 || !isEnabled()) return false;
  const int key = event->key();
  if (key >= Qt::Key_1 && key < Qt::Key_1 + count()) {
    if (!event->isAutoRepeat()) emit chosen(key - Qt::Key_1);
    return true;
  }
  const bool focused = m_cards[m_current]->hasFocus();
  if (key == Qt::Key_Up || key == Qt::Key_Down) {
    const int step = key == Qt::Key_Down ? 1 : -1;
    if (focused) setCurrent(std::clamp(m_current + step, 0, count() - 1));
    focusCurrent();
    return true;
  }
  if (focused && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
    if (!event->isAutoRepeat()) emit chosen(m_current);
    return true;
  }
  return false;
}

void OptionList::focusCurrent() {
  if (m_current < count()) m_cards[m_current]->setFocus(Qt::TabFocusReason);
}

void OptionList::setCurrent(int index) {
  m_current = index;
  for (int at = 0; at < mostOptions; ++at)
    m_cards[at]->setFocusPolicy(at == index ? Qt::StrongFocus : Qt::ClickFocus);
}

void OptionList::keyPressEvent(QKeyEvent* event) {
  if (!handleKey(event)) QWidget::keyPressEvent(event);
}

}  // namespace sparring::ui
