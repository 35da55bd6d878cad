// A message in the page itself: what happened and what to do, with at most one action. Hidden until
// there is something to say; announced to screen readers; never modal, never moves. It can also ask
// a question of two answers, which then must be given.
#pragma once

#include <QFrame>
#include <QString>

class QLabel;
class QPushButton;
class QToolButton;

namespace sparring::ui {

class Banner : public QFrame {
  Q_OBJECT

 public:
  enum class Kind { info, warning, error };

  explicit Banner(QWidget* parent = nullptr);

  // Replaces what was shown. No action text: no button. REQUIRES: the banner stands in a page, or
  // it would open as a window of its own.
  void showMessage(Kind kind, const QString& text, const QString& actionText = {});
  // Two answers; it stays until one is given or dismiss() is called.
  void ask(const QString& text, const QString& actionText, const QString& otherText);
  void dismiss();
  // To its first button.
  void takeFocus();
  Kind kind() const { return m_kind; }
  QString text() const;

 signals:
  void actionTriggered();
  void otherTriggered();
  void dismissed();  // By the person, not by dismiss().

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  Kind m_kind = Kind::info;
  QLabel* m_text = nullptr;
  QPushButton* m_action = nullptr;
  QPushButton* m_other = nullptr;
  QToolButton* m_close = nullptr;
};

}  // namespace sparring::ui
