#include "bridge/scenario_places.h"

#include <QCoreApplication>
#include <algorithm>
#include <charconv>
#include <optional>

#include "base/json.h"
#include "bridge/text.h"
#include "edit/edit.h"

namespace sparring::ui {
namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("ScenarioPlaces", text);
}

bool isOneOf(std::string_view step, std::initializer_list<std::string_view> known) {
  return std::ranges::find(known, step) != known.end();
}

std::string joined(const std::vector<std::string_view>& steps, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out.append("/").append(steps[i]);
  return out;
}

QString shortened(const QString& text) {
  constexpr int longest = 80;
  const QString plain = text.simplified();
  return plain.size() <= longest ? plain : plain.left(longest - 1).trimmed() + u'…';
}

QString firstOf(std::initializer_list<std::string_view> texts) {
  for (const std::string_view each : texts) {
    if (!each.empty()) return shortened(toQt(each));
  }
  return tr("(no name yet)");
}

std::string_view phrasingOf(const Move& move) {
  return move.phrasings.empty() ? std::string_view() : std::string_view(move.phrasings.front());
}

QString titleOf(const Part& part) {
  struct Title {
    QString operator()(const Fact& it) const { return firstOf({it.text, it.id.value}); }
    QString operator()(const Persona& it) const { return firstOf({it.name, it.id.value}); }
    QString operator()(const Variable& it) const { return toQt(nameOf(it)); }
    QString operator()(const Variant& it) const { return firstOf({it.title, it.id.value}); }
    QString operator()(const Exit& it) const { return firstOf({it.target}); }
    QString operator()(const Node& it) const { return firstOf({it.title, it.id.value}); }
    QString operator()(const Move& it) const { return firstOf({phrasingOf(it), it.id.value}); }
    QString operator()(const Line& it) const { return firstOf({it.text, it.id.value}); }
    QString operator()(const Mark& it) const { return firstOf({it.words}); }
    QString operator()(const FocusWords& it) const { return firstOf({it.words}); }
    QString operator()(const Outcome& it) const { return firstOf({it.title, it.id.value}); }
  };
  return std::visit(Title{}, part);
}

// What a list or a field is called in a sentence; `position` from 1 where it is one of a list.
QString nounOf(std::string_view step) {
  struct Noun {
    std::string_view step;
    const char* noun;
  };
  static constexpr Noun nouns[] = {
      {"moves", QT_TRANSLATE_NOOP("ScenarioPlaces", "move")},
      {"topics", QT_TRANSLATE_NOOP("ScenarioPlaces", "topic")},
      {"reactions", QT_TRANSLATE_NOOP("ScenarioPlaces", "reaction")},
      {"lines", QT_TRANSLATE_NOOP("ScenarioPlaces", "line")},
      {"then", QT_TRANSLATE_NOOP("ScenarioPlaces", "following line")},
      {"replies", QT_TRANSLATE_NOOP("ScenarioPlaces", "reply")},
      {"exits", QT_TRANSLATE_NOOP("ScenarioPlaces", "exit")},
      {"marks", QT_TRANSLATE_NOOP("ScenarioPlaces", "mark")},
      {"focus", QT_TRANSLATE_NOOP("ScenarioPlaces", "focus")},
      {"phrasings", QT_TRANSLATE_NOOP("ScenarioPlaces", "phrasing")},
      {"effects", QT_TRANSLATE_NOOP("ScenarioPlaces", "effect")},
      {"acts", QT_TRANSLATE_NOOP("ScenarioPlaces", "act")},
      {"facts", QT_TRANSLATE_NOOP("ScenarioPlaces", "fact")},
      {"unclear", QT_TRANSLATE_NOOP("ScenarioPlaces", "answer when unclear")},
      {"keys", QT_TRANSLATE_NOOP("ScenarioPlaces", "key words")},
      {"situation", QT_TRANSLATE_NOOP("ScenarioPlaces", "situation")},
      {"usage_scenarios", QT_TRANSLATE_NOOP("ScenarioPlaces", "use")},
      {"interruptions", QT_TRANSLATE_NOOP("ScenarioPlaces", "interruption")},
  };
  for (const Noun& each : nouns) {
    if (each.step == step) return tr(each.noun);
  }
  return {};
}

