#include "author/list_fields.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "author/expression_names.h"
#include "author/list_row.h"
#include "base/json.h"
#include "bridge/scenario_places.h"
#include "bridge/text.h"
#include "widgets/flow_layout.h"
#include "widgets/icon.h"
#include "widgets/theme.h"

namespace sparring::ui {
namespace {

std::vector<std::string> textsIn(const std::optional<FieldValue>& held) {
  const auto* texts = held ? std::get_if<std::vector<std::string>>(&*held) : nullptr;
  return texts != nullptr ? *texts : std::vector<std::string>();
}

}  // namespace

TextListField::TextListField(ScenarioDocument& document, std::string pointer, const FieldText& text,
                             const QString& itemName, std::shared_ptr<const ExpressionNames> names,
                             QWidget* parent)
    : Field(document, std::move(pointer), text, parent),
      m_itemName(itemName),
      m_placeholder(text.placeholder),
      m_names(std::move(names)) {
  auto* rows = new QWidget(this);
  m_rows = new QVBoxLayout(rows);
  m_rows->setContentsMargins(0, 0, 0, 0);
  m_rows->setSpacing(6);
  setEditor(rows);
  m_add = makeFlushButton(tr("Add %1").arg(itemName), Icon::add, this);
  m_add->setToolTip(tr("From inside the list: Alt+Enter"));
  connect(m_add, &QPushButton::clicked, this,
          [this] { addText(static_cast<int>(texts().size())); });
  column()->addWidget(m_add);
  TextListField::refresh();
}

std::vector<std::string> TextListField::texts() const {
  return textsIn(value());
}

void TextListField::refresh() {
  const std::vector<std::string> held = texts();
  while (m_shown.size() > held.size()) {
    delete m_shown.back().row;
    m_shown.pop_back();
  }
  while (m_shown.size() < held.size()) addRow();
  for (std::size_t i = 0; i < held.size(); ++i) {
    const QString text = toQt(held[i]);
    if (m_shown[i].text != nullptr) m_shown[i].text->show(text);
    QLineEdit* line = m_shown[i].line;
    if (line != nullptr && typedText(line->text()) != held[i]) line->setText(text);
  }
  editor()->setVisible(!held.empty());
}

void TextListField::addRow() {
  const int index = static_cast<int>(m_shown.size());
  Row row;
  row.row = new ListRow([this, index](ListAction action) { act(index, action); }, editor());
  auto* line = new QHBoxLayout(row.row);
  line->setContentsMargins(0, 0, 0, 0);
  line->setSpacing(2);
  makeEditor(row, index);
  line->addWidget(row.text != nullptr ? static_cast<QWidget*>(row.text) : row.line, 1);
  row.row->addButtons(*line, m_itemName);
  m_rows->addWidget(row.row);
  m_shown.push_back(row);
}

void TextListField::makeEditor(Row& row, int index) {
  const auto typed = [this, index](const QString& text) {
    document().type(pointerTo(pointer(), static_cast<std::size_t>(index)), typedText(text),
                    changing());
  };
  const QString name = tr("%1, %2 %3").arg(label(), m_itemName).arg(index + 1);
  if (m_names != nullptr) {
    row.line = new QLineEdit(row.row);
    row.line->setPlaceholderText(m_placeholder);
    completeNames(row.line, m_names);
    connect(row.line, &QLineEdit::textEdited, this, typed);
    connect(row.line, &QLineEdit::editingFinished, this, [this] { document().endTyping(); });
    adopt(row.line, name);
    return;
  }
  row.text = new GrowingText(row.row);
  row.text->setPlaceholderText(m_placeholder);
  row.text->setEnterBreaksLine(false);
  connect(row.text, &GrowingText::typed, this,
          [typed, text = row.text] { typed(text->toPlainText()); });
  connect(row.text, &GrowingText::left, this, [this] { document().endTyping(); });
  connect(row.text, &GrowingText::entered, this, [this, index] { addText(index + 1); });
  adopt(row.text, name);
}

void TextListField::act(int index, ListAction action) {
  std::vector<std::string> held = texts();
  const auto at = held.begin() + index;
  const int last = static_cast<int>(held.size()) - 1;
  const QString place = placeText(document().scenario(), partOf(pointer()));
  switch (action) {
    case ListAction::add:
      addText(index + 1);
      return;
    case ListAction::duplicate:
      held.insert(at + 1, std::string(*at));
      changeTexts(std::move(held), tr("duplicate %1 in %2").arg(m_itemName, place), index + 1);
      return;
    case ListAction::remove:
      held.erase(at);
      changeTexts(std::move(held), tr("remove %1 in %2").arg(m_itemName, place),
                  std::min(index, last - 1));
      return;
    case ListAction::up:
    case ListAction::down:
      const int to = index + (action == ListAction::down ? 1 : -1);
      if (to < 0 || to > last) return;
      std::swap(held[static_cast<std::size_t>(index)], held[static_cast<std::size_t>(to)]);
      changeTexts(std::move(held), tr("move %1 in %2").arg(m_itemName, place), to);
      return;
  }
}

void TextListField::addText(int index) {
  std::vector<std::string> held = texts();
  held.insert(held.begin() + index, std::string());
  changeTexts(
      std::move(held),
      tr("add %1 in %2").arg(m_itemName, placeText(document().scenario(), partOf(pointer()))),
      index);
}

void TextListField::changeTexts(std::vector<std::string> texts, const QString& what, int focus) {
  document().change(Edit{SetField{pointer(), std::move(texts)}}, what);
  focusRow(focus);
}

void TextListField::focusRow(int index) {
  if (index < 0 || static_cast<std::size_t>(index) >= m_shown.size()) {
    m_add->setFocus(Qt::OtherFocusReason);
    return;
  }
  const Row& row = m_shown[static_cast<std::size_t>(index)];
  (row.text != nullptr ? static_cast<QWidget*>(row.text) : row.line)
      ->setFocus(Qt::OtherFocusReason);
}

void TextListField::takeFocus(std::string_view rest) {
  const int index = rest.empty() ? 0 : positionIn(rest.substr(1));
  focusRow(index < 0 ? 0 : index);
}

QString TextListField::selectedInFirst() const {
  if (m_shown.empty() || m_shown.front().text == nullptr) return {};
  return m_shown.front().text->textCursor().selectedText().replace(QChar::ParagraphSeparator, u' ');
}

void TextListField::dress(const QString& severity) {
  for (const Row& row : m_shown) {
    setFaultStyle(row.text != nullptr ? static_cast<QWidget*>(row.text) : row.line, severity);
  }
}

PicksField::PicksField(ScenarioDocument& document, std::string pointer, const FieldText& text,
                       Choices choices, const QString& addText, QWidget* parent)
    : Field(document, std::move(pointer), text, parent), m_choices(std::move(choices)) {
  auto* area = new QWidget(this);
  m_chips = new FlowLayout(area, 6);
  m_chips->setContentsMargins(0, 0, 0, 0);
  m_add = new QComboBox(this);
  m_add->setModel(makeChoiceModel(m_choices, m_add));
  m_add->setPlaceholderText(addText);
  m_add->setCurrentIndex(-1);
  m_add->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  m_add->setMinimumContentsLength(18);
  m_add->setFocusPolicy(Qt::StrongFocus);
  m_add->setMaxVisibleItems(16);
  setEditor(area);
  adopt(m_add, tr("%1: %2").arg(label(), addText));
  column()->insertWidget(column()->count() - 1, m_add, 0, Qt::AlignLeft);
  connect(m_add, &QComboBox::activated, this, [this] { addChosen(); });
  PicksField::refresh();
}

std::vector<std::string> PicksField::picked() const {
  return textsIn(value());
}

QString PicksField::titleOf(const std::string& value) const {
  const auto found = std::ranges::find(m_choices, value, &Choice::value);
  return found != m_choices.end() ? found->title : tr("“%1” (does not exist)").arg(toQt(value));
}

void PicksField::refresh() {
  const std::vector<std::string> held = picked();
  if (held == m_shown && m_chips->count() == static_cast<int>(held.size())) return;
  m_shown = held;
  m_chips->clear();
  for (std::size_t i = 0; i < held.size(); ++i) {
    const QString title = titleOf(held[i]);
    auto* chip = makeButton(title.size() > 60 ? title.left(59) + u'…' : title);
    chip->setProperty("role", QStringLiteral("chip"));
    chip->setMinimumWidth(120);  // A long title does not widen the form: its tip says it whole.
    chip->setIcon(themedIcon(Icon::close));
    chip->setIconSize({12, 12});
    chip->setLayoutDirection(Qt::RightToLeft);
    chip->setAccessibleName(tr("Remove: %1").arg(title));
    chip->setToolTip(toolTipOf(tr("Press to remove: %1").arg(title)));
    const int index = static_cast<int>(i);
    // The chip is gone once it was pressed.
    connect(
        chip, &QPushButton::clicked, this, [this, index] { remove(index); }, Qt::QueuedConnection);
    m_chips->addWidget(chip);
    chip->show();
  }
  editor()->setVisible(!held.empty());
}

void PicksField::remove(int index) {
  std::vector<std::string> held = picked();
  if (static_cast<std::size_t>(index) >= held.size()) return;
  held.erase(held.begin() + index);
  document().change(Edit{SetField{pointer(), std::move(held)}}, changing());
  m_add->setFocus(Qt::OtherFocusReason);
}

void PicksField::addChosen() {
  const std::string chosen = fromQt(m_add->currentData().toString());
  m_add->setCurrentIndex(-1);
  std::vector<std::string> held = picked();
  if (std::ranges::find(held, chosen) != held.end()) return;
  held.push_back(chosen);
  document().change(Edit{SetField{pointer(), std::move(held)}}, changing());
}

void PicksField::takeFocus(std::string_view) {
  m_add->setFocus(Qt::OtherFocusReason);
}

}  // namespace sparring::ui
