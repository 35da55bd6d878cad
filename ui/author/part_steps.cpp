#include "author/part_steps.h"

#include <QCoreApplication>
#include <algorithm>

#include "base/json.h"
#include "bridge/scenario_places.h"
#include "edit/rename.h"

namespace sparring::ui {
namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("PartSteps", text);
}

constexpr std::size_t longestStem = 48;

// Gives out ids that neither the scenario has nor were given out before.
class FreshIds {
 public:
  explicit FreshIds(const Scenario& scenario) : m_scenario(scenario) {}

  std::string take(std::string stem) {
    while (!stem.empty() && stem.back() >= '0' && stem.back() <= '9') stem.pop_back();
    if (stem.size() > longestStem) stem.resize(longestStem);
    if (!isWellFormedId(stem)) stem = "part";
    std::string id = freshId(m_scenario, stem);
    // A fact is the smallest thing that has an id.
    m_scenario.brief.facts.push_back({FactId(id), {}, true, {}, {}});
    return id;
  }

  template <class Tag>
  void renew(Id<Tag>& id) {
    id.value = take(id.value);
  }

 private:
  Scenario m_scenario;
};

PersonaId firstSpeaker(const Scenario& scenario) {
  return scenario.personas.empty() ? PersonaId() : scenario.personas.front().id;
}

Line blankLine(FreshIds& ids, const std::string& stem) {
  Line line;
  line.id = LineId(ids.take(stem));
  return line;
}

// The id of the part that a list belongs to: new things in it are called after it.
std::string ownerOf(const Scenario& scenario, const std::string& list) {
  const std::optional<Part> owner = partAt(scenario, listPlaceOf(list).list);
  if (!owner) return {};
  if (const auto* node = std::get_if<Node>(&*owner)) return node->id.value;
  if (const auto* move = std::get_if<Move>(&*owner)) return move->id.value;
  if (const auto* line = std::get_if<Line>(&*owner)) return line->id.value;
  if (const auto* persona = std::get_if<Persona>(&*owner)) return persona->id.value;
  return {};
}

Move blankMove(FreshIds& ids, const std::string& stem, bool isReaction) {
  Move move;
  move.id = MoveId(ids.take(stem));
  if (!isReaction) move.phrasings = {""};
  move.replies = {blankLine(ids, move.id.value + "_r")};
  return move;
}

Node blankNode(const Scenario& scenario, FreshIds& ids) {
  Node node;
  node.id = NodeId(ids.take("node"));
  node.speaker = firstSpeaker(scenario);
  node.lines = {blankLine(ids, node.id.value + "_l")};
  return node;
}

Variable blankVariable(FreshIds& ids) {
  Variable variable;
  variable.id = VariableId(ids.take("state"));
  variable.most = 10;
  return variable;
}

template <class T>
T withId(std::string id) {
  T part;
  part.id.value = std::move(id);
  return part;
}

struct Renew {
  FreshIds& ids;

  void operator()(Fact& it) const { ids.renew(it.id); }
  void operator()(Variable& it) const { ids.renew(it.id); }
  void operator()(Variant& it) const { ids.renew(it.id); }
  void operator()(Outcome& it) const { ids.renew(it.id); }
  void operator()(Exit&) const {}
  void operator()(Mark&) const {}
  void operator()(FocusWords&) const {}
  void operator()(Line& it) const {
    ids.renew(it.id);
    for (Line& each : it.then) (*this)(each);
  }
  void operator()(Move& it) const {
    ids.renew(it.id);
    for (Line& each : it.replies) (*this)(each);
  }
  void operator()(Node& it) const {
    ids.renew(it.id);
    for (Line& each : it.lines) (*this)(each);
    for (Move& each : it.moves) (*this)(each);
  }
  void operator()(Persona& it) const {
    ids.renew(it.id);
    for (Move& each : it.topics) (*this)(each);
    for (Move& each : it.reactions) (*this)(each);
  }
};

}  // namespace

Part blankPart(const Scenario& scenario, const std::string& list) {
  FreshIds ids(scenario);
  const std::string name(stepsOf(list).back());
  const std::string owner = ownerOf(scenario, list);
  if (name == "nodes") return blankNode(scenario, ids);
  if (name == "moves") return blankMove(ids, owner + "_m", false);
  if (name == "topics") return blankMove(ids, owner + "_topic", false);
  if (name == "reactions") return blankMove(ids, owner + "_reaction", true);
  if (name == "lines") return blankLine(ids, owner + "_l");
  if (name == "replies" || name == "then") return blankLine(ids, owner + "_r");
  if (name == "marks") return Mark{};
  if (name == "focus") return FocusWords{Focus::customer, {}};
  if (name == "personas") return withId<Persona>(ids.take("person"));
  if (name == "variables") return blankVariable(ids);
  if (name == "variants") return Variant{VariantId(ids.take("variant")), {}, {}, {}};
  if (name == "facts") return Fact{FactId(ids.take("fact")), "people", true, {}, {}};
  if (name == "outcomes") return withId<Outcome>(ids.take("outcome"));
  return Exit{};
}

Part copyOf(const Scenario& scenario, Part part) {
  FreshIds ids(scenario);
  std::visit(Renew{ids}, part);
  return part;
}

std::string addPart(ScenarioDocument& document, const std::string& list, std::size_t index,
                    Part part) {
  const std::string pointer = pointerTo(list, index);
  const bool isAdded =
      document.change(Edit{InsertPart{list, index, std::move(part)}},
                      tr("add to %1").arg(placeText(document.scenario(), list)), pointer);
  return isAdded ? pointer : std::string();
}

std::string actOnPart(ScenarioDocument& document, const std::string& pointer, ListAction action) {
  const Scenario& scenario = document.scenario();
  const ListPlace place = listPlaceOf(pointer);
  const std::optional<Part> part = partAt(scenario, pointer);
  if (!part || place.index < 0) return {};
  const auto index = static_cast<std::size_t>(place.index);
  const QString name = placeText(scenario, pointer);
  switch (action) {
    case ListAction::add:
      return addPart(document, place.list, index + 1, blankPart(scenario, place.list));
    case ListAction::duplicate:
      return document.change(Edit{InsertPart{place.list, index + 1, copyOf(scenario, *part)}},
                             tr("duplicate %1").arg(name))
                 ? pointerTo(place.list, index + 1)
                 : std::string();
    case ListAction::remove:
      return document.change(Edit{RemovePart{place.list, index}}, tr("remove %1").arg(name))
                 ? pointer
                 : std::string();
    case ListAction::up:
    case ListAction::down:
      break;
  }
  const bool isDown = action == ListAction::down;
  if ((!isDown && index == 0) || (isDown && index + 1 >= *sizeOf(scenario, place.list))) return {};
  const std::size_t to = isDown ? index + 1 : index - 1;
  return document.change(Edit{ReorderPart{place.list, index, to}}, tr("move %1").arg(name))
             ? pointerTo(place.list, to)
             : std::string();
}

}  // namespace sparring::ui
