#include "author/field.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

#include "base/text.h"
#include "bridge/scenario_places.h"
#include "bridge/text.h"
#include "widgets/icon.h"
#include "widgets/paint.h"
#include "widgets/theme.h"

namespace sparring::ui {
namespace {

constexpr std::size_t longestText = 20'000;  // Bytes, as docs/scenario-format.md says.
constexpr int glyphSize = 14;

class KeyYielder : public QObject {
 public:
  using QObject::QObject;

  bool eventFilter(QObject* watched, QEvent* event) override {
    if (event->type() == QEvent::ShortcutOverride) {
      const auto* key = static_cast<QKeyEvent*>(event);
      if (!key->matches(QKeySequence::Undo) && !key->matches(QKeySequence::Redo) &&
          !isPageKey(*key)) {
        return false;
      }
      event->ignore();
      return true;
    }
    if (event->type() == QEvent::Wheel && !static_cast<QWidget*>(watched)->hasFocus() &&
        (qobject_cast<QComboBox*>(watched) != nullptr ||
         qobject_cast<QAbstractSpinBox*>(watched) != nullptr)) {
      event->ignore();
      return true;
    }
    return false;
  }

 private:
  // Keys of the page that text fields would take for themselves.
  static bool isPageKey(const QKeyEvent& key) {
    const bool ctrl = key.modifiers() == Qt::ControlModifier;
    return (ctrl && (key.key() == Qt::Key_Y || key.key() == Qt::Key_D)) ||
           (key.modifiers() == Qt::AltModifier && key.key() == Qt::Key_Delete);
  }
};

}  // namespace

void setFaultStyle(QWidget* editor, const QString& severity) {
  if (editor->property("fault").toString() == severity) return;
  editor->setProperty("fault", severity);
  editor->style()->unpolish(editor);
  editor->style()->polish(editor);
}

void yieldKeys(QWidget* editor) {
  auto* yielder = new KeyYielder(editor);
  editor->installEventFilter(yielder);
  for (QWidget* inner : editor->findChildren<QWidget*>()) inner->installEventFilter(yielder);
}

QPushButton* makeFlushButton(const QString& text, Icon icon, QWidget* parent) {
  QPushButton* button = makeButton(text, ButtonRole::quiet, parent);
  button->setProperty("flush", true);
  if (icon != Icon::none) button->setIcon(themedIcon(icon));
  button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
  return button;
}

std::string typedText(const QString& text) {
  return cleanInput(fromQt(text), longestText);
}

FaultLine::FaultLine(QWidget* parent) : QWidget(parent) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 2, 0, 2);
  row->setSpacing(0);
  row->addSpacing(glyphSize + 6);
  m_text = makeLooseLabel({}, TextRole::small, Ink::danger, this);
  row->addWidget(m_text, 1);
  hide();
}

void FaultLine::show(const QList<const Diagnostic*>& faults) {
  QStringList sentences;
  m_worst = Severity::warning;
  for (const Diagnostic* each : faults) {
    if (each->severity == Severity::error) m_worst = Severity::error;
    sentences.append(QStringLiteral("%1 %2").arg(toQt(each->message), toQt(each->hint)).trimmed());
  }
  const QString text = sentences.join(u'\n');
  if (m_text->text() != text) m_text->setText(text);
  setInk(m_text, m_worst == Severity::error ? Ink::danger : Ink::cost);
  setVisible(!faults.isEmpty());
  update();
}

void FaultLine::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  preparePainter(painter);
  const bool error = m_worst == Severity::error;
  paintIcon(painter, mirrored(*this, QRectF(0, 3, glyphSize, glyphSize)),
            error ? Icon::error : Icon::warning, error ? colors().danger : colors().cost);
}

Field::Field(ScenarioDocument& document, std::string pointer, const FieldText& text,
             QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_pointer(std::move(pointer)),
      m_label(text.label),
      m_help(text.help) {
  m_column = new QVBoxLayout(this);
  m_column->setContentsMargins(0, 0, 0, 0);
  m_column->setSpacing(space::tiny);
  if (!text.label.isEmpty() && !text.isBare) {
    m_labelView = makeLabel(text.label, TextRole::smallStrong, Ink::text, this);
    m_column->addWidget(m_labelView);
  }
  if (!text.help.isEmpty()) {
    m_column->addWidget(makeLooseLabel(text.help, TextRole::small, Ink::muted, this));
  }
  m_faults = new FaultLine(this);
}

void Field::adopt(QWidget* editor, const QString& name) const {
  editor->setAccessibleName(name);
  editor->setAccessibleDescription(m_help);
  yieldKeys(editor);
}

void Field::setEditor(QWidget* editor) {
  m_editor = editor;
  adopt(editor, m_label);
  if (m_labelView != nullptr) m_labelView->setBuddy(editor);
  m_column->addWidget(editor);
  m_column->addWidget(m_faults);
}

void Field::takeFocus(std::string_view) {
  if (m_editor != nullptr) m_editor->setFocus(Qt::OtherFocusReason);
}

void Field::showFaults(const QList<const Diagnostic*>& faults) {
  m_faults->show(faults);
  QString severity;
  QString description = m_help;
  for (const Diagnostic* each : faults) {
    if (severity != QStringLiteral("error")) {
      severity =
          each->severity == Severity::error ? QStringLiteral("error") : QStringLiteral("warning");
    }
    description += u' ' + toQt(each->message);
  }
  if (m_editor != nullptr) m_editor->setAccessibleDescription(description.trimmed());
  dress(severity);
}

void Field::dress(const QString& severity) {
  if (m_editor != nullptr) setFaultStyle(m_editor, severity);
}

QString Field::textValue() const {
  const std::optional<FieldValue> held = value();
  const auto* text = held ? std::get_if<std::string>(&*held) : nullptr;
  return text != nullptr ? toQt(*text) : QString();
}

QString Field::changing() const {
  return tr("change “%1” in %2").arg(m_label, placeText(m_document.scenario(), partOf(m_pointer)));
}

}  // namespace sparring::ui
