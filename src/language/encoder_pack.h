// Makes a model file from a network's weights: rounds them to whole numbers and lays them out as
// the encoder reads them. Same weights, same bytes, on every machine.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "base/result.h"

namespace sparring {

struct MatrixWeights {
  std::vector<float> weights;  // Input by input; as many as there are biases for each.
  std::vector<float> bias;     // One an output.
};

struct NormWeights {
  std::vector<float> scale;
  std::vector<float> bias;
};

struct LayerWeights {
  NormWeights attentionNorm;
  MatrixWeights attention;
  MatrixWeights attentionOutput;
  MatrixWeights shortcut;  // Empty where a layer's input is as wide as its output.
  NormWeights innerNorm;
  MatrixWeights inner;
  MatrixWeights outer;
};

struct PieceWeights {
  std::string text;
  double score = 0.0;
};

struct EncoderWeights {
  std::vector<PieceWeights> pieces;
  std::vector<float> embeddings;   // Row by row, one a piece.
  std::vector<float> frequencies;  // Of the signal that tells places apart; half the row's width.
  std::array<LayerWeights, 2> layers;
  MatrixWeights output;
};

// The bytes of the model file. Fails where the weights do not fit each other.
Result<std::string> packEncoder(const EncoderWeights& weights);

}  // namespace sparring
