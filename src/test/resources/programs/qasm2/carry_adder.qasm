// Adds 11 to 13. The sum is left in w, its highest bit in carry[4]: 1 1000.
OPENQASM 2.0;
include "qelib1.inc";

gate carry_on in,a,b,out
{
  ccx a,b,out;
  cx a,b;
  ccx in,b,out;
}
gate carry_back in,a,b,out { ccx in,b,out; cx a,b; ccx a,b,out; }
gate sum in,a,b { cx a,b; cx in,b; }
gate back_and_sum in,a,b,out
{
  carry_back in,a,b,out;
  sum in,a,b;
}

qreg v[4];
qreg w[4];
qreg carry[5];
creg total[4];
creg overflow[1];

x w;
x w[2]; // w = 1011
x v[0];
x v[2];
x v[3]; // v = 1101

carry_on carry[0],v[0],w[0],carry[1];
carry_on carry[1],v[1],w[1],carry[2];
carry_on carry[2],v[2],w[2],carry[3];
carry_on carry[3],v[3],w[3],carry[4];
cx v[3],w[3];
sum carry[3],v[3],w[3];
back_and_sum carry[2],v[2],w[2],carry[3];
back_and_sum carry[1],v[1],w[1],carry[2];
back_and_sum carry[0],v[0],w[0],carry[1];

measure carry[4] -> overflow[0];
measure w[0] -> total[0];
measure w[1] -> total[1];
measure w[2] -> total[2];
measure w[3] -> total[3];
