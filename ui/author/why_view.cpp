#include "author/why_view.h"

#include <QLabel>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>

#include "base/json.h"
#include "bridge/scenario_places.h"
#include "bridge/text.h"
#include "session/practice_session.h"
#include "widgets/card.h"
#include "widgets/theme.h"

namespace sparring::ui {
namespace {

QString reasonText(const UnmetPart& part) {
  const QString sentence = toQt(part.sentence);
  if (part.since > 0) return WhyView::tr("%1 So since turn %2.").arg(sentence).arg(part.since);
  if (part.setBack > 0) {
    return WhyView::tr("%1 Turn %2 took it further off.").arg(sentence).arg(part.setBack);
  }
  return sentence;
}

QString reasonsText(const std::vector<UnmetPart>& parts) {
  QStringList lines;
  for (const UnmetPart& each : parts) lines.append(reasonText(each));
  return lines.join(u'\n');
}

QString wordingOf(const Move& move) {
  return toQt(move.phrasings.empty() ? move.id.value : move.phrasings.front());
}

}  // namespace

WhyView::WhyView(QWidget* parent) : QScrollArea(parent) {
  setAccessibleName(tr("What is not open here, and why"));
  setWidgetResizable(true);
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFocusPolicy(Qt::NoFocus);
  auto* content = new QWidget;
  m_column = new QVBoxLayout(content);
  m_column->setContentsMargins(space::large, space::medium, space::large, space::medium);
  m_column->setSpacing(space::small);
  setWidget(content);
}

void WhyView::show(const PracticeSession& session) {
  while (QLayoutItem* item = m_column->takeAt(0)) {
    if (item->widget() != nullptr) item->widget()->deleteLater();  // It may have been pressed.
    delete item;
  }
  const Scenario& scenario = session.scenario();
  const int turns = static_cast<int>(session.exchanges().size());
  const std::vector<HiddenMove> hidden = session.hiddenAfter(turns);
  addHeading(session.over()   ? tr("The call is over: nothing is open any more.")
             : hidden.empty() ? tr("Everything that belongs here can be said.")
                              : tr("What cannot be said here"));
  for (const HiddenMove& each : hidden) {
    const Move& move = *session.program().moves[static_cast<std::size_t>(each.move)].move;
    const int persona = session.program().moves[static_cast<std::size_t>(each.move)].persona;
    QString reasons = reasonsText(each.unmet);
    if (each.absent) {
      const QString name = toQt(scenario.personas[static_cast<std::size_t>(persona)].name);
      reasons = tr("%1 is not in the room.").arg(name) +
                (reasons.isEmpty() ? QString() : QChar(u'\n') + reasons);
    }
    addCard(wordingOf(move), reasons, pointerOf(scenario, move));
  }
  const std::vector<UnsaidLine> unsaid = session.unsaidAfter(turns);
  if (!unsaid.empty()) addHeading(tr("What was not answered"));
  for (const UnsaidLine& each : unsaid) {
    const QString reasons =
        each.said != nullptr
            ? tr("Said instead, as it stands before: “%1”").arg(toQt(each.said->text))
            : reasonsText(each.unmet);
    addCard(toQt(each.line->text), reasons, pointerOf(scenario, *each.line));
  }
  m_column->addStretch(1);
}

void WhyView::takeFocus() {
  verticalScrollBar()->setValue(0);
  if (auto* first = widget()->findChild<Card*>()) first->setFocus(Qt::OtherFocusReason);
}

void WhyView::addHeading(const QString& text) {
  m_column->addWidget(makeLabel(text, TextRole::strong, Ink::text, widget()));
}

void WhyView::addCard(const QString& words, const QString& reasons, const std::string& pointer) {
  auto* card = new Card(widget());
  card->setTitle(words);
  card->setBody(reasons);
  card->setToolTip(tr("Show this in the editor"));
  connect(card, &Card::clicked, this, [this, pointer] { emit partWanted(pointer); });
  m_column->addWidget(card);
}

}  // namespace sparring::ui
