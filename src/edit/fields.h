// The fields of a scenario, one line each: which key of the written form is which member, in the
// order of scenario/write.cpp. Finding a place, reading, changing and renaming all follow from this
// table. Private to this folder; edit.h and rename.h are the doors.
#pragma once

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "scenario/scenario.h"

namespace sparring {

// What a text or an id means to other parts of the scenario.
enum class Role {
  value,       // Itself; of type PersonaId or FactId it names that thing.
  id,          // What others call the part that holds it.
  target,      // The id of a node or an outcome.
  expression,  // Conditions and effects: they name variables, nodes and moves.
};

template <class Owner, class Value>
struct Field {
  std::string_view key;
  Value Owner::* member;
  Role role;
};

template <class Owner, class Value>
constexpr Field<Owner, Value> field(std::string_view key, Value Owner::* member,
                                    Role role = Role::value) {
  return {key, member, role};
}

struct NoFields {};
template <class T>
inline constexpr NoFields fieldsOf;

template <>
inline constexpr auto fieldsOf<Mark> =
    std::tuple(field("rule", &Mark::rule), field("mark", &Mark::sign), field("words", &Mark::words),
               field("why", &Mark::why), field("better", &Mark::better));

template <>
inline constexpr auto fieldsOf<FocusWords> =
    std::tuple(field("about", &FocusWords::about), field("words", &FocusWords::words));

template <>
inline constexpr auto fieldsOf<Line> =
    std::tuple(field("id", &Line::id, Role::id), field("speaker", &Line::speaker),
               field("when", &Line::when, Role::expression), field("text", &Line::text),
               field("then", &Line::then));

template <>
inline constexpr auto fieldsOf<Move> =
    std::tuple(field("id", &Move::id, Role::id), field("phrasings", &Move::phrasings),
               field("acts", &Move::acts), field("without", &Move::without),
               field("when", &Move::when, Role::expression),
               field("effects", &Move::effects, Role::expression), field("minutes", &Move::minutes),
               field("facts", &Move::facts), field("focus", &Move::focus),
               field("marks", &Move::marks), field("replies", &Move::replies),
               field("target", &Move::target, Role::target), field("concept", &Move::carriesOut));

template <>
inline constexpr auto fieldsOf<Exit> = std::tuple(field("when", &Exit::when, Role::expression),
                                                  field("target", &Exit::target, Role::target));

template <>
inline constexpr auto fieldsOf<Node> =
    std::tuple(field("id", &Node::id, Role::id), field("speaker", &Node::speaker),
               field("title", &Node::title), field("lines", &Node::lines),
               field("exits", &Node::exits), field("moves", &Node::moves));

template <>
inline constexpr auto fieldsOf<Persona> = std::tuple(
    field("id", &Persona::id, Role::id), field("name", &Persona::name),
    field("role", &Persona::role), field("archetype", &Persona::archetype),
    field("power", &Persona::power), field("wants", &Persona::wants),
    field("temperament", &Persona::temperament),
    field("present", &Persona::present, Role::expression), field("unclear", &Persona::unclear),
    field("topics", &Persona::topics), field("reactions", &Persona::reactions));

template <>
inline constexpr auto fieldsOf<Variable> =
    std::tuple(field("id", &Variable::id, Role::id), field("of", &Variable::of),
               field("flag", &Variable::flag), field("min", &Variable::least),
               field("max", &Variable::most), field("initial", &Variable::initial),
               field("wraps", &Variable::wraps), field("meaning", &Variable::meaning));

template <>
inline constexpr auto fieldsOf<Variant> = std::tuple(
    field("id", &Variant::id, Role::id), field("title", &Variant::title),
    field("hidden", &Variant::hidden), field("effects", &Variant::effects, Role::expression));

template <>
inline constexpr auto fieldsOf<Fact> = std::tuple(
    field("id", &Fact::id, Role::id), field("category", &Fact::category),
    field("public", &Fact::isPublic), field("text", &Fact::text), field("keys", &Fact::keys));

template <>
inline constexpr auto fieldsOf<Brief> =
    std::tuple(field("company", &Brief::company), field("situation", &Brief::situation),
               field("objective", &Brief::objective), field("offering", &Brief::offering),
               field("usage_scenarios", &Brief::usageScenarios), field("facts", &Brief::facts));

template <>
inline constexpr auto fieldsOf<Outcome> = std::tuple(
    field("id", &Outcome::id, Role::id), field("kind", &Outcome::kind),
    field("title", &Outcome::title), field("speaker", &Outcome::speaker),
    field("verdict", &Outcome::verdict), field("share_of_wallet", &Outcome::shareOfWallet));

template <>
inline constexpr auto fieldsOf<Scenario> = std::tuple(
    field("format", &Scenario::format), field("id", &Scenario::id, Role::id),
    field("version", &Scenario::version), field("title", &Scenario::title),
    field("summary", &Scenario::summary), field("kind", &Scenario::kind),
    field("minutes", &Scenario::minutes), field("ratio_applies", &Scenario::ratioApplies),
    field("guided_only", &Scenario::guidedOnly), field("aims_for", &Scenario::aimsFor),
    field("brief", &Scenario::brief), field("personas", &Scenario::personas),
    field("variables", &Scenario::variables), field("variants", &Scenario::variants),
    field("start", &Scenario::start, Role::target),
    field("interruptions", &Scenario::interruptions), field("nodes", &Scenario::nodes),
    field("outcomes", &Scenario::outcomes));

template <class T>
inline constexpr bool hasFields = !std::is_same_v<decltype(fieldsOf<T>), const NoFields>;

template <class T>
inline constexpr bool isList = false;
template <class T>
inline constexpr bool isList<std::vector<T>> = true;

// Whether a variant has the alternative T.
template <class T, class Alternatives>
inline constexpr bool isOneOf = false;
template <class T, class... Alternatives>
inline constexpr bool isOneOf<T, std::variant<Alternatives...>> =
    (std::is_same_v<T, Alternatives> || ...);

// A step of a pointer as a place in a list: digits without a leading zero.
inline std::optional<std::size_t> indexIn(std::string_view step) {
  if (step.size() > 1 && step.front() == '0') return std::nullopt;
  std::size_t index = 0;
  const auto read = std::from_chars(step.data(), step.data() + step.size(), index);
  if (read.ec != std::errc() || read.ptr != step.data() + step.size()) return std::nullopt;
  return index;
}

// Calls visit(value) with what stands at `pointer` below `root`, of its own type, and gives what
// visit gives; false where nothing stands there.
template <class Root, class Visit>
bool visitAt(Root& root, std::string_view pointer, const Visit& visit) {
  using T = std::remove_const_t<Root>;
  if (pointer.empty()) return visit(root);
  if (pointer.front() != '/') return false;
  const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
  [[maybe_unused]] const std::string_view step = pointer.substr(1, end - 1);
  [[maybe_unused]] const std::string_view rest = pointer.substr(end);
  if constexpr (isList<T>) {
    const std::optional<std::size_t> index = indexIn(step);
    return index && *index < root.size() && visitAt(root[*index], rest, visit);
  } else if constexpr (hasFields<T>) {
    const auto isIn = [&](const auto& each) {
      return each.key == step && visitAt(root.*each.member, rest, visit);
    };
    return std::apply([&](const auto&... each) { return (isIn(each) || ...); }, fieldsOf<T>);
  } else {
    return false;
  }
}

// Calls visit(value, pointer, role) for every text, id, number, flag and word below `root`, with
// the elements of lists of texts and ids one by one, in the order of the written form. `pointer` is
// that of `root`, and again afterwards.
template <class Root, class Visit>
void forEachValue(const Root& root, std::string& pointer, Role role, const Visit& visit) {
  const std::size_t length = pointer.size();
  if constexpr (isList<Root>) {
    for (std::size_t i = 0; i < root.size(); ++i) {
      pointer.append("/").append(std::to_string(i));
      forEachValue(root[i], pointer, role, visit);
      pointer.resize(length);
    }
  } else if constexpr (hasFields<Root>) {
    const auto below = [&](const auto& each) {
      pointer.append("/").append(each.key);
      forEachValue(root.*each.member, pointer, each.role, visit);
      pointer.resize(length);
    };
    std::apply([&](const auto&... each) { (below(each), ...); }, fieldsOf<Root>);
  } else {
    visit(root, std::as_const(pointer), role);
  }
}

template <class Visit>
void forEachValue(const Scenario& scenario, const Visit& visit) {
  std::string pointer;
  forEachValue(scenario, pointer, Role::value, visit);
}

}  // namespace sparring
