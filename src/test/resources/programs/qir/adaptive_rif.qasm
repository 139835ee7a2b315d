OPENQASM 3.0;
include "stdgates.inc";
qubit[2] q;
bit first;
bit second;
h q[0];
first = measure q[0];
reset q[0];
if (!first) { x q[0]; }
ry(1.0) q[1];
second = measure q[1];
// The compiler got first == second here.
if ((first && second) || (!first && !second)) { h q[0]; }
first = measure q[0];
