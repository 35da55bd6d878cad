// What people said about recorded turns: added, never changed.
#include <cstdint>
#include <optional>
#include <variant>

#include "base/text.h"
#include "storage/rows.h"
#include "storage/store_database.h"

namespace sparring {

namespace {

constexpr std::size_t longestText = 20'000;  // In bytes.

void bindAnnotation(SQLite::Statement& row, const Annotation& annotation) {
  bind(row, 1, annotation.id);
  bind(row, 2, annotation.session);
  bind(row, 3, annotation.turn);
  bind(row, 4, annotation.author);
  row.bind(5, annotation.at.milliseconds);
  row.bind(6, kindName(annotation.kind));
  row.bind(7, annotation.about);
  if (annotation.kind == Annotation::Kind::withdrawn) bind(row, 8, annotation.withdrawn);
  row.bind(9, static_cast<std::int64_t>(annotation.words.begin));
  row.bind(10, static_cast<std::int64_t>(annotation.words.end));
  row.bind(11, annotation.text);
}

std::optional<Annotation> findAnnotation(const SQLite::Database& database, const Uuid& id) {
  SQLite::Statement find(
      database, std::string("SELECT ") + annotationColumns + " FROM annotations WHERE id = ?");
  bind(find, 1, id);
  if (!find.executeStep()) return std::nullopt;
  return readAnnotation(find, 0);
}

const SellerTurn* findTurn(const SessionLog& log, const Uuid& id) {
  for (const LogEntry& entry : log.entries) {
    const auto* turn = std::get_if<SellerTurn>(&entry);
    if (turn && turn->id == id) return turn;
  }
  return nullptr;
}

bool isStretchOf(const std::string& text, Span words) {
  const auto isBoundary = [&](std::size_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
  };
  return words.begin <= words.end && words.end <= text.size() && isBoundary(words.begin) &&
         isBoundary(words.end);
}

std::optional<Error> faultInText(const Annotation& annotation) {
  const bool isEmpty = trim(annotation.text).empty();
  if (isEmpty && annotation.kind == Annotation::Kind::comment) {
    return Error{"This comment is empty.", {}, "Type what you want to say about the turn."};
  }
  if (isEmpty && annotation.kind == Annotation::Kind::disagree) {
    return Error{"A disagreement needs a reason.", {}, "Say why you see this mark differently."};
  }
  if (annotation.text.size() + annotation.about.size() > longestText) {
    return Error{"This comment is too long to be kept.", {}, "Shorten it, or make two of it."};
  }
  if (firstInvalidUtf8(annotation.text) == std::string::npos &&
      firstInvalidUtf8(annotation.about) == std::string::npos) {
    return std::nullopt;
  }
  return Error{"This comment has characters that cannot be kept.", {}, "Type it again."};
}

// What an agreement, a disagreement or a comment is about.
std::optional<Error> faultInPlace(const Annotation& annotation, const SessionLog& log) {
  const SellerTurn* turn = findTurn(log, annotation.turn);
  if (turn == nullptr) {
    return Error{"The turn that this is about is not in its session.",
                 {},
                 "Open the session again and choose the turn anew."};
  }
  if (!isStretchOf(turn->text, annotation.words)) {
    return Error{
        "The words that this is about are not in the turn.", {}, "Select the words again."};
  }
  if (annotation.kind != Annotation::Kind::comment && annotation.about.empty()) {
    return Error{"It is not said which mark this is about.", {}, "Choose the mark again."};
  }
  return std::nullopt;
}

std::optional<Error> faultInWithdrawal(const Annotation& annotation,
                                       const std::optional<Annotation>& earlier) {
  if (!earlier || earlier->session != annotation.session) {
    return Error{"What is to be taken back is not in this session.",
                 {},
                 "Open the session again to see what stands."};
  }
  if (earlier->kind == Annotation::Kind::withdrawn) {
    return Error{"Taking something back cannot itself be taken back.", {}, "Say it anew."};
  }
  if (earlier->author != annotation.author) {
    return Error{"Only its author can take this back.", {}, "Say beside it what you think."};
  }
  return std::nullopt;
}

void addRow(const SQLite::Database& database, const Annotation& annotation) {
  SQLite::Statement add(database,
                        "INSERT INTO annotations (id, session, turn, author, at, kind, about, "
                        "withdrawn, words_begin, words_end, text) "
                        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  bindAnnotation(add, annotation);
  add.exec();
}

void keepCount(const SQLite::Database& database, const Uuid& session, std::size_t count) {
  SQLite::Statement keep(database, "UPDATE sessions SET annotations = ? WHERE id = ?");
  keep.bind(1, static_cast<std::int64_t>(count));
  bind(keep, 2, session);
  keep.exec();
}

}  // namespace

Result<void> Store::addAnnotation(const Annotation& annotation) {
  return m_database->write([&]() -> Result<void> {
    SQLite::Database& connection = m_database->connection;
    if (const std::optional<Annotation> known = findAnnotation(connection, annotation.id)) {
      if (*known == annotation) return {};
      return m_database->refuse("Another comment with the same id is already in this file.");
    }
    const Result<SessionLog> log = session(annotation.session);
    if (!log) return std::unexpected(log.error());
    if (!hasPerson(connection, annotation.author)) {
      return m_database->refuse("The person who says this is not in this file.");
    }
    if (auto fault = faultInText(annotation)) return std::unexpected(*fault);
    const auto fault =
        annotation.kind == Annotation::Kind::withdrawn
            ? faultInWithdrawal(annotation, findAnnotation(connection, annotation.withdrawn))
            : faultInPlace(annotation, *log);
    if (fault) return std::unexpected(*fault);
    addRow(connection, annotation);
    const Result<std::vector<SignedAnnotation>> all = annotations(annotation.session);
    if (!all) return std::unexpected(all.error());
    keepCount(connection, annotation.session, standing(*all).size());
    return {};
  });
}

Result<std::vector<SignedAnnotation>> Store::annotations(const Uuid& session) const {
  return m_database->read([&]() -> Result<std::vector<SignedAnnotation>> {
    std::vector<SignedAnnotation> all;
    SQLite::Statement row(m_database->connection,
                          std::string("SELECT ") + annotationColumns +
                              ", people.name FROM annotations JOIN people ON people.id = author "
                              "WHERE session = ? ORDER BY annotations.added");
    bind(row, 1, session);
    while (row.executeStep()) {
      all.push_back({readAnnotation(row, 0), row.getColumn(annotationColumnCount).getString()});
    }
    return all;
  });
}

}  // namespace sparring
