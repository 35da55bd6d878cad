#include "bridge/remarks.h"

#include <QCoreApplication>
#include <algorithm>

#include "bridge/workplace.h"

namespace sparring::ui {
namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("Remarks", text);
}

Remark remarkOf(const SignedAnnotation& each, const SellerTurn& turn) {
  const Annotation& annotation = each.annotation;
  Remark remark;
  remark.id = annotation.id;
  remark.author = annotation.author;
  remark.kind = annotation.kind;
  remark.name = toQt(each.authorName);
  remark.when = momentText(annotation.at);
  remark.range = rangeOf(turn.text, annotation.words);
  remark.words = toQt(turn.text).mid(remark.range.begin, remark.range.length);
  remark.text = toQt(annotation.text);
  return remark;
}

}  // namespace

QList<Remark> commentsOn(const std::vector<SignedAnnotation>& standing, const SellerTurn& turn) {
  QList<Remark> out;
  for (const SignedAnnotation& each : standing) {
    if (each.annotation.turn != turn.id || each.annotation.kind != Annotation::Kind::comment) {
      continue;
    }
    out.append(remarkOf(each, turn));
    out.last().number = static_cast<int>(out.size());
  }
  return out;
}

QList<Remark> verdictsOn(const std::vector<SignedAnnotation>& standing, const SellerTurn& turn,
                         const TurnNote& note) {
  QList<Remark> out;
  for (const SignedAnnotation& each : standing) {
    const Annotation& annotation = each.annotation;
    const bool verdict =
        annotation.kind == Annotation::Kind::agree || annotation.kind == Annotation::Kind::disagree;
    if (verdict && annotation.turn == turn.id && annotation.about == note.about &&
        annotation.words == note.span) {
      out.append(remarkOf(each, turn));
    }
  }
  return out;
}

int remarkCount(const std::vector<SignedAnnotation>& standing, const SellerTurn& turn) {
  return static_cast<int>(std::ranges::count_if(
      standing, [&](const SignedAnnotation& each) { return each.annotation.turn == turn.id; }));
}

QList<PassageMark> passageMarksOf(const QList<Remark>& comments) {
  QList<PassageMark> marks;
  for (const Remark& each : comments) {
    if (each.range.length == 0) continue;
    marks.append({each.range.begin, each.range.length, Tone::noted,
                  QStringLiteral("%1: %2").arg(each.name, each.text),
                  QString::number(each.number)});
  }
  return marks;
}

QString remarkCountText(int count) {
  if (count == 0) return {};
  return count == 1 ? tr("1 comment") : tr("%1 comments").arg(count);
}

}  // namespace sparring::ui
