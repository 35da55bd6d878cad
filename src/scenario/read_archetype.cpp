// Archetype files in: form by the reader that scenarios have, then what the reactions mean.
#include <algorithm>
#include <functional>
#include <set>

#include "base/text.h"
#include "scenario/archetype.h"
#include "scenario/archetype_codes.h"
#include "scenario/expression.h"
#include "scenario/placeholders.h"
#include "scenario/read_form.h"
#include "scenario/read_parts.h"

namespace sparring {
namespace {

constexpr int onlyFormat = 1;

void readReaction(ObjectReader& in, Move& out) {
  in.id("id", out.id, Need::required);
  in.text("concept", out.carriesOut);
  in.ids("acts", out.acts);
  in.ids("without", out.without);
  in.text("when", out.when);
  in.texts("effects", out.effects);
  in.number("minutes", out.minutes);
  in.list("replies", out.replies, "reply", readLine);
}

void readFields(ObjectReader& in, Archetype& out) {
  in.number("format", out.format, Need::required);
  if (out.format != onlyFormat) {
    in.findings().add(
        Code::otherFormat, in.pointer("format"),
        "This program knows archetypes of format 1 only, not " + std::to_string(out.format) + ".",
        "Write 1, or get the newest version of Sparring.");
  }
  in.text("id", out.id, Need::required);
  in.number("version", out.version);
  in.text("title", out.title, Need::required);
  in.text("summary", out.summary);
  in.list("reactions", out.reactions, "reaction", readReaction, Need::required);
}

// Judges what the reactions of one archetype mean.
class Judging {
 public:
  Judging(const Archetype& archetype, const Vocabulary& vocabulary, Findings& findings)
      : m_archetype(archetype), m_vocabulary(vocabulary), m_findings(findings) {
    for (const Move& each : archetype.reactions) m_reactions.insert(each.id.value);
  }

  void judge() {
    judgeForm(m_archetype.id, "/id");
    for (std::size_t i = 0; i < m_archetype.reactions.size(); ++i) {
      judge(m_archetype.reactions[i], pointerTo("/reactions", i));
    }
  }

 private:
  void judge(const Move& reaction, const std::string& pointer) {
    judgeId(reaction.id.value, pointer + "/id", m_seenReactions);
    if (reaction.acts.empty()) {
      m_findings.add(Code::reactionWithoutActs, pointer + "/acts",
                     "Nothing calls for the reaction " + inQuotes(reaction.id.value) + ".",
                     "Name the acts that it reacts to.");
    }
    judgeActs(reaction.acts, pointer + "/acts");
    judgeActs(reaction.without, pointer + "/without");
    judgeCondition(reaction.when, pointer + "/when");
    for (std::size_t i = 0; i < reaction.effects.size(); ++i) {
      judgeEffect(reaction.effects[i], pointerTo(pointer + "/effects", i));
    }
    if (reaction.minutes && *reaction.minutes < 0) {
      m_findings.add(Code::badMinutes, pointer + "/minutes",
                     "A turn cannot take less than no time.",
                     "Write 0 or more, or leave “minutes” out.");
    }
    judgeLines(reaction.replies, pointer + "/replies");
    if (!reaction.replies.empty() && !reaction.replies.back().when.empty()) {
      m_findings.add(Code::conditionalLines, pointer + "/replies",
                     "Every reply of " + inQuotes(reaction.id.value) +
                         " has a condition: where none holds, the buyer says nothing.",
                     "Leave the last reply without a condition.");
    }
  }

  void judgeForm(const std::string& id, const std::string& pointer) {
    if (isWellFormedId(id)) return;
    m_findings.add(Code::badId, pointer, inQuotes(id) + " is not an id.",
                   "Use at most 64 lower-case letters, digits, _ and -, a letter first.");
  }

  void judgeId(const std::string& id, const std::string& pointer, std::set<std::string>& seen) {
    judgeForm(id, pointer);
    if (seen.insert(id).second) return;
    m_findings.add(Code::duplicateId, pointer, "The id " + inQuotes(id) + " is used before.",
                   "Give one of the two another id.");
  }

  void judgeActs(const std::vector<ActId>& acts, const std::string& pointer) {
    const std::set<std::string>& known = m_vocabulary.acts;
    for (std::size_t i = 0; !known.empty() && i < acts.size(); ++i) {
      if (known.contains(acts[i].value)) continue;
      m_findings.add(Code::unknownAct, pointerTo(pointer, i),
                     "The method has no act " + inQuotes(acts[i].value) + ".",
                     m_findings.didYouMean(acts[i].value, known));
    }
  }

