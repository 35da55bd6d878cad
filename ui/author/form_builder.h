// The words in which forms are said: which field of which part stands where. Pointers are relative
// to the part, so that one description serves every place that holds such a part.
#pragma once

#include <functional>
#include <string>

#include "author/block_list.h"
#include "author/field.h"
#include "author/form.h"
#include "author/value_fields.h"

class QBoxLayout;

namespace sparring::ui {

class FlowLayout;

class FormBuilder {
 public:
  // Fields go to the end of the box.
  FormBuilder(Form& form, QBoxLayout& box, std::string base);

  Form& form() { return m_form; }
  const std::string& base() const { return m_base; }
  const Scenario& scenario() const { return m_form.document().scenario(); }

  void heading(const QString& text, const QString& help = {});
  // For fields side by side, or below each other where there is no room for that.
  FormBuilder row();

  void line(const char* key, const FieldText& text);
  void longText(const char* key, const FieldText& text);
  void words(const char* key, const FieldText& text);
  void id(const FieldText& text);
  void number(const char* key, const FieldText& text, const QString& suffix = {});
  void optionalNumber(const char* key, const FieldText& text, const QString& suffix,
                      const QString& unset);
  void flag(const char* key, const FieldText& text, const QString& statement);
  void choice(const char* key, const FieldText& text, const Choices& choices);
  // The same for a word of one's own: one that is none of the choices is shown as it is.
  void freeChoice(const char* key, const FieldText& text, Choices choices);
  void target(const char* key, const FieldText& text, bool mayStay);
  void speaker(const char* key, const FieldText& text, const QString& nobody = {});
  void condition(const char* key, const FieldText& text);
  void effects(const char* key, const FieldText& text);
  TextListField* texts(const char* key, const FieldText& text, const QString& itemName);
  void picks(const char* key, const FieldText& text, const Choices& choices,
             const QString& addText);
  void blocks(const char* key, const BlockText& text,
              const std::function<void(FormBuilder&)>& build);
  // Parts with pages of their own: a list that leads to them.
  void links(const char* key, const BlockText& text);
  void widget(QWidget* widget);

 private:
  std::string at(const char* key) const;
  void put(Field* field);

  Form& m_form;
  QBoxLayout& m_box;
  FlowLayout* m_row = nullptr;  // Where fields go instead, once there is one.
  std::string m_base;
};

// The page of a part, by its pointer.
void buildPart(Form& form);

}  // namespace sparring::ui
