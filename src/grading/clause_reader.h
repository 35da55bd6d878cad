// Reads signals, clauses and scorers of a method file. Private to the grading room.
#pragma once

#include <map>

#include "grading/field_reader.h"
#include "grading/method.h"

namespace sparring {

class ClauseReader {
 public:
  // All of it outlives the reader; the ids are those that have been read so far.
  ClauseReader(FieldReader& reader, const std::set<std::string>& stageIds,
               const std::set<std::string>& breachIds)
      : m_reader(reader), m_stageIds(stageIds), m_breachIds(breachIds) {}

  void knowThings(const std::vector<ActDefinition>& acts, const std::vector<Signal>& known);

  void signal(const Json& item, const std::string& at, Signal& out);
  Clause clause(const Json& item, const std::string& at);
  // Each of these may be missing.
  void clauses(const Json& parent, const std::string& at, const char* key,
               std::vector<Clause>& out);
  void judging(const Json& parent, const std::string& at, const char* key, Judging& out);
  void things(const Json& parent, const std::string& at, const char* key, std::vector<int>& out);
  void stage(const Json& parent, const std::string& at, const char* key, StageId& out);

 private:
  template <class Name>
  void known(const Json& parent, const std::string& at, const char* key,
             const std::set<std::string>& ids, std::vector<Name>& out);
  void state(const Json& item, const std::string& at, Clause& out);
  void judgeClause(const Json& item, const std::string& at, const Clause& clause);

  FieldReader& m_reader;
  const std::set<std::string>& m_stageIds;
  const std::set<std::string>& m_breachIds;
  std::map<std::string, int> m_things;
};

}  // namespace sparring
