#include "widgets/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QFontDatabase>
#include <QFrame>
#include <QLabel>
#include <QPainter>
#include <QPalette>
#include <QProxyStyle>
#include <QPushButton>
#include <QStyleOption>

#include "widgets/accessible.h"
#include "widgets/keyboard_manners.h"
#include "widgets/paint.h"
#include "widgets/style_sheet.h"

namespace sparring::ui {

namespace {

Theme appliedTheme = Theme::light;

Colors lightColors() {
  return {.background = 0xF5F6F8,
          .surface = 0xFFFFFF,
          .raised = 0xEEF1F5,
          .line = 0xDDE2E9,
          .controlLine = 0x7C8695,
          .text = 0x1A222E,
          .mutedText = 0x566171,
          .accent = 0x3A56B8,
          .accentHover = 0x2E4699,
          .accentText = 0xFFFFFF,
          .accentSoft = 0xE4EAFA,
          .earned = 0x1B6E46,
          .earnedSoft = 0xDDF2E6,
          .cost = 0x984A0B,
          .costSoft = 0xFCEBD6,
          .noted = 0x86307F,
          .notedSoft = 0xFAF0F9,
          .danger = 0xB3261E,
          .dangerSoft = 0xFCE5E3,
          .focusRing = 0x3A56B8,
          .bubbleBuyer = 0xFFFFFF,
          .bubbleSeller = 0xE9EEFB,
          .track = 0xE1E6ED};
}

Colors darkColors() {
  return {.background = 0x13161B,
          .surface = 0x1B1F26,
          .raised = 0x252A33,
          .line = 0x323945,
          .controlLine = 0x717D8E,
          .text = 0xE7EAEF,
          .mutedText = 0xA6AFBC,
          .accent = 0x9BB2FF,
          .accentHover = 0xB5C6FF,
          .accentText = 0x0F1522,
          .accentSoft = 0x27345A,
          .earned = 0x86D6A8,
          .earnedSoft = 0x1D3B2C,
          .cost = 0xF2B67C,
          .costSoft = 0x45301A,
          .noted = 0xF0A8E6,
          .notedSoft = 0x35233B,
          .danger = 0xFFA199,
          .dangerSoft = 0x4A2220,
          .focusRing = 0x9BB2FF,
          .bubbleBuyer = 0x222730,
          .bubbleSeller = 0x243052,
          .track = 0x343C49};
}

QPalette paletteOf(const Colors& c) {
  QPalette palette;
  const auto set = [&palette](QPalette::ColorRole role, const QColor& color) {
    palette.setColor(QPalette::All, role, color);
  };
  set(QPalette::Window, c.background);
  set(QPalette::WindowText, c.text);
  set(QPalette::Base, c.surface);
  set(QPalette::AlternateBase, c.background);
  set(QPalette::Text, c.text);
  set(QPalette::PlaceholderText, c.mutedText);
  set(QPalette::Button, c.surface);
  set(QPalette::ButtonText, c.text);
  set(QPalette::BrightText, c.danger);
  set(QPalette::Highlight, c.accentSoft);
  set(QPalette::HighlightedText, c.text);
  set(QPalette::Link, c.accent);
  set(QPalette::LinkVisited, c.accent);
  set(QPalette::ToolTipBase, c.raised);
  set(QPalette::ToolTipText, c.text);
  set(QPalette::Light, c.raised);
  set(QPalette::Midlight, c.raised);
  set(QPalette::Mid, c.line);
  set(QPalette::Dark, c.controlLine);
  set(QPalette::Shadow, c.background);
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
    palette.setColor(QPalette::Disabled, role, c.controlLine);
  return palette;
}

// Fusion with roomier rows and our focus ring: what a style sheet cannot say without harm.
class CalmStyle : public QProxyStyle {
 public:
  CalmStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

  QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                         const QWidget* widget) const override {
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    if (type == CT_ItemViewItem) size.rheight() += 10;
    return size;
  }

  int pixelMetric(PixelMetric metric, const QStyleOption* option,
                  const QWidget* widget) const override {
    if (metric == PM_SmallIconSize || metric == PM_ButtonIconSize) return 18;
    if (metric == PM_LayoutHorizontalSpacing || metric == PM_LayoutVerticalSpacing)
      return space::small;
    if (metric == PM_FocusFrameHMargin) return 6;  // At both sides of a row's text.
    return QProxyStyle::pixelMetric(metric, option, widget);
  }

