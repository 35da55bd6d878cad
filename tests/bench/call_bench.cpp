// From Enter to the buyer's reply painted: random calls on the CEO scenario, each key press timed
// until the window has been painted. Nothing is stored, so the durable commit is not part of it.
// And Home, painted, where there are years of practice.
#include <QApplication>
#include <QElapsedTimer>
#include <QTest>
#include <algorithm>
#include <cstdio>
#include <random>

#include "app/main_window.h"
#include "support/small_scenario.h"
#include "support/temp_folder.h"
#include "support/years_of_practice.h"
#include "widgets/theme.h"

namespace {

using namespace sparring;

ui::Workplace workplaceWith(std::optional<Store> store) {
  ui::Workplace workplace;
  workplace.method = testing::shippedMethod();
  workplace.now = testing::tickingClock();
  workplace.newId = testing::countingIds();
  workplace.newSeed = [] { return std::uint64_t{0}; };
  workplace.store = std::move(store);
  workplace.scenarios.push_back(openScenario(
      std::filesystem::path(SPARRING_SOURCE_DIR) / "scenarios/ceo-first-call.json", nullptr));
  return workplace;
}

// Layout first, then what has changed is painted, then what the layout moved.
void paintAll() {
  for (int pass = 0; pass < 3; ++pass) QApplication::processEvents();
}

void print(const char* what, std::vector<double> milliseconds) {
  std::ranges::sort(milliseconds);
  const auto at = [&](double share) {
    return milliseconds[static_cast<std::size_t>(share *
                                                 static_cast<double>(milliseconds.size() - 1))];
  };
  std::printf("%s, %zu times: median %.1f ms, 99th percentile %.1f ms, max %.1f ms\n", what,
              milliseconds.size(), at(0.5), at(0.99), at(1.0));
}

template <class Work>
double millisecondsOf(Work&& work) {
  QElapsedTimer timer;
  timer.start();
  work();
  return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

void measureCalls() {
  ui::Workplace workplace = workplaceWith(std::nullopt);
  ui::MainWindow window(workplace);
  window.show();
  std::mt19937 random(7);
  std::vector<double> milliseconds;
  while (milliseconds.size() < 1000) {
    window.begin(false);
    QApplication::processEvents();
    QTest::keyClick(window.focusWidget(), Qt::Key_Return);  // The card.
    QTest::keyClick(window.focusWidget(), Qt::Key_Return);  // The brief.
    for (int turn = 0; turn < 20; ++turn) {
      QApplication::processEvents();
      QWidget* focus = window.focusWidget();
      if (focus == nullptr || focus->objectName() == QStringLiteral("toDebrief")) break;
      const auto key = static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(random() % 3));
      milliseconds.push_back(millisecondsOf([&] {
        QTest::keyClick(focus, key);
        paintAll();
      }));
    }
  }
  print("key to painted reply", milliseconds);
}

// Home from its call to its paint, with years of practice in a file.
void measureHome() {
  const TempFolder folder(memoryFolder());
  testing::YearsOfPractice years(Store::open(folder / "practice.db"));
  ui::Workplace workplace = workplaceWith(std::move(years.store));
  workplace.person = years.people[3];
  ui::MainWindow window(workplace);
  window.show();
  paintAll();
  std::vector<double> milliseconds;
  for (int i = 0; i < 40; ++i) {
    milliseconds.push_back(millisecondsOf([&] {
      window.begin(false);
      paintAll();
    }));
  }
  print("Home with 10,000 sessions", milliseconds);
}

}  // namespace

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  ui::applyTheme(application, ui::Theme::light);
  measureCalls();
  measureHome();
  return 0;
}
