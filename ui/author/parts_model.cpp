#include "author/parts_model.h"

#include <QFont>
#include <array>

#include "author/problem_list.h"
#include "base/json.h"
#include "bridge/scenario_places.h"
#include "widgets/theme.h"

namespace sparring::ui {
namespace {

// Groups in the order in which a scenario is thought up.
constexpr std::array<std::string_view, 9> groups = {
    "",          "/brief",         "/brief/facts", "/personas", "/variables",
    "/variants", "/interruptions", "/nodes",       "/outcomes"};

// A row says where it stands by its parent: 0 for a group, group + 1 for an item, and the item's
// row with it for what belongs to an item.
constexpr quintptr groupBits = 0xF;

quintptr idUnderGroup(std::size_t group) {
  return group + 1;
}
quintptr idUnderItem(std::size_t group, std::size_t item) {
  return (group + 1) | (static_cast<quintptr>(item + 1) << 4);
}
std::size_t groupIn(quintptr id) {
  return (id & groupBits) - 1;
}
std::size_t itemIn(quintptr id) {
  return (id >> 4) - 1;
}
bool isUnderItem(quintptr id) {
  return (id >> 4) != 0;
}

bool hasItems(std::string_view group) {
  return !group.empty() && group != "/brief" && group != "/interruptions";
}

}  // namespace

PartsModel::PartsModel(ScenarioDocument& document, QObject* parent)
    : QAbstractItemModel(parent), m_document(document) {}

void PartsModel::reset() {
  beginResetModel();
  endResetModel();
}

void PartsModel::update() {
  m_faults.clear();
  for (const Diagnostic& each : m_document.problems()) {
    std::string part = partOf(each.pointer);
    for (;;) {
      Faults& faults = m_faults[part];
      ++(each.severity == Severity::error ? faults.errors : faults.warnings);
      // "/nodes/3/moves/1" is counted at "/nodes/3" and at "/nodes".
      const std::vector<std::string_view> steps = stepsOf(part);
      if (steps.empty() || part == "/brief/facts" || steps.size() == 1) break;
      part = steps.size() == 4 ? "/" + std::string(steps[0]) + "/" + std::string(steps[1])
                               : listPlaceOf(part).list;
    }
  }
  const auto tell = [this](const QModelIndex& parent) {
    const int rows = rowCount(parent);
    if (rows > 0) emit dataChanged(index(0, 0, parent), index(rows - 1, 0, parent));
  };
  tell({});
  for (int group = 0; group < rowCount(); ++group) tell(index(group, 0));
}

std::string PartsModel::pointerOf(const QModelIndex& index) const {
  if (!index.isValid()) return {};
  const auto row = static_cast<std::size_t>(index.row());
  const quintptr id = index.internalId();
  if (id == 0) return std::string(groups[row]);
  const std::string group(groups[groupIn(id)]);
  if (!isUnderItem(id)) return pointerTo(group, row);
  const std::string item = pointerTo(group, itemIn(id));
  if (group == "/nodes") return pointerTo(item + "/moves", row);
  const std::size_t topics = m_document.scenario().personas[itemIn(id)].topics.size();
  return row < topics ? pointerTo(item + "/topics", row)
                      : pointerTo(item + "/reactions", row - topics);
}

QModelIndex PartsModel::indexOf(const std::string& part) const {
  std::size_t group = 0;
  for (std::size_t i = 1; i < groups.size(); ++i) {
    const bool holds = part == groups[i] || part.starts_with(std::string(groups[i]) + "/");
    if (holds && groups[i].size() > groups[group].size()) group = i;
  }
  QModelIndex at = index(static_cast<int>(group), 0);
  const std::vector<std::string_view> steps =
      stepsOf(std::string_view(part).substr(groups[group].size()));
  if (steps.empty()) return at;
  const int item = positionIn(steps[0]);
  if (item < 0 || item >= rowCount(at)) return at;
  at = index(item, 0, at);
  if (steps.size() < 3) return at;
  int row = positionIn(steps[2]);
  if (steps[1] == "reactions") {
    row += static_cast<int>(
        m_document.scenario().personas[static_cast<std::size_t>(item)].topics.size());
  }
  return row >= 0 && row < rowCount(at) ? index(row, 0, at) : at;
}

QModelIndex PartsModel::index(int row, int column, const QModelIndex& parent) const {
  if (row < 0 || column != 0 || row >= rowCount(parent)) return {};
  if (!parent.isValid()) return createIndex(row, 0, quintptr{0});
  const quintptr id = parent.internalId();
  const auto above = static_cast<std::size_t>(parent.row());
  return createIndex(row, 0, id == 0 ? idUnderGroup(above) : idUnderItem(groupIn(id), above));
}

QModelIndex PartsModel::parent(const QModelIndex& index) const {
  const quintptr id = index.internalId();
  if (!index.isValid() || id == 0) return {};
  const std::size_t group = groupIn(id);
  if (!isUnderItem(id)) return createIndex(static_cast<int>(group), 0, quintptr{0});
  return createIndex(static_cast<int>(itemIn(id)), 0, idUnderGroup(group));
}

int PartsModel::childCount(std::size_t group, std::size_t item) const {
  const Scenario& scenario = m_document.scenario();
  if (groups[group] == "/nodes" && item < scenario.nodes.size()) {
    return static_cast<int>(scenario.nodes[item].moves.size());
  }
  if (groups[group] == "/personas" && item < scenario.personas.size()) {
    const Persona& person = scenario.personas[item];
    return static_cast<int>(person.topics.size() + person.reactions.size());
  }
  return 0;
}

int PartsModel::rowCount(const QModelIndex& parent) const {
  if (!parent.isValid()) return static_cast<int>(groups.size());
  const quintptr id = parent.internalId();
  const auto row = static_cast<std::size_t>(parent.row());
  if (id == 0) {
    if (!hasItems(groups[row])) return 0;
    return static_cast<int>(sizeOf(m_document.scenario(), groups[row]).value_or(0));
  }
  return isUnderItem(id) ? 0 : childCount(groupIn(id), row);
}

QString PartsModel::faultText(const std::string& pointer) const {
  const auto found = m_faults.find(pointer);
  if (found == m_faults.end()) return {};
  const Faults& faults = found->second;
  if (faults.errors == 0) {
    return faults.warnings == 1 ? tr("1 thing to consider")
                                : tr("%1 things to consider").arg(faults.warnings);
  }
  return faults.errors == 1 ? tr("1 fault") : tr("%1 faults").arg(faults.errors);
}

QVariant PartsModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const std::string pointer = pointerOf(index);
  const bool isGroup = index.internalId() == 0;
  switch (role) {
    case Qt::DisplayRole: {
      const QString title = partTitle(m_document.scenario(), pointer);
      const int count = isGroup ? rowCount(index) : 0;
      return count > 0 ? QStringLiteral("%1  %2").arg(title).arg(count) : title;
    }
    case pointerRole:
      return QString::fromStdString(pointer);
    case Qt::FontRole:
      return fontOf(isGroup ? TextRole::strong : TextRole::body);
    case Qt::DecorationRole: {
      const auto found = m_faults.find(pointer);
      if (found == m_faults.end()) return {};
      return severityIcon(found->second.errors > 0 ? Severity::error : Severity::warning);
    }
    case Qt::ToolTipRole: {
      const QString title = partTitle(m_document.scenario(), pointer);
      const QString faults = faultText(pointer);
      return toolTipOf(faults.isEmpty() ? title : QStringLiteral("%1\n%2").arg(title, faults));
    }
    case Qt::AccessibleTextRole: {
      const QString faults = faultText(pointer);
      const QString title = partTitle(m_document.scenario(), pointer);
      return faults.isEmpty() ? title : QStringLiteral("%1, %2").arg(title, faults);
    }
    default:
      return {};
  }
}

}  // namespace sparring::ui
