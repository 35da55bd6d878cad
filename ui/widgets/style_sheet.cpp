#include "widgets/style_sheet.h"

#include <QHash>

#include "widgets/theme.h"

namespace sparring::ui {

namespace {

// Names after @ are tokens of Colors, and @shade, the suffix of pictures made for this shade.
// Text fields take their ink from the palette: a color here would fade their placeholder to half.
constexpr char sheet[] = R"(
QToolTip { color: @text; background: @raised; border: 1px solid @line; padding: 6px 8px; }

QLabel[ink="muted"] { color: @mutedText; }
QLabel[ink="accent"] { color: @accent; }
QLabel[ink="earned"] { color: @earned; }
QLabel[ink="cost"] { color: @cost; }
QLabel[ink="noted"] { color: @noted; }
QLabel[ink="danger"] { color: @danger; }

QFrame[role="surface"] { background: @surface; border: 1px solid @line; border-radius: 10px; }
QFrame[role="side"] { background: @surface; border: none; border-left: 1px solid @line; }
QFrame[role="bar"] { background: @surface; border: none; border-bottom: 1px solid @line; }
QFrame[role="foot"] { background: @surface; border: none; border-top: 1px solid @line; }
QWidget[role="block"] { background: transparent; border: none; border-left: 2px solid @line; }
QFrame[role="bubbleBuyer"] { background: @bubbleBuyer; border: 1px solid @line;
  border-radius: 14px; }
QFrame[role="bubbleSeller"] { background: @bubbleSeller; border: 1px solid @bubbleSeller;
  border-radius: 14px; }
QFrame[role="bubbleBuyer"][highlighted="true"], QFrame[role="bubbleSeller"][highlighted="true"] {
  border: 2px solid @accent; }

QPushButton, QToolButton, QCheckBox { outline: none; }
QPushButton { background: @surface; color: @text; border: 1px solid @controlLine;
  border-radius: 6px; padding: 7px 15px; min-height: 18px; }
QPushButton:hover { background: @raised; }
QPushButton:pressed, QPushButton:checked { background: @accentSoft; }
QPushButton:focus { border: 2px solid @focusRing; padding: 6px 14px; }
QPushButton:disabled { color: @disabledText; border-color: @line; background: transparent; }
QPushButton[role="primary"] { background: @accent; color: @accentText;
  border: 2px solid @accent; padding: 6px 14px; }
QPushButton[role="primary"]:hover, QPushButton[role="primary"]:pressed {
  background: @accentHover; border-color: @accentHover; }
QPushButton[role="primary"]:focus { border: 2px solid @text; }
QPushButton[role="primary"]:disabled { background: @track; color: @disabledText;
  border-color: @track; }
QPushButton[role="quiet"] { background: transparent; color: @accent;
  border: 2px solid transparent; padding: 6px 14px; }
QPushButton[role="quiet"]:hover { background: @raised; }
QPushButton[role="quiet"]:pressed { background: @accentSoft; }
QPushButton[role="quiet"]:focus { border-color: @focusRing; }
QPushButton[role="quiet"]:disabled { color: @disabledText; }
QPushButton[role="danger"] { color: @danger; border-color: @danger; }
QPushButton[role="danger"]:hover { background: @dangerSoft; }
QPushButton[role="danger"]:disabled { color: @disabledText; border-color: @line; }
QPushButton[role="quiet"][flush="true"] { padding: 3px 4px; }
QPushButton[role="chip"] { background: @accentSoft; border: 2px solid transparent;
  border-radius: 12px; padding: 2px 10px; }
QPushButton[role="chip"]:hover { background: @raised; }
QPushButton[role="chip"]:focus { border-color: @focusRing; }
QPushButton::menu-indicator { image: url(:/sparring/icons/arrow_down.svg); width: 14px;
  height: 14px; subcontrol-origin: padding; subcontrol-position: center right; right: 6px; }

QToolButton { background: transparent; border: 1px solid transparent; border-radius: 6px;
  padding: 6px; }
QToolButton:hover { background: @raised; }
QToolButton:pressed, QToolButton:checked { background: @accentSoft; }
QToolButton:focus { border: 2px solid @focusRing; padding: 5px; }
QToolButton:disabled { color: @disabledText; }
QToolButton[compact="true"] { padding: 4px; }
QToolButton::menu-indicator { image: none; }

QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox, QDateTimeEdit {
  background: @surface; border: 1px solid @controlLine; border-radius: 6px;
  padding: 6px 9px; selection-background-color: @selection; selection-color: @text; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {
  border: 2px solid @focusRing; padding: 5px 8px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QAbstractSpinBox:disabled,
QComboBox:disabled { color: @disabledText; border-color: @line; background: transparent; }
QLineEdit[fault="error"], QPlainTextEdit[fault="error"], QComboBox[fault="error"],
QAbstractSpinBox[fault="error"] { border-color: @danger; }
QLineEdit[fault="warning"], QPlainTextEdit[fault="warning"], QComboBox[fault="warning"],
QAbstractSpinBox[fault="warning"] { border-color: @cost; }
QLineEdit:read-only { background: transparent; border-color: @line; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus, QComboBox QLineEdit,
QComboBox QLineEdit:focus { border: none; padding: 0; background: transparent; }
sparring--ui--PassageView, sparring--ui--PassageView:focus { background: transparent; border: none;
  padding: 0; margin: 0; }
sparring--ui--PassageView[picked="true"] { selection-background-color: transparent; }

QComboBox { padding-right: 26px; min-height: 18px; }
QComboBox:focus { padding-right: 25px; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url(:/sparring/icons/arrow_down.svg); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: @surface; border: 1px solid @controlLine; outline: none;
  padding: 4px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; width: 20px; }
QAbstractSpinBox::up-arrow { image: url(:/sparring/icons/arrow_up.svg); width: 11px; height: 11px; }
QAbstractSpinBox::down-arrow { image: url(:/sparring/icons/arrow_down.svg); width: 11px;
  height: 11px; }

QCheckBox, QRadioButton { spacing: 9px; padding: 3px; border: 1px solid transparent;
  border-radius: 6px; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid @focusRing; padding: 2px; }
QCheckBox:disabled, QRadioButton:disabled { color: @disabledText; }
QCheckBox::indicator, QGroupBox::indicator, QAbstractItemView::indicator { width: 16px;
  height: 16px; border: 1px solid @controlLine; border-radius: 4px; background: @surface; }
QCheckBox::indicator:checked, QGroupBox::indicator:checked, QAbstractItemView::indicator:checked {
  background: @accent; border-color: @accent; image: url(:/sparring/icons/tick_on_@shade.svg); }
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate {
  background: @accent; border-color: @accent; image: url(:/sparring/icons/dash_on_@shade.svg); }
QCheckBox::indicator:disabled { border-color: @line; background: @track; }
QRadioButton::indicator { width: 16px; height: 16px; border: 1px solid @controlLine;
  border-radius: 9px; background: @surface; }
QRadioButton::indicator:checked { width: 8px; height: 8px; border: 5px solid @accent; }

QAbstractItemView { background: @surface; alternate-background-color: @background; color: @text;
  border: 1px solid @line; border-radius: 6px; selection-background-color: @accentSoft;
  selection-color: @text; }
QAbstractItemView:focus { border: 1px solid @focusRing; }
QListView { padding: 4px; }
QAbstractItemView[role="plain"], QAbstractItemView[role="plain"]:focus { background: transparent;
  border: none; padding: 0; }
QHeaderView { background: @surface; border: none; qproperty-highlightSections: false;
  qproperty-defaultAlignment: "AlignLeft | AlignVCenter"; }
QHeaderView::section { background: @surface; color: @mutedText; border: none;
  border-bottom: 1px solid @line; padding: 7px 8px; }
QTableView { gridline-color: @line; }
QTableCornerButton::section { background: @surface; border: none; }

QTabWidget::pane { border: none; border-top: 1px solid @line; }
QTabBar::tab { background: transparent; color: @mutedText; padding: 8px 14px;
  border: 2px solid transparent; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:selected { color: @text; border-bottom: 2px solid @accent; }
QTabBar::tab:selected:focus { border: 2px solid @focusRing; border-radius: 6px; }

QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget[role="page"] { background: transparent; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: @handle; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 36px; }
QScrollBar::handle:horizontal { min-width: 36px; }
QScrollBar::handle:hover { background: @controlLine; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenuBar { background: @background; padding: 2px 8px; }
QMenuBar::item { background: transparent; padding: 6px 10px; border-radius: 6px; }
QMenuBar::item:selected { background: @raised; }
QMenu { background: @surface; border: 1px solid @line; padding: 6px; }
QMenu::item { padding: 7px 28px 7px 12px; border-radius: 6px; }
QMenu::item:selected { background: @accentSoft; color: @text; }
QMenu::item:disabled { color: @disabledText; }
QMenu::icon { padding-left: 10px; }
QMenu::separator { height: 1px; background: @line; margin: 6px 8px; }
QMenu::right-arrow { image: url(:/sparring/icons/arrow_right.svg); width: 14px; height: 14px; }

QGroupBox { border: 1px solid @line; border-radius: 10px; margin-top: 12px; padding: 14px 12px 12px; }
QGroupBox::title { subcontrol-origin: margin; subcontrol-position: top left; left: 12px;
  padding: 0 4px; color: @mutedText; }
QProgressBar { background: @track; border: none; border-radius: 4px; max-height: 8px;
  text-align: center; color: transparent; }
QProgressBar::chunk { background: @accent; border-radius: 4px; }
QSlider:horizontal { min-height: 22px; }
QSlider::groove:horizontal { height: 4px; background: @track; border-radius: 2px; }
QSlider::sub-page:horizontal { background: @accent; border-radius: 2px; }
QSlider::handle:horizontal { width: 16px; height: 16px; margin: -7px 0; border-radius: 9px;
  background: @surface; border: 1px solid @controlLine; }
QSlider::handle:horizontal:focus { border: 2px solid @focusRing; }
QSplitter::handle { background: @line; }
QSplitter::handle:hover { background: @accent; }
QSplitter::handle:horizontal { width: 1px; margin: 0 4px; }
QSplitter::handle:vertical { height: 1px; margin: 4px 0; }
QStatusBar { background: @background; color: @mutedText; border-top: 1px solid @line; }
QStatusBar::item { border: none; }
QToolBar { background: @background; border: none; border-bottom: 1px solid @line; spacing: 4px;
  padding: 4px 8px; }
QDockWidget { titlebar-close-icon: none; titlebar-normal-icon: none; }
QDockWidget::title { background: @background; padding: 8px 12px; }
QGraphicsView { border: 1px solid @line; background: @background; }
)";

QColor between(const QColor& one, const QColor& other) {
  return {(one.red() + other.red()) / 2, (one.green() + other.green()) / 2,
          (one.blue() + other.blue()) / 2};
}

QHash<QString, QString> valuesOf(const Colors& c, bool dark) {
  return {{"background", c.background.name()},
          {"surface", c.surface.name()},
          {"raised", c.raised.name()},
          {"line", c.line.name()},
          {"controlLine", c.controlLine.name()},
          {"text", c.text.name()},
          {"mutedText", c.mutedText.name()},
          {"disabledText", between(c.mutedText, c.surface).name()},
          {"accent", c.accent.name()},
          {"accentHover", c.accentHover.name()},
          {"accentText", c.accentText.name()},
          {"accentSoft", c.accentSoft.name()},
          {"selection", between(c.accentSoft, between(c.accentSoft, c.accent)).name()},
          {"earned", c.earned.name()},
          {"cost", c.cost.name()},
          {"noted", c.noted.name()},
          {"danger", c.danger.name()},
          {"dangerSoft", c.dangerSoft.name()},
          {"focusRing", c.focusRing.name()},
          {"bubbleBuyer", c.bubbleBuyer.name()},
          {"bubbleSeller", c.bubbleSeller.name()},
          {"track", c.track.name()},
          {"handle", between(c.line, c.controlLine).name()},
          {"shade", dark ? "dark" : "light"}};
}

}  // namespace

QString styleSheetOf(const Colors& colors, bool dark) {
  const QHash<QString, QString> values = valuesOf(colors, dark);
  const QString source = QString::fromLatin1(sheet);
  QString result;
  result.reserve(source.size() * 2);
  for (qsizetype at = 0; at < source.size(); ++at) {
    if (source[at] != u'@') {
      result += source[at];
      continue;
    }
    qsizetype end = at + 1;
    while (end < source.size() && source[end].isLetter()) ++end;
    const QString name = source.mid(at + 1, end - at - 1);
    Q_ASSERT(values.contains(name));
    result += values.value(name);
    at = end - 1;
  }
  return result;
}

}  // namespace sparring::ui
