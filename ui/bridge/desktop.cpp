#include "bridge/desktop.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QPrintDialog>
#include <QPrinter>
#include <QStandardPaths>
#include <QTextDocument>

namespace sparring::ui {
namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("Desktop", text);
}

QString choosePdf(QWidget* over, const QString& suggestedName) {
  const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
  return QFileDialog::getSaveFileName(over, tr("Save as PDF"), folder.filePath(suggestedName),
                                      tr("PDF (*.pdf)"));
}

void print(QWidget* over, const QTextDocument& document) {
  QPrinter printer(QPrinter::HighResolution);
  QPrintDialog dialog(&printer, over);
  dialog.setWindowTitle(tr("Print"));
  if (dialog.exec() == QDialog::Accepted) document.print(&printer);
}

}  // namespace

Desktop realDesktop() {
  return {choosePdf, print};
}

}  // namespace sparring::ui
