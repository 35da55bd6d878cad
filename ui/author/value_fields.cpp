#include "author/value_fields.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QVBoxLayout>
#include <algorithm>

#include "author/expression_names.h"
#include "bridge/scenario_places.h"
#include "bridge/text.h"
#include "edit/rename.h"
#include "widgets/theme.h"

namespace sparring::ui {
namespace {

constexpr int mostLines = 12;
constexpr int largestNumber = 1'000'000;

// Nodes and outcomes share their names: a move can lead to either.
QString takenText(std::string_view pointer) {
  const auto isOf = [&](std::string_view list) { return pointer.find(list) != pointer.npos; };
  if (isOf("/variables/")) return IdField::tr("Another state has this name. Choose another.");
  if (isOf("/moves/") || isOf("/topics/") || isOf("/reactions/")) {
    return IdField::tr("Another move has this name. Choose another.");
  }
  if (pointer.starts_with("/nodes/") || pointer.starts_with("/outcomes/")) {
    return IdField::tr("Another node or outcome has this name. Choose another.");
  }
  if (isOf("/facts/")) return IdField::tr("Another fact has this name. Choose another.");
  if (pointer.starts_with("/personas/")) {
    return IdField::tr("Another person has this name. Choose another.");
  }
  return IdField::tr("Another part has this name. Choose another.");
}

}  // namespace

GrowingText::GrowingText(QWidget* parent) : QPlainTextEdit(parent) {
  setTabChangesFocus(true);
  setUndoRedoEnabled(false);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  document()->setDocumentMargin(0);
  // The cursor is wider than nothing, so that a full line would let the text scroll sideways.
  connect(horizontalScrollBar(), &QScrollBar::rangeChanged, this,
          [this] { horizontalScrollBar()->setRange(0, 0); });
  connect(this, &QPlainTextEdit::textChanged, this, [this] {
    updateGeometry();
    if (!m_showing) emit typed();
  });
}

QSize GrowingText::sizeHint() const {
  const int lines = std::clamp(static_cast<int>(document()->size().height()), 1, mostLines);
  return {240, lines * fontMetrics().lineSpacing() + 18};
}

void GrowingText::show(const QString& text) {
  if (toPlainText() == text) return;
  const int position = textCursor().position();
  m_showing = true;
  setPlainText(text);
  m_showing = false;
  QTextCursor cursor = textCursor();
  cursor.setPosition(std::min(position, static_cast<int>(text.size())));
  setTextCursor(cursor);
}

void GrowingText::focusOutEvent(QFocusEvent* event) {
  QPlainTextEdit::focusOutEvent(event);
  emit left();
}

void GrowingText::keyPressEvent(QKeyEvent* event) {
  const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (enter && event->modifiers() == Qt::NoModifier && !m_enterBreaksLine) {
    emit entered();
    return;
  }
  if (event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown) {
    event->ignore();  // The page turns, not one field of it.
    return;
  }
  QPlainTextEdit::keyPressEvent(event);
}

void GrowingText::resizeEvent(QResizeEvent* event) {
  QPlainTextEdit::resizeEvent(event);
  updateGeometry();
}

LineField::LineField(ScenarioDocument& document, std::string pointer, const FieldText& text,
                     QWidget* parent)
    : Field(document, std::move(pointer), text, parent) {
  m_line = new QLineEdit(this);
  m_line->setPlaceholderText(text.placeholder);
  setEditor(m_line);
  connect(m_line, &QLineEdit::textEdited, this, [this](const QString& typed) {
    this->document().type(this->pointer(), typedText(typed), changing());
  });
  connect(m_line, &QLineEdit::editingFinished, this, [this] { this->document().endTyping(); });
  LineField::refresh();
}

void LineField::refresh() {
  const QString text = textValue();
  if (typedText(m_line->text()) == fromQt(text)) return;
  const int cursor = m_line->cursorPosition();
  m_line->setText(text);
  m_line->setCursorPosition(m_line->hasFocus() ? cursor : 0);
}

WordsField::WordsField(ScenarioDocument& document, std::string pointer, const FieldText& text,
                       std::function<QString()> selectedWords, QWidget* parent)
    : LineField(document, std::move(pointer), text, parent),
      m_selectedWords(std::move(selectedWords)) {
  auto* button = makeButton(tr("Take selected words"), ButtonRole::quiet, this);
  button->setToolTip(
      tr("Select words in the first phrasing above, then press this, or Alt+W in the field."));
  connect(button, &QPushButton::clicked, this, &WordsField::take);
  auto* row = new QHBoxLayout;
  row->setSpacing(space::tiny);
  column()->removeWidget(line());
  row->addWidget(line(), 1);
  row->addWidget(button);
  column()->insertLayout(column()->count() - 1, row);
}

void WordsField::take() {
  const QString words = m_selectedWords();
  if (words.isEmpty()) return;
  document().change(Edit{SetField{pointer(), typedText(words)}}, changing());
}

LongField::LongField(ScenarioDocument& document, std::string pointer, const FieldText& text,
                     QWidget* parent)
    : Field(document, std::move(pointer), text, parent) {
  m_text = new GrowingText(this);
  m_text->setPlaceholderText(text.placeholder);
  setEditor(m_text);
  connect(m_text, &GrowingText::typed, this, [this] {
    this->document().type(this->pointer(), typedText(m_text->toPlainText()), changing());
  });
  connect(m_text, &GrowingText::left, this, [this] { this->document().endTyping(); });
  LongField::refresh();
}

void LongField::refresh() {
  m_text->show(textValue());
}

IdField::IdField(ScenarioDocument& document, std::string pointer, const FieldText& text,
                 QWidget* parent)
    : Field(document, std::move(pointer), text, parent) {
  m_line = new QLineEdit(this);
  setEditor(m_line);
  m_line->installEventFilter(this);
  connect(m_line, &QLineEdit::textEdited, this, [this] { refuse(whyNot()); });
  connect(m_line, &QLineEdit::editingFinished, this, [this] { commit(); });
  IdField::refresh();
}

void IdField::refresh() {
  const QString id = textValue();
  if (m_line->text() != id) m_line->setText(id);
  refuse({});
}

std::string IdField::wanted() const {
  return typedText(m_line->text().trimmed());
}

// Why what is typed cannot be the id; nothing where it can, or is the id already.
QString IdField::whyNot() const {
  if (wanted() == fromQt(textValue())) return {};
  const auto rename = renameId(document().scenario(), pointer(), wanted());
  if (rename) return {};
  switch (rename.error()) {
    case NotRenamed::reserved:
      return tr("This word has a meaning of its own in conditions. Choose another.");
    case NotRenamed::taken:
      return takenText(pointer());
    case NotRenamed::malformed:
    case NotRenamed::noId:
      break;
  }
  return tr("Use lower-case letters, digits and _; a letter first.");
}

void IdField::refuse(const QString& why) {
  const bool isNews = m_refusal.message != fromQt(why);
  m_refusal.message = fromQt(why);
  if (!isNews) return;
  QList<const Diagnostic*> faults;
  for (const Diagnostic& each : document().problems()) {
    if (each.pointer == pointer()) faults.append(&each);
  }
  showFaults(faults);
}

// What is wrong with the text that stands in the field comes before what was wrong with the id.
void IdField::showFaults(const QList<const Diagnostic*>& faults) {
  Field::showFaults(m_refusal.message.empty() ? faults : QList<const Diagnostic*>{&m_refusal});
}

void IdField::commit() {
  if (isRetired()) return;
  const QString why = whyNot();
  refuse(why);
  if (!why.isEmpty()) {
    if (!m_line->hasFocus()) refresh();
    return;
  }
  if (wanted() == fromQt(textValue())) return;
  const auto rename = renameId(document().scenario(), pointer(), wanted());
  document().change(*rename, tr("rename “%1” to “%2”").arg(textValue(), toQt(wanted())), pointer());
}

// The line says that editing is finished only once for one text, and Enter may have been before.
bool IdField::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_line && event->type() == QEvent::FocusOut && !m_line->hasFocus()) commit();
  return Field::eventFilter(watched, event);
}

