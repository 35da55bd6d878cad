#include "author/problem_help.h"

#include <QLabel>
#include <QPushButton>
#include <QTextBlock>
#include <QTextEdit>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "bridge/text.h"
#include "session/explanation.h"
#include "widgets/flow_layout.h"
#include "widgets/icon.h"
#include "widgets/theme.h"

namespace sparring::ui {
namespace {

constexpr int leastLabel = 220;  // Pixels; the side is seldom narrower.
constexpr int pageHeight = 220;

// Examples are one long line each, and the side is narrow.
void letExamplesWrap(QTextDocument& page) {
  for (QTextBlock block = page.begin(); block.isValid(); block = block.next()) {
    QTextBlockFormat format = block.blockFormat();
    format.setNonBreakableLines(false);
    QTextCursor(block).setBlockFormat(format);
  }
}

}  // namespace

ProblemHelp::ProblemHelp(DataFolders folders, QWidget* parent)
    : QWidget(parent), m_folders(std::move(folders)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(space::small);
  m_buttons = new QWidget(this);
  m_flow = new FlowLayout(m_buttons, space::small);
  m_flow->setContentsMargins(0, 0, 0, 0);
  column->addWidget(m_buttons);
  m_what = makeButton({}, ButtonRole::quiet, this);
  m_what->setIcon(themedIcon(Icon::info));
  m_what->setCheckable(true);
  m_what->setObjectName(QStringLiteral("whatIsThis"));
  connect(m_what, &QPushButton::clicked, this, &ProblemHelp::explain);
  column->addWidget(m_what, 0, Qt::AlignLeft);
  m_title = makeLooseLabel({}, TextRole::strong, Ink::text, this);
  column->addWidget(m_title);
  m_page = new QTextEdit(this);
  m_page->setReadOnly(true);
  m_page->setFixedHeight(pageHeight);
  m_page->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  m_page->setTabChangesFocus(true);
  m_page->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_page->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  m_page->setAccessibleName(tr("What this problem means"));
  column->addWidget(m_page);
  explain(false);
  setProblem(nullptr, {});
}

void ProblemHelp::setProblem(const Diagnostic* problem, std::vector<Fix> fixes) {
  m_code = problem == nullptr ? QString() : toQt(problem->code);
  m_fixes = std::move(fixes);
  makeButtons();
  showPage();
  setVisible(problem != nullptr);
}

void ProblemHelp::makeButtons() {
  m_flow->clear();
  for (const Fix& fix : m_fixes) {
    const QString label = toQt(fix.label);
    auto* button = makeButton({}, ButtonRole::plain, m_buttons);
    const int widest = std::max(leastLabel, width() - 2 * space::huge);
    const QString shown = button->fontMetrics().elidedText(label, Qt::ElideMiddle, widest);
    button->setText(QString(shown).replace(u'&', QStringLiteral("&&")));
    button->setAccessibleName(tr("Fix: %1").arg(label));
    button->setToolTip(toolTipOf(label));
    // Later: carrying it out replaces this very button.
    connect(
        button, &QPushButton::clicked, this, [this, fix] { emit fixWanted(fix); },
        Qt::QueuedConnection);
    m_flow->addWidget(button);
    setTabOrder(button, m_what);
  }
  setTabOrder(m_what, m_page);
  m_buttons->setVisible(!m_fixes.empty());
}

bool ProblemHelp::fix() {
  if (m_fixes.empty()) return false;
  const Fix first = m_fixes.front();
  emit fixWanted(first);
  return true;
}

void ProblemHelp::explain(bool isShown) {
  m_isExplaining = isShown;
  m_what->setChecked(isShown);
  m_what->setText(isShown ? tr("Close the explanation") : tr("What is this?"));
  showPage();
}

// The pages are ours: the only text here that is more than plain.
void ProblemHelp::showPage() {
  const bool isShown = m_isExplaining && !m_code.isEmpty();
  m_title->setVisible(isShown);
  m_page->setVisible(isShown);
  if (!isShown) return;
  const Result<std::string> page = readExplanation(m_folders, fromQt(m_code));
  const QString text = page ? toQt(*page) : sentenceOf(page.error());
  const auto end = text.indexOf(u'\n');
  const bool hasTitle = text.startsWith(QStringLiteral("# "));
  m_title->setText(hasTitle ? text.mid(2, end - 2) : m_code);
  m_page->setMarkdown(hasTitle ? text.mid(end + 1) : text);
  letExamplesWrap(*m_page->document());
}

}  // namespace sparring::ui
