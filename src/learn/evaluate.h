// How well turns are read, in figures: per act precision, recall and F1; focus by words; each with
// an interval from resampling whole calls.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "learn/resample.h"
#include "learn/train.h"

namespace sparring {

struct ActFigures {
  std::string act;
  int count = 0;  // Turns labelled with it.
  double precision = 0;
  double recall = 0;
  Figure f1;
};

struct MarkFigures {
  std::string mark;  // "accessible+"; "all" for all of them together.
  int count = 0;     // Turns labelled with it.
  double area =
      0;  // Under the curve: how likely a turn that has it is surer than one that has not.
  double firm = 0;  // Of the labelled, how many are among the surest readings of which firmShare
                    // are right.
  int firmPerMille = 1001;  // How sure those are at least.
};
inline constexpr double firmShare = 0.9;

struct ReadingFigures {
  int turns = 0;
  int calls = 0;
  std::vector<ActFigures> acts;
  std::vector<MarkFigures> marks;
  Figure macro;  // Mean of the acts' F1.
  Figure micro;
  Figure asksOrNot;  // F1 of telling turns that ask (goal, diagnosis, qualification, leading).
  Figure focus;      // Share of words whose focus is right.
};

// REQUIRES: readings of one kind, all plain or none.
ReadingFigures figuresOf(std::span<const UnseenReading> readings);

}  // namespace sparring
