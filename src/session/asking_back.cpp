#include "session/asking_back.h"

#include <algorithm>

#include "base/text.h"

namespace sparring {
namespace {

constexpr std::size_t mostReadings = 3;
constexpr std::size_t mostNamed = 2;   // In the question; the others are only listed.
constexpr int unlikely = 5;            // So many times less likely than the first.
constexpr std::size_t mostWords = 16;  // Of a reading in the question.

// A wording that can stand in a question: without its full stop, and cut where it is long.
std::string inShort(std::string wording) {
  const std::vector<Span> words = wordSpans(wording);
  if (words.size() > mostWords) return wording.substr(0, words[mostWords - 1].end) + " …";
  while (!wording.empty() && wording.back() == '.') wording.pop_back();
  return wording;
}

}  // namespace

AskingBack askBack(const PracticeSession& session, const MoveReading& reading,
                   const std::optional<MoveId>& besides) {
  AskingBack out;
  if (const std::vector<int> room = session.room(); !room.empty()) out.speaker = room.front();
  for (const RankedMove& each : reading.ranking) {
    // What is far less likely than the first is not asked about; who was misread looks further.
    const bool isFar = !besides && unlikely * each.perMille < reading.ranking.front().perMille;
    if (out.readings.size() == mostReadings || isFar) break;
    if (each.id != besides) out.readings.push_back(each.id);
  }
  if (out.readings.empty()) return out;
  out.text = "Do you mean ";
  for (std::size_t i = 0; i < std::min(out.readings.size(), mostNamed); ++i) {
    const Move* move = session.moveOf(out.readings[i]);
    if (i > 0) out.text += ", or ";
    out.text += "“" + inShort(session.shortWordingOf(*move)) + "”";
  }
  // A quotation that asks brings its own question mark.
  if (!out.text.ends_with("?”")) out.text += "?";
  return out;
}

}  // namespace sparring
