/*
 * Executes a QIR program that is linked with it and prints its outcomes, one "bits probability"
 * per line, the bit recorded last leftmost; outcomes may repeat. Nothing is drawn at random: at
 * each measurement the process splits in two, one for either value. A function that is missing
 * here is an error of the linker.
 */
#include <complex.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { QUBITS = 10, STATES = 1 << QUBITS, RESULTS = 256 };
static const double NEVER = 1e-13;

typedef double complex amplitude;

static amplitude state[STATES] = {1};
static int results[RESULTS]; /* 0: not measured, else 1 more than the value */
static char bits[RESULTS + 1];
static double probability = 1;

extern void ENTRYPOINT__main(void);

static void fail(const char *reason) {
  fprintf(stderr, "%s\n", reason);
  exit(1);
}

static int below(const void *id, int limit) {
  if ((intptr_t)id < 0 || (intptr_t)id >= limit) fail("an id is out of range");
  return (int)(intptr_t)id;
}

static int mask(const void *qubit) { return 1 << below(qubit, QUBITS); }

/* Applies the matrix (a b; c d) to the target where all controls are 1. */
static void gate(int controls, int target, amplitude a, amplitude b, amplitude c, amplitude d) {
  if (controls & target) fail("a qubit is named twice in one gate");
  for (int i = 0; i < STATES; i++) {
    if ((i & controls) != controls || (i & target)) continue;
    amplitude zero = state[i], one = state[i | target];
    state[i] = a * zero + b * one;
    state[i | target] = c * zero + d * one;
  }
}

static double norm(int qubit, int value) {
  double sum = 0;
  for (int i = 0; i < STATES; i++)
    if (!(i & qubit) == !value) sum += creal(state[i] * conj(state[i]));
  return sum;
}

static bool possible(int qubit, int value) { return norm(qubit, value) > NEVER; }

/* The value of a qubit from now on, in this process. */
static int split(int qubit) {
  int value = possible(qubit, 1);
  if (value && possible(qubit, 0)) {
    pid_t child = fork();
    if (child < 0) fail("no further process");
    int status = 0;
    if (child > 0 && (waitpid(child, &status, 0) != child || status)) fail("a branch failed");
    value = child > 0;
  }
  double share = norm(qubit, value);
  for (int i = 0; i < STATES; i++)
    state[i] = !(i & qubit) == !value ? state[i] / sqrt(share) : 0;
  probability *= share;
  return value;
}

#define QIS(name) __quantum__qis__##name
#define GATE(name, a, b, c, d) void QIS(name)(void *q) { gate(0, mask(q), a, b, c, d); }
#define CONTROLLED(name, a, b, c, d) \
  void QIS(name)(void *p, void *q) { gate(mask(p), mask(q), a, b, c, d); }
#define ROTATION(name, a, b, c, d) \
  void QIS(name)(double angle, void *q) { double t = angle / 2; gate(0, mask(q), a, b, c, d); }

GATE(x__body, 0, 1, 1, 0)
GATE(y__body, 0, -I, I, 0)
GATE(z__body, 1, 0, 0, -1)
GATE(h__body, M_SQRT1_2, M_SQRT1_2, M_SQRT1_2, -M_SQRT1_2)
GATE(s__body, 1, 0, 0, I)
GATE(s__adj, 1, 0, 0, -I)
GATE(t__body, 1, 0, 0, cexp(I * M_PI_4))
GATE(t__adj, 1, 0, 0, cexp(-I * M_PI_4))
CONTROLLED(cx__body, 0, 1, 1, 0)
CONTROLLED(cz__body, 1, 0, 0, -1)
ROTATION(rx__body, cos(t), -I *sin(t), -I *sin(t), cos(t))
ROTATION(ry__body, cos(t), -sin(t), sin(t), cos(t))
ROTATION(rz__body, cexp(-I * t), 0, 0, cexp(I * t))

void QIS(ccx__body)(void *p, void *q, void *r) { gate(mask(p) | mask(q), mask(r), 0, 1, 1, 0); }

void QIS(swap__body)(void *p, void *q) {
  QIS(cx__body)(p, q);
  QIS(cx__body)(q, p);
  QIS(cx__body)(p, q);
}

void QIS(rzz__body)(double angle, void *p, void *q) {
  QIS(cx__body)(p, q);
  QIS(rz__body)(angle, q);
  QIS(cx__body)(p, q);
}

void QIS(m__body)(void *q, void *r) { results[below(r, RESULTS)] = 1 + split(mask(q)); }

void QIS(reset__body)(void *q) {
  if (split(mask(q))) QIS(x__body)(q);
}

bool __quantum__rt__read_result(void *r) {
  int result = results[below(r, RESULTS)];
  if (!result) fail("a result is read that was not measured");
  return result == 2;
}

void __quantum__rt__result_record_output(void *r, char *label) {
  (void)label;
  size_t length = strlen(bits);
  if (length == RESULTS) fail("too many results are recorded");
  memmove(bits + 1, bits, length + 1);
  bits[0] = __quantum__rt__read_result(r) ? '1' : '0';
}

void __quantum__rt__initialize(char *environment) { (void)environment; }
void __quantum__rt__array_record_output(int64_t size, char *label) { (void)size, (void)label; }
void __quantum__rt__tuple_record_output(int64_t size, char *label) { (void)size, (void)label; }

int main(void) {
  ENTRYPOINT__main();
  printf("%s %.17g\n", bits, probability);
  return 0;
}
