// sparring-cli: reads the machine's surroundings once and hands them to the commands.
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <random>

#include "cli/commands.h"

namespace {

std::filesystem::path programFolder() {
  std::error_code failed;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", failed);
  return failed ? std::filesystem::current_path(failed) : program.parent_path();
}

// The same place as the desktop program: $XDG_DATA_HOME/sparring, by default ~/.local/share.
std::filesystem::path defaultDatabase() {
  const char* data = std::getenv("XDG_DATA_HOME");
  if (data != nullptr && *data != '\0') return std::filesystem::path(data) / "sparring/sparring.db";
  const char* home = std::getenv("HOME");
  return std::filesystem::path(home != nullptr ? home : ".") / ".local/share/sparring/sparring.db";
}

int utcOffsetMinutes() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return static_cast<int>(local.tm_gmtoff / 60);
}

sparring::Timestamp now() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::milliseconds>(since).count()};
}

sparring::Uuid newId() {
  static std::random_device random;
  sparring::Uuid id;
  for (auto& byte : id.bytes) byte = static_cast<std::uint8_t>(random());
  return id;
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  const sparring::cli::Surroundings around{
      .in = std::cin,
      .out = std::cout,
      .err = std::cerr,
      .folders = sparring::findDataFolders(programFolder()),
      .defaultDatabase = defaultDatabase(),
      .now = now,
      .newId = newId,
      .utcOffsetMinutes = utcOffsetMinutes(),
      .cpuSeconds = [] { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; },
  };
  return sparring::cli::run(argc, argv, around);
}
