// What a call returns that can fail because of the world: a missing file, a full disk, a locked
// database. Faults in content are not errors but data (see diagnostic.h); bugs assert.
#pragma once

#include <expected>
#include <string>
#include <utility>

namespace sparring {

struct Error {
  std::string what;   // What is wrong, as a sentence for a person.
  std::string where;  // File, table or field; may be empty.
  std::string hint;   // What to do about it, as a sentence; may be empty.

  bool operator==(const Error&) const = default;
};

template <class T>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> fail(std::string what, std::string where = {},
                                   std::string hint = {}) {
  return std::unexpected(Error{std::move(what), std::move(where), std::move(hint)});
}

// One line: "where: what hint", leaving out what is empty.
std::string sentence(const Error& error);

}  // namespace sparring
