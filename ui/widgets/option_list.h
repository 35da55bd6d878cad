// Up to nine things that could be said, as numbered cards: chosen by mouse, by digit, or with
// arrows and Enter. One tab stop in all. Does not scroll: it stands in a column that does.
#pragma once

#include <QList>
#include <QStringList>
#include <QWidget>

class QVBoxLayout;

namespace sparring::ui {

class OptionCard;

class OptionList : public QWidget {
  Q_OBJECT

 public:
  explicit OptionList(QWidget* parent = nullptr);

  // Only the first nine are shown.
  void setOptions(const QStringList& texts);
  int count() const { return m_count; }

  // Takes digits without modifiers, arrows up and down, and Enter while a card has the focus. True
  // where the key was used. A key held down chooses once.
  bool handleKey(QKeyEvent* event);

  // Gives the focus to the current card.
  void focusCurrent();
  int currentIndex() const { return m_current; }

 signals:
  void chosen(int index);  // From 0.

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  friend class OptionCard;
  void setCurrent(int index);

  QVBoxLayout* m_column = nullptr;
  QList<OptionCard*> m_cards;  // Always nine; the first m_count are shown.
  int m_count = 0;
  int m_current = 0;
};

}  // namespace sparring::ui
