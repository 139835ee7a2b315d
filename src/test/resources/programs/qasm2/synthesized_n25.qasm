// Written in the manner of a synthesizer: comments before the version, gates of gates of gates,
// generated names, empty bodies, one register, no measurement.

OPENQASM 2.0;
include "qelib1.inc";
gate prepare_uniform_expanded___3 q0,q1,q2 {
  h q0;
  h q1;
  h q2;
}

gate main_prepare_uniform q0,q1,q2 {
  prepare_uniform_expanded___3 q0,q1,q2;
}

gate mark_aux_control_name_2 q0,q1,q2,q3 {
}

gate and_ladder___17_70310245 q0,q1,q2 {
  h q2;
  t q2;
  cx q1,q2;
  tdg q2;
  cx q0,q2;
  t q2;
  cx q1,q2;
  tdg q2;
  h q2;
}

gate and_ladder___17_dg_70310245 q0,q1,q2 {
  h q2;
  t q2;
  cx q1,q2;
  tdg q2;
  cx q0,q2;
  t q2;
  cx q1,q2;
  tdg q2;
  h q2;
}

gate mark_arithmetic_equal_0 q0,q1,q2,q3 {
  and_ladder___17_70310245 q0,q1,q3;
  cz q2,q3;
  and_ladder___17_dg_70310245 q0,q1,q3;
}

gate mark_0 q0,q1,q2,q3 {
  mark_aux_control_name_2 q0,q1,q2,q3;
  mark_arithmetic_equal_0 q0,q1,q2,q3;
}

gate mark_arithmetic_equal_1 q0,q1,q2,q3 {
  and_ladder___17_70310245 q0,q1,q3;
  cx q2,q3;
  and_ladder___17_dg_70310245 q0,q1,q3;
}

gate mark_1 q0,q1,q2,q3 {
  mark_aux_control_name_2 q0,q1,q2,q3;
  mark_arithmetic_equal_1 q0,q1,q2,q3;
}

gate mark_arithmetic_equal_2 q0,q1,q2,q3 {
  and_ladder___17_70310245 q0,q1,q3;
  cz q2,q3;
  and_ladder___17_dg_70310245 q0,q1,q3;
}

gate mark_2 q0,q1,q2,q3 {
  mark_aux_control_name_2 q0,q1,q2,q3;
  mark_arithmetic_equal_2 q0,q1,q2,q3;
}

gate mark_arithmetic_equal_3 q0,q1,q2,q3 {
  and_ladder___17_70310245 q0,q1,q3;
  cx q2,q3;
  and_ladder___17_dg_70310245 q0,q1,q3;
}

gate mark_3 q0,q1,q2,q3 {
  mark_aux_control_name_2 q0,q1,q2,q3;
  mark_arithmetic_equal_3 q0,q1,q2,q3;
}

gate rotate_inplace_0_inverse__ q0,q1 {
  ry(0.3125) q0;
  cx q0,q1;
  p(pi/8) q1;
}

gate rotate_inplace_0 q0,q1,q2 {
  rotate_inplace_0_inverse__ q0,q1;
  rotate_inplace_0_inverse__ q1,q2;
}

gate rotate_inplace_1_inverse__ q0,q1 {
  ry(-1.75) q0;
  cx q0,q1;
  p(-0.6) q1;
}

gate rotate_inplace_1 q0,q1,q2 {
  rotate_inplace_1_inverse__ q0,q1;
  rotate_inplace_1_inverse__ q1,q2;
}

gate rotate_inplace_2_inverse__ q0,q1 {
  ry(pi/3) q0;
  cx q0,q1;
  p(1.9) q1;
}

gate rotate_inplace_2 q0,q1,q2 {
  rotate_inplace_2_inverse__ q0,q1;
  rotate_inplace_2_inverse__ q1,q2;
}

gate step_0 q0,q1,q2,q3,q4,q5,q6,q7,q8 {
  mark_0 q0,q1,q2,q6;
  mark_1 q3,q4,q5,q7;
  rotate_inplace_0 q6,q7,q8;
}

gate step_1 q0,q1,q2,q3,q4,q5,q6,q7,q8 {
  mark_2 q2,q1,q0,q8;
  rotate_inplace_1 q3,q5,q7;
  mark_3 q8,q7,q6,q4;
}

gate unprepare_qinverse q0,q1,q2 {
}

gate main_step_0 q0,q1,q2,q3,q4,q5,q6,q7,q8 {
  step_0 q0,q1,q2,q3,q4,q5,q6,q7,q8;
  unprepare_qinverse q0,q1,q2;
}

gate main_step_1 q0,q1,q2,q3,q4,q5,q6,q7,q8 {
  step_1 q0,q1,q2,q3,q4,q5,q6,q7,q8;
  rotate_inplace_2 q0,q4,q8;
}

qreg q[25];
main_prepare_uniform q[0],q[1],q[2];
main_prepare_uniform q[3],q[4],q[5];
main_prepare_uniform q[6],q[7],q[8];
main_prepare_uniform q[9],q[10],q[11];
main_prepare_uniform q[12],q[13],q[14];
main_prepare_uniform q[15],q[16],q[17];
main_prepare_uniform q[18],q[19],q[20];
main_prepare_uniform q[21],q[22],q[23];
main_step_0 q[0],q[1],q[2],q[3],q[4],q[5],q[6],q[7],q[8];
main_step_1 q[8],q[9],q[10],q[11],q[12],q[13],q[14],q[15],q[16];
main_step_0 q[24],q[23],q[22],q[21],q[20],q[19],q[18],q[17],q[16];
main_step_1 q[0],q[3],q[6],q[9],q[12],q[15],q[18],q[21],q[24];
