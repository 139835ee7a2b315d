// One round of the approximate optimization of a cut through a path of three vertices.

OPENQASM 2.0;
include "qelib1.inc";

// Qubits: [0, 1, 2]
qreg q[3];
creg right[1];
creg left[1];
creg middle[1];


h q[0];
h q[1];
h q[2];

// ZZ**0.6137
cx q[0],q[1];
rz(pi*0.6137) q[1];
cx q[0],q[1];

cx q[1],q[2];
rz(pi*-1.3863) q[2];
cx q[1],q[2];

rx(pi*-0.2541) q[2];
measure q[2] -> right[0];
rx(pi*0.7459) q[0];
rx(pi*-2.2541) q[1];
measure q[0] -> left[0];
measure q[1] -> middle[0];
