#include "language/piece_tokenizer.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

#include "base/text.h"

namespace sparring {
namespace {

constexpr std::size_t longestText = 4000;      // Bytes.
constexpr std::size_t firstOrdinaryPiece = 6;  // Before it: unknown, begin, end and three unused.
constexpr std::size_t unknown = 0;
constexpr std::string_view wordMark = "\xE2\x96\x81";  // U+2581 stands for a space.

bool beginsCharacter(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

// The text without the rest of a character that is cut at its end.
std::string_view cut(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && !beginsCharacter(text[most])) --most;
  return text.substr(0, most);
}

// Unicode's NFKC: one form for what looks or means the same, such as a wide A or a ligature.
std::string normalized(std::string_view text) {
  std::string sound = mendUtf8(text);
  std::ranges::replace(sound, '\0', '\1');  // utf8proc stops at a zero; no piece has either.
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> out(
      utf8proc_NFKC(reinterpret_cast<const utf8proc_uint8_t*>(sound.c_str())), &std::free);
  if (out) sound = reinterpret_cast<const char*>(out.get());  // Else there is no memory left.
  return sound;
}

// The text as pieces spell it: a mark before it and in the place of each space.
std::string marked(std::string_view text) {
  std::string out;
  if (!text.empty()) out = wordMark;
  for (const char c : text) {
    if (c == ' ') {
      out += wordMark;
    } else {
      out += c;
    }
  }
  return out;
}

// Where each character begins, and the end of the last.
std::vector<std::size_t> characterBounds(std::string_view text) {
  std::vector<std::size_t> bounds;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (beginsCharacter(text[at])) bounds.push_back(at);
  }
  bounds.push_back(text.size());
  return bounds;
}

// The best way found so far to cut a text from its start up to one place.
struct Cut {
  double score = 0.0;
  std::size_t id = unknown;  // Of the last piece,
  std::size_t length = 1;    // which has so many characters.
};

// The ids of the best way to the end; of unknown characters in a row one is kept.
std::vector<std::size_t> idsOf(const std::vector<Cut>& cuts) {
  std::vector<std::size_t> ids;
  for (std::size_t end = cuts.size() - 1; end > 0; end -= cuts[end].length) {
    const std::size_t id = cuts[end].id;
    if (id != unknown || ids.empty() || ids.back() != unknown) ids.push_back(id);
  }
  std::ranges::reverse(ids);
  return ids;
}

}  // namespace

PieceTokenizer::PieceTokenizer(const PieceTable& vocabulary) {
  m_starts.reserve(2 * vocabulary.ends.size());
  for (std::size_t id = firstOrdinaryPiece; id < vocabulary.ends.size(); ++id) {
    const std::string_view piece = vocabulary.piece(id);
    if (piece.empty()) continue;
    for (std::size_t end = 1; end < piece.size(); ++end) {
      if (beginsCharacter(piece[end])) m_starts.try_emplace(piece.substr(0, end));
    }
    m_starts[piece] = {id, vocabulary.scores[id]};  // Of a piece given twice the second counts.
  }
}

// Viterbi's algorithm over all ways to cut the text. As in the original, a place not reached yet
// has the score 0 (and so has one reached by unknown characters only), and of equals the shorter
// last piece wins.
std::vector<std::size_t> PieceTokenizer::tokens(std::string_view text) const {
  const std::string spelled = marked(normalized(cut(text, longestText)));
  const std::vector<std::size_t> bounds = characterBounds(spelled);
  std::vector<Cut> cuts(bounds.size());
  for (std::size_t begin = 0; begin + 1 < bounds.size(); ++begin) {
    const auto offer = [&](const Piece& piece, std::size_t length) {
      Cut& cut = cuts[begin + length];
      const double score = cuts[begin].score + piece.score;
      if (cut.score == 0.0 || score >= cut.score) cut = {score, piece.id, length};
    };
    bool isKnown = false;
    for (std::size_t length = 1; begin + length < bounds.size(); ++length) {
      const auto found = m_starts.find(
          std::string_view(spelled).substr(bounds[begin], bounds[begin + length] - bounds[begin]));
      if (found == m_starts.end()) break;
      if (found->second.id == unknown) continue;
      offer(found->second, length);
      isKnown = true;
    }
    if (!isKnown) offer({unknown, 0.0}, 1);
  }
  return idsOf(cuts);
}

}  // namespace sparring
