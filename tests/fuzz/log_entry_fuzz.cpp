// Any bytes as an entry of a session's log, the kind on the first line: never a crash, and what is
// read is written and read again the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "storage/log_entry_json.h"

using namespace sparring;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::size_t end = std::min(text.find('\n'), text.size());
  const LogRow row{std::string(text.substr(0, end)),
                   {1'790'000'000'000},
                   std::string(text.substr(std::min(end + 1, text.size())))};
  const std::optional<LogEntry> entry = readLogEntry(row);
  if (!entry) return 0;
  const LogRow written = writeLogEntry(*entry);
  if (readLogEntry(written) != entry || writeLogEntry(*readLogEntry(written)) != written) {
    std::abort();
  }
  return 0;
}
