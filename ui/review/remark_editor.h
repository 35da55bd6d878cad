// Where a comment, or the reason why one disagrees with a mark, is written. It holds what the words
// will be about until they are saved, and keeps them where saving fails.
#pragma once

#include <QFrame>
#include <QString>

#include "record/annotation.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace sparring::ui {

// Something that is being written and is not yet kept.
struct Draft {
  Annotation::Kind kind = Annotation::Kind::comment;
  std::string about;  // The mark, of a disagreement.
  Span words;         // What it is about, in the turn's text.
  QString subject;    // The same for the reader: the words, or the mark's title; empty: the turn.
  QString text;
};

class RemarkEditor : public QFrame {
  Q_OBJECT

 public:
  explicit RemarkEditor(QWidget* parent = nullptr);

  void setDraft(const Draft& draft);
  Draft draft() const;
  void takeFocus();
  // Why it was not saved, beneath the field until something is written.
  void complain(const QString& sentence);

 signals:
  void entered();  // Somebody is about to write.
  void written();  // They have; not after setDraft().
  void saveWanted();
  void wholeTurnWanted();  // Instead of what it is about.
  void left();             // With Escape; what is written stays.

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void showSubject();

  Draft m_draft;
  QLabel* m_heading = nullptr;
  QLabel* m_words = nullptr;
  QPushButton* m_whole = nullptr;
  QPlainTextEdit* m_field = nullptr;
  QLabel* m_complaint = nullptr;
};

}  // namespace sparring::ui
