#include "widgets/bubble.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

#include "widgets/flow_layout.h"
#include "widgets/paint.h"

namespace sparring::ui {

namespace {

constexpr int avatarSize = 34;
constexpr int passagePadding = space::large - 2;  // The passage has 2 of its own, 7 at its top.

// "Anna Berg" gives "AB".
QString initialsOf(const QString& name) {
  const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
  if (words.isEmpty()) return {};
  QString initials = words.first().left(1);
  if (words.size() > 1) initials += words.last().left(1);
  return initials.toUpper();
}

class Avatar : public QWidget {
 public:
  explicit Avatar(QWidget* parent) : QWidget(parent) {
    setFixedSize(avatarSize, avatarSize);
    setFont(fontOf(TextRole::smallStrong));
  }

  void setName(const QString& name) {
    m_initials = initialsOf(name);
    update();
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    preparePainter(painter);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors().accentSoft);
    painter.drawEllipse(rect());
    painter.setPen(colors().accent);
    painter.drawText(rect(), Qt::AlignCenter, m_initials);
  }

 private:
  QString m_initials;
};

QHBoxLayout* makeRow() {
  auto* row = new QHBoxLayout;
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(space::medium);
  return row;
}

}  // namespace

Bubble::Bubble(Side side, QWidget* parent) : QWidget(parent), m_side(side) {
  const bool ours = side == Side::seller;
  m_name = makeLooseLabel({}, TextRole::smallStrong, Ink::text, this);
  m_detail = makeLooseLabel({}, TextRole::small, Ink::muted, this);
  m_name->setWordWrap(false);
  m_detail->setWordWrap(false);
  m_frame = new QFrame(this);
  m_frame->setProperty("role", ours ? "bubbleSeller" : "bubbleBuyer");
  m_frame->setMaximumWidth(space::columnWidth);
  m_passage = new PassageView(m_frame);
  m_passage->setWidestText(space::columnWidth - 2 * passagePadding);
  m_tagRow = new QWidget(m_frame);
  m_tagLayout = new FlowLayout(m_tagRow, 6);
  m_tagRow->hide();
  auto* inside = new QVBoxLayout(m_frame);
  // Line spacing leaves room below the last line, so a little less is needed there.
  inside->setContentsMargins(passagePadding, space::medium - 6, passagePadding, space::medium - 4);
  inside->setSpacing(10);
  inside->addWidget(m_passage);
  inside->addWidget(m_tagRow);
  m_tagLayout->setContentsMargins(2, 0, 2, 4);

  auto* header = makeRow();
  header->setSpacing(space::small);
  if (ours) header->addStretch();
  header->addWidget(m_name);
  header->addWidget(m_detail);
  if (!ours) header->addStretch();
  auto* line = makeRow();
  if (ours) line->addStretch(1);
  line->addWidget(m_frame);
  if (!ours) line->addStretch(1);

  m_column = new QVBoxLayout;
  m_column->setSpacing(6);
  m_column->addLayout(header);
  m_column->addLayout(line);
  auto* whole = makeRow();
  whole->setParent(nullptr);
  setLayout(whole);
  if (!ours) {
    auto* avatar = new Avatar(this);
    m_avatar = avatar;
    whole->addWidget(avatar, 0, Qt::AlignTop);
  }
  whole->addLayout(m_column, 1);

  connect(m_passage, &PassageView::markActivated, this, &Bubble::markActivated);
}

void Bubble::setSpeaker(const QString& name, const QString& detail) {
  m_name->setText(name);
  m_detail->setText(detail);
  m_detail->setVisible(!detail.isEmpty());
  if (m_avatar) static_cast<Avatar*>(m_avatar)->setName(name);
  describe();
}

void Bubble::setPassage(const QString& text, const QList<PassageMark>& marks) {
  m_passage->setPassage(text, marks);
  describe();
}

void Bubble::setTags(const QList<Tag>& tags, bool clickable) {
  m_tagLayout->clear();
  QWidget* before = m_passage;
  for (int index = 0; index < tags.size(); ++index) {
    auto* chip = new TagChip(tags[index], m_tagRow);
    chip->setClickable(clickable);
    connect(chip, &TagChip::clicked, this, [this, index] { emit tagActivated(index); });
    m_tagLayout->addWidget(chip);
    setTabOrder(before, chip);
    if (clickable) before = chip;
  }
  m_tagRow->setVisible(!tags.isEmpty());
}

void Bubble::setExtra(QWidget* extra) {
  delete m_extraRow;
  m_extraRow = nullptr;
  m_extra = extra;
  if (!extra) return;
  m_extraRow = new QWidget(this);
  auto* row = makeRow();
  m_extraRow->setLayout(row);
  extra->setMaximumWidth(space::columnWidth);
  if (m_side == Side::seller) row->addStretch();
  row->addWidget(extra, 1);
  if (m_side == Side::buyer) row->addStretch();
  m_column->addWidget(m_extraRow);
}

void Bubble::setHighlighted(bool highlighted) {
  if (m_frame->property("highlighted").toBool() == highlighted) return;
  m_frame->setProperty("highlighted", highlighted);
  m_frame->style()->unpolish(m_frame);
  m_frame->style()->polish(m_frame);
  m_frame->update();
}

void Bubble::describe() {
  setAccessibleName(m_name->text());
  setAccessibleDescription(m_passage->toPlainText());
  m_passage->setAccessibleName(accessibleName());
}

}  // namespace sparring::ui