  void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override {
    if (element != PE_FrameFocusRect) {
      QProxyStyle::drawPrimitive(element, option, painter, widget);
      return;
    }
    painter->save();
    preparePainter(*painter);
    paintFocusRing(*painter, option->rect, space::tiny);
    painter->restore();
  }
};

void repolish(QWidget* widget) {
  widget->style()->unpolish(widget);
  widget->style()->polish(widget);
  widget->update();
}

const char* nameOf(Ink ink) {
  switch (ink) {
    case Ink::text:
      return "text";
    case Ink::muted:
      return "muted";
    case Ink::accent:
      return "accent";
    case Ink::earned:
      return "earned";
    case Ink::cost:
      return "cost";
    case Ink::noted:
      return "noted";
    case Ink::danger:
      return "danger";
  }
  return "text";
}

const char* nameOf(ButtonRole role) {
  switch (role) {
    case ButtonRole::plain:
      return "plain";
    case ButtonRole::primary:
      return "primary";
    case ButtonRole::quiet:
      return "quiet";
    case ButtonRole::danger:
      return "danger";
  }
  return "plain";
}

void setStyleProperty(QWidget* widget, const char* property, const char* value) {
  if (widget->property(property).toByteArray() == value) return;
  widget->setProperty(property, QString::fromLatin1(value));
  if (widget->testAttribute(Qt::WA_WState_Polished)) repolish(widget);
}

class LooseLabel : public QLabel {
 public:
  using QLabel::QLabel;
  QSize minimumSizeHint() const override { return {0, QLabel::minimumSizeHint().height()}; }
};

QLabel* dressed(QLabel* label, const QString& text, TextRole role, Ink ink) {
  label->setTextFormat(Qt::PlainText);
  label->setFont(fontOf(role));
  label->setWordWrap(role != TextRole::title && role != TextRole::number);
  label->setText(text);
  setInk(label, ink);
  return label;
}

}  // namespace

const Colors& colorsOf(Theme theme) {
  static const Colors light = lightColors();
  static const Colors dark = darkColors();
  return theme == Theme::dark ? dark : light;
}

const Colors& colors() {
  return colorsOf(appliedTheme);
}

Theme currentTheme() {
  return appliedTheme;
}

void applyTheme(QApplication& application, Theme theme) {
  installAccessibleRoles();
  installKeyboardManners();
  appliedTheme = theme;
  if (!application.property("sparringStyle").toBool()) {
    application.setProperty("sparringStyle", true);
    QApplication::setStyle(new CalmStyle);  // Which takes ownership.
    // NOLINTNEXTLINE(clang-analyzer-cplusplus.NewDeleteLeaks): the style is the application's.
    QApplication::setFont(fontOf(TextRole::body));
  }
  QApplication::setPalette(paletteOf(colors()));
  application.setStyleSheet(styleSheetOf(colors(), theme == Theme::dark));
}

QColor inkOf(Tone tone) {
  switch (tone) {
    case Tone::earned:
      return colors().earned;
    case Tone::cost:
      return colors().cost;
    case Tone::noted:
      return colors().noted;
    case Tone::neutral:
      break;
  }
  return colors().mutedText;
}

QColor softOf(Tone tone) {
  switch (tone) {
    case Tone::earned:
      return colors().earnedSoft;
    case Tone::cost:
      return colors().costSoft;
    case Tone::noted:
      return colors().notedSoft;
    case Tone::neutral:
      break;
  }
  return colors().raised;
}

QFont fontOf(TextRole role) {
  struct Step {
    qreal points;
    QFont::Weight weight;
  };
  const Step step = [role]() -> Step {
    switch (role) {
      case TextRole::title:
        return {20, QFont::DemiBold};
      case TextRole::heading:
        return {15, QFont::DemiBold};
      case TextRole::subheading:
        return {12, QFont::DemiBold};
      case TextRole::strong:
        return {10.5, QFont::Medium};
      case TextRole::small:
        return {9, QFont::Normal};
      case TextRole::smallStrong:
        return {9, QFont::Medium};
      case TextRole::number:
        return {22, QFont::DemiBold};
      case TextRole::body:
        break;
    }
    return {10.5, QFont::Normal};
  }();
  static const QStringList families = {
      QStringLiteral("Inter"), QFontDatabase::systemFont(QFontDatabase::GeneralFont).family()};
  QFont font;
  font.setFamilies(families);
  font.setPointSizeF(step.points);
  font.setWeight(step.weight);
  // Inter is laid out without its contextual features below heading size: the eye does not see the
  // difference, and a wrapped label is measured many times over before it stands.
  if (step.points <= 12) font.setStyleStrategy(QFont::PreferNoShaping);
  return font;
}

QLabel* makeLabel(const QString& text, TextRole role, Ink ink, QWidget* parent) {
  return dressed(new QLabel(parent), text, role, ink);
}

QLabel* makeLooseLabel(const QString& text, TextRole role, Ink ink, QWidget* parent) {
  return dressed(new LooseLabel(parent), text, role, ink);
}

void setInk(QLabel* label, Ink ink) {
  setStyleProperty(label, "ink", nameOf(ink));
}

QPushButton* makeButton(const QString& text, ButtonRole role, QWidget* parent) {
  auto* button = new QPushButton(text, parent);
  button->setFont(fontOf(TextRole::strong));
  setButtonRole(button, role);
  return button;
}

void setButtonRole(QPushButton* button, ButtonRole role) {
  setStyleProperty(button, "role", nameOf(role));
}

QFrame* makeSurface(QWidget* parent) {
  auto* frame = new QFrame(parent);
  setStyleProperty(frame, "role", "surface");
  return frame;
}

QString toolTipOf(const QString& plainText) {
  if (plainText.isEmpty()) return {};
  return QStringLiteral("<qt>%1</qt>")
      .arg(plainText.toHtmlEscaped().replace(u'\n', QStringLiteral("<br/>")));
}

}  // namespace sparring::ui
