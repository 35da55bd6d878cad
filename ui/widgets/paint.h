// Small strokes that the widgets which draw themselves have in common.
#pragma once

#include <QRectF>
#include <QString>

class QColor;
class QPainter;
class QWidget;

namespace sparring::ui {

// Smooth edges; the widget's own font.
void preparePainter(QPainter& painter);

// A filled panel with an outline of the given width inside its box.
void paintPanel(QPainter& painter, const QRectF& box, qreal radius, const QColor& fill,
                const QColor& outline, qreal width = 1.0);

// The ring that shows where the keyboard is, inside the box.
void paintFocusRing(QPainter& painter, const QRectF& box, qreal radius);

// One line of text in the painter's font and pen, elided at the end where it is too long.
// `leading`: at the side where reading begins, otherwise at the other one.
void paintLine(QPainter& painter, const QWidget& widget, const QRectF& box, const QString& text,
               bool leading = true);

// Text in which every digit is as wide as the widest, so that numbers do not jump as they count:
// Qt 6.4 cannot ask Inter for its tabular figures. Centred up and down; begins at the box's left.
void paintFigures(QPainter& painter, const QRectF& box, const QString& text);
qreal figuresWidth(const QPainter& painter, const QString& text);

// The box mirrored inside the widget where the language runs from right to left.
QRectF mirrored(const QWidget& widget, const QRectF& box);

}  // namespace sparring::ui
