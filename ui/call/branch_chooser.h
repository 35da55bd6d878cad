// Over two calls side by side: which they are. Where a call went more than two ways, each side can
// be changed for another of them.
#pragma once

#include <QWidget>

#include "bridge/branches.h"

class QComboBox;
class QLabel;

namespace sparring::ui {

class BranchChooser : public QWidget {
  Q_OBJECT

 public:
  explicit BranchChooser(QWidget* parent = nullptr);

  void show(const Branches& branches, const BranchPair& pair);
  BranchPair pair() const;
  // Tab leads from this widget to the choices, first to the one at the left.
  void followInTabOrder(QWidget* before);
  // What the side is called where there is little room: 0 is the first, 1 the second.
  QString shortName(int side) const;

 signals:
  void pairChosen();

 private:
  struct Side {
    QLabel* name = nullptr;       // Where there is nothing to choose,
    QComboBox* choice = nullptr;  // or where there is.
    int shown = 0;                // Position of the branch.
  };
  Side makeSide(const QString& name);
  // Never the same on both sides: they change places.
  void choose(Side& side, Side& other, int position);

  Side m_first;
  Side m_again;
  bool m_choosing = false;  // There are more than two.
};

}  // namespace sparring::ui
