package io.quantumexecutor.circuit.qasm;

/** The statements of OpenQASM 3, one method per rule. */
final class Qasm3Parser implements ProgramParser.Rules {
  private final TokenStream tokens;
  private final ProgramParser program;

  Qasm3Parser(TokenStream tokens, ProgramParser program) {
    this.tokens = tokens;
    this.program = program;
  }

  @Override
  public Statement statement() {
    program.toString();
    throw new Refusal(tokens.place(), "OpenQASM 3 is not read yet");
  }
}
