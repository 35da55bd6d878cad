// Fields for lists of plain values: texts one below the other, and things picked from what exists.
#pragma once

#include <memory>
#include <vector>

#include "author/field.h"
#include "author/list_row.h"
#include "author/value_fields.h"

class QComboBox;
class QLineEdit;
class QPushButton;

namespace sparring::ui {

class ExpressionNames;
class FlowLayout;
class ListRow;

// Texts, each in a box of its own; with names to complete, each is a line for an effect.
class TextListField : public Field {
  Q_OBJECT

 public:
  TextListField(ScenarioDocument& document, std::string pointer, const FieldText& text,
                const QString& itemName, std::shared_ptr<const ExpressionNames> names,
                QWidget* parent);

  void refresh() override;
  void takeFocus(std::string_view rest) override;
  // What is selected in the first text, or nothing.
  QString selectedInFirst() const;

 protected:
  void dress(const QString& severity) override;

 private:
  struct Row {
    ListRow* row = nullptr;
    GrowingText* text = nullptr;  // One of these two.
    QLineEdit* line = nullptr;
  };

  std::vector<std::string> texts() const;
  void act(int index, ListAction action);
  void addText(int index);
  void addRow();
  void makeEditor(Row& row, int index);
  void changeTexts(std::vector<std::string> texts, const QString& what, int focus);
  void focusRow(int index);

  QString m_itemName;
  QString m_placeholder;
  std::shared_ptr<const ExpressionNames> m_names;
  QVBoxLayout* m_rows = nullptr;
  QPushButton* m_add = nullptr;
  std::vector<Row> m_shown;
};

// Some of a number of things, shown as chips that can be pressed away, and a box to add another.
class PicksField : public Field {
  Q_OBJECT

 public:
  PicksField(ScenarioDocument& document, std::string pointer, const FieldText& text,
             Choices choices, const QString& addText, QWidget* parent);

  void refresh() override;
  void takeFocus(std::string_view rest) override;

 private:
  std::vector<std::string> picked() const;
  QString titleOf(const std::string& value) const;
  void remove(int index);
  void addChosen();

  Choices m_choices;
  FlowLayout* m_chips = nullptr;
  QComboBox* m_add = nullptr;
  std::vector<std::string> m_shown;
};

}  // namespace sparring::ui
