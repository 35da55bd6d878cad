#include "bridge/workplace.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QRandomGenerator>

namespace sparring::ui {

void Workplace::reloadScenarios() {
  scenarios = openScenarios(folders.scenarios, method.method.get(), archetypes);
  for (ScenarioFile& each : openScenarios(ownScenarios, method.method.get(), archetypes)) {
    scenarios.push_back(std::move(each));
  }
}

Timestamp currentTime() {
  return {QDateTime::currentMSecsSinceEpoch()};
}

Uuid randomId() {
  std::array<quint32, 4> words{};
  QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
  Uuid id;
  for (std::size_t i = 0; i < id.bytes.size(); ++i) {
    id.bytes[i] = static_cast<std::uint8_t>(words[i / 4] >> (8 * (i % 4)));
  }
  return id;
}

std::uint64_t randomSeed() {
  return QRandomGenerator::system()->generate();
}

QString momentText(Timestamp time) {
  const QDateTime moment = QDateTime::fromMSecsSinceEpoch(time.milliseconds);
  const qint64 daysAgo = moment.date().daysTo(QDate::currentDate());
  const QString clock = moment.time().toString(QStringLiteral("HH:mm"));
  if (daysAgo == 0) return QCoreApplication::translate("Workplace", "Today %1").arg(clock);
  if (daysAgo == 1) return QCoreApplication::translate("Workplace", "Yesterday %1").arg(clock);
  return QLocale().toString(moment.date(), QLocale::LongFormat);
}

}  // namespace sparring::ui
