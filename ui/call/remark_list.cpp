#include "call/remark_list.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include "widgets/icon.h"
#include "widgets/paint.h"
#include "widgets/theme.h"

namespace sparring::ui {
namespace {

constexpr int barWidth = 3;
constexpr int badgeSize = 18;

// The number that the words in the turn carry, or a speech bubble for a remark without words.
class Badge : public QWidget {
 public:
  Badge(int number, QWidget* parent) : QWidget(parent), m_number(number) {
    setFixedSize(badgeSize, badgeSize);
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    preparePainter(painter);
    if (m_number == 0) {
      paintIcon(painter, QRectF(rect()).adjusted(1, 1, -1, -1), Icon::comment, colors().noted);
      return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors().noted);
    painter.drawEllipse(rect());
    painter.setFont(fontOf(TextRole::smallStrong));
    painter.setPen(colors().surface);
    painter.drawText(rect(), Qt::AlignCenter, QString::number(m_number));
  }

 private:
  int m_number;
};

QString headlineOf(const Remark& remark) {
  switch (remark.kind) {
    case Annotation::Kind::agree:
      return RemarkBlock::tr("%1 agrees").arg(remark.name);
    case Annotation::Kind::disagree:
      return RemarkBlock::tr("%1 disagrees").arg(remark.name);
    default:
      return remark.name;
  }
}

}  // namespace

RemarkBlock::RemarkBlock(const Remark& remark, bool canTakeBack, QWidget* parent)
    : QFrame(parent), m_number(remark.number) {
  setFocusPolicy(Qt::ClickFocus);
  setAccessibleName(QStringLiteral("%1, %2").arg(headlineOf(remark), remark.when));
  setAccessibleDescription(remark.text);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(space::medium, space::small, space::small, space::small);
  column->setSpacing(space::tiny);

  auto* header = new QHBoxLayout;
  header->setSpacing(space::small);
  if (remark.kind == Annotation::Kind::comment) {
    header->addWidget(new Badge(remark.range.length > 0 ? remark.number : 0, this));
  }
  auto* who = makeLooseLabel(headlineOf(remark), TextRole::strong, Ink::text, this);
  auto* when = makeLabel(remark.when, TextRole::small, Ink::muted, this);
  when->setWordWrap(false);
  header->addWidget(who, 1);
  header->addWidget(when);
  column->addLayout(header);
  if (remark.kind == Annotation::Kind::comment && !remark.words.isEmpty()) {
    column->addWidget(makeLooseLabel(QStringLiteral("“%1”").arg(remark.words), TextRole::small,
                                     Ink::muted, this));
  }
  if (!remark.text.isEmpty()) {
    column->addWidget(makeLooseLabel(remark.text, TextRole::body, Ink::text, this));
  }
  if (!canTakeBack) return;
  auto* back = makeButton(tr("Take back"), ButtonRole::quiet, this);
  back->setFont(fontOf(TextRole::small));
  back->setStyleSheet(QStringLiteral("padding: 0 4px; min-height: 20px;"));
  back->setAccessibleName(tr("Take back what you wrote: %1")
                              .arg(remark.text.isEmpty() ? headlineOf(remark) : remark.text));
  column->addWidget(back, 0, Qt::AlignRight);
  const Uuid id = remark.id;
  connect(back, &QPushButton::clicked, this, [this, id] { emit takeBackWanted(id); });
}

void RemarkBlock::focusInEvent(QFocusEvent* event) {
  QFrame::focusInEvent(event);
  update();
}

void RemarkBlock::focusOutEvent(QFocusEvent* event) {
  QFrame::focusOutEvent(event);
  update();
}

void RemarkBlock::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  preparePainter(painter);
  paintPanel(painter, rect(), space::controlRadius, colors().notedSoft, Qt::transparent);
  const QRectF bar(0, 0, barWidth, height());
  paintPanel(painter, mirrored(*this, bar), barWidth / 2.0, colors().noted, Qt::transparent);
  if (hasFocus()) paintFocusRing(painter, rect(), space::controlRadius);
}

RemarkList::RemarkList(QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout(this)) {
  m_column->setContentsMargins(0, 0, 0, 0);
  m_column->setSpacing(space::small);
}

void RemarkList::setRemarks(const QList<Remark>& remarks, const Uuid& reader) {
  for (RemarkBlock* each : std::as_const(m_blocks)) {
    each->hide();
    each->deleteLater();  // A press on one of its buttons may have led here.
  }
  m_blocks.clear();
  for (const Remark& each : remarks) {
    auto* block = new RemarkBlock(each, !reader.isNull() && each.author == reader, this);
    connect(block, &RemarkBlock::takeBackWanted, this, &RemarkList::takeBackWanted);
    m_column->addWidget(block);
    m_blocks.append(block);
  }
  setVisible(!remarks.isEmpty());
}

void RemarkList::reveal(int number) {
  for (RemarkBlock* each : std::as_const(m_blocks)) {
    if (each->number() == number) each->setFocus(Qt::OtherFocusReason);
  }
}

}  // namespace sparring::ui
