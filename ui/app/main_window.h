// The window: a slim bar on top, the workspaces beneath it.
#pragma once

#include <QMainWindow>

#include "bridge/workplace.h"

class QToolButton;

namespace sparring::ui {

class Banner;
class PracticeWorkspace;

class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  // The workplace outlives the window.
  explicit MainWindow(Workplace& workplace, QWidget* parent = nullptr);

  void begin(bool firstStart);
  // `lasting`: stays until it is closed; otherwise it goes when the page changes.
  void showProblem(const QString& sentence, bool lasting = false);

 signals:
  void painted();  // Once, when the window has been painted for the first time.

 protected:
  bool event(QEvent* event) override;

 private:
  QWidget* makeBar();
  void toggleTheme();
  void showTheme();

  Banner* m_banner = nullptr;
  PracticeWorkspace* m_practice = nullptr;
  QToolButton* m_theme = nullptr;
  bool m_lasting = false;
  bool m_painted = false;
};

}  // namespace sparring::ui
