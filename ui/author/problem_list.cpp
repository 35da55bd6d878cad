#include "author/problem_list.h"

#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <algorithm>

#include "author/problem_help.h"
#include "bridge/scenario_places.h"
#include "bridge/text.h"
#include "widgets/empty_state.h"
#include "widgets/flow_layout.h"
#include "widgets/icon.h"
#include "widgets/key_hint.h"
#include "widgets/paint.h"
#include "widgets/theme.h"

namespace sparring::ui {
namespace {

constexpr int mostShown = 300;
constexpr int glyphSize = 16;

enum Role { placeRole = Qt::UserRole, sentenceRole, severityRole, codeRole };

// Where, then what and what to do, wrapped to the width of the list.
class ProblemDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override {
    painter->save();
    preparePainter(*painter);
    const Colors& c = colors();
    const QRectF box = QRectF(option.rect).adjusted(1, 1, -1, -1);
    const bool current = option.state & QStyle::State_Selected;
    if (current) paintPanel(*painter, box, space::controlRadius, c.accentSoft, Qt::transparent);
    if (current && (option.state & QStyle::State_HasFocus)) {
      paintFocusRing(*painter, box, space::controlRadius);
    }
    const bool error = index.data(severityRole).toBool();
    paintIcon(*painter, QRectF(box.x() + 8, box.y() + 9, glyphSize, glyphSize),
              error ? Icon::error : Icon::warning, error ? c.danger : c.cost);
    const QRect text = textBox(option.rect);
    painter->setPen(c.mutedText);
    painter->setFont(fontOf(TextRole::smallStrong));
    const QFontMetrics metrics(painter->font());
    const QString code = index.data(codeRole).toString();
    const int codeWidth = metrics.horizontalAdvance(code) + space::small;
    painter->drawText(QRect(text.x(), text.y(), text.width(), metrics.height()), Qt::AlignRight,
                      code);
    painter->drawText(QPoint(text.x(), text.y() + metrics.ascent()),
                      metrics.elidedText(index.data(placeRole).toString(), Qt::ElideRight,
                                         text.width() - codeWidth));
    painter->setPen(c.text);
    painter->setFont(fontOf(TextRole::body));
    painter->drawText(text.adjusted(0, metrics.height() + 3, 0, 0), Qt::TextWordWrap,
                      index.data(sentenceRole).toString());
    painter->restore();
  }

  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const auto* list = static_cast<const QListWidget*>(option.widget);
    const int width = list->viewport()->width();
    const QRect text = textBox(QRect(0, 0, width, 0));
    const int head = QFontMetrics(fontOf(TextRole::smallStrong)).height();
    const int body = QFontMetrics(fontOf(TextRole::body))
                         .boundingRect(QRect(0, 0, text.width(), 10'000), Qt::TextWordWrap,
                                       index.data(sentenceRole).toString())
                         .height();
    return {width, head + 3 + body + 18};
  }

 private:
  static QRect textBox(const QRect& row) { return row.adjusted(8 + glyphSize + 8, 9, -10, -9); }
};

}  // namespace

QIcon severityIcon(Severity severity) {
  const bool error = severity == Severity::error;
  QPixmap pixmap(32, 32);
  pixmap.setDevicePixelRatio(2);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  paintIcon(painter, QRectF(0, 0, 16, 16), error ? Icon::error : Icon::warning,
            error ? colors().danger : colors().cost);
  painter.end();
  return QIcon(pixmap);
}

ProblemList::ProblemList(ScenarioDocument& document, const DataFolders& folders, QWidget* parent)
    : QWidget(parent), m_document(document) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(space::medium, space::medium, space::medium, space::medium);
  column->setSpacing(space::small);
  m_summary = makeLabel({}, TextRole::small, Ink::muted, this);
  column->addWidget(m_summary);
  m_list = new QListWidget(this);
  m_list->setAccessibleName(tr("Problems"));
  m_list->setFrameShape(QFrame::NoFrame);
  m_list->setItemDelegate(new ProblemDelegate(m_list));
  m_list->setResizeMode(QListView::Adjust);
  m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  // Heights are measured at the width that is left beside it.
  m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
  m_list->setProperty("role", QStringLiteral("plain"));
  column->addWidget(m_list, 1);
  m_none = new EmptyState(Icon::check, tr("Nothing to mend"),
                          tr("Every way leads somewhere, every name exists and every mark quotes "
                             "its words. What you write is judged as you write it."),
                          {}, this);
  column->addWidget(m_none, 1);
  m_help = new ProblemHelp(folders, this);
  column->addWidget(m_help);
  auto* keys = new FlowLayout(nullptr, space::large);
  for (const auto& [key, what] :
       {std::pair(tr("F8"), tr("Next")), {tr("Ctrl+."), tr("Fix")}, {tr("F1"), tr("Explain")}}) {
    keys->addWidget(new KeyHint(key, what, this));
  }
  column->addLayout(keys);
  connect(m_list, &QListWidget::itemActivated, this,
          [this](QListWidgetItem* item) { open(m_list->row(item)); });
  connect(m_list, &QListWidget::itemClicked, this,
          [this](QListWidgetItem* item) { open(m_list->row(item)); });
  m_list->viewport()->installEventFilter(this);
  connect(m_list, &QListWidget::currentRowChanged, this, &ProblemList::showHelp);
  connect(m_help, &ProblemHelp::fixWanted, this, [this](const Fix& fix) {
    if (const Diagnostic* problem = current()) emit fixWanted(fix, Diagnostic(*problem));
  });
}