QString headOf(const Scenario& scenario, const std::vector<std::string_view>& steps) {
  struct Group {
    std::string_view step;
    const char* all;
    const char* one;
  };
  static constexpr Group groups[] = {
      {"nodes", QT_TRANSLATE_NOOP("ScenarioPlaces", "Nodes"),
       QT_TRANSLATE_NOOP("ScenarioPlaces", "Node “%1”")},
      {"personas", QT_TRANSLATE_NOOP("ScenarioPlaces", "People"),
       QT_TRANSLATE_NOOP("ScenarioPlaces", "Person “%1”")},
      {"variables", QT_TRANSLATE_NOOP("ScenarioPlaces", "State"),
       QT_TRANSLATE_NOOP("ScenarioPlaces", "State “%1”")},
      {"variants", QT_TRANSLATE_NOOP("ScenarioPlaces", "Variants"),
       QT_TRANSLATE_NOOP("ScenarioPlaces", "Variant “%1”")},
      {"outcomes", QT_TRANSLATE_NOOP("ScenarioPlaces", "Outcomes"),
       QT_TRANSLATE_NOOP("ScenarioPlaces", "Outcome “%1”")},
      {"facts", QT_TRANSLATE_NOOP("ScenarioPlaces", "Facts"),
       QT_TRANSLATE_NOOP("ScenarioPlaces", "Fact “%1”")},
  };
  const std::size_t at = steps.size() > 1 && steps[0] == "brief" && steps[1] == "facts" ? 1 : 0;
  for (const Group& each : groups) {
    if (steps.size() <= at || each.step != steps[at]) continue;
    if (steps.size() == at + 1) return tr(each.all);
    const std::optional<Part> part = partAt(scenario, joined(steps, at + 2));
    return part ? tr(each.one).arg(titleOf(*part)) : tr(each.all);
  }
  if (steps.empty()) return tr("Overview");
  if (steps[0] == "brief") return tr("Brief");
  if (steps[0] == "interruptions") return tr("Interruptions");
  return tr("Overview");
}

}  // namespace

std::vector<std::string_view> stepsOf(std::string_view pointer) {
  std::vector<std::string_view> steps;
  while (!pointer.empty()) {
    const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
    steps.push_back(pointer.substr(1, end - 1));
    pointer.remove_prefix(end);
  }
  return steps;
}

int positionIn(std::string_view step) {
  int position = -1;
  const auto read = std::from_chars(step.data(), step.data() + step.size(), position);
  return read.ec == std::errc() && read.ptr == step.data() + step.size() ? position : -1;
}

namespace {

// Calls visit(pointer, moves) for every list of moves until one visit gives a pointer.
template <class Visit>
std::string searchMoves(const Scenario& scenario, const Visit& visit) {
  for (std::size_t i = 0; i < scenario.nodes.size(); ++i) {
    const std::string node = pointerTo("/nodes", i);
    if (std::string found = visit(pointerTo(node, "moves"), scenario.nodes[i].moves);
        !found.empty()) {
      return found;
    }
  }
  for (std::size_t i = 0; i < scenario.personas.size(); ++i) {
    const Persona& persona = scenario.personas[i];
    const std::string place = pointerTo("/personas", i);
    for (const auto& [list, moves] :
         {std::pair{"topics", &persona.topics}, std::pair{"reactions", &persona.reactions}}) {
      if (std::string found = visit(pointerTo(place, list), *moves); !found.empty()) return found;
    }
  }
  return {};
}

std::string placeIn(const std::string& list, const std::vector<Line>& lines, const Line& line) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string place = pointerTo(list, i);
    if (&lines[i] == &line) return place;
    if (std::string found = placeIn(pointerTo(place, "then"), lines[i].then, line);
        !found.empty()) {
      return found;
    }
  }
  return {};
}

}  // namespace

