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
  std::string why = "The file with the sentence encoder is missing.";
  if (!folders.encoder.empty()) {
    Result<SentenceEncoder> encoder = SentenceEncoder::open(folders.encoder);
    if (encoder) {
      out.encoder = std::make_unique<const SentenceEncoder>(std::move(*encoder));
      out.matcher = MeaningMatcher(out.encoder.get());
    } else {
      why = sentence(encoder.error());
    }
  }
  if (out.encoder == nullptr) {
    lack("Own words are understood by their spelling alone, so the buyer asks back more often.",
         why);
  }
  Result<TurnReader> reader = TurnReader::open(folders.reading, out.encoder.get());
  if (reader) {
    out.reader.emplace(std::move(*reader));
  } else {
    lack("What own words do cannot be read; they count as the move that they are taken for.",
         sentence(reader.error()));
  }
  if (out.encoder != nullptr && out.reader && !out.reader->knowsMeaning()) {
    lack("What own words do is read from single words alone, which is less sure.",
         "The files of the program do not belong together. Install Sparring again.");
  }
  return out;
}

std::optional<TurnMeaning> readTurn(const Understanding* understanding, std::string_view text,
                                    std::string_view heard, const Brief& brief) {
  if (understanding == nullptr || !understanding->reader) return std::nullopt;
  if (countWords(text) == 0) return TurnMeaning{};  // Signs alone do nothing.
  TurnMeaning meaning = understanding->reader->read(text, heard);
  meaning.facts = readFacts(text, brief.facts);
  return meaning;
}

}  // namespace sparring
