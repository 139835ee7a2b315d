// Moves the state of the first qubit to the last one.
OPENQASM 3;
include "stdgates.inc";
qubit[3] q;
bit phase;
bit flip;
bit moved;
gate untouched a { }
reset q;
U(1.2, -0.7, 0.4) q[0];
h q[2];
cx q[2], q[1];
barrier q;
cx q[0], q[1];
h q[0];
phase = measure q[0];
flip = measure q[1];
if (flip == 1) { x q[2]; }
if (phase == 1) z q[2];
untouched q[2];
moved = measure q[2];
