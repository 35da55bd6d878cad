// One value of the scenario on a form: label, editor, a line of help and what is wrong with it.
// Reads the document and changes it; keeps nothing of its own. Each kind of value has a subclass.
#pragma once

#include <QList>
#include <QString>
#include <QWidget>
#include <optional>
#include <string>
#include <string_view>

#include "bridge/scenario_document.h"
#include "widgets/icon.h"

class QBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace sparring::ui {

struct FieldText {
  QString label;
  QString help = {};  // A short sentence below the label; may be empty.
  QString placeholder = {};
  bool isBare = false;  // The label is only spoken: what stands around says it to the eye.
};

// What is wrong at a field, with its glyph.
class FaultLine : public QWidget {
  Q_OBJECT

 public:
  explicit FaultLine(QWidget* parent = nullptr);
  void show(const QList<const Diagnostic*>& faults);  // Hides where there are none.

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QLabel* m_text = nullptr;
  Severity m_worst = Severity::warning;
};

class Field : public QWidget {
  Q_OBJECT

 public:
  // The document outlives the field.
  Field(ScenarioDocument& document, std::string pointer, const FieldText& text, QWidget* parent);

  const std::string& pointer() const { return m_pointer; }

  // Shows what the document holds now.
  virtual void refresh() = 0;
  // Takes over what was typed and waits for the field to be left.
  virtual void commit() {}
  // From now on it changes nothing: its place may be that of something else.
  void retire() { m_isRetired = true; }
  // `rest` is what follows the field's own pointer, as in "/2".
  virtual void takeFocus(std::string_view rest);
  virtual void showFaults(const QList<const Diagnostic*>& faults);

 protected:
  // Puts the editor below the label; names it and lets undo through to the document.
  void setEditor(QWidget* editor);
  // The same for one of several editors, which the subclass lays out itself.
  void adopt(QWidget* editor, const QString& name) const;
  QVBoxLayout* column() const { return m_column; }
  QWidget* editor() const { return m_editor; }
  const QString& label() const { return m_label; }
  bool isRetired() const { return m_isRetired; }
  ScenarioDocument& document() const { return m_document; }
  std::optional<FieldValue> value() const { return fieldAt(m_document.scenario(), m_pointer); }
  QString textValue() const;
  // Completes "Undo: …".
  QString changing() const;
  // What the editors of a field show where it is faulty; by default its border.
  virtual void dress(const QString& severity);

 private:
  ScenarioDocument& m_document;
  std::string m_pointer;
  QString m_label;
  QString m_help;
  QVBoxLayout* m_column = nullptr;
  QLabel* m_labelView = nullptr;
  QWidget* m_editor = nullptr;
  FaultLine* m_faults = nullptr;
  bool m_isRetired = false;
};

// Marks an editor as faulty for the style sheet: "error", "warning" or nothing.
void setFaultStyle(QWidget* editor, const QString& severity);

// Undo, redo and the like belong to the document, not to the text field in focus; the wheel belongs
// to the page until the field is in use.
void yieldKeys(QWidget* editor);

// A quiet button whose text begins where the fields do.
QPushButton* makeFlushButton(const QString& text, Icon icon, QWidget* parent);

// What was typed, as it is kept: clean UTF-8 of at most as many bytes as a file may hold.
std::string typedText(const QString& text);

}  // namespace sparring::ui
