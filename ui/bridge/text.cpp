#include "bridge/text.h"

#include <algorithm>

namespace sparring::ui {

QString toQt(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::string fromQt(const QString& text) {
  return text.toStdString();
}

TextRange rangeOf(std::string_view text, Span span) {
  const std::size_t begin = std::min(span.begin, text.size());
  const std::size_t end = std::clamp(span.end, begin, text.size());
  return {static_cast<int>(toQt(text.substr(0, begin)).size()),
          static_cast<int>(toQt(text.substr(begin, end - begin)).size())};
}

Span spanOf(std::string_view text, TextRange range) {
  const QString whole = toQt(text);
  const auto bytes = [&](int characters) {
    return static_cast<std::size_t>(whole.left(characters).toUtf8().size());
  };
  return {bytes(range.begin), bytes(range.begin + range.length)};
}

QString sentenceOf(const Error& error) {
  QString out = toQt(error.what);
  if (!error.hint.empty()) out += u' ' + toQt(error.hint);
  if (!error.where.empty()) out += QStringLiteral(" (%1)").arg(toQt(error.where));
  return out;
}

}  // namespace sparring::ui
