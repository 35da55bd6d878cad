#include "app/main_window.h"

#include <QApplication>
#include <QCloseEvent>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QScreen>
#include <QShortcut>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/settings.h"
#include "author/author_workspace.h"
#include "bridge/text.h"
#include "bridge/understanding_loader.h"
#include "practice/practice_workspace.h"
#include "review/review_workspace.h"
#include "widgets/banner.h"
#include "widgets/icon.h"
#include "widgets/theme.h"

namespace sparring::ui {

MainWindow::MainWindow(Workplace& workplace, QWidget* parent)
    : QMainWindow(parent), m_workplace(workplace) {
  setWindowTitle(tr("Sparring"));
  // With room for the frame that a desktop puts around it.
  constexpr QSize frame(16, 48);
  resize(QSize(1280, 800).boundedTo(screen()->availableSize() - frame));
  setMinimumSize(900, 600);
  auto* central = new QWidget(this);
  auto* column = new QVBoxLayout(central);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(makeBar());
  m_banner = new Banner(central);
  column->addWidget(m_banner);
  m_pages = new QStackedWidget(central);
  m_namePage = new NamePage(m_pages);
  m_pages->addWidget(m_namePage);
  column->addWidget(m_pages, 1);
  setCentralWidget(central);

  connect(m_namePage, &NamePage::named, this, &MainWindow::takeName);
  connect(m_namePage, &NamePage::cancelled, this, [this] { goTo(0); });
  auto* shortcut = new QShortcut(QKeySequence(Qt::Key_F9), this);
  connect(shortcut, &QShortcut::activated, this, &MainWindow::toggleTheme);
}

QWidget* MainWindow::makeBar() {
  auto* bar = new QFrame(this);
  bar->setObjectName(QStringLiteral("topBar"));
  bar->setProperty("role", QStringLiteral("bar"));
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(space::page, space::small, space::large, space::small);
  row->addWidget(makeLabel(tr("Sparring"), TextRole::strong, Ink::accent, bar));
  row->addSpacing(space::huge);
  addPlaces(row);
  row->addStretch(1);

  m_people = new QMenu(bar);
  m_people->setAccessibleName(tr("Who is practising"));
  m_person = new QToolButton(bar);
  m_person->setObjectName(QStringLiteral("person"));
  m_person->setIcon(themedIcon(Icon::person));
  m_person->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_person->setPopupMode(QToolButton::InstantPopup);
  m_person->setMenu(m_people);
  m_person->setFocusPolicy(Qt::TabFocus);
  m_person->setToolTip(tr("Who is practising (Ctrl+U)"));
  row->addWidget(m_person);
  connect(m_people, &QMenu::aboutToShow, this, &MainWindow::fillPeopleMenu);
  auto* people = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_U), this);
  connect(people, &QShortcut::activated, this, &MainWindow::openPeopleMenu);

  m_theme = new QToolButton(bar);
  m_theme->setObjectName(QStringLiteral("themeButton"));
  m_theme->setFocusPolicy(Qt::TabFocus);
  row->addWidget(m_theme);
  connect(m_theme, &QToolButton::clicked, this, &MainWindow::toggleTheme);
  showTheme();
  return bar;
}

void MainWindow::addPlaces(QHBoxLayout* row) {
  addPlace(
      row, tr("Practise"),
      [this] {
        m_practice = makeWorkspace<PracticeWorkspace>();
        m_practice->setLiveView(savedLiveView());
        connect(m_practice, &PracticeWorkspace::liveViewChanged, this, &saveLiveView);
        return m_practice;
      },
      [this] { m_practice->showHome(); }, [this] { m_practice->resume(); });
  addPlace(
      row, tr("Review"),
      [this] {
        m_review = makeWorkspace<ReviewWorkspace>();
        return m_review;
      },
      [this] { m_review->showSessions(); }, [this] { m_review->resume(); });
  addPlace(
      row, tr("Author"),
      [this] {
        m_author = makeWorkspace<AuthorWorkspace>();
        return m_author;
      },
      [this] { m_author->showScenarios(); }, [this] { m_author->resume(); });
}

// Told apart by their place: Ctrl+1 is the first.
void MainWindow::addPlace(QHBoxLayout* row, const QString& title, std::function<QWidget*()> make,
                          std::function<void()> begin, std::function<void()> resume) {
  const std::size_t place = m_places.size();
  const QKeySequence keys(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(place)));
  auto* button = new QToolButton(this);
  button->setText(title);
  button->setCheckable(true);
  button->setFocusPolicy(Qt::TabFocus);
  button->setToolTip(tr("%1 (%2)").arg(title, keys.toString(QKeySequence::NativeText)));
  row->addWidget(button);
  connect(button, &QToolButton::clicked, this, [this, place] { goTo(place); });
  auto* shortcut = new QShortcut(keys, this);
  connect(shortcut, &QShortcut::activated, button, &QToolButton::click);
  m_places.push_back({button, nullptr, std::move(make), std::move(begin), std::move(resume)});
}

template <class Workspace>
Workspace* MainWindow::makeWorkspace() {
  auto* workspace = new Workspace(m_workplace, m_pages);
  m_pages->addWidget(workspace);
  connect(workspace, &Workspace::failed, this,
          [this](const QString& sentence) { showProblem(sentence); });
  connect(workspace, &Workspace::pageChanged, this, [this] {
    if (!m_lasting) m_banner->dismiss();
  });
  return workspace;
}

