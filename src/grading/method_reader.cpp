// Reads a method file. Every field that is missing or of the wrong kind is a located diagnostic and
// keeps its default, so that a faulty method still opens.
#include <algorithm>

#include "grading/clause_reader.h"
#include "grading/method_check.h"

namespace sparring {
namespace {

constexpr std::size_t largestMethod = 4 * 1024 * 1024;

class MethodReader {
 public:
  MethodReader(const Json& root, std::vector<Diagnostic>& diagnostics)
      : m_root(root), m_reader(diagnostics) {}

  Method read() {
    m_reader.number(m_root, "", "format", 1, 2, m_method.format);
    m_reader.text(m_root, "", "id", m_method.id);
    m_reader.onlyKeys(
        m_root, "",
        {"format", "id", "version", "title", "acts", "number_words", "signals", "stages",
         "breaches", "sureness", "rules", "concepts", "figures", "transcripts", "ratio", "weights",
         "long_turn_words", "long_turn_minutes", "unclear_minutes"});
    m_reader.number(m_root, "", "version", 1, 1'000'000, m_method.version);
    m_reader.text(m_root, "", "title", m_method.title);
    m_reader.objects(m_root, "", "acts",
                     [&](const Json& item, const std::string& at) { readAct(item, at); });
    readSignals();
    m_reader.objects(m_root, "", "stages",
                     [&](const Json& item, const std::string& at) { readStage(item, at); });
    m_reader.objects(m_root, "", "breaches",
                     [&](const Json& item, const std::string& at) { readBreach(item, at); });
    if (m_root.find("sureness") != nullptr) {
      object("sureness", [&](const Json& item, const std::string& at) { readSureness(item, at); });
    }
    m_reader.objects(m_root, "", "rules",
                     [&](const Json& item, const std::string& at) { readRule(item, at); });
    m_reader.optionalObjects(m_root, "", "concepts", [&](const Json& item, const std::string& at) {
      readConcept(item, at);
    });
    readFigures();
    m_reader.optionalObjects(
        m_root, "", "transcripts",
        [&](const Json& item, const std::string& at) { readTranscriptRule(item, at); });
    object("ratio", [&](const Json& item, const std::string& at) { readRatio(item, at); });
    object("weights", [&](const Json& item, const std::string& at) { readWeights(item, at); });
    m_reader.number(m_root, "", "long_turn_words", 1, 10'000, m_method.longTurnWords);
    m_reader.number(m_root, "", "long_turn_minutes", 0, 60, m_method.longTurnMinutes);
    m_reader.number(m_root, "", "unclear_minutes", 0, 60, m_method.unclearMinutes);
    checkMethod(m_root, m_method, m_reader);
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
    m_reader.onlyKeys(item, at, {"id", "title", "minutes"});
    m_reader.id(item, at, m_actIds, act.id.value);
    m_thingIds.insert(act.id.value);  // A signal may not have the id of an act.
    m_reader.text(item, at, "title", act.title);
    m_reader.number(item, at, "minutes", 0, 60, act.minutes);
    m_method.acts.push_back(std::move(act));
  }

  void readRule(const Json& item, const std::string& at) {
    Rule rule;
    m_reader.onlyKeys(
        item, at,
        {"id", "title", "says", "role", "meaning", "weight", "earns", "costs", "earned", "cost"});
    m_reader.id(item, at, m_ruleIds, rule.id.value);
    m_reader.text(item, at, "title", rule.title);
    m_reader.text(item, at, "says", rule.says);
    m_reader.text(item, at, "role", rule.role);
    m_reader.text(item, at, "meaning", rule.meaning);
    m_reader.number(item, at, "weight", 0, 1000, rule.weight);
    m_clauses.clauses(item, at, "earns", rule.earns);
    m_clauses.clauses(item, at, "costs", rule.costs);
    for (Judging* each : {&rule.earned, &rule.cost}) {
      each->firm = m_method.sureness.firm;
      each->perhaps = m_method.sureness.perhaps;
    }
    m_clauses.judging(item, at, "earned", rule.earned);
    m_clauses.judging(item, at, "cost", rule.cost);
    m_method.rules.push_back(std::move(rule));
  }

  void readStage(const Json& item, const std::string& at) {
    Stage stage;
    m_reader.onlyKeys(
        item, at, {"id", "title", "meaning", "done_when", "done_by", "done_times", "answer_words"});
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
    m_clauses.things(item, at, "done_by", stage.doneBy);
    m_reader.optionalNumber(item, at, "done_times", 1, 100, stage.doneTimes);
    m_reader.optionalNumber(item, at, "answer_words", 0, 1000, stage.answerWords);
    m_method.stages.push_back(std::move(stage));
  }

  void readSignals() {
    m_reader.optionalObjects(m_root, "", "signals", [&](const Json& item, const std::string& at) {
      Signal signal;
      m_reader.id(item, at, m_thingIds, signal.id.value);
      m_clauses.signal(item, at, signal);
      for (const WordPattern& each : signal.patterns) {
        const bool isIndexed =
            signal.kind == Signal::Kind::words || signal.kind == Signal::Kind::heard;
        if (isIndexed) m_method.patterns.add(each, static_cast<int>(m_method.knownSignals.size()));
      }
      m_method.knownSignals.push_back(std::move(signal));
    });
    std::vector<std::string> numbers;
    m_reader.texts(
        m_root, "", "number_words",
        [&](const std::string& word, const Json&, const std::string&) { numbers.push_back(word); });
    m_method.patterns.setNumberWords(std::move(numbers));
    m_method.patterns.build();
    m_clauses.knowThings(m_method.acts, m_method.knownSignals);
  }

  void readConcept(const Json& item, const std::string& at) {
    Concept read;
    m_reader.onlyKeys(item, at,
                      {"id", "title", "meaning", "weight", "kept", "broken", "redeemed_by"});
    m_reader.id(item, at, m_conceptIds, read.id.value, true);
    m_reader.text(item, at, "title", read.title);
    m_reader.text(item, at, "meaning", read.meaning);
    m_reader.number(item, at, "weight", 0, 1000, read.weight);
    m_clauses.clauses(item, at, "kept", read.kept);
    m_clauses.clauses(item, at, "broken", read.broken);
    m_clauses.things(item, at, "redeemed_by", read.redeemedBy);
    m_method.concepts.push_back(std::move(read));
  }

  void readFigures() {
    if (m_root.find("figures") == nullptr) return;
    object("figures", [&](const Json& item, const std::string& at) {
      m_reader.onlyKeys(item, at, {"question_acts", "prescription_acts", "tallies"});
      m_reader.names(item, at, "question_acts", m_actIds, m_method.questionActs);
      m_reader.names(item, at, "prescription_acts", m_actIds, m_method.prescriptionActs);
      m_reader.optionalObjects(
          item, at, "tallies", [&](const Json& each, const std::string& place) {
            Tally tally;
            m_reader.onlyKeys(each, place, {"id", "title", "when"});
            m_reader.id(each, place, m_tallyIds, tally.id);
            m_reader.text(each, place, "title", tally.title);
            if (const Json* clause = each.find("when")) {
              tally.clause = m_clauses.clause(*clause, pointerTo(place, "when"));
            } else {
              m_reader.report("ME002", each, pointerTo(place, "when"), "'when' is missing.",
                              "Say what is counted.");
            }
            m_method.tallies.push_back(std::move(tally));
          });
    });
  }

  void readTranscriptRule(const Json& item, const std::string& at) {
    TranscriptRule rule;
    m_reader.onlyKeys(item, at, {"archetypes", "ratio_applies", "aims_for"});
    m_reader.texts(item, at, "archetypes",
                   [&](const std::string& word, const Json&, const std::string&) {
                     rule.archetypes.push_back(word);
                   });
    m_reader.optionalFlag(item, at, "ratio_applies", rule.ratioApplies);
    if (item.find("aims_for") != nullptr) {
      m_clauses.stage(item, at, "aims_for", rule.aimsFor);
    }
    m_method.transcripts.push_back(std::move(rule));
  }

  void readSureness(const Json& item, const std::string& at) {
    Sureness& sureness = m_method.sureness;
    m_reader.onlyKeys(item, at, {"firm", "perhaps", "watched"});
    m_reader.number(item, at, "firm", 1, 1001, sureness.firm);
    m_reader.number(item, at, "perhaps", 1, 1000, sureness.perhaps);
    m_reader.number(item, at, "watched", 1, 1000, sureness.watched);
  }

  void readBreach(const Json& item, const std::string& at) {
    BreachRule breach;
    m_reader.onlyKeys(item, at, {"id", "acts", "unless", "needs", "why", "remedy"});
    m_reader.id(item, at, m_breachIds, breach.id);
    m_reader.names(item, at, "acts", m_actIds, breach.acts);
    if (item.find("unless") != nullptr) {
      m_reader.names(item, at, "unless", m_actIds, breach.unless);
    }
    m_reader.names(item, at, "needs", m_stageIds, breach.needs);
    m_reader.text(item, at, "why", breach.why);
    m_reader.text(item, at, "remedy", breach.remedy);
    m_method.breaches.push_back(std::move(breach));
  }

  void readRatio(const Json& item, const std::string& at) {
    RatioRule& ratio = m_method.ratio;
    m_reader.onlyKeys(item, at,
                      {"target_tenths", "enough_words", "first_words", "seller_first_cost",
                       "left_out_acts", "never_about_us", "bands"});
    m_reader.number(item, at, "target_tenths", 1, 1000, ratio.targetTenths);
    m_reader.number(item, at, "enough_words", 1, 10'000, ratio.enoughWords);
    m_reader.number(item, at, "first_words", 0, 10'000, ratio.firstWords);
    m_reader.number(item, at, "seller_first_cost", 0, 100, ratio.sellerFirstCost);
    m_reader.names(item, at, "left_out_acts", m_actIds, ratio.leftOutActs);
    m_reader.text(item, at, "never_about_us", ratio.neverAboutUs);
    m_reader.objects(item, at, "bands", [&](const Json& each, const std::string& place) {
      RatioBand band;
      m_reader.onlyKeys(each, place,
                        {"at_least_tenths", "score", "customer_first", "seller_first"});
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
    m_reader.onlyKeys(item, at,
                      {"rules", "ratio", "stages", "concepts", "assumed_earned", "assumed_cost",
                       "breach_cost", "wallet_per_point"});
    m_reader.number(item, at, "rules", 0, 1000, weights.rules);
    m_reader.number(item, at, "ratio", 0, 1000, weights.ratio);
    m_reader.number(item, at, "stages", 0, 1000, weights.stages);
    m_reader.number(item, at, "assumed_earned", 0, 1000, weights.assumedEarned);
    m_reader.number(item, at, "assumed_cost", 0, 1000, weights.assumedCost);
    m_reader.optionalNumber(item, at, "concepts", 0, 1000, weights.concepts);
    m_reader.number(item, at, "breach_cost", 0, 100, weights.breachCost);
    m_reader.number(item, at, "wallet_per_point", 0, 1000, weights.walletPerPoint);
    if (weights.rules + weights.ratio + weights.stages + weights.concepts == 0) {
      m_reader.report("ME010", item, at, "All parts of the score weigh nothing.",
                      "Give at least one of rules, ratio, stages and concepts a weight.");
    }
  }

  const Json& m_root;
  FieldReader m_reader;
  Method m_method;
  std::set<std::string> m_actIds, m_thingIds, m_ruleIds, m_stageIds, m_breachIds, m_conceptIds,
      m_tallyIds;
  ClauseReader m_clauses{m_reader, m_stageIds, m_breachIds};
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
