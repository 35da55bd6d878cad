// sparring-cli with the program's own files beside it, as it is installed, but without what reads
// and matches by meaning: its answers do not depend on whether the encoder's weights are at hand,
// and it starts at once.
#pragma once

#include <filesystem>

namespace sparring::testing {

// Under `folder`; gives the program.
inline std::filesystem::path installedWithoutModel(const std::filesystem::path& folder) {
  namespace fs = std::filesystem;
  const fs::path source = SPARRING_SOURCE_DIR;
  const fs::path share = folder / "share" / "sparring";
  fs::create_directories(folder / "bin");
  fs::create_directories(share);
  for (const char* data : {"method", "archetypes"}) {
    fs::copy(source / "data" / data, share / data, fs::copy_options::recursive);
  }
  fs::copy(source / "scenarios", share / "scenarios", fs::copy_options::recursive);
  const fs::path program = folder / "bin" / "sparring-cli";
  fs::copy_file(fs::path(SPARRING_BUILD_DIR) / "sparring-cli", program);
  return program;
}

}  // namespace sparring::testing
