// The window: a slim bar on top, the workspaces beneath it, and who is using them.
#pragma once

#include <QMainWindow>
#include <functional>
#include <vector>

#include "app/name_page.h"
#include "bridge/workplace.h"

class QHBoxLayout;
class QMenu;
class QStackedWidget;
class QToolButton;

namespace sparring::ui {

class Banner;
class AuthorWorkspace;
class PracticeWorkspace;
class ReviewWorkspace;
class UnderstandingLoader;

class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  // The workplace outlives the window.
  explicit MainWindow(Workplace& workplace, QWidget* parent = nullptr);

  // Asks for a name where nobody has given one yet; then the first exercise for somebody new, or
  // Home.
  void begin(bool firstStart);
  // `lasting`: stays until it is closed; otherwise it goes when the page changes.
  void showProblem(const QString& sentence, bool lasting = false);
  // Loads what own words are understood by, beside what the window does. Says once what lacks.
  void loadUnderstanding();

 signals:
  void understandingLoaded();
  void painted();  // Once, when the window has been painted for the first time.

 protected:
  void closeEvent(QCloseEvent* event) override;
  bool event(QEvent* event) override;

 private:
  // A workspace and the way to it. Made when it is first gone to.
  struct Place {
    QToolButton* button = nullptr;
    QWidget* workspace = nullptr;
    std::function<QWidget*()> make;
    std::function<void()> begin;   // Shows its first page and takes the keyboard.
    std::function<void()> resume;  // The same with the page that it was left on.
  };

  QWidget* makeBar();
  void addPlaces(QHBoxLayout* row);
  void addPlace(QHBoxLayout* row, const QString& title, std::function<QWidget*()> make,
                std::function<void()> begin, std::function<void()> resume);
  // To where it was left; to its first page where that is in view already.
  void goTo(std::size_t place);
  template <class Workspace>
  Workspace* makeWorkspace();
  void showPage(QWidget* page);

  void askName(NamePage::Why why);
  void takeName(const QString& name);
  void usePerson(const Person& person);
  void fillPeopleMenu();
  void openPeopleMenu();
  void showPerson();

  void toggleTheme();
  void showTheme();
  void takeUnderstanding();

  Workplace& m_workplace;
  Banner* m_banner = nullptr;
  QStackedWidget* m_pages = nullptr;
  NamePage* m_namePage = nullptr;
  PracticeWorkspace* m_practice = nullptr;
  ReviewWorkspace* m_review = nullptr;
  AuthorWorkspace* m_author = nullptr;
  std::vector<Place> m_places;
  QToolButton* m_person = nullptr;
  QMenu* m_people = nullptr;
  QToolButton* m_theme = nullptr;
  UnderstandingLoader* m_loader = nullptr;
  bool m_lasting = false;
  bool m_painted = false;
};

}  // namespace sparring::ui