  void judgeCondition(const std::string& text, const std::string& pointer) {
    const auto read = parseCondition(text);
    if (read) return judgeNames(text, pointer);
    m_findings.add(Code::badCondition, pointer,
                   "The condition " + inQuotes(text) + " cannot be read.", read.error().message);
  }

  void judgeEffect(const std::string& text, const std::string& pointer) {
    const auto read = parseEffect(text);
    if (read) return judgeNames(text, pointer);
    m_findings.add(Code::badEffect, pointer, "The effect " + inQuotes(text) + " cannot be read.",
                   read.error().message);
  }

  void judgeNames(const std::string& text, const std::string& pointer) {
    for (const NameInText& each : namesIn(text)) {
      const Reference& reference = each.reference;
      if (reference.kind == Reference::Kind::variable) {
        if (reference.name.find('.') == std::string::npos) continue;
        m_findings.add(Code::unknownName, pointer,
                       inQuotes(reference.name) + " names a persona, and an archetype knows none.",
                       "Write the variable alone: it is this buyer's own where there is one.");
      } else if (reference.kind != Reference::Kind::said) {
        m_findings.add(
            Code::unknownName, pointer,
            "An archetype knows no nodes and topics, so not " + inQuotes(reference.name) + ".",
            "Ask for variables, “phase” or “said” with a reaction of this file.");
      } else if (!m_reactions.contains(reference.name)) {
        m_findings.add(Code::unknownName, pointer,
                       inQuotes(reference.name) + " is not a reaction of this file.",
                       m_findings.didYouMean(reference.name, m_reactions));
      }
    }
  }

  void judgeLines(const std::vector<Line>& lines, const std::string& list) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const std::string pointer = pointerTo(list, i);
      judgeId(lines[i].id.value, pointer + "/id", m_seenLines);
      judgeCondition(lines[i].when, pointer + "/when");
      if (trim(lines[i].text).empty()) {
        m_findings.add(Code::emptyText, pointer + "/text", "This reply is empty.",
                       "Write it, or remove it.");
      }
      for (const Placeholder& each : placeholdersIn(lines[i].text)) {
        if (each.name == repWord) continue;
        m_findings.add(Code::unknownPlaceholder, pointer + "/text",
                       "“{" + std::string(each.name) + "}” is no placeholder in an archetype.",
                       "It knows “{rep}” only.");
      }
      if (!lines[i].speaker.empty()) {
        m_findings.add(Code::unknownName, pointer + "/speaker",
                       "A reaction is spoken by whoever listens.", "Leave “speaker” out.");
      }
      judgeLines(lines[i].then, pointer + "/then");
    }
  }

  const Archetype& m_archetype;
  const Vocabulary& m_vocabulary;
  Findings& m_findings;
  std::set<std::string> m_reactions;
  std::set<std::string> m_seenReactions;
  std::set<std::string> m_seenLines;
};

// The same fault under the number that it has here.
Diagnostic renumbered(Diagnostic diagnostic) {
  for (const CodeEntry& entry : archetypeCodeTable) {
    if (entryOf(entry.code).name != diagnostic.code) continue;
    diagnostic.code = entry.name;
    diagnostic.severity = entry.severity;
    if (entry.code == Code::notJson) diagnostic.hint = "An archetype file begins with a {.";
    break;
  }
  return diagnostic;
}

}  // namespace

bool isArchetype(std::string_view bytes) {
  const Json root = parseJson(bytes).root;
  return root.find("reactions") != nullptr && root.find("nodes") == nullptr;
}

ArchetypeReading readArchetype(std::string_view bytes, const Vocabulary& vocabulary) {
  ArchetypeReading out;
  JsonDocument document = parseJson(bytes);
  for (const JsonFault& fault : document.faults) {
    out.diagnostics.push_back(diagnosticOf(fault, document));
  }
  if (document.isJson) {
    const bool isObject = document.root.kind == Json::Kind::object;
    LineIndex lines(std::move(document.root));
    Findings findings(lines);
    FormReading reading{findings, document.isWhole && isObject};
    out.archetype.emplace();
    if (isObject) {
      ObjectReader reader(lines.root(), {}, "archetype", reading);
      readFields(reader, *out.archetype);
      reader.finish();
    } else {
      findings.add(Code::wrongType, "", "An archetype must be an object in braces.");
    }
    for (Diagnostic& each : findings.take()) out.diagnostics.push_back(std::move(each));
    Findings meaning(lines);
    // What is faulty in form is not judged further.
    if (out.diagnostics.empty()) Judging(*out.archetype, vocabulary, meaning).judge();
    for (Diagnostic& each : meaning.take()) out.diagnostics.push_back(std::move(each));
  }
  for (Diagnostic& each : out.diagnostics) each = renumbered(std::move(each));
  sortByPlace(out.diagnostics);
  return out;
}

}  // namespace sparring
