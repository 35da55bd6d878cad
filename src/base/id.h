// Identity. Authored things (nodes, moves, rules) have readable ids that are typed by what they
// name; recorded things (people, sessions, turns) have 128-bit ids that callers hand in.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace sparring {

// A readable id such as "ask_cost". Ids of different things do not convert into each other.
template <class Tag>
struct Id {
  std::string value;

  Id() = default;
  explicit Id(std::string text) : value(std::move(text)) {}
  [[nodiscard]] bool empty() const { return value.empty(); }
  auto operator<=>(const Id&) const = default;
};

// Lower-case letters, digits, '_' and '-', 1 to 64 of them, a letter first.
bool isWellFormedId(std::string_view text);

// A stable 128-bit id. The default value is "nothing".
struct Uuid {
  std::array<std::uint8_t, 16> bytes{};

  [[nodiscard]] bool isNull() const { return *this == Uuid{}; }
  [[nodiscard]] std::string toString() const;                    // 32 lower-case hex digits.
  static std::optional<Uuid> fromString(std::string_view text);  // The same form.
  auto operator<=>(const Uuid&) const = default;
};

// Where new ids come from; the core has no random source of its own. Each call gives a new id.
using IdSource = std::function<Uuid()>;

}  // namespace sparring

template <class Tag>
struct std::hash<sparring::Id<Tag>> {
  std::size_t operator()(const sparring::Id<Tag>& id) const noexcept {
    return std::hash<std::string>{}(id.value);
  }
};
