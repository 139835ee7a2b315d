OPENQASM 2.0;
include "qelib1.inc";

// A name that some versions of qelib1.inc already have.
gate rcccx a,b,c,d { h d; ccx a,b,d; cz c,d; tdg d; ccx b,c,d; h d; }
gate nothing a { sx a; sxdg a; }
gate echo(theta) a { rx(theta/2) a; nothing a; rx(-theta/2) a; }

qreg q[5];
creg c[5];

// The two gates of the language itself.
U(1.1,-0.4,0.25) q[4];
CX q[4], q[0];

u3(0.7,0.3,-0.9) q[1];
u2(0.45,-1.3) q[2];
u1(0.8) q[2];
id q[3];
u(0.35, 1.25, -0.15) q[3];
p(-0.65) q[3];

h q[0];
x q[1];
y q[2];
z q[3];
s q[4];
sdg q[0];
t q[1];
tdg q[2];
sx q[3];
sxdg q[4];

rx(0.55) q[0];
ry(-1.05) q[1];
rz(2.2) q[2];
echo(0.75) q[3];

barrier q[0], q[2], q[4];
cx q[0], q[3];
cy q[1], q[4];
cz q[2], q[0];
ch q[3], q[1];
csx q[4], q[2];
swap q[0], q[4];
cu1(-0.85) q[1], q[0];
cp(1.45) q[2], q[1];
cu3(0.9,-0.2,0.5) q[3], q[2];
cu(1.3,0.6,-0.7,0.4) q[4], q[3];
crx(0.95) q[0], q[1];
cry(-0.6) q[1], q[2];
crz(1.7) q[2], q[3];
rxx(0.5) q[3], q[4];
rzz(-1.15) q[4], q[0];

ccx q[0], q[2], q[4];
cswap q[1], q[3], q[0];
rccx q[2], q[4], q[1];
rcccx q[4], q[3], q[2], q[1];
c3x q[0], q[1], q[3], q[2];
c3sx q[1], q[2], q[0], q[4];
c4x q[0], q[1], q[2], q[3], q[4];

barrier q;
measure q -> c;
