#include "base/clock.h"

#include <chrono>
#include <cstdio>

namespace sparring {

std::string formatMinute(Timestamp time, int offsetMinutes) {
  using namespace std::chrono;
  const sys_time<milliseconds> moment{milliseconds{time.milliseconds} + minutes{offsetMinutes}};
  const auto day = floor<days>(moment);
  const year_month_day date{day};
  const hh_mm_ss clock{floor<minutes>(moment - day)};
  char out[40];
  std::snprintf(out, sizeof out, "%04d-%02u-%02u %02d:%02d", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()));
  return out;
}

std::string formatForFileName(Timestamp time) {
  std::string out = formatMinute(time);
  out.replace(out.find(' '), 1, "T").replace(out.find(':'), 1, "-");
  using namespace std::chrono;
  const milliseconds moment{time.milliseconds};
  const auto second = (floor<seconds>(moment) - floor<minutes>(moment)).count();
  return out + (second < 10 ? "-0" : "-") + std::to_string(second);
}

}  // namespace sparring
