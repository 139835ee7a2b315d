package io.quantumexecutor.circuit.qasm;

import io.quantumexecutor.circuit.Place;

/** One word of the text; for a string the text is what stands between the quotes. */
record Token(Kind kind, String text, Place place) {
  enum Kind {
    /** Names and keywords: which names are keywords depends on the version. */
    WORD,
    INTEGER,
    REAL,
    STRING,
    SYMBOL,
    END
  }

  /** Whether this is the given keyword or symbol. */
  boolean is(String word) {
    return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equals(word);
  }

  /** The token as an error message shows it. */
  String shown() {
    return switch (kind) {
      case END -> "the end of the text";
      case STRING -> "\"" + Diagnostics.shortened(text) + "\"";
      case WORD, INTEGER, REAL, SYMBOL -> "'" + Diagnostics.shortened(text) + "'";
    };
  }
}
