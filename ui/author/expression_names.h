// Completes the names that conditions and effects can use while somebody types one.
#pragma once

#include <QStringList>
#include <memory>

#include "scenario/scenario.h"

class QLineEdit;

namespace sparring::ui {

class ExpressionNames {
 public:
  explicit ExpressionNames(const Scenario& scenario);

  // What may follow a word: nodes after "visited", topics after "asked", moves after "said",
  // phases after a comparison with the phase, otherwise variables and the words of the language.
  const QStringList& after(const QString& word) const;

 private:
  QStringList m_nodes;
  QStringList m_topics;
  QStringList m_moves;
  QStringList m_phases;
  QStringList m_rest;
};

// From then on the field offers the names that begin as the word at its cursor does; Enter or Tab
// takes one. What is taken counts as typed.
void completeNames(QLineEdit* line, std::shared_ptr<const ExpressionNames> names);

}  // namespace sparring::ui
