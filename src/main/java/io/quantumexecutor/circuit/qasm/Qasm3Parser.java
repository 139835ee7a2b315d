package io.quantumexecutor.circuit.qasm;

/** The statements of OpenQASM 3, one method per rule. */
final class Qasm3Parser implements ProgramParser.Rules {
  private final TokenStream tokens;

  Qasm3Parser(TokenStream tokens) {
    this.tokens = tokens;
  }

  @Override
  public Statement statement() {
    throw new Refusal(tokens.place(), "OpenQASM 3 is not read yet");
  }
}
