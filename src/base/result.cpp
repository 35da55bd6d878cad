#include "base/result.h"

namespace sparring {

std::string sentence(const Error& error) {
  std::string out;
  if (!error.where.empty()) out += error.where + ": ";
  out += error.what;
  if (!error.hint.empty()) out += " " + error.hint;
  return out;
}

}  // namespace sparring
