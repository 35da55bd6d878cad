// Reads a method file. Every field that is missing or of the wrong kind is a located diagnostic and
// keeps its default, so that a faulty method still opens.
#include <algorithm>
#include <initializer_list>
#include <set>

#include "base/json.h"
#include "grading/method.h"

namespace sparring {
namespace {

constexpr std::size_t largestMethod = 4 * 1024 * 1024;

class Reader {
 public:
  explicit Reader(std::vector<Diagnostic>& diagnostics) : m_diagnostics(diagnostics) {}

  void report(const char* code, const Json& at, const std::string& pointer, std::string message,
              std::string hint = {}) {
    m_diagnostics.push_back(
        {code, Severity::error, pointer, at.line, std::move(message), std::move(hint)});
  }

  void text(const Json& parent, const std::string& pointer, const char* key, std::string& out) {
    const Json* value = parent.find(key);
    if (value == nullptr || value->kind != Json::Kind::string || value->string.empty()) {
      report("ME002", value != nullptr ? *value : parent, pointerTo(pointer, key),
             std::string("'") + key + "' is missing or is not a text.", "Write it in quotes.");
      return;
    }
    out = value->string;
  }

  void number(const Json& parent, const std::string& pointer, const char* key, int least, int most,
              int& out) {
    const Json* value = parent.find(key);
    if (value == nullptr || value->kind != Json::Kind::integer || value->integer < least ||
        value->integer > most) {
      report("ME003", value != nullptr ? *value : parent, pointerTo(pointer, key),
             std::string("'") + key + "' must be a whole number from " + std::to_string(least) +
                 " to " + std::to_string(most) + ".");
      return;
    }
    out = static_cast<int>(value->integer);
  }

  // Calls each(item, pointer) for the objects of a list.
  template <class Each>
  void objects(const Json& parent, const std::string& pointer, const char* key, const Each& each) {
    const Json* list = parent.find(key);
    const std::string place = pointerTo(pointer, key);
    if (list == nullptr || list->kind != Json::Kind::array || list->items.empty()) {
      report("ME004", list != nullptr ? *list : parent, place,
             std::string("'") + key + "' must be a list with at least one entry.");
      return;
    }
    for (std::size_t i = 0; i < list->items.size(); ++i) {
      const Json& item = list->items[i];
      if (item.kind == Json::Kind::object) {
        each(item, pointerTo(place, i));
      } else {
        report("ME004", item, pointerTo(place, i), "An entry here must be an object in braces.");
      }
    }
  }

  template <class Name>
  void names(const Json& parent, const std::string& pointer, const char* key,
             const std::set<std::string>& known, std::vector<Name>& out) {
    const Json* list = parent.find(key);
    const std::string place = pointerTo(pointer, key);
    if (list == nullptr || list->kind != Json::Kind::array) {
      report("ME004", list != nullptr ? *list : parent, place,
             std::string("'") + key + "' must be a list of ids.");
      return;
    }
    for (std::size_t i = 0; i < list->items.size(); ++i) {
      const Json& item = list->items[i];
      if (item.kind != Json::Kind::string || !known.contains(item.string)) {
        report("ME005", item, pointerTo(place, i),
               "'" + item.string + "' is not defined in this method.",
               "Define it, or correct the spelling.");
        continue;
      }
      out.emplace_back(item.string);
    }
  }

  // Reads "id" and reports a repeated or ill-formed one.
  void id(const Json& item, const std::string& pointer, std::set<std::string>& seen,
          std::string& out) {
    text(item, pointer, "id", out);
    if (out.empty()) return;
    if (!isWellFormedId(out)) {
      report("ME006", item, pointerTo(pointer, "id"), "'" + out + "' is not a usable id.",
             "Use lower-case letters, digits, '_' and '-', a letter first.");
    }
    if (!seen.insert(out).second) {
      report("ME007", item, pointerTo(pointer, "id"), "The id '" + out + "' is used twice.",
             "Give each entry an id of its own.");
    }
  }

 private:
  std::vector<Diagnostic>& m_diagnostics;
};

class MethodReader {
 public:
  MethodReader(const Json& root, std::vector<Diagnostic>& diagnostics)
      : m_root(root), m_reader(diagnostics) {}

