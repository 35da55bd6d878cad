#include "review/remark_drafts.h"

#include <QStringList>

#include "bridge/text.h"

namespace sparring::ui {
namespace {

constexpr int partCount = 6;

QString groupOf(const Uuid& writer, const Uuid& turn) {
  return QStringLiteral("remarks/%1/%2").arg(toQt(writer.toString()), toQt(turn.toString()));
}

// A mark is named by a method's author and may hold a slash, which would part a key.
QString keyOf(const RemarkDrafts::Place& place) {
  const QByteArray mark = QByteArray::fromStdString(place.mark).toHex();
  return groupOf(place.writer, place.turn) + u'/' +
         (mark.isEmpty() ? QStringLiteral("comment") : QString::fromLatin1(mark));
}

}  // namespace

std::optional<Draft> RemarkDrafts::find(const Place& place) const {
  const QStringList parts = m_settings.value(keyOf(place)).toStringList();
  if (parts.size() != partCount) return std::nullopt;
  Draft draft;
  const bool disagrees = parts[0] == QStringLiteral("disagree");
  draft.kind = disagrees ? Annotation::Kind::disagree : Annotation::Kind::comment;
  draft.about = fromQt(parts[1]);
  draft.words = {parts[2].toULongLong(), parts[3].toULongLong()};
  draft.subject = parts[4];
  draft.text = parts[5];
  return draft;
}

bool RemarkDrafts::waitsAt(const Uuid& writer, const Uuid& turn) {
  m_settings.beginGroup(groupOf(writer, turn));
  const bool waits = !m_settings.childKeys().isEmpty();
  m_settings.endGroup();
  return waits;
}

void RemarkDrafts::keep(const Place& place, const Draft& draft) {
  if (draft.text.trimmed().isEmpty()) {
    m_settings.remove(keyOf(place));
    return;
  }
  const bool disagrees = draft.kind == Annotation::Kind::disagree;
  m_settings.setValue(
      keyOf(place), QStringList{disagrees ? QStringLiteral("disagree") : QStringLiteral("comment"),
                                toQt(draft.about), QString::number(draft.words.begin),
                                QString::number(draft.words.end), draft.subject, draft.text});
}

bool RemarkDrafts::lasts() {
  m_settings.sync();
  m_settings.beginGroup(QStringLiteral("remarks"));
  const bool none = m_settings.childGroups().isEmpty();
  m_settings.endGroup();
  return none || m_settings.status() == QSettings::NoError;
}

}  // namespace sparring::ui
