// The page of one part of the scenario: a column of fields, each under the JSON pointer of its
// value, so that a diagnostic finds its field. What stands on it is said by FormBuilder.
#pragma once

#include <QWidget>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "author/field.h"
#include "grading/method.h"

class QAbstractItemModel;
class QVBoxLayout;

namespace sparring::ui {

class ExpressionNames;
class TextListField;

class Form : public QWidget {
  Q_OBJECT

 public:
  // All of it outlives the form.
  Form(ScenarioDocument& document, const Method& method, std::string part, QWidget* parent);
  ~Form() override;

  const std::string& part() const { return m_part; }
  ScenarioDocument& document() const { return m_document; }
  const Method& method() const { return m_method; }
  QVBoxLayout* column() const { return m_column; }

  void add(Field* field);
  // After a value changed that stands below `pointer`.
  void refresh();
  // Shows each problem of the part at the field nearest to it.
  void showProblems();
  // Puts the keyboard at the nearest field to a place; the first field where there is none.
  void focusOn(const std::string& pointer);
  void commit();
  // From now on its fields change nothing: another form is shown in its place.
  void retire();

  // Made once a form, when first wanted.
  std::shared_ptr<const ExpressionNames> names();
  QAbstractItemModel* targets(bool mayStay);
  QAbstractItemModel* speakers(const QString& nobody);

  // The phrasings of the move on this form, whose first one marks quote; null where there is none.
  void setPhrasings(TextListField* phrasings) { m_phrasings = phrasings; }
  QString selectedWords() const;

  // Asks for the page of the node or the outcome with an id.
  void follow(const std::string& id);

 signals:
  void partWanted(const std::string& pointer);

 private:
  Field* nearest(const std::string& pointer) const;

  ScenarioDocument& m_document;
  const Method& m_method;
  std::string m_part;
  QVBoxLayout* m_column = nullptr;
  FaultLine* m_faults = nullptr;  // Of the part as a whole.
  std::vector<Field*> m_fields;
  std::shared_ptr<const ExpressionNames> m_names;
  QAbstractItemModel* m_targets[2] = {nullptr, nullptr};
  QAbstractItemModel* m_speakers = nullptr;
  TextListField* m_phrasings = nullptr;
};

}  // namespace sparring::ui
