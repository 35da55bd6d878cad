#include "bridge/reading.h"

#include <QCoreApplication>

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

QList<ReadingPart> readingOf(const Method& method, const SellerTurn& turn) {
  if (turn.reader.empty()) return {};
  const TurnMeaning& meaning = turn.beside ? *turn.beside : turn.meaning;
  QList<ReadingPart> parts;
  addActs(method, turn, meaning, parts);
  for (const FactReading& each : meaning.facts) {
    parts.append(
        {factTitle(each.use), quoted(turn.text, each.words), {rangeOf(turn.text, each.words)}});
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
