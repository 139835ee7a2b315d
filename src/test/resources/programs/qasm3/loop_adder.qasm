/*
 * Adds 7 to 6 in loops.
 * The sum 1101 is left in w and in the last carry.
 */
include "stdgates.inc";

gate carry_on in, a, b, out {
    ccx a, b, out;
    cx a, b;
    ccx in, b, out;
}

gate carry_back in, a, b, out { ccx in, b, out; cx a, b; ccx a, b, out; }

gate sum in, a, b {
    cx a, b;
    cx in, b;
}

qubit[4] carry;
qubit[3] v;
qubit[3] w;
bit[4] total;
uint[3] first = 6;   // 110
uint[3] second = 7;  // 111
reset carry;
reset v;
reset w;

for uint i in [0: 2] {
  if (bool(first[i])) x v[i];
  if (bool(second[i])) x w[i];
}
for uint i in [0: 2] { carry_on carry[i], v[i], w[i], carry[i + 1]; }
cx v[2], w[2];
sum carry[2], v[2], w[2];
for uint i in [1: -1: 0] {
  carry_back carry[i], v[i], w[i], carry[i + 1];
  sum carry[i], v[i], w[i];
}
measure w[0:2] -> total[0:2];
measure carry[3] -> total[3];
