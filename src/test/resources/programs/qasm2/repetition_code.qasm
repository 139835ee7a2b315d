// Three copies of a 1, of which the last one is flipped and repaired again.
OPENQASM 2.0;
include "qelib1.inc";
qreg copy[3];
qreg check[2];
creg data[3];
creg parity[2];

gate compare first,second,into
{
  cx first,into; cx second,into;
}

x copy;
x copy[2]; // the error
barrier copy;
compare copy[0],copy[1],check[0];
compare copy[1],copy[2],check[1];
measure check -> parity;
if(parity==1) x copy[0];
if(parity==3) x copy[1];
if(parity==2) x copy[2];
measure copy -> data;