  Method read() {
    m_reader.number(m_root, "", "format", 1, 1, m_method.format);
    m_reader.text(m_root, "", "id", m_method.id);
    m_reader.number(m_root, "", "version", 1, 1'000'000, m_method.version);
    m_reader.text(m_root, "", "title", m_method.title);
    m_reader.objects(m_root, "", "acts",
                     [&](const Json& item, const std::string& at) { readAct(item, at); });
    m_reader.objects(m_root, "", "rules",
                     [&](const Json& item, const std::string& at) { readRule(item, at); });
    m_reader.objects(m_root, "", "stages",
                     [&](const Json& item, const std::string& at) { readStage(item, at); });
    m_reader.objects(m_root, "", "breaches",
                     [&](const Json& item, const std::string& at) { readBreach(item, at); });
    object("ratio", [&](const Json& item, const std::string& at) { readRatio(item, at); });
    object("weights", [&](const Json& item, const std::string& at) { readWeights(item, at); });
    m_reader.number(m_root, "", "long_turn_words", 1, 10'000, m_method.longTurnWords);
    m_reader.number(m_root, "", "long_turn_minutes", 0, 60, m_method.longTurnMinutes);
    m_reader.number(m_root, "", "unclear_minutes", 0, 60, m_method.unclearMinutes);
    return std::move(m_method);
  }

 private:
  template <class Each>
  void object(const char* key, const Each& each) {
    const Json* value = m_root.find(key);
    const std::string place = pointerTo("", key);
    if (value == nullptr || value->kind != Json::Kind::object) {
      m_reader.report("ME004", value != nullptr ? *value : m_root, place,
                      std::string("'") + key + "' must be an object in braces.");
      return;
    }
    each(*value, place);
  }

  void readAct(const Json& item, const std::string& at) {
    ActDefinition act;
    m_reader.id(item, at, m_actIds, act.id.value);
    m_reader.text(item, at, "title", act.title);
    m_reader.number(item, at, "minutes", 0, 60, act.minutes);
    m_method.acts.push_back(std::move(act));
  }

  void readRule(const Json& item, const std::string& at) {
    Rule rule;
    m_reader.id(item, at, m_ruleIds, rule.id.value);
    m_reader.text(item, at, "title", rule.title);
    m_reader.text(item, at, "says", rule.says);
    m_reader.text(item, at, "role", rule.role);
    m_reader.text(item, at, "meaning", rule.meaning);
    m_reader.number(item, at, "weight", 0, 1000, rule.weight);
    m_method.rules.push_back(std::move(rule));
  }

  void readStage(const Json& item, const std::string& at) {
    Stage stage;
    m_reader.id(item, at, m_stageIds, stage.id.value);
    m_reader.text(item, at, "title", stage.title);
    m_reader.text(item, at, "meaning", stage.meaning);
    m_reader.text(item, at, "done_when", stage.doneWhen);
    const auto done = parseCondition(stage.doneWhen);
    if (done) {
      stage.done = *done;
    } else {
      m_reader.report("ME008", item, pointerTo(at, "done_when"), done.error().message,
                      "Conditions are described in docs/scenario-format.md.");
    }
    m_method.stages.push_back(std::move(stage));
  }

  void readBreach(const Json& item, const std::string& at) {
    BreachRule breach;
    m_reader.id(item, at, m_breachIds, breach.id);
    m_reader.names(item, at, "acts", m_actIds, breach.acts);
    m_reader.names(item, at, "needs", m_stageIds, breach.needs);
    m_reader.text(item, at, "why", breach.why);
    m_reader.text(item, at, "remedy", breach.remedy);
    m_method.breaches.push_back(std::move(breach));
  }

  void readRatio(const Json& item, const std::string& at) {
    RatioRule& ratio = m_method.ratio;
    m_reader.number(item, at, "target_tenths", 1, 1000, ratio.targetTenths);
    m_reader.number(item, at, "enough_words", 1, 10'000, ratio.enoughWords);
    m_reader.number(item, at, "first_words", 0, 10'000, ratio.firstWords);
    m_reader.number(item, at, "seller_first_cost", 0, 100, ratio.sellerFirstCost);
    m_reader.names(item, at, "left_out_acts", m_actIds, ratio.leftOutActs);
    m_reader.text(item, at, "never_about_us", ratio.neverAboutUs);
    m_reader.objects(item, at, "bands", [&](const Json& each, const std::string& place) {
      RatioBand band;
      m_reader.number(each, place, "at_least_tenths", 0, 10'000, band.atLeastTenths);
      m_reader.number(each, place, "score", 0, 100, band.score);
      m_reader.text(each, place, "customer_first", band.customerFirst);
      m_reader.text(each, place, "seller_first", band.sellerFirst);
      ratio.bands.push_back(std::move(band));
    });
    const auto higher = [](const RatioBand& a, const RatioBand& b) {
      return a.atLeastTenths > b.atLeastTenths;
    };
    if (!std::ranges::is_sorted(ratio.bands, higher)) {
      m_reader.report("ME009", item, pointerTo(at, "bands"),
                      "The bands must go from the highest ratio to the lowest.");
      std::ranges::stable_sort(ratio.bands, higher);
    }
  }

  void readWeights(const Json& item, const std::string& at) {
    ScoreWeights& weights = m_method.weights;
    m_reader.number(item, at, "rules", 0, 1000, weights.rules);
    m_reader.number(item, at, "ratio", 0, 1000, weights.ratio);
    m_reader.number(item, at, "stages", 0, 1000, weights.stages);
    m_reader.number(item, at, "assumed_earned", 0, 1000, weights.assumedEarned);
    m_reader.number(item, at, "assumed_cost", 0, 1000, weights.assumedCost);
    m_reader.number(item, at, "breach_cost", 0, 100, weights.breachCost);
    m_reader.number(item, at, "wallet_per_point", 0, 1000, weights.walletPerPoint);
    if (weights.rules + weights.ratio + weights.stages == 0) {
      m_reader.report("ME010", item, at, "All three parts of the score weigh nothing.",
                      "Give at least one of rules, ratio and stages a weight.");
    }
  }

  const Json& m_root;
  Reader m_reader;
  Method m_method;
  std::set<std::string> m_actIds, m_ruleIds, m_stageIds, m_breachIds;
};

}  // namespace

MethodReading readMethod(std::string_view bytes) {
  MethodReading reading;
  if (bytes.size() > largestMethod) {
    reading.diagnostics.push_back({"ME001", Severity::error, "", 0,
                                   "A method file is at most 4 MB.", "Is this the right file?"});
    return reading;
  }
  const JsonDocument document = parseJson(bytes);
  for (const JsonFault& fault : document.faults) {
    reading.diagnostics.push_back(
        {"ME001", Severity::error, "", fault.line, fault.message, "Mend the file there."});
  }
  if (!document.isJson || document.root.kind != Json::Kind::object) {
    if (document.faults.empty()) {
      reading.diagnostics.push_back(
          {"ME001", Severity::error, "", 1, "A method file holds one object in braces.", {}});
    }
    return reading;
  }
  reading.method = MethodReader(document.root, reading.diagnostics).read();
  std::ranges::stable_sort(reading.diagnostics, {}, &Diagnostic::line);
  return reading;
}

}  // namespace sparring
