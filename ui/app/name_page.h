// Asks for a name: of whoever starts the program first, of somebody else on the same machine, or a
// better one. Keeps nothing itself.
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace sparring::ui {

class NamePage : public QWidget {
  Q_OBJECT

 public:
  enum class Why { firstStart, somebodyElse, change };

  explicit NamePage(QWidget* parent = nullptr);

  void ask(Why why, const QString& name = {});
  Why why() const { return m_why; }
  // Why the name that was given cannot be taken.
  void refuse(const QString& sentence);
  void takeFocus();

 signals:
  void named(const QString& name);  // Trimmed, not empty.
  void cancelled();                 // Never on the first start.

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void go();

  Why m_why = Why::firstStart;
  QLabel* m_title = nullptr;
  QLabel* m_text = nullptr;
  QLabel* m_fault = nullptr;
  QLineEdit* m_name = nullptr;
  QPushButton* m_go = nullptr;
  QPushButton* m_cancel = nullptr;
};

}  // namespace sparring::ui
