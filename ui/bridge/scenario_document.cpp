#include "bridge/scenario_document.h"

#include <QUndoCommand>
#include <algorithm>
#include <cassert>
#include <memory>
#include <utility>

#include "base/json.h"
#include "scenario/read.h"
#include "scenario/write.h"

namespace sparring::ui {
namespace {

constexpr int judgingDelay = 150;    // Milliseconds after a change: a large scenario takes 30.
constexpr int thinkingPause = 1500;  // Milliseconds without a key that end a step of typing.
constexpr int typingStep = 1;        // Of QUndoCommand::id().

// Where an edit is seen once it is applied.
std::string placeOf(const Edit& edit) {
  struct Place {
    std::string operator()(const SetField& it) const { return it.pointer; }
    std::string operator()(const InsertPart& it) const { return pointerTo(it.list, it.index); }
    std::string operator()(const RemovePart& it) const { return pointerTo(it.list, it.index); }
    std::string operator()(const ReorderPart& it) const { return pointerTo(it.list, it.to); }
    std::string operator()(const EditGroup& it) const {
      return it.edits.empty() ? std::string() : placeOf(it.edits.front());
    }
  };
  return std::visit(Place{}, edit.what);
}

}  // namespace

bool changesParts(const Edit& edit) {
  if (std::holds_alternative<SetField>(edit.what)) return false;
  const auto* group = std::get_if<EditGroup>(&edit.what);
  return group == nullptr || std::ranges::any_of(group->edits, changesParts);
}

// Doing and undoing exchange an edit for its inverse.
class EditStep : public QUndoCommand {
 public:
  EditStep(ScenarioDocument& document, Edit edit, const QString& what, std::string place,
           std::string typedAt)
      : QUndoCommand(what),
        m_document(document),
        m_edit(std::move(edit)),
        m_place(std::move(place)),
        m_typedAt(std::move(typedAt)) {}

  void redo() override {
    step();
    if (std::exchange(m_isDone, true)) emit m_document.steppedTo(m_shown);
  }
  void undo() override {
    step();
    emit m_document.steppedTo(m_shown);
  }

  int id() const override { return m_typedAt.empty() ? -1 : typingStep; }
  // What is left to undo is what stood there before the first of them.
  bool mergeWith(const QUndoCommand* next) override {
    return m_document.m_typing && m_typedAt == static_cast<const EditStep*>(next)->m_typedAt;
  }

 private:
  void step() {
    m_shown = m_place.empty() ? placeOf(m_edit) : m_place;
    m_document.exchange(m_edit);
  }

  ScenarioDocument& m_document;
  Edit m_edit;
  std::string m_place;
  std::string m_typedAt;
  std::string m_shown;
  bool m_isDone = false;
};

ScenarioDocument::ScenarioDocument(Vocabulary vocabulary, QObject* parent)
    : QObject(parent), m_vocabulary(std::move(vocabulary)) {
  for (QTimer* timer : {&m_judging, &m_pause}) timer->setSingleShot(true);
  m_judging.setInterval(judgingDelay);
  m_pause.setInterval(thinkingPause);
  connect(&m_judging, &QTimer::timeout, this, &ScenarioDocument::judge);
  connect(&m_pause, &QTimer::timeout, this, &ScenarioDocument::endTyping);
}

void ScenarioDocument::open(Scenario scenario) {
  m_history.clear();
  m_scenario = std::move(scenario);
  m_typing = false;
  emit partsChanged();
  judge();
}

bool ScenarioDocument::fits(const Edit& edit) const {
  if (const auto* field = std::get_if<SetField>(&edit.what)) {
    const std::optional<FieldValue> now = fieldAt(m_scenario, field->pointer);
    return now && now->index() == field->value.index() && *now != field->value;
  }
  Scenario trial = m_scenario;
  return apply(trial, Edit(edit)).has_value();
}

bool ScenarioDocument::change(Edit edit, const QString& what, const std::string& place) {
  endTyping();
  if (!fits(edit)) return false;
  m_history.push(new EditStep(*this, std::move(edit), what, place, {}));
  return true;
}

bool ScenarioDocument::type(const std::string& pointer, FieldValue value, const QString& what) {
  Edit edit{SetField{pointer, std::move(value)}};
  if (!fits(edit)) return false;
  m_history.push(new EditStep(*this, std::move(edit), what, {}, pointer));
  m_typing = true;
  m_pause.start();
  return true;
}

void ScenarioDocument::endTyping() {
  m_typing = false;
  m_pause.stop();
}

void ScenarioDocument::exchange(Edit& edit) {
  const std::string place = placeOf(edit);
  const bool parts = changesParts(edit);
  std::optional<Edit> inverse = apply(m_scenario, std::move(edit));
  assert(inverse);
  if (inverse) edit = std::move(*inverse);
  m_judging.start();
  if (parts) {
    emit partsChanged();
  } else {
    emit fieldChanged(place);
  }
}

std::vector<Fix> ScenarioDocument::fixesOf(const Diagnostic& problem) const {
  return fixesFor(m_scenario, m_vocabulary, problem);
}

void ScenarioDocument::judge() {
  m_judging.stop();
  ScenarioReading reading = readScenario(writeScenario(m_scenario));
  addMeaning(reading, m_vocabulary);
  m_problems = std::move(reading.diagnostics);
  std::ranges::stable_sort(m_problems, {}, &Diagnostic::severity);
  emit judged();
}

}  // namespace sparring::ui
