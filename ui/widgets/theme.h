// How the whole program looks: named colours for light and dark, one style sheet over Fusion, the
// type scale and the spacing. Widgets read colors() when they paint, so that switching the theme at
// run time restyles everything. Knows no widget of ours: they ask, it never reaches into them.
#pragma once

#include <QColor>
#include <QFont>
#include <QString>

class QApplication;
class QFrame;
class QLabel;
class QPushButton;
class QWidget;

namespace sparring::ui {

enum class Theme { light, dark };

// What a colour may mean. Never shown by colour alone: a glyph, a line style or words go with it.
// `noted` is what a person wrote about words; the others are the grade's.
enum class Tone { neutral, earned, cost, noted };

// Every colour in use. "Soft" colours are backgrounds that carry text; the others are ink.
struct Colors {
  QColor background;   // Of the window.
  QColor surface;      // Of cards and panels on it, and of text fields.
  QColor raised;       // Of what lies on a surface or is hovered.
  QColor line;         // Separates; carries no meaning.
  QColor controlLine;  // Outlines what can be operated: 3:1 at least against its surroundings.
  QColor text;
  QColor mutedText;
  QColor accent;  // Primary buttons, links, the current choice.
  QColor accentHover;
  QColor accentText;  // On accent.
  QColor accentSoft;  // Behind a selection.
  QColor earned;
  QColor earnedSoft;
  QColor cost;
  QColor costSoft;
  QColor noted;  // What people wrote about a turn.
  QColor notedSoft;
  QColor danger;  // Errors, and actions that lose work.
  QColor dangerSoft;
  QColor focusRing;
  QColor bubbleBuyer;
  QColor bubbleSeller;
  QColor track;  // The empty part of a gauge.
};

// Also for a check of contrasts that shows nothing.
const Colors& colorsOf(Theme theme);

// Those of the theme applied last; of the light one before that.
const Colors& colors();
Theme currentTheme();

// Sets style, palette, font and style sheet; may be called again at any time.
void applyTheme(QApplication& application, Theme theme);

QColor inkOf(Tone tone);
QColor softOf(Tone tone);

// Distances in device-independent pixels.
namespace space {
inline constexpr int tiny = 4;
inline constexpr int small = 8;
inline constexpr int medium = 12;
inline constexpr int large = 16;
inline constexpr int huge = 24;
inline constexpr int page = 32;  // Between the window's edge and what a page shows.
inline constexpr int radius = 10;
inline constexpr int controlRadius = 6;
inline constexpr int columnWidth = 640;  // The widest that running text gets.
}  // namespace space

enum class TextRole { title, heading, subheading, body, strong, small, smallStrong, number };
enum class Ink { text, muted, accent, earned, cost, noted, danger };

// Points, so that they follow the desktop's resolution: title 20, heading 15, subheading 12,
// body 10.5, small 9, number 22.
QFont fontOf(TextRole role);

// A label of plain text that wraps, except in the roles title and number.
QLabel* makeLabel(const QString& text, TextRole role = TextRole::body, Ink ink = Ink::text,
                  QWidget* parent = nullptr);
// The same, but it may get narrower than its longest word, which is then cut: for text from
// outside, which must not widen a page. (Setting a minimum width of 1 instead spoils QLabel's size
// hint.)
QLabel* makeLooseLabel(const QString& text, TextRole role = TextRole::body, Ink ink = Ink::text,
                       QWidget* parent = nullptr);
void setInk(QLabel* label, Ink ink);

enum class ButtonRole { plain, primary, quiet, danger };
QPushButton* makeButton(const QString& text, ButtonRole role = ButtonRole::plain,
                        QWidget* parent = nullptr);
void setButtonRole(QPushButton* button, ButtonRole role);

// A panel: surface colour, thin line, round corners. The caller gives it a layout.
QFrame* makeSurface(QWidget* parent = nullptr);

// Text from outside made safe for a tool tip; wraps where it is long.
QString toolTipOf(const QString& plainText);

}  // namespace sparring::ui
