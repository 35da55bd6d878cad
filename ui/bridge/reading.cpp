#include "bridge/reading.h"

#include <QCoreApplication>
#include <algorithm>

#include "session/named_acts.h"

namespace sparring::ui {
namespace {

constexpr qsizetype longestQuote = 160;  // Characters.

QString tr(const char* text) {
  return QCoreApplication::translate("Reading", text);
}

// The words in quotation marks and on one line.
QString quoted(const std::string& text, Span span) {
  QString words = toQt(std::string_view(text).substr(span.begin, span.end - span.begin));
  words = words.simplified();
  if (words.size() > longestQuote) words = words.left(longestQuote - 1) + u'…';
  return QStringLiteral("“%1”").arg(words);
}

void addActs(const Method& method, const SellerTurn& turn, const TurnMeaning& meaning,
             QList<ReadingPart>& parts) {
  for (const ActReading& each : namedActs(meaning)) {
    const bool sure = each.perMille >= performedPerMille;
    const ActDefinition* act = findAct(method, each.act);
    const QString title = toQt(act != nullptr ? act->title : each.act.value);
    const QString share = QString::number(each.perMille / 10);
    parts.append({sure ? title : tr("perhaps %1").arg(title),
                  tr("%1 (%2 % sure)").arg(quoted(turn.text, each.words), share),
                  {rangeOf(turn.text, each.words)}});
  }
}

QString factTitle(FactUse use) {
  switch (use) {
    case FactUse::cited:
      return tr("uses a fact of the brief");
    case FactUse::wrong:
      return tr("has a fact of the brief wrong");
    case FactUse::asked:
      break;
  }
  return tr("asks for what the brief says");
}

// One part for all facts of one use: the words, and what the brief says.
void addFacts(const Brief& brief, const SellerTurn& turn, const TurnMeaning& meaning, FactUse use,
              QList<ReadingPart>& parts) {
  ReadingPart part{factTitle(use), {}, {}};
  QStringList notes;
  for (const FactReading& each : meaning.facts) {
    if (each.use != use) continue;
    const auto fact = std::ranges::find(brief.facts, each.fact, &Fact::id);
    notes.append(
        fact == brief.facts.end()
            ? quoted(turn.text, each.words)
            : tr("%1 – the brief: %2").arg(quoted(turn.text, each.words), toQt(fact->text)));
    part.ranges.append(rangeOf(turn.text, each.words));
  }
  if (part.ranges.isEmpty()) return;
  part.note = notes.join(u'\n');
  parts.append(part);
}

void addFocus(const SellerTurn& turn, const TurnMeaning& meaning, Focus about,
              const QString& pattern, QList<ReadingPart>& parts) {
  ReadingPart part;
  QStringList words;
  int count = 0;
  for (const FocusReading& each : meaning.focus) {
    if (each.about != about) continue;
    count += each.wordCount;
    words.append(quoted(turn.text, each.words));
    part.ranges.append(rangeOf(turn.text, each.words));
  }
  if (count == 0) return;
  part.text = pattern.arg(count);
  part.note = words.join(u'\n');
  parts.append(part);
}

}  // namespace

QList<ReadingPart> readingOf(const PracticeSession& session, const SellerTurn& turn) {
  if (turn.reader.empty()) return {};
  const TurnMeaning& meaning = turn.beside ? *turn.beside : turn.meaning;
  QList<ReadingPart> parts;
  addActs(session.method(), turn, meaning, parts);
  for (const FactUse use : {FactUse::cited, FactUse::wrong, FactUse::asked}) {
    addFacts(session.scenario().brief, turn, meaning, use, parts);
  }
  addFocus(turn, meaning, Focus::customer, tr("about them: %1 words"), parts);
  addFocus(turn, meaning, Focus::seller, tr("about us: %1 words"), parts);
  return parts;
}

QString inOneLine(const QList<ReadingPart>& parts) {
  QStringList texts;
  for (const ReadingPart& each : parts) texts.append(each.text);
  return texts.join(QStringLiteral(" · "));
}

QString takenInShort(const PracticeSession& session, const SellerTurn& turn) {
  const bool own = turn.understood != Understood::chosen && turn.move;
  const Move* move = own ? session.moveOf(*turn.move) : nullptr;
  if (move == nullptr || move->phrasings.empty()) return {};
  return tr("Taken to mean: “%1”").arg(toQt(session.shortWordingOf(*move)));
}

}  // namespace sparring::ui
