// Vectors made when Sparring is built, of what the shipped scenarios say: a file beside the
// encoder's, so that a first call starts as quickly as a second. It begins with a magic word, the
// content hash of the rest, the name of the encoder that made it and how many vectors there are;
// then come the content hashes of the texts, in order, and the vectors, little-endian.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/file.h"
#include "language/sentence_vector.h"

namespace sparring {

inline constexpr std::string_view vectorFileName = "vectors.bin";

// May be used by several threads at once.
class VectorFile {
 public:
  // Maps the file and checks it whole. One that is missing, damaged or made with another encoder
  // counts as empty: what it holds can be computed.
  static VectorFile open(const std::filesystem::path& path, std::string_view encoder);

  // Whether it holds the vector of the text with this content hash; it then is in `out`.
  bool find(std::string_view text, SentenceVector& out) const;
  [[nodiscard]] std::size_t size() const { return m_count; }

 private:
  std::optional<MappedFile> m_file;
  std::size_t m_count = 0;
};

// The file's bytes. `vectors` are by the content hashes of their texts.
std::string writeVectorFile(const std::map<std::string, SentenceVector>& vectors,
                            std::string_view encoder);

}  // namespace sparring
