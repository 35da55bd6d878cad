// Choosing words of a turn by keyboard: a cursor that moves by words in a passage and extends over
// them. It takes the keyboard while it picks and draws nothing itself.
#pragma once

#include <QList>
#include <QObject>
#include <QPointer>

#include "bridge/text.h"
#include "widgets/passage_view.h"

namespace sparring::ui {

// The words of a text as ranges of its QString.
QList<TextRange> wordRanges(const QString& text);

// The smallest run of whole words that covers what `range` touches; empty where it touches none.
TextRange wholeWords(const QList<TextRange>& words, TextRange range);

class WordPicker : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  // Begins at the first word. A passage without words is skipped at once.
  void begin(PassageView* passage);
  void end();
  bool picking() const { return !m_passage.isNull(); }

  bool eventFilter(QObject* watched, QEvent* event) override;

 signals:
  void picked(int begin, int length);
  void skipped();    // The whole turn is meant.
  void cancelled();  // By Escape, or because the keyboard went elsewhere.

 private:
  bool useKey(int key, Qt::KeyboardModifiers modifiers);
  void move(int to, bool extend);
  TextRange range() const;

  QPointer<PassageView> m_passage;
  QList<TextRange> m_words;
  int m_anchor = 0;  // Positions in m_words.
  int m_cursor = 0;
};

}  // namespace sparring::ui
