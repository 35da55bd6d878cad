#include "review/remark_editor.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "widgets/key_hint.h"
#include "widgets/theme.h"

namespace sparring::ui {
namespace {

constexpr int fieldHeight = 84;  // Three lines.
constexpr qsizetype longestQuote = 120;

}  // namespace

RemarkEditor::RemarkEditor(QWidget* parent) : QFrame(parent) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(space::huge, space::medium, space::huge, space::medium);
  column->setSpacing(space::small);
  auto* header = new QHBoxLayout;
  header->setSpacing(space::small);
  m_heading = makeLooseLabel({}, TextRole::strong, Ink::text, this);
  m_whole = makeButton(tr("Whole turn"), ButtonRole::quiet, this);
  m_whole->setFont(fontOf(TextRole::small));
  m_whole->setToolTip(tr("Comment on the whole turn instead"));
  header->addWidget(m_heading, 1);
  header->addWidget(m_whole);
  column->addLayout(header);
  m_words = makeLooseLabel({}, TextRole::small, Ink::noted, this);
  column->addWidget(m_words);
  m_field = new QPlainTextEdit(this);
  m_field->setObjectName(QStringLiteral("remark"));
  m_field->setTabChangesFocus(true);
  m_field->setFixedHeight(fieldHeight);
  m_field->installEventFilter(this);
  column->addWidget(m_field);
  m_complaint = makeLabel({}, TextRole::small, Ink::danger, this);
  m_complaint->hide();
  column->addWidget(m_complaint);
  auto* row = new QHBoxLayout;
  row->setSpacing(space::small);
  auto* save = makeButton(tr("Save"), ButtonRole::primary, this);
  save->setObjectName(QStringLiteral("saveRemark"));
  row->addWidget(new KeyHint(QStringLiteral("Ctrl+Enter"), tr("Save"), this));
  row->addStretch(1);
  row->addWidget(save);
  column->addLayout(row);
  connect(save, &QPushButton::clicked, this, &RemarkEditor::saveWanted);
  connect(m_field, &QPlainTextEdit::textChanged, m_complaint, &QLabel::hide);
  connect(m_field, &QPlainTextEdit::textChanged, this, &RemarkEditor::written);
  connect(m_whole, &QPushButton::clicked, this, &RemarkEditor::wholeTurnWanted);
  showSubject();
}

void RemarkEditor::setDraft(const Draft& draft) {
  m_draft = draft;
  {
    const QSignalBlocker silent(m_field);
    m_field->setPlainText(draft.text);
  }
  m_complaint->hide();
  showSubject();
}

Draft RemarkEditor::draft() const {
  Draft draft = m_draft;
  draft.text = m_field->toPlainText();
  return draft;
}

void RemarkEditor::takeFocus() {
  m_field->setFocus(Qt::OtherFocusReason);
  m_field->moveCursor(QTextCursor::End);
}

void RemarkEditor::complain(const QString& sentence) {
  m_complaint->setText(sentence);
  m_complaint->show();
  QAccessibleEvent announcement(m_complaint, QAccessible::Alert);
  QAccessible::updateAccessibility(&announcement);
}

void RemarkEditor::showSubject() {
  const bool disagrees = m_draft.kind == Annotation::Kind::disagree;
  const bool words = !disagrees && !m_draft.subject.isEmpty();
  m_heading->setText(disagrees ? tr("Why you disagree with: %1").arg(m_draft.subject)
                     : words   ? tr("Comment on these words")
                               : tr("Comment on this turn"));
  QString quote = m_draft.subject.simplified();
  if (quote.size() > longestQuote) quote = quote.left(longestQuote - 1) + u'…';
  m_words->setText(QStringLiteral("“%1”").arg(quote));
  m_words->setVisible(words);
  m_whole->setVisible(words || disagrees);
  m_field->setPlaceholderText(disagrees ? tr("What you would have marked, and why")
                                        : tr("What was good here, or what to try instead"));
  m_field->setAccessibleName(m_heading->text());
  m_field->setAccessibleDescription(words ? m_words->text() : QString());
}

bool RemarkEditor::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::FocusIn) emit entered();
  if (event->type() != QEvent::KeyPress) return QFrame::eventFilter(watched, event);
  const auto* key = static_cast<QKeyEvent*>(event);
  const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
  if (enter && key->modifiers().testFlag(Qt::ControlModifier)) {
    emit saveWanted();
    return true;
  }
  if (key->key() == Qt::Key_Escape) {
    emit left();
    return true;
  }
  return QFrame::eventFilter(watched, event);
}

}  // namespace sparring::ui
