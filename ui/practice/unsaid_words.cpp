#include "practice/unsaid_words.h"

#include <QSettings>

#include "bridge/text.h"

namespace sparring::ui {
namespace {

QString keyOf(const Uuid& session) {
  return QStringLiteral("unsaid/") + toQt(session.toString());
}

}  // namespace

QString unsaidWords(const Uuid& session) {
  return QSettings().value(keyOf(session)).toString();
}

void keepUnsaidWords(const Uuid& session, const QString& words) {
  if (words.trimmed().isEmpty()) {
    QSettings().remove(keyOf(session));
  } else {
    QSettings().setValue(keyOf(session), words);
  }
}

}  // namespace sparring::ui
