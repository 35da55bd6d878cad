// A list of small parts on the form of what holds them: the lines of a node, the marks of a move.
// Each has its own fields, said by the caller.
#pragma once

#include <functional>
#include <vector>

#include "author/field.h"

class QPushButton;

namespace sparring::ui {

class Form;
class FormBuilder;
class ListRow;

struct BlockText {
  QString title;
  QString help = {};
  QString item;          // "reply", as in "Reply 2" and "Add reply".
  bool isMinor = false;  // Follows another block: no heading of its own while it is empty.
};

class BlockList : public Field {
  Q_OBJECT

 public:
  BlockList(Form& form, std::string list, const BlockText& text,
            const std::function<void(FormBuilder&)>& build, QWidget* parent);

  // Its parts are built once: the form is made anew when there are others.
  void refresh() override {}
  void takeFocus(std::string_view rest) override;

 private:
  QWidget* makeBlock(int index, const BlockText& text,
                     const std::function<void(FormBuilder&)>& build);

  Form& m_form;
  QPushButton* m_add = nullptr;
  std::vector<QWidget*> m_blocks;
};

}  // namespace sparring::ui
