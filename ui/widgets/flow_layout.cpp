#include "widgets/flow_layout.h"

#include <QStyle>
#include <QWidget>
#include <algorithm>

namespace sparring::ui {

namespace {

int heightAt(const QLayoutItem& item, int width) {
  return item.hasHeightForWidth() ? item.heightForWidth(width) : item.sizeHint().height();
}

}  // namespace

FlowLayout::FlowLayout(QWidget* parent, int gap) : QLayout(parent) {
  setContentsMargins(0, 0, 0, 0);
  setSpacing(gap);
}

FlowLayout::~FlowLayout() {
  qDeleteAll(m_items);
}

void FlowLayout::setColumns(int fewest, int most, int leastWidth) {
  m_fewest = std::max(fewest, 1);
  m_most = std::max(most, m_fewest);
  m_leastWidth = leastWidth;
  invalidate();
}

void FlowLayout::clear() {
  while (QLayoutItem* item = takeAt(0)) {
    if (QWidget* widget = item->widget()) {
      widget->hide();
      widget->deleteLater();
    }
    delete item;
  }
}

void FlowLayout::addItem(QLayoutItem* item) {
  m_items.append(item);
  invalidate();
}

int FlowLayout::count() const {
  return static_cast<int>(m_items.size());
}

QLayoutItem* FlowLayout::itemAt(int index) const {
  return m_items.value(index);
}

QLayoutItem* FlowLayout::takeAt(int index) {
  if (index < 0 || index >= m_items.size()) return nullptr;
  invalidate();
  return m_items.takeAt(index);
}

QList<QLayoutItem*> FlowLayout::shownItems() const {
  QList<QLayoutItem*> shown;
  for (QLayoutItem* item : m_items)
    if (!item->isEmpty()) shown.append(item);
  return shown;
}

int FlowLayout::heightForWidth(int width) const {
  return arrange(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::sizeHint() const {
  const QMargins margins = contentsMargins();
  QSize size;
  for (const QLayoutItem* item : shownItems()) {
    const QSize hint = item->sizeHint();
    size.setWidth(size.width() + hint.width() + (size.width() > 0 ? spacing() : 0));
    size.setHeight(std::max(size.height(), hint.height()));
  }
  return size.grownBy(margins);
}

QSize FlowLayout::minimumSize() const {
  QSize size;
  for (const QLayoutItem* item : shownItems()) size = size.expandedTo(item->minimumSize());
  if (m_fewest > 0) size.setWidth(size.width() * m_fewest + spacing() * (m_fewest - 1));
  return size.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect& box) {
  QLayout::setGeometry(box);
  arrange(box, true);
}

int FlowLayout::arrange(const QRect& box, bool place) const {
  if (m_fewest > 0) return arrangeColumns(box, place);
  const QMargins margins = contentsMargins();
  const QRect inner = box.marginsRemoved(margins);
  const Qt::LayoutDirection direction =
      parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
  const int right = inner.left() + inner.width();
  QList<std::pair<QLayoutItem*, QRect>> row;
  int y = inner.top();
  int x = inner.left();
  int rowHeight = 0;
  const auto placeRow = [&] {
    const int shift = m_atEnd && !row.isEmpty() ? right - row.back().second.right() - 1 : 0;
    for (auto& [item, where] : row) {
      where.translate(shift, (rowHeight - where.height()) / 2);
      if (place) item->setGeometry(QStyle::visualRect(direction, inner, where));
    }
    row.clear();
  };
  for (QLayoutItem* item : shownItems()) {
    QSize size = item->sizeHint();
    size.setWidth(std::min(size.width(), inner.width()));
    if (!row.isEmpty() && x + size.width() > right) {
      placeRow();
      x = inner.left();
      y += rowHeight + spacing();
      rowHeight = 0;
    }
    row.append({item, QRect({x, y}, size)});
    x += size.width() + spacing();
    rowHeight = std::max(rowHeight, size.height());
  }
  placeRow();
  return y + rowHeight - box.top() + margins.bottom();
}

int FlowLayout::arrangeColumns(const QRect& box, bool place) const {
  const QMargins margins = contentsMargins();
  const QRect inner = box.marginsRemoved(margins);
  const Qt::LayoutDirection direction =
      parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
  const int fitting = (inner.width() + spacing()) / std::max(m_leastWidth + spacing(), 1);
  const int columns = std::clamp(fitting, m_fewest, m_most);
  const int width = (inner.width() - spacing() * (columns - 1)) / columns;
  const QList<QLayoutItem*> shown = shownItems();
  int y = inner.top();
  for (qsizetype first = 0; first < shown.size(); first += columns) {
    const auto row = shown.sliced(first, std::min<qsizetype>(columns, shown.size() - first));
    int height = 0;
    for (const QLayoutItem* item : row) height = std::max(height, heightAt(*item, width));
    int x = inner.left();
    for (QLayoutItem* item : row) {
      const QRect cell(x, y, width, height);
      if (place) item->setGeometry(QStyle::visualRect(direction, inner, cell));
      x += width + spacing();
    }
    y += height + spacing();
  }
  if (!shown.isEmpty()) y -= spacing();
  return y - box.top() + margins.bottom();
}

}  // namespace sparring::ui
