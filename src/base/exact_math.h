// exp, tanh, sin and cos that give the same bits on every machine: made of operations that IEEE 754
// defines exactly, in a fixed order. Those of the C library differ in the last bit from one to the
// next. Good to the last bit or two of a float.
#pragma once

namespace sparring {

// Takes anything: below -700 and what is no number as -700, above 700 as 700.
double exactExp(double x);
double exactTanh(double x);

// REQUIRES: |x| < 100,000 (radians).
double exactSin(double x);
double exactCos(double x);

}  // namespace sparring
