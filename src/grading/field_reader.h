// Fields of a method file, each fault a located diagnostic: what cannot be read keeps its default.
// Private to the grading room.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/id.h"
#include "base/json.h"
#include "base/text.h"

namespace sparring {

class FieldReader {
 public:
  explicit FieldReader(std::vector<Diagnostic>& diagnostics) : m_diagnostics(diagnostics) {}

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

  // The same where the key may be missing.
  void optionalText(const Json& parent, const std::string& pointer, const char* key,
                    std::string& out) {
    if (parent.find(key) != nullptr) text(parent, pointer, key, out);
  }
  void optionalNumber(const Json& parent, const std::string& pointer, const char* key, int least,
                      int most, int& out) {
    if (parent.find(key) != nullptr) number(parent, pointer, key, least, most, out);
  }
  void optionalFlag(const Json& parent, const std::string& pointer, const char* key, bool& out) {
    const Json* value = parent.find(key);
    if (value == nullptr) return;
    if (value->kind == Json::Kind::boolean) {
      out = value->boolean;
    } else {
      report("ME002", *value, pointerTo(pointer, key),
             std::string("'") + key + "' must be true or false.");
    }
  }
  // One of some words, by its position.
  template <class Choice>
  void choice(const Json& parent, const std::string& pointer, const char* key,
              std::initializer_list<std::string_view> words, Choice& out) {
    std::string word;
    text(parent, pointer, key, word);
    if (word.empty()) return;
    const auto found = std::ranges::find(words, word);
    if (found != words.end()) {
      out = static_cast<Choice>(found - words.begin());
      return;
    }
    std::string known;
    for (const std::string_view each : words) {
      known += (known.empty() ? "" : ", ") + std::string(each);
    }
    report("ME005", *parent.find(key), pointerTo(pointer, key), "'" + word + "' is not known here.",
           "Use one of: " + known + ".");
  }
  // Texts of a list that may be missing; each(text, item, pointer).
  template <class Each>
  void texts(const Json& parent, const std::string& pointer, const char* key, const Each& each) {
    const Json* list = parent.find(key);
    if (list == nullptr) return;
    const std::string place = pointerTo(pointer, key);
    if (list->kind != Json::Kind::array) {
      report("ME004", *list, place, std::string("'") + key + "' must be a list of texts.");
      return;
    }
    for (std::size_t i = 0; i < list->items.size(); ++i) {
      const Json& item = list->items[i];
      if (item.kind == Json::Kind::string && !item.string.empty()) {
        each(item.string, item, pointerTo(place, i));
      } else {
        report("ME002", item, pointerTo(place, i), "An entry here must be a text.");
      }
    }
  }
  // Objects of a list that may be missing.
  template <class Each>
  void optionalObjects(const Json& parent, const std::string& pointer, const char* key,
                       const Each& each) {
    if (parent.find(key) != nullptr) objects(parent, pointer, key, each);
  }
  // Keys that nothing reads: most often a slip of the pen that would change the meaning silently.
  void onlyKeys(const Json& item, const std::string& pointer,
                std::initializer_list<std::string_view> keys) {
    for (const Json::Member& member : item.members) {
      if (std::ranges::find(keys, member.key) != keys.end()) continue;
      report("ME011", member.value, pointerTo(pointer, member.key),
             "'" + member.key + "' means nothing here.", "Correct the spelling, or take it out.");
    }
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

  // Reads "id" and reports a repeated or ill-formed one. Some names are by custom in capitals.
  void id(const Json& item, const std::string& pointer, std::set<std::string>& seen,
          std::string& out, bool capitals = false) {
    text(item, pointer, "id", out);
    if (out.empty()) return;
    if (!isWellFormedId(capitals ? toLower(out) : out)) {
      report("ME006", item, pointerTo(pointer, "id"), "'" + out + "' is not a usable id.",
             std::string("Use ") + (capitals ? "" : "lower-case ") +
                 "letters, digits, '_' and '-', a letter first.");
    }
    if (!seen.insert(out).second) {
      report("ME007", item, pointerTo(pointer, "id"), "The id '" + out + "' is used twice.",
             "Give each entry an id of its own.");
    }
  }

 private:
  std::vector<Diagnostic>& m_diagnostics;
};

}  // namespace sparring
