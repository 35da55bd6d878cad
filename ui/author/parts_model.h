// The parts of a scenario as a tree of three levels, read from the document each time: groups,
// parts, and what belongs to a part (moves of a node, topics and reactions of a person). Each says
// whether something is wrong in it.
#pragma once

#include <QAbstractItemModel>
#include <string>
#include <unordered_map>

#include "bridge/scenario_document.h"

namespace sparring::ui {

class PartsModel : public QAbstractItemModel {
  Q_OBJECT

 public:
  static constexpr int pointerRole = Qt::UserRole;

  // The document outlives the model.
  explicit PartsModel(ScenarioDocument& document, QObject* parent = nullptr);

  // After parts came, went or moved.
  void reset();
  // After a value changed or problems were found: what rows say is asked for anew.
  void update();

  // The nearest row to a part.
  QModelIndex indexOf(const std::string& part) const;
  std::string pointerOf(const QModelIndex& index) const;

  QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
  QModelIndex parent(const QModelIndex& index) const override;
  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& = {}) const override { return 1; }
  QVariant data(const QModelIndex& index, int role) const override;

 private:
  struct Faults {
    int errors = 0;
    int warnings = 0;
  };
  int childCount(std::size_t group, std::size_t item) const;
  QString faultText(const std::string& pointer) const;

  ScenarioDocument& m_document;
  std::unordered_map<std::string, Faults> m_faults;  // By part, counted in what holds it too.
};

}  // namespace sparring::ui