std::string pointerOf(const Scenario& scenario, const Move& move) {
  return searchMoves(scenario, [&](const std::string& list, const std::vector<Move>& moves) {
    for (std::size_t i = 0; i < moves.size(); ++i) {
      if (&moves[i] == &move) return pointerTo(list, i);
    }
    return std::string();
  });
}

std::string pointerOf(const Scenario& scenario, const Line& line) {
  for (std::size_t i = 0; i < scenario.nodes.size(); ++i) {
    const std::string list = pointerTo(pointerTo("/nodes", i), "lines");
    if (std::string found = placeIn(list, scenario.nodes[i].lines, line); !found.empty()) {
      return found;
    }
  }
  return searchMoves(scenario, [&](const std::string& list, const std::vector<Move>& moves) {
    for (std::size_t i = 0; i < moves.size(); ++i) {
      const std::string replies = pointerTo(pointerTo(list, i), "replies");
      if (std::string found = placeIn(replies, moves[i].replies, line); !found.empty()) {
        return found;
      }
    }
    return std::string();
  });
}

ListPlace listPlaceOf(std::string_view pointer) {
  const std::size_t slash = pointer.rfind('/');
  if (slash == std::string_view::npos) return {};
  return {std::string(pointer.substr(0, slash)), positionIn(pointer.substr(slash + 1))};
}

std::string partOf(std::string_view pointer) {
  const std::vector<std::string_view> steps = stepsOf(pointer);
  if (steps.empty()) return {};
  if (steps[0] == "interruptions") return "/interruptions";
  if (steps[0] == "brief") {
    if (steps.size() < 2 || steps[1] != "facts") return "/brief";
    return joined(steps, std::min<std::size_t>(steps.size(), 3));
  }
  if (!isOneOf(steps[0], {"nodes", "personas", "variables", "variants", "outcomes"})) return {};
  const bool isNested = steps.size() >= 4 && isOneOf(steps[2], {"moves", "topics", "reactions"});
  return joined(steps, isNested ? 4 : std::min<std::size_t>(steps.size(), 2));
}

std::string nearestPart(const Scenario& scenario, std::string_view pointer) {
  std::string part = partOf(pointer);
  while (!part.empty()) {
    if (part == "/brief" || sizeOf(scenario, part) || partAt(scenario, part)) return part;
    const ListPlace place = listPlaceOf(part);
    const std::optional<std::size_t> size = sizeOf(scenario, place.list);
    if (size && *size > 0) {
      const std::size_t last = *size - 1;
      return pointerTo(place.list, std::min(last, static_cast<std::size_t>(place.index)));
    }
    part = partOf(place.list);
    if (part == place.list && !sizeOf(scenario, part)) part = partOf(listPlaceOf(part).list);
  }
  return {};
}

QString placeText(const Scenario& scenario, std::string_view pointer) {
  const std::vector<std::string_view> steps = stepsOf(pointer);
  QString out = headOf(scenario, steps);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const bool isHead = i == 0 && steps[i] != "interruptions";
    const bool isFact = i == 1 && steps[0] == "brief" && steps[i] == "facts";
    const QString noun = isHead || isFact ? QString() : nounOf(steps[i]);
    if (noun.isEmpty() || i + 1 >= steps.size()) continue;
    const int position = positionIn(steps[i + 1]);
    if (position >= 0) out += tr(", %1 %2").arg(noun).arg(position + 1);
  }
  return out;
}

QString partTitle(const Scenario& scenario, std::string_view part) {
  const std::optional<Part> found = partAt(scenario, part);
  return found ? titleOf(*found) : headOf(scenario, stepsOf(part));
}

}  // namespace sparring::ui
