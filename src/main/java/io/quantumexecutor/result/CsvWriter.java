package io.quantumexecutor.result;

/** Writes a document's outcomes as CSV (RFC 4180: CRLF after every record, a header record). */
public final class CsvWriter {
  private static final String END = "\r\n";

  private CsvWriter() {}

  /**
   * Records of {@code bitstring,count,probability} in the order of the probabilities; outcomes that
   * were never counted have count 0. Bit strings need no quotes.
   */
  public static String write(ResultDocument document) {
    StringBuilder csv = new StringBuilder("bitstring,count,probability").append(END);
    document
        .probabilities()
        .forEach(
            (outcome, probability) ->
                csv.append(outcome)
                    .append(',')
                    .append(document.counts().getOrDefault(outcome, 0L))
                    .append(',')
                    .append(probability)
                    .append(END));
    return csv.toString();
  }
}
