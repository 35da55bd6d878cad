#include "widgets/card.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include "widgets/paint.h"
#include "widgets/tag_chip.h"

namespace sparring::ui {

namespace {

constexpr int tileSize = 40;
constexpr int symbolSize = 22;

class SymbolTile : public QWidget {
 public:
  explicit SymbolTile(QWidget* parent) : QWidget(parent) { setFixedSize(tileSize, tileSize); }

  void setIcon(Icon icon) {
    m_icon = icon;
    update();
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    preparePainter(painter);
    paintPanel(painter, rect(), space::radius, colors().accentSoft, Qt::transparent);
    constexpr int inset = (tileSize - symbolSize) / 2;
    paintIcon(painter, QRectF(inset, inset, symbolSize, symbolSize), m_icon, colors().accent);
  }

 private:
  Icon m_icon = Icon::none;
};

}  // namespace

Card::Card(QWidget* parent) : QAbstractButton(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setAttribute(Qt::WA_Hover);
  setCursor(Qt::PointingHandCursor);
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);

  m_symbol = new SymbolTile(this);
  m_title = makeLooseLabel({}, TextRole::subheading, Ink::text, this);
  m_body = makeLooseLabel({}, TextRole::body, Ink::muted, this);
  m_meta = makeLooseLabel({}, TextRole::small, Ink::muted, this);
  m_badge = new TagChip({}, this);
  for (QWidget* part : {m_symbol, static_cast<QWidget*>(m_body), static_cast<QWidget*>(m_meta),
                        static_cast<QWidget*>(m_badge)})
    part->hide();

  auto* top = new QHBoxLayout;
  top->setSpacing(space::small);
  top->addWidget(m_symbol, 0, Qt::AlignTop);
  top->addStretch();
  top->addWidget(m_badge, 0, Qt::AlignTop);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(20, 20, 20, 20);
  column->setSpacing(space::small);
  column->addLayout(top);
  column->addWidget(m_title);
  column->addWidget(m_body);
  column->addSpacing(space::tiny);
  column->addStretch(1);
  column->addWidget(m_meta);
}

void Card::setTitle(const QString& title) {
  m_title->setText(title);
  describe();
}

void Card::setBody(const QString& body) {
  m_body->setText(body);
  m_body->setVisible(!body.isEmpty());
  describe();
}

void Card::setMeta(const QString& meta) {
  m_meta->setText(meta);
  m_meta->setVisible(!meta.isEmpty());
  describe();
}

void Card::setBadge(const QString& text, Tone tone) {
  m_badge->setTag({.text = text, .tone = tone, .note = {}, .showGlyph = tone != Tone::neutral});
  m_badge->setVisible(!text.isEmpty());
  describe();
}

void Card::setSymbol(Icon icon) {
  static_cast<SymbolTile*>(m_symbol)->setIcon(icon);
  m_symbol->setVisible(icon != Icon::none);
}

void Card::describe() {
  setAccessibleName(m_title->text());
  QString sentences;
  for (const QString& part : {m_badge->accessibleName(), m_body->text(), m_meta->text()}) {
    if (!sentences.isEmpty() && !part.isEmpty()) {
      sentences += sentences.endsWith(u'.') ? QStringLiteral(" ") : QStringLiteral(". ");
    }
    sentences += part;
  }
  setAccessibleDescription(sentences);
}

void Card::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
    click();
  else
    QAbstractButton::keyPressEvent(event);
}

void Card::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  preparePainter(painter);
  const Colors& c = colors();
  const bool hovered = underMouse() && isEnabled();
  paintPanel(painter, rect(), space::radius, isDown() ? c.raised : c.surface,
             hovered ? c.accent : c.line);
  if (hasFocus()) paintFocusRing(painter, rect(), space::radius);
}

}  // namespace sparring::ui
