// How well turns are read, in figures: per act precision, recall and F1; focus by words; each with
// an interval from resampling whole calls.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "learn/train.h"

namespace sparring {

// A figure with the middle 95 % of what resampled calls give.
struct Figure {
  double value = 0;
  double low = 0;
  double high = 0;
};

struct ActFigures {
  std::string act;
  int count = 0;  // Turns labelled with it.
  double precision = 0;
  double recall = 0;
  Figure f1;
};

struct ReadingFigures {
  int turns = 0;
  int calls = 0;
  std::vector<ActFigures> acts;
  Figure macro;  // Mean of the acts' F1.
  Figure micro;
  Figure asksOrNot;  // F1 of telling turns that ask (goal, diagnosis, qualification, leading).
  Figure focus;      // Share of words whose focus is right.
};

// REQUIRES: readings of one kind, all plain or none.
ReadingFigures figuresOf(std::span<const UnseenReading> readings);

}  // namespace sparring