NumberField::NumberField(ScenarioDocument& document, std::string pointer, const FieldText& text,
                         const QString& suffix, const QString& unset, QWidget* parent)
    : Field(document, std::move(pointer), text, parent), m_optional(!unset.isEmpty()) {
  m_box = new QSpinBox(this);
  m_box->setRange(m_optional ? -1 : -largestNumber, largestNumber);
  m_box->setSuffix(suffix.isEmpty() ? QString() : u' ' + suffix);
  m_box->setSpecialValueText(unset);
  m_box->setFocusPolicy(Qt::StrongFocus);
  m_box->setMinimumWidth(110);
  setEditor(m_box);
  connect(m_box, &QSpinBox::valueChanged, this, [this](int number) { write(number); });
  connect(m_box, &QSpinBox::editingFinished, this, [this] { this->document().endTyping(); });
  NumberField::refresh();
}

void NumberField::write(int number) {
  if (m_optional) {
    const std::optional<int> held = number < 0 ? std::nullopt : std::optional(number);
    document().type(pointer(), held, changing());
  } else {
    document().type(pointer(), number, changing());
  }
}

void NumberField::refresh() {
  const std::optional<FieldValue> held = value();
  if (!held) return;
  const QSignalBlocker quiet(m_box);
  if (const auto* number = std::get_if<int>(&*held)) m_box->setValue(*number);
  if (const auto* number = std::get_if<std::optional<int>>(&*held)) {
    m_box->setValue(number->value_or(-1));
  }
}

