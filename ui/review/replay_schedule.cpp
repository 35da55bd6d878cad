#include "review/replay_schedule.h"

#include <algorithm>

namespace sparring::ui {

std::vector<Pause> replaySchedule(const std::vector<Timestamp>& saidAt, int speed) {
  std::vector<Pause> pauses;
  for (std::size_t i = 1; i < saidAt.size(); ++i) {
    Pause pause;
    pause.recorded = std::max<std::int64_t>(0, saidAt[i].milliseconds - saidAt[i - 1].milliseconds);
    pause.shortened = pause.recorded > longestPause;
    pause.shown = std::min(pause.recorded, longestPause) / speed;
    pauses.push_back(pause);
  }
  return pauses;
}

}  // namespace sparring::ui
