#include "language/vector_file.h"

#include <cstdint>
#include <cstring>

#include "language/encoder_model.h"

namespace sparring {
namespace {

constexpr std::string_view magic = "SPARRVEC";
constexpr std::size_t hashDigits = 64;
constexpr std::size_t encoderAt = magic.size() + hashDigits;
constexpr std::size_t countAt = encoderAt + hashDigits;
constexpr std::size_t textsAt = countAt + sizeof(std::uint64_t);

// The place of a text among `count` that stand in order; `count` where it is not among them.
std::size_t placeOf(std::string_view text, const char* texts, std::size_t count) {
  std::size_t begin = 0;
  std::size_t end = count;
  while (begin < end) {
    const std::size_t middle = (begin + end) / 2;
    const int order = text.compare({texts + middle * hashDigits, hashDigits});
    if (order == 0) return middle;
    (order < 0 ? end : begin) = order < 0 ? middle : middle + 1;
  }
  return count;
}

}  // namespace

VectorFile VectorFile::open(const std::filesystem::path& path, std::string_view encoder) {
  VectorFile out;
  Result<MappedFile> file = MappedFile::open(path);
  if (!file) return out;
  const std::string_view bytes = file->bytes();
  if (bytes.size() < textsAt || !bytes.starts_with(magic)) return out;
  if (bytes.substr(encoderAt, hashDigits) != encoder) return out;
  if (bytes.substr(magic.size(), hashDigits) != encoderHash(bytes)) return out;
  std::uint64_t count = 0;
  std::memcpy(&count, bytes.data() + countAt, sizeof count);
  const std::size_t rest = bytes.size() - textsAt;
  if (count > rest || rest != count * (hashDigits + sizeof(SentenceVector))) return out;
  out.m_count = count;
  out.m_file = std::move(*file);
  return out;
}

bool VectorFile::find(std::string_view text, SentenceVector& out) const {
  if (!m_file) return false;
  const char* texts = m_file->bytes().data() + textsAt;
  const std::size_t place = placeOf(text, texts, m_count);
  if (place == m_count) return false;
  std::memcpy(out.data(), texts + m_count * hashDigits + place * sizeof out, sizeof out);
  return true;
}

std::string writeVectorFile(const std::map<std::string, SentenceVector>& vectors,
                            std::string_view encoder) {
  std::string file(magic);
  file.append(hashDigits, ' ');
  file += encoder;
  const std::uint64_t count = vectors.size();
  file.append(reinterpret_cast<const char*>(&count), sizeof count);
  for (const auto& [text, vector] : vectors) file += text;
  for (const auto& [text, vector] : vectors) {
    file.append(reinterpret_cast<const char*>(vector.data()), sizeof vector);
  }
  encoderHash(file).copy(file.data() + magic.size(), hashDigits);
  return file;
}

}  // namespace sparring
