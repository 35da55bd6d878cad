#include "widgets/icon.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>
#include <array>

#include "widgets/theme.h"

// Outside any namespace, as the macro demands: a static library's resources do not register
// themselves.
static void registerResources() {
  Q_INIT_RESOURCE(resources);
}

namespace sparring::ui {

namespace {

// In the order of Icon.
constexpr std::array fileNames = {
    "",         "home",   "practice", "review",        "author",       "settings",
    "play",     "pause",  "stop",     "back",          "forward",      "undo",
    "redo",     "retry",  "check",    "cross",         "ring",         "info",
    "warning",  "error",  "close",    "chevron_right", "chevron_down", "search",
    "add",      "remove", "edit",     "comment",       "flag",         "person",
    "people",   "clock",  "target",   "hint",          "import_file",  "export_file",
    "keyboard", "chart",  "book",     "star",          "move_up",      "move_down",
    "copy",     "trash"};
static_assert(fileNames.size() == static_cast<std::size_t>(Icon::trash) + 1);

QByteArray drawingOf(Icon icon) {
  static const bool registered = (registerResources(), true);
  Q_UNUSED(registered)
  const char* name = fileNames[static_cast<std::size_t>(icon)];
  QFile file(QStringLiteral(":/sparring/icons/%1.svg").arg(QLatin1String(name)));
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Transparent where the drawing is missing.
QPixmap pixmapOf(Icon icon, const QColor& color, const QSize& pixels) {
  const QString key = QStringLiteral("sparring/%1/%2/%3x%4")
                          .arg(static_cast<int>(icon))
                          .arg(color.name())
                          .arg(pixels.width())
                          .arg(pixels.height());
  QPixmap pixmap;
  if (QPixmapCache::find(key, &pixmap)) return pixmap;
  pixmap = QPixmap(pixels);
  pixmap.fill(Qt::transparent);
  QSvgRenderer renderer(drawingOf(icon).replace("currentColor", color.name().toLatin1()));
  QPainter painter(&pixmap);
  renderer.render(&painter, QRectF(QPointF(), QSizeF(pixels)));
  painter.end();
  QPixmapCache::insert(key, pixmap);
  return pixmap;
}

class ThemedEngine : public QIconEngine {
 public:
  ThemedEngine(Icon icon, bool onAccent) : m_icon(icon), m_onAccent(onAccent) {}

  void paint(QPainter* painter, const QRect& box, QIcon::Mode mode, QIcon::State) override {
    paintIcon(*painter, box, m_icon, inkFor(mode));
  }

  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override {
    return pixmapOf(m_icon, inkFor(mode), size);
  }

  QIconEngine* clone() const override { return new ThemedEngine(*this); }

 private:
  QColor inkFor(QIcon::Mode mode) const {
    if (mode == QIcon::Disabled) return colors().controlLine;
    return m_onAccent ? colors().accentText : colors().text;
  }

  Icon m_icon;
  bool m_onAccent;
};

}  // namespace

void paintIcon(QPainter& painter, const QRectF& box, Icon icon, const QColor& color) {
  if (icon == Icon::none) return;
  const qreal ratio = painter.device()->devicePixelRatioF();
  const QSize pixels = (box.size() * ratio).toSize();
  if (pixels.isEmpty()) return;
  QPixmap pixmap = pixmapOf(icon, color, pixels);
  pixmap.setDevicePixelRatio(ratio);
  painter.drawPixmap(box.topLeft().toPoint(), pixmap);
}

QIcon themedIcon(Icon icon, bool onAccent) {
  return icon == Icon::none ? QIcon() : QIcon(new ThemedEngine(icon, onAccent));
}

}  // namespace sparring::ui