void MainWindow::goTo(std::size_t place) {
  Place& there = m_places[place];
  const bool first = there.workspace == nullptr;
  if (first) there.workspace = there.make();
  const bool inView = m_pages->currentWidget() == there.workspace;
  showPage(there.workspace);
  first || inView ? there.begin() : there.resume();
}

void MainWindow::showPage(QWidget* page) {
  const bool asking = page == m_namePage && m_namePage->why() == NamePage::Why::firstStart;
  for (const Place& each : m_places) {
    each.button->setChecked(each.workspace == page);
    each.button->setVisible(!asking);
  }
  m_person->setVisible(!asking && m_workplace.store.has_value());
  m_pages->setCurrentWidget(page);
  if (!m_lasting) m_banner->dismiss();
}

void MainWindow::begin(bool firstStart) {
  showPerson();
  if (m_workplace.store && m_workplace.person.id.isNull()) {
    askName(NamePage::Why::firstStart);
    return;
  }
  goTo(0);
  if (firstStart) m_practice->showFirstStart();
}

void MainWindow::askName(NamePage::Why why) {
  const bool change = why == NamePage::Why::change;
  m_namePage->ask(why, change ? toQt(m_workplace.person.name) : QString());
  showPage(m_namePage);
  m_namePage->takeFocus();
}

void MainWindow::takeName(const QString& name) {
  const bool change = m_namePage->why() == NamePage::Why::change;
  Person person{change ? m_workplace.person.id : m_workplace.newId(), fromQt(name)};
  const Result<void> kept =
      change ? m_workplace.store->renamePerson(person) : m_workplace.store->addPerson(person);
  if (!kept) {
    m_namePage->refuse(sentenceOf(kept.error()));
    return;
  }
  usePerson(person);
  if (!change) m_practice->showFirstStart();
}

void MainWindow::usePerson(const Person& person) {
  m_workplace.person = person;
  savePerson(person.id);
  showPerson();
  goTo(0);
  m_practice->showHome();
}

void MainWindow::fillPeopleMenu() {
  m_people->clear();
  const Result<std::vector<Person>> people = m_workplace.store->people();
  if (!people) {
    showProblem(sentenceOf(people.error()));
    return;
  }
  for (const Person& person : *people) {
    // A name is no shortcut.
    QAction* action = m_people->addAction(toQt(person.name).replace(u'&', QStringLiteral("&&")));
    action->setCheckable(true);
    action->setChecked(person.id == m_workplace.person.id);
    connect(action, &QAction::triggered, this, [this, person] { usePerson(person); });
  }
  m_people->addSeparator();
  connect(m_people->addAction(tr("Somebody else …")), &QAction::triggered, this,
          [this] { askName(NamePage::Why::somebodyElse); });
  connect(m_people->addAction(tr("Change this name …")), &QAction::triggered, this,
          [this] { askName(NamePage::Why::change); });
}

// Beneath the name; does not wait until it is closed.
void MainWindow::openPeopleMenu() {
  if (!m_person->isVisible()) return;
  m_people->popup(m_person->mapToGlobal(QPoint(0, m_person->height())));
  for (QAction* each : m_people->actions()) {
    if (each->isChecked()) m_people->setActiveAction(each);
  }
}

void MainWindow::showPerson() {
  const QString name = toQt(m_workplace.person.name);
  m_person->setText(QString(name).replace(u'&', QStringLiteral("&&")));
  m_person->setAccessibleName(tr("Practising: %1").arg(name));
}

void MainWindow::showProblem(const QString& sentence, bool lasting) {
  m_lasting = lasting;
  m_banner->showMessage(Banner::Kind::error, sentence);
}

void MainWindow::loadUnderstanding() {
  m_loader = new UnderstandingLoader(this);
  connect(m_loader, &UnderstandingLoader::loaded, this, &MainWindow::takeUnderstanding);
  m_loader->start(m_workplace.folders);
}

// Between two turns: calls that go on use it from their next one on.
void MainWindow::takeUnderstanding() {
  m_workplace.understanding = m_loader->take();
  if (const std::optional<Error>& lacks = m_workplace.understanding.lacks) {
    // Beside what the opening had to say, which matters more.
    const QString before = m_lasting ? m_banner->text() + u'\n' : QString();
    m_lasting = true;
    m_banner->showMessage(before.isEmpty() ? Banner::Kind::warning : m_banner->kind(),
                          before + sentenceOf(*lacks));
  }
  emit understandingLoaded();
}

void MainWindow::toggleTheme() {
  const Theme theme = currentTheme() == Theme::light ? Theme::dark : Theme::light;
  applyTheme(*qApp, theme);
  saveTheme(theme);
  showTheme();
}

void MainWindow::showTheme() {
  m_theme->setText(currentTheme() == Theme::light ? tr("Dark") : tr("Light"));
  m_theme->setAccessibleName(currentTheme() == Theme::light ? tr("Change to dark")
                                                            : tr("Change to light"));
  m_theme->setToolTip(tr("Change between light and dark (F9)"));
}

// Work that would be lost holds the window back once.
void MainWindow::closeEvent(QCloseEvent* event) {
  const auto hold = [&](auto* workspace) {
    const QString sentence = workspace != nullptr ? workspace->workAtRisk() : QString();
    if (sentence.isEmpty()) return false;
    event->ignore();
    showPage(workspace);
    workspace->takeFocus();
    showProblem(sentence);
    return true;
  };
  if (!hold(m_practice) && !hold(m_author) && !hold(m_review)) event->accept();
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
