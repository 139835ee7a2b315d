OPENQASM 2.0;
include "qelib1.inc";

qreg narrow[2];
qreg wide[4];
h narrow;
cz narrow, wide;
