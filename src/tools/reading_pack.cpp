// reading_pack: the model that reads turns, from its text to the bytes that the program loads.
#include <cstdio>

#include "base/file.h"
#include "language/reading_model.h"

int main(int argc, char** argv) {
  using namespace sparring;
  if (argc != 3) {
    std::fputs("reading_pack TEXT FILE\n", stderr);
    return 2;
  }
  constexpr std::size_t largest = 256UL * 1024 * 1024;
  const Result<std::string> text = readFile(argv[1], largest);
  const Result<ReadingModel> model =
      text ? readReadingModel(*text, argv[1]) : std::unexpected(text.error());
  const Result<void> written =
      model ? writeFile(argv[2], packReadingModel(*model)) : std::unexpected(model.error());
  if (written) return 0;
  std::fprintf(stderr, "The model cannot be packed: %s\n", sentence(written.error()).c_str());
  return 1;
}
