#include "call/branch_chooser.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <utility>

#include "bridge/workplace.h"
#include "widgets/theme.h"

namespace sparring::ui {

BranchChooser::BranchChooser(QWidget* parent) : QWidget(parent) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(space::page);
  m_first = makeSide(tr("The call at the left"));
  m_again = makeSide(tr("The call at the right"));
  connect(m_first.choice, &QComboBox::activated, this,
          [this](int position) { choose(m_first, m_again, position); });
  connect(m_again.choice, &QComboBox::activated, this,
          [this](int position) { choose(m_again, m_first, position); });
}

BranchChooser::Side BranchChooser::makeSide(const QString& name) {
  Side side;
  side.name = makeLooseLabel({}, TextRole::subheading, Ink::text, this);
  side.choice = new QComboBox(this);
  side.choice->setAccessibleName(name);
  side.choice->setAccessibleDescription(name);  // The name heard is the choice.
  side.choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  auto* row = static_cast<QHBoxLayout*>(layout());
  row->addWidget(side.name, 1);
  row->addWidget(side.choice, 1);
  return side;
}

void BranchChooser::show(const Branches& branches, const BranchPair& pair) {
  m_choosing = branches.size() > 2;
  m_first.shown = pair.first;
  m_again.shown = pair.again;
  for (const auto& [side, text] :
       {std::pair{&m_first, tr("Said first")}, std::pair{&m_again, tr("Said again")}}) {
    const QString when =
        momentText(branches[static_cast<std::size_t>(side->shown)]->header().startedAt);
    side->name->setText(QStringLiteral("%1 · %2").arg(text, when));
    side->name->setVisible(!m_choosing);
    side->choice->clear();
    for (int i = 0; i < static_cast<int>(branches.size()); ++i) {
      side->choice->addItem(branchName(branches, i));
      side->choice->setItemData(i, toolTipOf(branchName(branches, i)), Qt::ToolTipRole);
    }
    side->choice->setCurrentIndex(side->shown);
    side->choice->setVisible(m_choosing);
  }
}

BranchPair BranchChooser::pair() const {
  return {m_first.shown, m_again.shown};
}

void BranchChooser::followInTabOrder(QWidget* before) {
  setTabOrder(before, m_first.choice);
  setTabOrder(m_first.choice, m_again.choice);
}

QString BranchChooser::shortName(int side) const {
  if (!m_choosing) return side == 0 ? tr("First") : tr("Again");
  return tr("Call %1").arg((side == 0 ? m_first : m_again).shown + 1);
}

void BranchChooser::choose(Side& side, Side& other, int position) {
  if (position == side.shown) return;
  if (position == other.shown) {
    other.shown = side.shown;
    other.choice->setCurrentIndex(other.shown);
  }
  side.shown = position;
  emit pairChosen();
}

}  // namespace sparring::ui