void ProblemList::refresh() {
  const std::vector<Diagnostic>& problems = m_document.problems();
  const int shown = std::min(mostShown, static_cast<int>(problems.size()));
  const int current = m_list->currentRow();
  while (m_list->count() > shown) delete m_list->takeItem(m_list->count() - 1);
  while (m_list->count() < shown) m_list->addItem(QString());
  for (int i = 0; i < shown; ++i) {
    const Diagnostic& each = problems[static_cast<std::size_t>(i)];
    QListWidgetItem* item = m_list->item(i);
    const QString place = placeText(m_document.scenario(), each.pointer);
    const QString sentence =
        QStringLiteral("%1 %2").arg(toQt(each.message), toQt(each.hint)).trimmed();
    const bool error = each.severity == Severity::error;
    item->setData(placeRole, place);
    // A long name may be broken behind each of its words.
    item->setData(sentenceRole, QString(sentence).replace(u'_', QStringLiteral("_\u200B")));
    item->setData(severityRole, error);
    item->setData(codeRole, toQt(each.code));
    item->setData(
        Qt::AccessibleTextRole,
        QStringLiteral("%1, %2: %3").arg(error ? tr("Error") : tr("Warning"), place, sentence));
  }
  if (current >= 0) m_list->setCurrentRow(std::min(current, shown - 1));
  const auto errors =
      static_cast<int>(std::ranges::count(problems, Severity::error, &Diagnostic::severity));
  m_isErrorNew = errors > 0 && (m_isErrorNew || errors > m_errors);
  m_errors = errors;
  const int warnings = static_cast<int>(problems.size()) - errors;
  QString summary = tr("%1 to mend, %2 to consider").arg(errors).arg(warnings);
  if (shown < static_cast<int>(problems.size())) {
    summary += tr("; the first %1 are shown").arg(shown);
  }
  m_summary->setText(summary);
  m_summary->setVisible(!problems.empty());
  m_list->setVisible(!problems.empty());
  m_none->setVisible(problems.empty());
  showHelp();
}

// What can be done takes room from the list: the problem that it is about stays in sight.
bool ProblemList::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Resize && m_list->currentItem() != nullptr) {
    m_list->scrollToItem(m_list->currentItem());
  }
  return QWidget::eventFilter(watched, event);
}

const Diagnostic* ProblemList::current() const {
  const int row = m_list->currentRow();
  const std::vector<Diagnostic>& problems = m_document.problems();
  const bool isOne = row >= 0 && static_cast<std::size_t>(row) < problems.size();
  return isOne ? &problems[static_cast<std::size_t>(row)] : nullptr;
}

void ProblemList::showHelp() {
  const Diagnostic* problem = current();
  m_help->setProblem(problem,
                     problem == nullptr ? std::vector<Fix>() : m_document.fixesOf(*problem));
}

void ProblemList::fix() {
  if (current() == nullptr) step(true);
  m_help->fix();
}

void ProblemList::toggleExplanation() {
  if (current() == nullptr) step(true);
  m_help->explain(!m_help->isExplaining());
}

void ProblemList::open(int row) {
  if (row < 0 || static_cast<std::size_t>(row) >= m_document.problems().size()) return;
  m_list->setCurrentRow(row);
  m_opened = keyOf(row);
  m_isErrorNew = false;
  emit placeWanted(m_document.problems()[static_cast<std::size_t>(row)].pointer);
}

QString ProblemList::keyOf(int row) const {
  const Diagnostic& each = m_document.problems()[static_cast<std::size_t>(row)];
  return toQt(each.code + each.pointer);
}

void ProblemList::step(bool forward) {
  const int count = m_list->count();
  if (count == 0) return;
  const int current = m_list->currentRow();
  if (forward && m_isErrorNew) {
    open(0);
    return;
  }
  // Where the one gone to last was mended, the next has taken its row.
  if (forward && current >= 0 && keyOf(current) != m_opened) {
    open(current);
    return;
  }
  const int from = current < 0 && !forward ? 0 : current;
  open((from + (forward ? 1 : count - 1)) % count);
}

void ProblemList::takeFocus() {
  if (m_list->currentRow() < 0 && m_list->count() > 0) m_list->setCurrentRow(0);
  m_list->setFocus(Qt::OtherFocusReason);
}

}  // namespace sparring::ui
