// What asks the person through dialogs of the desktop: where to save, where to print. A seam, so
// that tests answer instead.
#pragma once

#include <QString>
#include <functional>

class QTextDocument;
class QWidget;

namespace sparring::ui {

struct Desktop {
  // The file to save to; empty where the person thought better of it.
  std::function<QString(QWidget* over, const QString& suggestedName)> choosePdf;
  // Asks for a printer and prints, unless the person thought better of it.
  std::function<void(QWidget* over, const QTextDocument& document)> print;
};

Desktop realDesktop();

}  // namespace sparring::ui
