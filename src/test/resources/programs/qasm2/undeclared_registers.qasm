OPENQASM 2.0;
include "qelib1.inc";
qreg state[3];
h state[0];
ry(1.25e-01) state[1];
cx state[0],state[2];
rz(3.5e+00) state[2];
barrier state;

measure q[0] -> c[0];
measure q[1] -> c[1];
measure q[2] -> c[2];
