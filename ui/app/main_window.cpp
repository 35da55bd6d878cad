#include "app/main_window.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QShortcut>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/settings.h"
#include "practice/practice_workspace.h"
#include "widgets/banner.h"
#include "widgets/theme.h"

namespace sparring::ui {

MainWindow::MainWindow(Workplace& workplace, QWidget* parent) : QMainWindow(parent) {
  setWindowTitle(tr("Sparring"));
  resize(1280, 800);
  setMinimumSize(900, 600);
  auto* central = new QWidget(this);
  auto* column = new QVBoxLayout(central);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(makeBar());
  m_banner = new Banner(central);
  column->addWidget(m_banner);
  m_practice = new PracticeWorkspace(workplace, central);
  column->addWidget(m_practice, 1);
  setCentralWidget(central);

  connect(m_practice, &PracticeWorkspace::failed, this,
          [this](const QString& sentence) { showProblem(sentence); });
  connect(m_practice, &PracticeWorkspace::pageChanged, this, [this] {
    if (!m_lasting) m_banner->dismiss();
  });
  auto* shortcut = new QShortcut(QKeySequence(Qt::Key_F9), this);
  connect(shortcut, &QShortcut::activated, this, &MainWindow::toggleTheme);
}

QWidget* MainWindow::makeBar() {
  auto* bar = new QFrame(this);
  bar->setObjectName(QStringLiteral("topBar"));
  bar->setProperty("role", QStringLiteral("bar"));
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(space::page, space::small, space::large, space::small);
  row->addWidget(makeLabel(tr("Sparring"), TextRole::strong, Ink::accent, bar), 1);
  m_theme = new QToolButton(bar);
  m_theme->setObjectName(QStringLiteral("themeButton"));
  m_theme->setFocusPolicy(Qt::TabFocus);
  row->addWidget(m_theme);
  connect(m_theme, &QToolButton::clicked, this, &MainWindow::toggleTheme);
  showTheme();
  return bar;
}

void MainWindow::begin(bool firstStart) {
  firstStart ? m_practice->showFirstStart() : m_practice->showHome();
}

void MainWindow::showProblem(const QString& sentence, bool lasting) {
  m_lasting = lasting;
  m_banner->showMessage(Banner::Kind::error, sentence);
}

void MainWindow::toggleTheme() {
  const Theme theme = currentTheme() == Theme::light ? Theme::dark : Theme::light;
  applyTheme(*qApp, theme);
  saveTheme(theme);
  showTheme();
}

void MainWindow::showTheme() {
  m_theme->setText(currentTheme() == Theme::light ? tr("Dark") : tr("Light"));
  m_theme->setToolTip(tr("Change between light and dark (F9)"));
}

bool MainWindow::event(QEvent* event) {
  const bool handled = QMainWindow::event(event);
  if (!m_painted && event->type() == QEvent::Paint) {
    m_painted = true;
    QTimer::singleShot(0, this, &MainWindow::painted);
  }
  return handled;
}

}  // namespace sparring::ui
