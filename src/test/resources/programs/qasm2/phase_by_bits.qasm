// Finds the phase of a gate bit by bit, the lowest first, on one qubit that is used again.
// The gate turns by -5*pi/8, that is by 11/16 of a whole turn: the answer is 1011.

OPENQASM 2.0;
include "qelib1.inc";

qreg probe[1];
qreg eigenstate[1];
creg turn[4];

gate half_turn c,t {
u1 (-5*pi/16) c;
cx c,t;
u1 (5*pi/16) t;
cx c,t;
u1 (-5*pi/16) t;
}
gate turned c,t {
half_turn c,t;
}

x eigenstate[0];
h probe[0];
turned probe[0],eigenstate[0];
turned probe[0],eigenstate[0];
turned probe[0],eigenstate[0];
turned probe[0],eigenstate[0];
turned probe[0],eigenstate[0];
turned probe[0],eigenstate[0];
turned probe[0],eigenstate[0];
turned probe[0],eigenstate[0];
h probe[0];
measure probe[0] -> turn[0];
reset probe[0];
h probe[0];
turned probe[0],eigenstate[0];
turned probe[0],eigenstate[0];
turned probe[0],eigenstate[0];
turned probe[0],eigenstate[0];
if(turn==1) u1(-1*pi/2) probe[0];
h probe[0];
measure probe[0] -> turn[1];
reset probe[0];
h probe[0];
turned probe[0],eigenstate[0];
turned probe[0],eigenstate[0];
if(turn==1) u1(-1*pi/4) probe[0];
if(turn==2) u1(-2*pi/4) probe[0];
if(turn==3) u1(-3*pi/4) probe[0];
h probe[0];
measure probe[0] -> turn[2];
reset probe[0];
h probe[0];
turned probe[0],eigenstate[0];
if(turn==1) u1(-1*pi/8) probe[0];
if(turn==2) u1(-2*pi/8) probe[0];
if(turn==3) u1(-3*pi/8) probe[0];
if(turn==4) u1(-4*pi/8) probe[0];
if(turn==5) u1(-5*pi/8) probe[0];
if(turn==6) u1(-6*pi/8) probe[0];
if(turn==7) u1(-7*pi/8) probe[0];
h probe[0];
measure probe[0] -> turn[3];
