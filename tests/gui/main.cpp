// Runs the GUI tests in one application, with settings of their own.
#include <gtest/gtest.h>

#include <QApplication>
#include <QStandardPaths>

#include "widgets/theme.h"

int main(int argc, char** argv) {
  ::testing::InitGoogleTest(&argc, argv);
  if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  QStandardPaths::setTestModeEnabled(true);
  QApplication application(argc, argv);
  QCoreApplication::setOrganizationName(QStringLiteral("sparring-test"));
  QCoreApplication::setApplicationName(QStringLiteral("sparring-test"));
  sparring::ui::applyTheme(application, sparring::ui::Theme::light);
  return RUN_ALL_TESTS();
}
