#include "author/block_list.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "author/form.h"
#include "author/form_builder.h"
#include "author/list_row.h"
#include "author/part_steps.h"
#include "base/json.h"
#include "bridge/scenario_places.h"
#include "widgets/icon.h"
#include "widgets/theme.h"

namespace sparring::ui {

BlockList::BlockList(Form& form, std::string list, const BlockText& text,
                     const std::function<void(FormBuilder&)>& build, QWidget* parent)
    : Field(form.document(), std::move(list), {text.isMinor ? QString() : text.title, text.help},
            parent),
      m_form(form) {
  const auto size = static_cast<int>(sizeOf(document().scenario(), pointer()).value_or(0));
  auto* area = new QWidget(this);
  auto* blocks = new QVBoxLayout(area);
  blocks->setContentsMargins(0, 0, 0, 0);
  blocks->setSpacing(space::medium);
  for (int i = 0; i < size; ++i) {
    m_blocks.push_back(makeBlock(i, text, build));
    blocks->addWidget(m_blocks.back());
  }
  setEditor(area);
  area->setVisible(size > 0);
  m_add = makeFlushButton(tr("Add %1").arg(text.item), Icon::add, this);
  m_add->setToolTip(tr("From inside the list: Alt+Enter"));
  column()->addWidget(m_add);
  connect(m_add, &QPushButton::clicked, this, [this, size] {
    m_form.commit();
    const auto end = static_cast<std::size_t>(size);
    emit m_form.partWanted(
        addPart(document(), pointer(), end, blankPart(document().scenario(), pointer())));
  });
}

// A thin rule at the left holds a block together: no frame within a frame.
QWidget* BlockList::makeBlock(int index, const BlockText& text,
                              const std::function<void(FormBuilder&)>& build) {
  const std::string place = pointerTo(pointer(), static_cast<std::size_t>(index));
  auto* row = new ListRow(
      [this, place](ListAction action) {
        m_form.commit();
        const std::string shown = actOnPart(document(), place, action);
        if (!shown.empty()) emit m_form.partWanted(shown);
      },
      this);
  row->setProperty("role", QStringLiteral("block"));
  row->setAttribute(Qt::WA_StyledBackground);
  auto* column = new QVBoxLayout(row);
  column->setContentsMargins(space::large, 0, 0, 0);
  column->setSpacing(space::small);
  auto* head = new QHBoxLayout;
  head->setSpacing(2);
  QString name = tr("%1 %2").arg(text.item).arg(index + 1);
  name[0] = name[0].toUpper();
  head->addWidget(makeLabel(name, TextRole::small, Ink::muted, row), 1);
  row->addButtons(*head, text.item);
  column->addLayout(head);
  FormBuilder builder(m_form, *column, place);
  build(builder);
  return row;
}

void BlockList::takeFocus(std::string_view rest) {
  const int index = rest.empty() ? 0 : positionIn(rest.substr(1, rest.find('/', 1) - 1));
  if (index < 0 || static_cast<std::size_t>(index) >= m_blocks.size()) {
    m_add->setFocus(Qt::OtherFocusReason);
    return;
  }
  for (Field* each : m_blocks[static_cast<std::size_t>(index)]->findChildren<Field*>()) {
    each->takeFocus({});
    return;
  }
}

}  // namespace sparring::ui
