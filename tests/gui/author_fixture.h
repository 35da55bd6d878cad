// The trainer's workspace in a window of its own, on a fresh folder, driven by the keyboard.
#pragma once

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>
#include <memory>

#include "author/author_workspace.h"
#include "author/editor_page.h"
#include "bridge/own_scenarios.h"
#include "bridge/text.h"
#include "bridge/workplace.h"
#include "support/small_scenario.h"
#include "support/temp_folder.h"
#include "widgets/theme.h"

namespace sparring::ui {

class AuthorTest : public ::testing::Test {
 protected:
  AuthorTest() {
    const std::filesystem::path source(SPARRING_SOURCE_DIR);
    m_workplace.method = testing::shippedMethod();
    m_workplace.folders = {.scenarios = source / "scenarios",
                           .method = source / "data" / "method",
                           .templates = source / "data" / "templates",
                           .archetypes = source / "data" / "archetypes",
                           .explanations = source / "docs" / "diagnostics"};
    m_workplace.ownScenarios = m_folder / "scenarios";
    m_workplace.now = testing::tickingClock();
    m_workplace.newId = testing::countingIds();
    m_workplace.newSeed = [] { return std::uint64_t{0}; };
    m_workplace.reloadScenarios();
  }

  void show(QSize size = {1280, 800}) {
    m_author = std::make_unique<AuthorWorkspace>(m_workplace);
    m_author->resize(size);
    m_author->show();
    m_author->showScenarios();
    QApplication::setActiveWindow(m_author.get());
    settle();
  }
  void edit(const std::filesystem::path& path) {
    m_author->edit(path);
    settle();
  }
  // A file of one's own with this scenario.
  std::filesystem::path own(const Scenario& scenario) {
    const Result<std::filesystem::path> path =
        addOwnScenario(m_workplace, scenario, toQt(scenario.title));
    EXPECT_TRUE(path);
    m_workplace.reloadScenarios();
    return path.value_or(std::filesystem::path());
  }

  static void settle() {
    for (int i = 0; i < 5; ++i) QApplication::processEvents();
  }
  void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    // Offscreen, a list of completions that closes leaves no window active.
    if (QApplication::activePopupWidget() == nullptr) QApplication::setActiveWindow(m_author.get());
    QTest::keyClick(target(), key, modifiers);
    settle();
  }
  void type(const QString& text) {
    QTest::keyClicks(target(), text);
    settle();
  }
  // In place of what the field in focus holds.
  void retype(const QString& text) {
    press(Qt::Key_A, Qt::ControlModifier);
    type(text);
  }
  QWidget* target() {
    QWidget* focus = m_author->focusWidget();
    return focus != nullptr ? focus : m_author.get();
  }
  // Tab after Tab until a field of that name has the keyboard.
  bool tabTo(const QString& name) {
    for (int i = 0; i < 200; ++i) {
      if (target()->accessibleName() == name) return true;
      press(Qt::Key_Tab);
    }
    return false;
  }
  // Chooses in the box in focus, by keys.
  void choose(const QString& text) {
    auto* box = qobject_cast<QComboBox*>(target());
    ASSERT_NE(box, nullptr) << target()->accessibleName().toStdString();
    press(Qt::Key_Home);
    for (int i = 0; i < box->count() && !box->currentText().contains(text); ++i) {
      press(Qt::Key_Down);
    }
    EXPECT_TRUE(box->currentText().contains(text)) << text.toStdString();
  }
  bool shows(const QString& text) const {
    for (const QWidget* widget : m_author->findChildren<QWidget*>()) {
      if (!widget->isVisible()) continue;
      const auto* label = qobject_cast<const QLabel*>(widget);
      const auto* button = qobject_cast<const QAbstractButton*>(widget);
      const auto* passage = qobject_cast<const QTextEdit*>(widget);
      if (label != nullptr && label->text().contains(text)) return true;
      if (button != nullptr &&
          (button->text().contains(text) || button->accessibleName().contains(text))) {
        return true;
      }
      if (passage != nullptr && passage->toPlainText().contains(text)) return true;
    }
    return false;
  }
  ScenarioDocument& document() { return m_author->editor().document(); }
  const Scenario& scenario() { return document().scenario(); }
  void picture(const QString& name) {
    settle();
    const QString folder = QStringLiteral(SPARRING_BUILD_DIR "/../shots");
    QDir().mkpath(folder);
    EXPECT_TRUE(m_author->grab().save(folder + u'/' + name + QStringLiteral(".png")));
  }

  TempFolder m_folder;
  Workplace m_workplace;
  std::unique_ptr<AuthorWorkspace> m_author;
};

}  // namespace sparring::ui
