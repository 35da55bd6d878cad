#include "session/understanding.h"

#include <utility>

#include "base/text.h"
#include "language/fact_reader.h"

namespace sparring {

Understanding openUnderstanding(const DataFolders& folders) {
  Understanding out;
  const auto lack = [&](std::string what, std::string why) {
    if (!out.lacks) out.lacks = Error{std::move(what), {}, std::move(why)};
  };
  constexpr const char* bySpelling =
      "Own words are understood by their spelling alone, so the buyer asks back more often.";
  std::string why = "The file with the sentence encoder is missing.";
  if (!folders.encoder.empty()) {
    Result<SentenceEncoder> encoder = SentenceEncoder::open(folders.encoder);
    if (encoder) {
      out.encoder = std::make_unique<const SentenceEncoder>(std::move(*encoder));
    } else {
      why = sentence(encoder.error());
    }
  }
  if (out.encoder == nullptr) lack(bySpelling, why);
  Result<TurnReader> reader = TurnReader::open(folders.reading, out.encoder.get());
  if (reader) {
    out.reader = std::make_unique<const TurnReader>(std::move(*reader));
    out.matcher = MeaningMatcher(*out.reader);
  } else {
    lack(bySpelling, sentence(reader.error()));
  }
  if (out.encoder != nullptr && out.reader != nullptr && !out.reader->knowsMeaning()) {
    lack(bySpelling, "The files of the program do not belong together. Install Sparring again.");
  }
  return out;
}

std::optional<TurnMeaning> readTurn(const Understanding* understanding, std::string_view text,
                                    std::string_view heard, const Brief& brief) {
  if (understanding == nullptr || understanding->reader == nullptr) return std::nullopt;
  if (countWords(text) == 0) return TurnMeaning{};  // Signs alone do nothing.
  TurnMeaning meaning = understanding->reader->read(text, heard);
  meaning.facts = readFacts(text, brief.facts);
  return meaning;
}

}  // namespace sparring
