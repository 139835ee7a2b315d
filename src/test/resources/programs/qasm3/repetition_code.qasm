// Three copies of a 1, of which the last one is flipped and repaired again.
include "stdgates.inc";

qubit[3] copy;
qubit[2] check;
bit[2] parity;
bit[3] data;

def compared(qubit[3] all, qubit[2] into) -> bit[2] {
  bit[2] odd;
  cx all[0], into[0];
  cx all[1], into[0];
  cx all[1], into[1];
  cx all[2], into[1];
  measure into -> odd;
  return odd;
}

reset copy;
reset check;
x copy;
x copy[2]; // the error
barrier copy;
parity = compared(copy, check);
if (int[2](parity) == 1) x copy[0];
if (int[2](parity) == 3) x copy[1];
if (int[2](parity) == 2) x copy[2];
data = measure copy;
