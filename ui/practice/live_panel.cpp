#include "practice/live_panel.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>

#include "bridge/call_view.h"
#include "bridge/reading.h"
#include "bridge/text.h"
#include "call/turn_notes.h"
#include "widgets/clock_dial.h"
#include "widgets/ratio_bar.h"
#include "widgets/theme.h"

namespace sparring::ui {
namespace {

constexpr int panelWidth = 320;

QString nameAndRole(const Persona& persona) {
  return persona.role.empty()
             ? toQt(persona.name)
             : QStringLiteral("%1, %2").arg(toQt(persona.name), toQt(persona.role));
}

}  // namespace

LivePanel::LivePanel(QWidget* parent) : QFrame(parent) {
  setObjectName(QStringLiteral("livePanel"));
  setProperty("role", QStringLiteral("side"));
  setFixedWidth(panelWidth);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(space::huge, space::huge, space::huge, space::large);
  column->setSpacing(space::large);

  m_name = makeLabel({}, TextRole::subheading, Ink::text, this);
  m_role = makeLabel({}, TextRole::small, Ink::muted, this);
  auto* who = new QVBoxLayout;
  who->setSpacing(2);
  who->addWidget(m_name);
  who->addWidget(m_role);
  m_others = makeLabel({}, TextRole::small, Ink::muted, this);
  m_others->setContentsMargins(0, space::small, 0, 0);
  who->addWidget(m_others);
  column->addLayout(who);
  m_clock = new ClockDial(this);
  column->addWidget(m_clock);

  column->addWidget(makeRatio());
  column->addWidget(makeMarks(), 1000);
  column->addStretch(1);
  column->addWidget(makeSwitch(), 0, Qt::AlignBottom);
  setView(LiveView::full);
}

QWidget* LivePanel::makeRatio() {
  m_ratioPart = new QWidget(this);
  auto* ratio = new QVBoxLayout(m_ratioPart);
  ratio->setContentsMargins(0, 0, 0, 0);
  ratio->setSpacing(space::tiny);
  ratio->addWidget(
      makeLabel(tr("Whom your words are about"), TextRole::smallStrong, Ink::muted, m_ratioPart));
  m_ratio = new RatioBar(m_ratioPart);
  ratio->addWidget(m_ratio);
  return m_ratioPart;
}

QWidget* LivePanel::makeMarks() {
  m_marks = new QWidget(this);
  auto* marks = new QVBoxLayout(m_marks);
  marks->setContentsMargins(0, 0, 0, 0);
  marks->setSpacing(space::large);
  m_stages = makeLabel({}, TextRole::small, Ink::muted, m_marks);
  marks->addWidget(m_stages);
  m_lastHeading = makeLabel(tr("Your last turn"), TextRole::smallStrong, Ink::muted, m_marks);
  marks->addWidget(m_lastHeading);

  auto* inside = new QWidget;
  auto* notes = new QVBoxLayout(inside);
  notes->setContentsMargins(0, 0, space::small, 0);
  m_lastHint = makeLabel({}, TextRole::body, Ink::muted, inside);
  m_notes = new TurnNotes(inside);
  notes->addWidget(m_lastHint);
  notes->addWidget(m_notes);
  m_beside = makeLabel({}, TextRole::small, Ink::muted, inside);
  m_beside->setContentsMargins(0, space::small, 0, 0);
  notes->addWidget(m_beside);
  notes->addStretch(1);
  m_scroll = new QScrollArea(m_marks);
  m_scroll->setObjectName(QStringLiteral("notesScroll"));
  m_scroll->setAccessibleName(tr("What your last turn earned and cost"));
  m_scroll->setWidgetResizable(true);
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setFocusPolicy(Qt::NoFocus);
  m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_scroll->setWidget(inside);
  m_scroll->viewport()->setAutoFillBackground(false);
  inside->setAutoFillBackground(false);
  marks->addWidget(m_scroll, 1);
  return m_marks;
}

QWidget* LivePanel::makeSwitch() {
  auto* part = new QWidget(this);
  auto* column = new QVBoxLayout(part);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(space::tiny);
  column->addWidget(makeLabel(tr("Show as I go (F4)"), TextRole::smallStrong, Ink::muted, part));
  auto* row = new QHBoxLayout;
  row->setSpacing(space::small);
  m_switch = new QButtonGroup(this);
  const auto add = [&](LiveView view, const QString& text, const QString& name) {
    auto* button = new QRadioButton(text, part);
    button->setAccessibleName(name);
    button->setToolTip(name);
    m_switch->addButton(button, static_cast<int>(view));
    row->addWidget(button);
  };
  add(LiveView::full, tr("Marks"), tr("Show marks and ratio as I go"));
  add(LiveView::ratioOnly, tr("Ratio"), tr("Show only the ratio as I go"));
  add(LiveView::off, tr("Nothing"), tr("Show nothing as I go"));
  row->addStretch(1);
  column->addLayout(row);
  connect(m_switch, &QButtonGroup::idToggled, this, [this](int, bool chosen) {
    if (!chosen) return;
    applyView();
    emit viewChanged(view());
  });
  return part;
}

LiveView LivePanel::view() const {
  return static_cast<LiveView>(m_switch->checkedId());
}

void LivePanel::setView(LiveView view) {
  m_switch->button(static_cast<int>(view))->setChecked(true);
}

void LivePanel::changeView() {
  setView(view() == LiveView::full        ? LiveView::ratioOnly
          : view() == LiveView::ratioOnly ? LiveView::off
                                          : LiveView::full);
}

void LivePanel::applyView() {
  m_marks->setVisible(view() == LiveView::full);
  m_ratioPart->setVisible(view() != LiveView::off && m_ratioApplies);
}

void LivePanel::show(const PracticeSession& session, const Exchange* takenBack) {
  showRoom(session);
  const int left = session.state().length - session.state().minutes;
  m_clock->setMinutes(session.state().minutes, session.state().length);
  m_clock->setLabel(left > 0 ? tr("%n min left", nullptr, left) : tr("Time is up"));
  const CallGrade grade = session.grade();
  m_ratioApplies = grade.ratio.applies;
  applyView();
  m_ratio->setCounts(grade.ratio.customerWords, grade.ratio.sellerWords);

  showStages(session);
  showTurn(session, takenBack);
}

// Who listens, and who else is there.
void LivePanel::showRoom(const PracticeSession& session) {
  const std::vector<int> room = session.room();
  if (room.empty()) return;
  const std::vector<Persona>& personas = session.scenario().personas;
  const Persona& listener = personas[static_cast<std::size_t>(room.front())];
  m_name->setText(toQt(listener.name));
  m_role->setText(toQt(listener.role));
  QStringList others;
  for (std::size_t i = 1; i < room.size(); ++i) {
    others.append(nameAndRole(personas[static_cast<std::size_t>(room[i])]));
  }
  m_others->setText(tr("Also at the table:\n%1").arg(others.join(u'\n')));
  m_others->setVisible(!others.isEmpty());
}

// The first stage that is open after all that are done, else the first that is open at all, and
// what to do there.
void LivePanel::showStages(const PracticeSession& session) {
  const std::vector<Stage>& stages = session.method().stages;
  const std::vector<bool> reached = session.stagesDone();
  const Stage* open = nullptr;
  const Stage* next = nullptr;
  for (std::size_t i = 0; i < stages.size(); ++i) {
    if (reached[i]) {
      next = nullptr;
    } else if (next == nullptr) {
      next = &stages[i];
    }
    if (!reached[i] && open == nullptr) open = &stages[i];
    if (stages[i].id.value == session.scenario().aimsFor) break;
  }
  if (next == nullptr) next = open;
  m_stages->setText(next == nullptr
                        ? tr("All stages done.")
                        : tr("Next, %1: %2").arg(toQt(next->title), toQt(next->meaning)));
  m_stages->setVisible(!session.over());
}

void LivePanel::showTurn(const PracticeSession& session, const Exchange* takenBack) {
  QString hint;
  QList<TurnNote> notes;
  m_lastHeading->setText(takenBack != nullptr ? tr("What you said here before")
                                              : tr("Your last turn"));
  if (takenBack != nullptr) {
    notes = notesOf(session.method(), *takenBack);
    hint = QStringLiteral("“%1”").arg(toQt(takenBack->turn.text));
  } else if (session.exchanges().empty()) {
    hint = tr("What your words earn and cost appears here after each turn.");
  } else {
    const Exchange& last = session.exchanges().back();
    notes = notesOf(session.method(), last);
    if (!last.grade.graded) {
      hint = tr("Not graded: your words were not recognised here. Press F2 to say what you meant.");
    } else if (notes.isEmpty()) {
      const int kept =
          static_cast<int>(std::ranges::count_if(last.grade.concepts, &ConceptMark::kept));
      hint = kept == 0   ? tr("Nothing earned, nothing lost.")
             : kept == 1 ? tr("Nothing lost, and one concept kept.")
                         : tr("Nothing lost, and %1 concepts kept.").arg(kept);
      const TurnGrade& grade = last.grade;
      if (m_ratioApplies && grade.sellerWords > grade.customerWords) {
        hint += u' ' + tr("Mind the ratio: %1 words about us, %2 about them.")
                           .arg(grade.sellerWords)
                           .arg(grade.customerWords);
      }
    }
  }
  m_lastHint->setText(hint);
  m_lastHint->setVisible(!hint.isEmpty());
  m_notes->setNotes(notes, true);
  showBeside(session, takenBack != nullptr || session.exchanges().empty()
                          ? nullptr
                          : &session.exchanges().back().turn);
  m_scroll->verticalScrollBar()->setValue(0);
}

// What the words of an option would have been read as; its marks are its author's.
void LivePanel::showBeside(const PracticeSession& session, const SellerTurn* turn) {
  const QList<ReadingPart> parts =
      turn != nullptr && turn->beside ? readingOf(session, *turn) : QList<ReadingPart>{};
  m_beside->setText(tr("In your own words this would be read as: %1").arg(inOneLine(parts)));
  m_beside->setVisible(!parts.isEmpty());
}

}  // namespace sparring::ui
