#include "learn/choice_points.h"

#include <algorithm>
#include <optional>

#include "base/json.h"
#include "learn/json_lines.h"

namespace sparring {
namespace {

std::expected<ChoicePoint, std::string> pointOf(const Json& line, const std::string& writer) {
  ChoicePoint point{textIn(line, "id"), writer, textIn(line, "prev"), {}, {}, {}};
  for (const Json& move : listIn(line, "moves")) {
    point.moves.emplace_back(textIn(move, "id"));
    auto& phrasings = point.phrasings.emplace_back();
    for (const Json& each : listIn(move, "phrasings")) phrasings.push_back(each.string);
  }
  if (point.moves.empty()) return std::unexpected("It offers no moves.");
  for (const Json& test : listIn(line, "tests")) {
    MeantText text{textIn(test, "text"), -1};
    const Json* meant = test.find("move");
    if (meant != nullptr && meant->kind == Json::Kind::string) {
      const auto found = std::ranges::find(point.moves, MoveId(meant->string));
      if (found == point.moves.end()) {
        return std::unexpected("It has no move '" + meant->string + "'.");
      }
      text.move = static_cast<int>(found - point.moves.begin());
    }
    point.texts.push_back(std::move(text));
  }
  return point;
}

}  // namespace

Result<ChoicePoints> readChoicePoints(const std::filesystem::path& folder) {
  ChoicePoints out;
  const Result<void> read = eachLabelledLine(
      folder, out.diagnostics,
      [&](const Json& line, const std::string& writer) -> std::optional<std::string> {
        auto point = pointOf(line, writer);
        if (!point) return point.error();
        out.points.push_back(std::move(*point));
        return std::nullopt;
      });
  if (!read) return std::unexpected(read.error());
  return out;
}

}  // namespace sparring