QAbstractItemModel* makeChoiceModel(const Choices& choices, QObject* parent) {
  auto* model = new QStandardItemModel(static_cast<int>(choices.size()), 1, parent);
  for (std::size_t i = 0; i < choices.size(); ++i) {
    auto* item = new QStandardItem(choices[i].title);
    item->setData(toQt(choices[i].value), Qt::UserRole);
    model->setItem(static_cast<int>(i), item);
  }
  return model;
}

ChoiceField::ChoiceField(ScenarioDocument& document, std::string pointer, const FieldText& text,
                         QAbstractItemModel* choices, QWidget* parent)
    : Field(document, std::move(pointer), text, parent) {
  m_box = new QComboBox(this);
  m_box->setModel(choices);
  m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  m_box->setMinimumContentsLength(10);
  m_box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  m_box->setFocusPolicy(Qt::StrongFocus);
  m_box->setMaxVisibleItems(16);
  setEditor(m_box);
  connect(m_box, &QComboBox::activated, this, [this] {
    // Arrows go through the choices: the way to the one that is meant is one step.
    this->document().type(this->pointer(), fromQt(m_box->currentData().toString()), changing());
  });
  ChoiceField::refresh();
}

void ChoiceField::refresh() {
  const QString held = textValue();
  m_box->setPlaceholderText(held.isEmpty() ? tr("Choose …") : tr("“%1” does not exist").arg(held));
  m_box->setCurrentIndex(m_box->findData(held));
  if (m_link != nullptr) m_link->setEnabled(m_box->currentIndex() >= 0 && !held.isEmpty());
}

void ChoiceField::addLink(std::function<void(const std::string&)> follow) {
  m_link = makeButton(tr("Go there"), ButtonRole::quiet, this);
  m_link->setAccessibleName(tr("Go where this leads"));
  connect(m_link, &QPushButton::clicked, this,
          [this, follow = std::move(follow)] { follow(chosen()); });
  auto* row = new QHBoxLayout;
  row->setSpacing(space::tiny);
  column()->removeWidget(m_box);
  row->addWidget(m_box, 1);
  row->addWidget(m_link);
  column()->insertLayout(column()->count() - 1, row);
  refresh();
}

std::string ChoiceField::chosen() const {
  return fromQt(m_box->currentData().toString());
}

FlagField::FlagField(ScenarioDocument& document, std::string pointer, const FieldText& text,
                     QWidget* parent)
    : Field(document, std::move(pointer), {text.label, text.help}, parent) {
  auto* row = new QWidget(this);
  auto* beside = new QHBoxLayout(row);
  beside->setContentsMargins(0, 0, 0, 0);
  beside->setSpacing(space::tiny);
  m_box = new QCheckBox(row);
  row->setFocusProxy(m_box);
  setEditor(row);
  // A label wraps where the text of a box would widen the form.
  auto* statement = makeLooseLabel(text.placeholder, TextRole::body, Ink::text, row);
  beside->addWidget(m_box, 0, Qt::AlignTop);
  beside->addWidget(statement, 1);
  statement->installEventFilter(this);
  m_box->setAccessibleName(text.placeholder);
  connect(m_box, &QCheckBox::clicked, this, [this](bool on) {
    this->document().change(Edit{SetField{this->pointer(), on}}, changing());
  });
  FlagField::refresh();
}

// Words beside a box are pressed as the box is.
bool FlagField::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::MouseButtonRelease) m_box->click();
  return Field::eventFilter(watched, event);
}

void FlagField::refresh() {
  const std::optional<FieldValue> held = value();
  const auto* on = held ? std::get_if<bool>(&*held) : nullptr;
  m_box->setChecked(on != nullptr && *on);
}

ConditionField::ConditionField(ScenarioDocument& document, std::string pointer,
                               const FieldText& text, std::shared_ptr<const ExpressionNames> names,
                               QWidget* parent)
    : LineField(document, std::move(pointer), text, parent) {
  if (text.placeholder.isEmpty()) line()->setPlaceholderText(tr("always"));
  completeNames(line(), std::move(names));
}

}  // namespace sparring::ui
