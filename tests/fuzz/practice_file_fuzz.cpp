// Any bytes as a practice file: it is refused as it stands, or opened, if need be restored, and
// read to the end; what is put aside is kept byte for byte, and the file takes a new person after.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "storage/restore.h"
#include "support/temp_folder.h"

using namespace sparring;

namespace {

std::string bytesOf(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Everything that the program reads of a file. What is damaged within is an error, never a crash.
void readAll(const Store& store) {
  static_cast<void>(store.people());
  const Result<std::vector<SessionRow>> rows = store.sessions();
  if (!rows) return;
  for (const SessionRow& row : *rows) {
    static_cast<void>(store.session(row.header.id));
    static_cast<void>(store.annotations(row.header.id));
    static_cast<void>(store.document(row.header.scenarioHash));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const TempFolder folder(memoryFolder());
  const std::filesystem::path file = folder / "practice.db";
  std::ofstream(file, std::ios::binary) << bytes;
  Result<OpenedStore> opened = openOrRestore(file, {.busyMilliseconds = 0});
  if (!opened) {
    if (opened.error().what.empty() || bytesOf(file) != bytes) std::abort();
    return 0;
  }
  readAll(opened->store);
  if (!opened->restoration) return 0;
  if (bytesOf(opened->restoration->damaged) != bytes) std::abort();
  if (!opened->store.addPerson({Uuid{{7}}, "Somebody who was not there"})) std::abort();
  return 0;
}
