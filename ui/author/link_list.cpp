#include "author/link_list.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "author/form.h"
#include "author/part_steps.h"
#include "base/json.h"
#include "bridge/scenario_places.h"
#include "widgets/icon.h"
#include "widgets/theme.h"

namespace sparring::ui {
namespace {

constexpr int mostRows = 14;

}  // namespace

LinkList::LinkList(Form& form, std::string list, const BlockText& text, QWidget* parent)
    : Field(form.document(), std::move(list), {text.title, text.help}, parent), m_form(form) {
  auto* row = new ListRow([this](ListAction action) { act(action); }, this);
  auto* inside = new QVBoxLayout(row);
  inside->setContentsMargins(0, 0, 0, 0);
  m_list = new QListWidget(row);
  m_list->setUniformItemSizes(true);
  m_list->setTextElideMode(Qt::ElideRight);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_list->setToolTip(tr("Enter opens; Alt+Up and Alt+Down move; Ctrl+D duplicates; Del removes"));
  m_list->installEventFilter(this);
  inside->addWidget(m_list);
  setEditor(row);
  adopt(m_list, label().isEmpty() ? tr("All of them: %1").arg(text.item) : label());
  m_add = makeFlushButton(tr("Add %1").arg(text.item), Icon::add, this);
  column()->addWidget(m_add);
  connect(m_list, &QListWidget::itemActivated, this,
          [this](QListWidgetItem* item) { open(m_list->row(item)); });
  connect(m_add, &QPushButton::clicked, this, [this] {
    const std::size_t end = sizeOf(document().scenario(), pointer()).value_or(0);
    emit m_form.partWanted(
        addPart(document(), pointer(), end, blankPart(document().scenario(), pointer())));
  });
  LinkList::refresh();
}

std::string LinkList::placeOf(int row) const {
  return pointerTo(pointer(), static_cast<std::size_t>(row));
}

void LinkList::refresh() {
  const int size = static_cast<int>(sizeOf(document().scenario(), pointer()).value_or(0));
  while (m_list->count() > size) delete m_list->takeItem(m_list->count() - 1);
  while (m_list->count() < size) m_list->addItem(QString());
  for (int i = 0; i < size; ++i) {
    m_list->item(i)->setText(partTitle(document().scenario(), placeOf(i)));
  }
  if (m_list->currentRow() < 0 && size > 0) m_list->setCurrentRow(0);
  const int rows = std::clamp(size, 1, mostRows);
  const int rowHeight = size > 0 ? m_list->sizeHintForRow(0) : 0;
  m_list->setFixedHeight(rows * rowHeight + 12);
  editor()->setVisible(size > 0);
}

void LinkList::open(int row) {
  if (row >= 0) emit m_form.partWanted(placeOf(row));
}

void LinkList::act(ListAction action) {
  const int row = m_list->currentRow();
  if (row < 0) return;
  const std::string place = actOnPart(document(), placeOf(row), action);
  if (place.empty()) return;
  const bool stays = action != ListAction::add && action != ListAction::duplicate;
  // What is sorted or thinned out stays in view as a list.
  emit m_form.partWanted(stays ? m_form.part() : place);
}

void LinkList::takeFocus(std::string_view rest) {
  const int row = rest.empty() ? -1 : positionIn(rest.substr(1));
  if (row >= 0) m_list->setCurrentRow(row);
  (m_list->count() > 0 ? static_cast<QWidget*>(m_list) : m_add)->setFocus(Qt::OtherFocusReason);
}

bool LinkList::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_list && event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (key->modifiers() == Qt::NoModifier && (enter || key->key() == Qt::Key_Delete)) {
      enter ? open(m_list->currentRow()) : act(ListAction::remove);
      return true;
    }
  }
  return Field::eventFilter(watched, event);
}

}  // namespace sparring::ui
