// Any bytes as a script of sparring-cli play: the call is played, or what is wrong is said with its
// line.
#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>
#include <string_view>

#include "cli/commands.h"
#include "scenario/write.h"
#include "support/small_scenario.h"

using namespace sparring;

namespace {

// A file in memory with a name, as the commands want one.
class NamedBytes {
 public:
  explicit NamedBytes(std::string_view bytes) : m_file(::memfd_create("fuzz", MFD_CLOEXEC)) {
    if (m_file < 0) std::abort();
    if (::write(m_file, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size())) {
      std::abort();
    }
  }
  ~NamedBytes() { ::close(m_file); }
  NamedBytes(const NamedBytes&) = delete;
  NamedBytes& operator=(const NamedBytes&) = delete;
  std::string name() const { return "/proc/self/fd/" + std::to_string(m_file); }

 private:
  int m_file;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const NamedBytes scenario(writeScenario(testing::smallScenario()));
  static const std::filesystem::path source = SPARRING_SOURCE_DIR;
  const NamedBytes script({reinterpret_cast<const char*>(data), size});
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  const cli::Surroundings around{
      .in = in,
      .out = out,
      .err = err,
      .folders = DataFolders{source / "scenarios", source / "data/method"},
      .defaultDatabase = {},
      .now = testing::tickingClock(),
      .newId = testing::countingIds()};
  const int code =
      cli::play({.scenario = scenario.name(), .script = script.name(), .database = {}}, around);
  // Besides the line that says that there is no model.
  const bool named = ("\n" + err.str()).find("\n" + script.name() + ":") != std::string::npos;
  if (named != (code != 0)) std::abort();
  return 0;
}
