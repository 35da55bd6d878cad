// What the review workspace works out: when turns come again, which words are meant, how calls are
// ordered.
#include <gtest/gtest.h>

#include "bridge/session_table.h"
#include "review/replay_schedule.h"
#include "review/word_picker.h"

namespace sparring::ui {
namespace {

std::vector<Timestamp> times(std::initializer_list<std::int64_t> seconds) {
  std::vector<Timestamp> out;
  for (const std::int64_t each : seconds) out.push_back({each * 1000});
  return out;
}

TEST(ReplaySchedule, KeepsTheRhythmInWhichTheCallWasHeld) {
  const std::vector<Pause> pauses = replaySchedule(times({100, 102, 105}), 1);
  EXPECT_EQ(pauses, (std::vector<Pause>{{2000, 2000, false}, {3000, 3000, false}}));
}

TEST(ReplaySchedule, ShortensLongPausesAndSaysSo) {
  const std::vector<Pause> pauses = replaySchedule(times({0, 90, 86400}), 1);
  EXPECT_EQ(pauses[0], (Pause{90'000, longestPause, true}));
  EXPECT_TRUE(pauses[1].shortened);
}

TEST(ReplaySchedule, GoesFasterInProportion) {
  EXPECT_EQ(replaySchedule(times({0, 4, 100}), 4),
            (std::vector<Pause>{{4000, 1000, false}, {96'000, longestPause / 4, true}}));
}

TEST(ReplaySchedule, AClockThatWasPutBackIsNoWait) {
  EXPECT_EQ(replaySchedule(times({50, 20}), 1), (std::vector<Pause>{{0, 0, false}}));
}

TEST(ReplaySchedule, ACallOfOneTurnOrNoneHasNoPauses) {
  EXPECT_TRUE(replaySchedule({}, 1).empty());
  EXPECT_TRUE(replaySchedule(times({7}), 1).empty());
}

TEST(WholeWords, SnapToTheWordsThatAreTouched) {
  const QString text = QStringLiteral("Für Ihre Läden – “heute”, nicht morgen.");
  const QList<TextRange> words = wordRanges(text);
  const auto snapped = [&](int begin, int length) {
    const TextRange range = wholeWords(words, {begin, length});
    return text.mid(range.begin, range.length);
  };
  EXPECT_EQ(snapped(1, 1), QStringLiteral("Für"));
  EXPECT_EQ(snapped(5, 6), QStringLiteral("Ihre Läden"));
  EXPECT_EQ(snapped(14, 8), QStringLiteral("heute"));
  EXPECT_EQ(snapped(14, 3), QString());  // A dash and spaces.
}

SessionRow row(const char* person, const char* scenario, int score, std::int64_t at) {
  SessionRow out;
  out.personName = person;
  out.header.scenarioTitle = scenario;
  out.header.startedAt = {at};
  out.summary.score = score;
  out.summary.turns = static_cast<int>(at);
  return out;
}

QStringList turnsShown(const SessionFilterModel& model) {
  QStringList out;
  for (int i = 0; i < model.rowCount(); ++i) {
    out.append(model.index(i, SessionTable::turns).data().toString());
  }
  return out;
}

TEST(SessionTable, SortsNumbersAsNumbersAndKeepsTheOrderOfTheAlike) {
  SessionTable table;
  SessionFilterModel shown(table);
  table.setSessions({row("Zoe", "B", 9, 1), row("adam", "A", 100, 2), row("Zoe", "A", 20, 3),
                     row("Änne", "B", -1, 4)});
  shown.sort(SessionTable::score, Qt::AscendingOrder);
  EXPECT_EQ(turnsShown(shown), (QStringList{"4", "1", "3", "2"}));
  shown.sort(SessionTable::rep, Qt::AscendingOrder);
  EXPECT_EQ(turnsShown(shown), (QStringList{"2", "4", "1", "3"}));
  shown.sort(SessionTable::scenario, Qt::DescendingOrder);
  EXPECT_EQ(turnsShown(shown), (QStringList{"4", "1", "2", "3"}));
}

TEST(SessionTable, FindsEveryWordWithoutCaseAndAccents) {
  SessionTable table;
  SessionFilterModel shown(table);
  table.setSessions({row("Björn", "A renewal", 1, 1), row("Bo", "A renewal", 1, 2)});
  shown.setFilter(QStringLiteral("RENEWAL bjorn"), std::nullopt, SessionFilterModel::State::all);
  EXPECT_EQ(turnsShown(shown), QStringList{"1"});
  shown.setFilter(QStringLiteral("renewal nobody"), std::nullopt, SessionFilterModel::State::all);
  EXPECT_TRUE(turnsShown(shown).isEmpty());
}

}  // namespace
}  // namespace sparring::ui
