// Fields for one value: a line of text, a long text, an id, a number, a choice, a flag, a
// condition.
#pragma once

#include <QPlainTextEdit>
#include <functional>
#include <memory>
#include <vector>

#include "author/field.h"

class QAbstractItemModel;
class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace sparring::ui {

class ExpressionNames;

// As high as its text, up to a limit, after which it scrolls. Tab leaves it.
class GrowingText : public QPlainTextEdit {
  Q_OBJECT

 public:
  explicit GrowingText(QWidget* parent = nullptr);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }
  // Leaves the cursor where it is where nothing changed.
  void show(const QString& text);

 signals:
  void typed();  // By a person, not by show().
  void left();
  // Enter was pressed where it breaks no line.
  void entered();

 public:
  void setEnterBreaksLine(bool breaks) { m_enterBreaksLine = breaks; }

 protected:
  void focusOutEvent(QFocusEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  bool m_showing = false;
  bool m_enterBreaksLine = true;
};

class LineField : public Field {
  Q_OBJECT

 public:
  LineField(ScenarioDocument& document, std::string pointer, const FieldText& text,
            QWidget* parent);
  void refresh() override;

 protected:
  QLineEdit* line() const { return m_line; }

 private:
  QLineEdit* m_line = nullptr;
};

// Words of the first phrasing: typed, or taken from what is selected there.
class WordsField : public LineField {
  Q_OBJECT

 public:
  WordsField(ScenarioDocument& document, std::string pointer, const FieldText& text,
             std::function<QString()> selectedWords, QWidget* parent);
  void take();

 private:
  std::function<QString()> m_selectedWords;
};

class LongField : public Field {
  Q_OBJECT

 public:
  LongField(ScenarioDocument& document, std::string pointer, const FieldText& text,
            QWidget* parent);
  void refresh() override;

 private:
  GrowingText* m_text = nullptr;
};

// Changing an id renames what refers to it too, as one step, once the field is left. An id that
// cannot be is never taken: the field says why, and shows the old one again once it is left.
class IdField : public Field {
  Q_OBJECT

 public:
  IdField(ScenarioDocument& document, std::string pointer, const FieldText& text, QWidget* parent);
  void refresh() override;
  void commit() override;
  void showFaults(const QList<const Diagnostic*>& faults) override;

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  std::string wanted() const;
  QString whyNot() const;
  void refuse(const QString& why);

  Diagnostic m_refusal;  // Without a message where what is typed can be the id.
  QLineEdit* m_line = nullptr;
};

class NumberField : public Field {
  Q_OBJECT

 public:
  // `unset` is what a number says that may be left out; REQUIRES: one that may, where it is given.
  NumberField(ScenarioDocument& document, std::string pointer, const FieldText& text,
              const QString& suffix, const QString& unset, QWidget* parent);
  void refresh() override;

 private:
  void write(int number);

  QSpinBox* m_box = nullptr;
  bool m_optional = false;
};

struct Choice {
  std::string value;
  QString title;
};
using Choices = std::vector<Choice>;

// For any number of choice fields. Values are texts in Qt::UserRole.
QAbstractItemModel* makeChoiceModel(const Choices& choices, QObject* parent);

class ChoiceField : public Field {
  Q_OBJECT

 public:
  // REQUIRES: the model (see makeChoiceModel) outlives the field.
  ChoiceField(ScenarioDocument& document, std::string pointer, const FieldText& text,
              QAbstractItemModel* choices, QWidget* parent);
  void refresh() override;
  // A button beside it that goes where the choice leads.
  void addLink(std::function<void(const std::string&)> follow);

 private:
  std::string chosen() const;

  QComboBox* m_box = nullptr;
  QPushButton* m_link = nullptr;
};

class FlagField : public Field {
  Q_OBJECT

 public:
  FlagField(ScenarioDocument& document, std::string pointer, const FieldText& text,
            QWidget* parent);
  void refresh() override;

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QCheckBox* m_box = nullptr;
};

class ConditionField : public LineField {
  Q_OBJECT

 public:
  ConditionField(ScenarioDocument& document, std::string pointer, const FieldText& text,
                 std::shared_ptr<const ExpressionNames> names, QWidget* parent);
};

}  // namespace sparring::ui
