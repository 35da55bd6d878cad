// A window on a fresh workplace, driven by the keyboard.
#pragma once

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QMenu>
#include <QSettings>
#include <QTest>
#include <QTextEdit>
#include <memory>

#include "app/main_window.h"
#include "bridge/text.h"
#include "support/small_scenario.h"
#include "widgets/theme.h"

namespace sparring::ui {

class GuiTest : public ::testing::Test {
 protected:
  GuiTest() {
    QSettings().clear();
    m_workplace.store = Store::inMemory().value();
    m_workplace.method = testing::shippedMethod();
    m_workplace.now = testing::tickingClock();
    m_workplace.newId = testing::countingIds();
    m_workplace.newSeed = [] { return std::uint64_t{0}; };
    m_workplace.person = {m_workplace.newId(), "Ada"};
    EXPECT_TRUE(m_workplace.store->addPerson(m_workplace.person));
  }

  void addScenario(Scenario scenario) {
    ScenarioFile file;
    file.path = scenario.id + ".json";
    file.loaded = testing::loaded(std::move(scenario));
    m_workplace.scenarios.push_back(std::move(file));
  }
  // The scenarios that ship with the program.
  void addShipped() {
    for (ScenarioFile& file :
         openScenarios(std::filesystem::path(SPARRING_SOURCE_DIR) / "scenarios",
                       m_workplace.method.method.get())) {
      m_workplace.scenarios.push_back(std::move(file));
    }
  }

  void open(bool firstStart, QSize size = {1280, 800}) {
    m_window = std::make_unique<MainWindow>(m_workplace);
    m_window->resize(size);
    m_window->show();
    m_window->begin(firstStart);
    QApplication::setActiveWindow(m_window.get());
    settle();
  }
  static void settle() {
    for (int i = 0; i < 5; ++i) QApplication::processEvents();
  }
  // What is driven and pictured.
  virtual QWidget* window() const { return m_window.get(); }
  // To whatever has the keyboard, as a person would.
  void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QTest::keyClick(target(), key, modifiers);
    settle();
  }
  // By arrow keys, in the menu that is open.
  void chooseFromMenu(const QString& text) {
    QWidget* menu = QApplication::activePopupWidget();
    ASSERT_NE(menu, nullptr);
    for (int step = 0; step < 20; ++step) {
      QTest::keyClick(menu, Qt::Key_Down);
      const QAction* current = qobject_cast<QMenu*>(menu)->activeAction();
      if (current != nullptr && current->text() == text) break;
    }
    QTest::keyClick(menu, Qt::Key_Return);
    settle();
  }
  void type(const QString& text) {
    QTest::keyClicks(target(), text);
    settle();
  }
  QWidget* target() {
    QWidget* focus = window()->focusWidget();
    return focus != nullptr ? focus : window();
  }

  // Whether a visible label, button or passage holds the text.
  bool shows(const QString& text) const {
    for (const QWidget* widget : window()->findChildren<QWidget*>()) {
      if (!widget->isVisible()) continue;
      if (const auto* label = qobject_cast<const QLabel*>(widget)) {
        if (label->text().contains(text)) return true;
      } else if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
        if (button->text().contains(text) || button->accessibleName().contains(text)) return true;
      } else if (const auto* passage = qobject_cast<const QTextEdit*>(widget)) {
        if (passage->toPlainText().contains(text)) return true;
      }
    }
    return false;
  }
  void picture(const QString& name) {
    settle();
    const QString folder = QStringLiteral(SPARRING_BUILD_DIR "/../shots");
    QDir().mkpath(folder);
    EXPECT_TRUE(window()->grab().save(folder + u'/' + name + QStringLiteral(".png")));
  }

  Workplace m_workplace;
  std::unique_ptr<MainWindow> m_window;
};

}  // namespace sparring::ui
