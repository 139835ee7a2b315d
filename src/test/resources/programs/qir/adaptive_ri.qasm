// Registers that are compared are palindromes: the compiler's first bit is the highest.
OPENQASM 3.0;
include "stdgates.inc";
qubit[3] q;
bit[3] seen;
bit last;
h q[0];
ry(0.7) q[1];
rx(2.0) q[2];
seen[0] = measure q[0];
seen[1] = measure q[1];
seen[2] = measure q[2];
if (seen[0]) { x q[1]; h q[2]; } else { ry(0.4) q[2]; }
if (seen == 5) { ry(0.9) q[2]; }
last = measure q[2];
