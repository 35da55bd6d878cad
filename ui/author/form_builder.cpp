#include "author/form_builder.h"

#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

#include "author/link_list.h"
#include "author/list_fields.h"
#include "bridge/text.h"
#include "widgets/flow_layout.h"
#include "widgets/theme.h"

namespace sparring::ui {
namespace {

constexpr int leastFieldWidth = 150;  // Pixels, of fields side by side.

}  // namespace

FormBuilder::FormBuilder(Form& form, QBoxLayout& box, std::string base)
    : m_form(form), m_box(box), m_base(std::move(base)) {}

std::string FormBuilder::at(const char* key) const {
  return m_base + "/" + key;
}

void FormBuilder::put(Field* field) {
  m_form.add(field);
  if (m_row == nullptr) {
    m_box.addWidget(field);
    return;
  }
  m_row->addWidget(field);
  m_row->setAlignment(field, Qt::AlignTop);
  m_row->setColumns(1, m_row->count(), leastFieldWidth);
}

void FormBuilder::widget(QWidget* widget) {
  m_box.addWidget(widget);
}

void FormBuilder::heading(const QString& text, const QString& help) {
  m_box.addSpacing(space::small);
  auto* group = new QVBoxLayout;
  group->setSpacing(2);
  group->addWidget(makeLabel(text, TextRole::subheading, Ink::text, &m_form));
  if (!help.isEmpty()) {
    group->addWidget(makeLooseLabel(help, TextRole::small, Ink::muted, &m_form));
  }
  m_box.addLayout(group);
}

FormBuilder FormBuilder::row() {
  FormBuilder builder(m_form, m_box, m_base);
  builder.m_row = new FlowLayout(nullptr, space::large);
  m_box.addLayout(builder.m_row);
  return builder;
}

void FormBuilder::line(const char* key, const FieldText& text) {
  put(new LineField(m_form.document(), at(key), text, &m_form));
}

void FormBuilder::longText(const char* key, const FieldText& text) {
  put(new LongField(m_form.document(), at(key), text, &m_form));
}

void FormBuilder::words(const char* key, const FieldText& text) {
  Form* form = &m_form;
  put(new WordsField(
      m_form.document(), at(key), text, [form] { return form->selectedWords(); }, &m_form));
}

void FormBuilder::id(const FieldText& text) {
  put(new IdField(m_form.document(), at("id"), text, &m_form));
}

void FormBuilder::number(const char* key, const FieldText& text, const QString& suffix) {
  put(new NumberField(m_form.document(), at(key), text, suffix, {}, &m_form));
}

void FormBuilder::optionalNumber(const char* key, const FieldText& text, const QString& suffix,
                                 const QString& unset) {
  put(new NumberField(m_form.document(), at(key), text, suffix, unset, &m_form));
}

void FormBuilder::flag(const char* key, const FieldText& text, const QString& statement) {
  put(new FlagField(m_form.document(), at(key), {text.label, text.help, statement}, &m_form));
}

void FormBuilder::choice(const char* key, const FieldText& text, const Choices& choices) {
  put(new ChoiceField(m_form.document(), at(key), text, makeChoiceModel(choices, &m_form),
                      &m_form));
}

void FormBuilder::freeChoice(const char* key, const FieldText& text, Choices choices) {
  const std::optional<FieldValue> held = fieldAt(scenario(), at(key));
  const auto* word = held ? std::get_if<std::string>(&*held) : nullptr;
  if (word != nullptr && std::ranges::find(choices, *word, &Choice::value) == choices.end()) {
    choices.push_back({*word, toQt(*word)});
  }
  choice(key, text, choices);
}

void FormBuilder::target(const char* key, const FieldText& text, bool mayStay) {
  auto* field = new ChoiceField(m_form.document(), at(key), text, m_form.targets(mayStay), &m_form);
  Form* form = &m_form;
  field->addLink([form](const std::string& id) { form->follow(id); });
  put(field);
}

void FormBuilder::speaker(const char* key, const FieldText& text, const QString& nobody) {
  put(new ChoiceField(m_form.document(), at(key), text, m_form.speakers(nobody), &m_form));
}

void FormBuilder::condition(const char* key, const FieldText& text) {
  put(new ConditionField(m_form.document(), at(key), text, m_form.names(), &m_form));
}

void FormBuilder::effects(const char* key, const FieldText& text) {
  put(new TextListField(m_form.document(), at(key), text, Form::tr("effect"), m_form.names(),
                        &m_form));
}

TextListField* FormBuilder::texts(const char* key, const FieldText& text, const QString& itemName) {
  auto* field = new TextListField(m_form.document(), at(key), text, itemName, nullptr, &m_form);
  put(field);
  return field;
}

void FormBuilder::picks(const char* key, const FieldText& text, const Choices& choices,
                        const QString& addText) {
  put(new PicksField(m_form.document(), at(key), text, choices, addText, &m_form));
}

void FormBuilder::blocks(const char* key, const BlockText& text,
                         const std::function<void(FormBuilder&)>& build) {
  put(new BlockList(m_form, at(key), text, build, &m_form));
}

void FormBuilder::links(const char* key, const BlockText& text) {
  put(new LinkList(m_form, at(key), text, &m_form));
}

}  // namespace sparring::ui
