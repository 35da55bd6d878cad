// Runs the GUI tests in one application, with settings of this process alone: tests run side by
// side.
#include <gtest/gtest.h>

#include <QApplication>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>

#include "widgets/theme.h"

int main(int argc, char** argv) {
  ::testing::InitGoogleTest(&argc, argv);
  if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  QStandardPaths::setTestModeEnabled(true);
  const QTemporaryDir settings;
  if (!settings.isValid()) qFatal("%s", qPrintable(settings.errorString()));
  QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
  QApplication application(argc, argv);
  QCoreApplication::setOrganizationName(QStringLiteral("sparring-test"));
  QCoreApplication::setApplicationName(QStringLiteral("sparring-test"));
  sparring::ui::applyTheme(application, sparring::ui::Theme::light);
  return RUN_ALL_TESTS();
}
