#include "review/word_picker.h"

#include <QKeyEvent>
#include <algorithm>
#include <string>

namespace sparring::ui {
namespace {

TextRange between(const TextRange& first, const TextRange& last) {
  return {first.begin, last.begin + last.length - first.begin};
}

bool isOurs(int key) {
  switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
    case Qt::Key_Escape:
      return true;
    default:
      return false;
  }
}

}  // namespace

QList<TextRange> wordRanges(const QString& text) {
  const std::string bytes = fromQt(text);
  QList<TextRange> ranges;
  for (const Span& span : wordSpans(bytes)) ranges.append(rangeOf(bytes, span));
  return ranges;
}

TextRange wholeWords(const QList<TextRange>& words, TextRange range) {
  const auto touched = [range](const TextRange& word) {
    return word.begin < range.begin + range.length && range.begin < word.begin + word.length;
  };
  const auto first = std::ranges::find_if(words, touched);
  if (first == words.end()) return {};
  auto last = first;
  while (last + 1 != words.end() && touched(*(last + 1))) ++last;
  return between(*first, *last);
}

void WordPicker::begin(PassageView* passage) {
  end();
  m_words = wordRanges(passage->toPlainText());
  if (m_words.isEmpty()) {
    emit skipped();
    return;
  }
  m_passage = passage;
  passage->installEventFilter(this);
  passage->setFocus(Qt::OtherFocusReason);
  move(0, false);
}

void WordPicker::end() {
  if (!m_passage) return;
  m_passage->removeEventFilter(this);
  m_passage->setPicked(0, 0);
  m_passage.clear();
}

bool WordPicker::eventFilter(QObject* watched, QEvent* event) {
  if (watched != m_passage) return false;
  if (event->type() == QEvent::FocusOut) {
    if (static_cast<QFocusEvent*>(event)->reason() == Qt::ActiveWindowFocusReason) return false;
    end();
    emit cancelled();
    return false;
  }
  // Keys with a meaning elsewhere on the page are for the words meanwhile.
  if (event->type() == QEvent::ShortcutOverride) {
    const bool ours = isOurs(static_cast<QKeyEvent*>(event)->key());
    if (ours) event->accept();
    return ours;
  }
  if (event->type() != QEvent::KeyPress) return false;
  const auto* key = static_cast<QKeyEvent*>(event);
  return useKey(key->key(), key->modifiers());
}

bool WordPicker::useKey(int key, Qt::KeyboardModifiers modifiers) {
  const bool extend = modifiers.testFlag(Qt::ShiftModifier);
  const TextRange words = range();
  switch (key) {
    case Qt::Key_Left:
      move(m_cursor - 1, extend);
      return true;
    case Qt::Key_Right:
      move(m_cursor + 1, extend);
      return true;
    case Qt::Key_Home:
      move(0, extend);
      return true;
    case Qt::Key_End:
      move(static_cast<int>(m_words.size()) - 1, extend);
      return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      end();
      emit picked(words.begin, words.length);
      return true;
    case Qt::Key_Tab:
      end();
      emit skipped();
      return true;
    case Qt::Key_Escape:
      end();
      emit cancelled();
      return true;
    default:
      return isOurs(key);
  }
}

void WordPicker::move(int to, bool extend) {
  m_cursor = std::clamp(to, 0, static_cast<int>(m_words.size()) - 1);
  if (!extend) m_anchor = m_cursor;
  const TextRange words = range();
  m_passage->setPicked(words.begin, words.length);
}

TextRange WordPicker::range() const {
  return between(m_words[std::min(m_anchor, m_cursor)], m_words[std::max(m_anchor, m_cursor)]);
}

}  // namespace sparring::ui
