// From Enter to the buyer's reply painted: random calls on the CEO scenario, each key press timed
// until the window has been painted. Nothing is stored, so the durable commit is not part of it.
#include <QApplication>
#include <QElapsedTimer>
#include <QTest>
#include <algorithm>
#include <cstdio>
#include <random>

#include "app/main_window.h"
#include "support/small_scenario.h"
#include "widgets/theme.h"

int main(int argc, char** argv) {
  using namespace sparring;
  QApplication application(argc, argv);
  ui::applyTheme(application, ui::Theme::light);
  ui::Workplace workplace;
  workplace.method = testing::shippedMethod();
  workplace.now = testing::tickingClock();
  workplace.newId = testing::countingIds();
  workplace.newSeed = [] { return std::uint64_t{0}; };
  workplace.scenarios.push_back(openScenario(
      std::filesystem::path(SPARRING_SOURCE_DIR) / "scenarios/ceo-first-call.json", nullptr));
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
      QElapsedTimer timer;
      timer.start();
      QTest::keyClick(focus, key);
      // Layout first, then what has changed is painted, then what the layout moved.
      for (int pass = 0; pass < 3; ++pass) QApplication::processEvents();
      milliseconds.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
  }
  std::ranges::sort(milliseconds);
  const auto at = [&](double share) {
    return milliseconds[static_cast<std::size_t>(share *
                                                 static_cast<double>(milliseconds.size() - 1))];
  };
  std::printf(
      "key to painted reply, %zu turns: median %.1f ms, 99th percentile %.1f ms, max %.1f ms\n",
      milliseconds.size(), at(0.5), at(0.99), at(1.0));
  return 0;
}
