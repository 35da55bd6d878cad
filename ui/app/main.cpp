// sparring: the desktop program.
#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QStandardPaths>
#include <QTextStream>

#include "app/main_window.h"
#include "app/opening.h"
#include "app/settings.h"
#include "bridge/text.h"

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  QCoreApplication::setOrganizationName(QStringLiteral("sparring"));
  QCoreApplication::setApplicationName(QStringLiteral("sparring"));
  QCoreApplication::setApplicationVersion(QStringLiteral(SPARRING_VERSION));
  QGuiApplication::setApplicationDisplayName(QStringLiteral("Sparring"));
  QGuiApplication::setDesktopFileName(QStringLiteral("sparring"));

  QCommandLineParser parser;
  parser.setApplicationDescription(QStringLiteral("A practice ring for executive sales calls."));
  parser.addHelpOption();
  parser.addVersionOption();
  const QCommandLineOption database(
      QStringLiteral("db"), QStringLiteral("Keep sessions in this file."), QStringLiteral("FILE"));
  const QCommandLineOption timing(QStringLiteral("quit-after-first-paint"),
                                  QStringLiteral("For measuring: stop once the window is drawn."));
  parser.addOptions({database, timing});
  parser.process(application);

  using namespace sparring::ui;
  applyTheme(application, savedTheme());
  QApplication::setWindowIcon(QIcon(QStringLiteral(":/sparring/sparring.svg")));

  const bool isOwnPlace = !parser.isSet(database);
  const QString file = isOwnPlace
                           ? QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
                                 QStringLiteral("/sparring/sparring.db")
                           : parser.value(database);
  sparring::Result<Opening> opened =
      openWorkplace(QCoreApplication::applicationDirPath(), file, isOwnPlace);
  if (!opened) {
    QTextStream(stderr) << "sparring: " << sentenceOf(opened.error()) << '\n';
    return 2;
  }
  MainWindow window(*opened->workplace);
  window.begin(opened->firstStart);
  if (!opened->problem.isEmpty()) window.showProblem(opened->problem, true);
  if (parser.isSet(timing)) {
    QObject::connect(&window, &MainWindow::painted, &application, &QCoreApplication::quit);
  } else {
    QObject::connect(&window, &MainWindow::painted, &window, &MainWindow::loadUnderstanding);
  }
  window.show();
  return QApplication::exec();
}
