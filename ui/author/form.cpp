#include "author/form.h"

#include <QHash>
#include <QVBoxLayout>
#include <algorithm>

#include "author/expression_names.h"
#include "author/list_fields.h"
#include "base/json.h"
#include "bridge/scenario_places.h"
#include "bridge/text.h"
#include "widgets/theme.h"

namespace sparring::ui {
namespace {

QString named(const std::string& title, const std::string& id) {
  return title.empty() ? toQt(id) : QStringLiteral("%1  ·  %2").arg(toQt(title), toQt(id));
}

}  // namespace

Form::Form(ScenarioDocument& document, const Method& method, std::string part, QWidget* parent)
    : QWidget(parent), m_document(document), m_method(method), m_part(std::move(part)) {
  m_column = new QVBoxLayout(this);
  m_column->setContentsMargins(0, 0, 0, 0);
  m_column->setSpacing(space::large);
  m_faults = new FaultLine(this);
  m_column->addWidget(m_faults);
}

Form::~Form() = default;

void Form::add(Field* field) {
  m_fields.push_back(field);
}

void Form::refresh() {
  for (Field* each : m_fields) each->refresh();
}

void Form::commit() {
  // What is committed may end the form: parts are then shown anew.
  for (Field* each : std::vector<Field*>(m_fields)) each->commit();
}

void Form::retire() {
  for (Field* each : m_fields) each->retire();
}

Field* Form::nearest(const std::string& pointer) const {
  Field* best = nullptr;
  for (Field* each : m_fields) {
    const std::string& own = each->pointer();
    const bool holds = pointer == own || (pointer.starts_with(own) && pointer[own.size()] == '/');
    if (holds && (best == nullptr || best->pointer().size() < own.size())) best = each;
  }
  return best;
}

void Form::showProblems() {
  QHash<Field*, QList<const Diagnostic*>> faults;
  QList<const Diagnostic*> ofPart;
  for (const Diagnostic& each : m_document.problems()) {
    if (partOf(each.pointer) != m_part) continue;
    Field* field = nearest(each.pointer);
    field == nullptr ? ofPart.append(&each) : faults[field].append(&each);
  }
  m_faults->show(ofPart);
  for (Field* each : m_fields) each->showFaults(faults.value(each));
}

void Form::focusOn(const std::string& pointer) {
  Field* field = nearest(pointer);
  if (field == nullptr && !m_fields.empty()) field = m_fields.front();
  if (field == nullptr) return;
  const bool beneath = pointer.size() > field->pointer().size();
  field->takeFocus(beneath ? std::string_view(pointer).substr(field->pointer().size())
                           : std::string_view());
}

std::shared_ptr<const ExpressionNames> Form::names() {
  if (!m_names) m_names = std::make_shared<const ExpressionNames>(m_document.scenario());
  return m_names;
}

QAbstractItemModel* Form::targets(bool mayStay) {
  QAbstractItemModel*& model = m_targets[mayStay ? 1 : 0];
  if (model != nullptr) return model;
  Choices choices;
  if (mayStay) choices.push_back({"", tr("Stay here: the same node goes on")});
  for (const Node& each : m_document.scenario().nodes) {
    choices.push_back({each.id.value, named(each.title, each.id.value)});
  }
  for (const Outcome& each : m_document.scenario().outcomes) {
    choices.push_back({each.id.value, tr("End: %1").arg(named(each.title, each.id.value))});
  }
  model = makeChoiceModel(choices, this);
  return model;
}

QAbstractItemModel* Form::speakers(const QString& nobody) {
  if (m_speakers != nullptr && nobody.isEmpty()) return m_speakers;
  Choices choices;
  if (!nobody.isEmpty()) choices.push_back({"", nobody});
  for (const Persona& each : m_document.scenario().personas) {
    choices.push_back({each.id.value, named(each.name, each.id.value)});
  }
  QAbstractItemModel* model = makeChoiceModel(choices, this);
  if (nobody.isEmpty()) m_speakers = model;
  return model;
}

void Form::follow(const std::string& id) {
  const Scenario& scenario = m_document.scenario();
  const auto at = [&](const auto& list, const char* name) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (list[i].id.value == id) return pointerTo(name, i);
    }
    return std::string();
  };
  const std::string node = at(scenario.nodes, "/nodes");
  emit partWanted(node.empty() ? at(scenario.outcomes, "/outcomes") : node);
}

QString Form::selectedWords() const {
  return m_phrasings != nullptr ? m_phrasings->selectedInFirst().trimmed() : QString();
}

}  // namespace sparring::ui
