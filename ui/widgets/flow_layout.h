// A layout that breaks its items into rows, as words break into lines; or, with columns, into cells
// of one width, as many in a row as fit. Right to left where the language is.
#pragma once

#include <QLayout>
#include <QList>

namespace sparring::ui {

class FlowLayout : public QLayout {
  Q_OBJECT

 public:
  explicit FlowLayout(QWidget* parent = nullptr, int gap = 8);
  ~FlowLayout() override;

  // From now on a grid: between fewest and most columns, more as soon as each keeps leastWidth. All
  // cells of a row are as high as the highest.
  void setColumns(int fewest, int most, int leastWidth);

  // From now on each row ends where the layout ends.
  void setAtEnd() { m_atEnd = true; }

  // Removes and deletes the items and their widgets.
  void clear();

  void addItem(QLayoutItem* item) override;
  int count() const override;
  QLayoutItem* itemAt(int index) const override;
  QLayoutItem* takeAt(int index) override;
  Qt::Orientations expandingDirections() const override { return {}; }
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;
  QSize sizeHint() const override;
  QSize minimumSize() const override;
  void setGeometry(const QRect& box) override;

 private:
  // The height used; places the items too where `place` holds.
  int arrange(const QRect& box, bool place) const;
  int arrangeColumns(const QRect& box, bool place) const;
  QList<QLayoutItem*> shownItems() const;

  QList<QLayoutItem*> m_items;
  bool m_atEnd = false;
  int m_fewest = 0;
  int m_most = 0;
  int m_leastWidth = 0;
};

}  // namespace sparring::ui
