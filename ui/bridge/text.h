// Text between the core (UTF-8 bytes) and Qt (UTF-16).
#pragma once

#include <QString>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/text.h"

namespace sparring::ui {

QString toQt(std::string_view text);
std::string fromQt(const QString& text);

struct TextRange {
  int begin = 0;
  int length = 0;
};

// Where a span of bytes stands in the QString of the same text.
TextRange rangeOf(std::string_view text, Span span);
// The other way about.
Span spanOf(std::string_view text, TextRange range);

// What is wrong, where, and what to do, ready for a banner.
QString sentenceOf(const Error& error);

}  // namespace sparring::ui
