// The style sheet of a set of colours. Sizes and colours only; fonts come from fontOf(). It has no
// ::item rules, since their padding makes rows overlap before the first layout: row heights come
// from the style in theme.cpp.
#pragma once

#include <QString>

namespace sparring::ui {

struct Colors;

QString styleSheetOf(const Colors& colors, bool dark);

}  // namespace sparring::ui
