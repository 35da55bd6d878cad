// A list of parts that have pages of their own: Enter goes to one; it can be added to, sorted and
// thinned out in place.
#pragma once

#include "author/block_list.h"
#include "author/field.h"
#include "author/list_row.h"

class QListWidget;

namespace sparring::ui {

class LinkList : public Field {
  Q_OBJECT

 public:
  LinkList(Form& form, std::string list, const BlockText& text, QWidget* parent);

  void refresh() override;
  void takeFocus(std::string_view rest) override;

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void open(int row);
  void act(ListAction action);
  std::string placeOf(int row) const;

  Form& m_form;
  QListWidget* m_list = nullptr;
  QPushButton* m_add = nullptr;
};

}  // namespace sparring::ui
