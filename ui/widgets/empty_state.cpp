#include "widgets/empty_state.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include "widgets/paint.h"
#include "widgets/theme.h"

namespace sparring::ui {

namespace {

constexpr int discSize = 72;
constexpr int symbolSize = 32;
constexpr int sentenceWidth = 440;

class SymbolDisc : public QWidget {
 public:
  SymbolDisc(Icon icon, QWidget* parent) : QWidget(parent), m_icon(icon) {
    setFixedSize(discSize, discSize);
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    preparePainter(painter);
    paintPanel(painter, rect(), discSize / 2.0, colors().accentSoft, Qt::transparent);
    constexpr int inset = (discSize - symbolSize) / 2;
    paintIcon(painter, QRectF(inset, inset, symbolSize, symbolSize), m_icon, colors().accent);
  }

 private:
  Icon m_icon;
};

// In a row of its own, whose height is that of the label at the width it really gets; aligned in
// the column, it would be given the height of a label as wide as the page.
QHBoxLayout* centred(QLabel* label) {
  auto* row = new QHBoxLayout;
  row->addStretch();
  row->addWidget(label, 1);
  row->addStretch();
  return row;
}

}  // namespace

EmptyState::EmptyState(Icon icon, const QString& headline, const QString& sentence,
                       const QString& buttonText, QWidget* parent)
    : QWidget(parent) {
  m_headline = makeLabel({}, TextRole::heading, Ink::text, this);
  m_sentence = makeLabel({}, TextRole::body, Ink::muted, this);
  m_button = makeButton({}, ButtonRole::primary, this);
  for (QLabel* label : {m_headline, m_sentence}) {
    label->setAlignment(Qt::AlignHCenter);
    label->setMaximumWidth(sentenceWidth);
  }
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(space::huge, space::huge, space::huge, space::huge);
  column->setSpacing(0);
  column->addStretch(2);
  column->addWidget(new SymbolDisc(icon, this), 0, Qt::AlignHCenter);
  column->addSpacing(space::large);
  column->addLayout(centred(m_headline));
  column->addSpacing(space::small);
  column->addLayout(centred(m_sentence));
  column->addSpacing(20);
  column->addWidget(m_button, 0, Qt::AlignHCenter);
  column->addStretch(3);
  connect(m_button, &QPushButton::clicked, this, &EmptyState::actionTriggered);
  setTexts(headline, sentence, buttonText);
}

void EmptyState::setTexts(const QString& headline, const QString& sentence,
                          const QString& buttonText) {
  m_headline->setText(headline);
  m_sentence->setText(sentence);
  m_button->setText(buttonText);
  m_button->setVisible(!buttonText.isEmpty());
  setAccessibleName(headline);
  setAccessibleDescription(sentence);
}

}  // namespace sparring::ui
