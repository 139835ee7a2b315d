package io.quantumexecutor.result;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.result.ResultFormatException.Code;
import java.util.ArrayList;
import java.util.List;

/** {@code microsoft.quantum-results.v2}: one entry of {@code Results} per program of a batch. */
final class MicrosoftV2Decoder {
  private MicrosoftV2Decoder() {}

  static ResultDocument decode(ResultRequest request, JsonNode answer, ResultSize size) {
    JsonNode results =
        AnswerReader.array(AnswerReader.object(answer, "").path("Results"), "/Results");
    if (results.isEmpty()) {
      throw ResultFormatException.shape("/Results", "at least one result is expected");
    }
    List<ResultDocument> documents = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      documents.add(decodeItem(request, results.get(i), "/Results/" + i, size));
    }
    return documents.size() == 1 ? documents.get(0) : Documents.ofBatch(request, documents);
  }

  private static ResultDocument decodeItem(
      ResultRequest request, JsonNode result, String pointer, ResultSize size) {
    JsonNode entries = AnswerReader.object(result, pointer).path("Histogram");
    RecordedRegisters registers = new RecordedRegisters(request.layout());
    Tally histogram = histogram(entries, pointer + "/Histogram", registers, size);
    size.document(registers.get());
    if (!result.has("Shots")) {
      return Documents.ofTally(request, registers.get(), histogram, List.of());
    }
    Tally shots = shots(result.get("Shots"), pointer + "/Shots", registers, size);
    if (!shots.counts().equals(histogram.counts())) {
      throw new ResultFormatException(
          Code.COUNTS_CONTRADICT,
          pointer
              + ": the histogram of "
              + histogram.kept()
              + " outcomes does not match the "
              + shots.kept()
              + " shots");
    }
    return Documents.ofTally(request, registers.get(), shots, List.of());
  }

  private static Tally histogram(
      JsonNode entries, String pointer, RecordedRegisters registers, ResultSize size) {
    AnswerReader.array(entries, pointer);
    Tally tally = new Tally(size);
    for (int i = 0; i < entries.size(); i++) {
      String place = pointer + "/" + i;
      JsonNode entry = AnswerReader.object(entries.get(i), place);
      long count = AnswerReader.count(entry.path("Count"), place + "/Count");
      add(entry.path("Outcome"), place + "/Outcome", count, registers, tally);
    }
    return tally;
  }

  private static Tally shots(
      JsonNode shots, String pointer, RecordedRegisters registers, ResultSize size) {
    AnswerReader.array(shots, pointer);
    Tally tally = new Tally(size);
    for (int i = 0; i < shots.size(); i++) {
      add(shots.get(i), pointer + "/" + i, 1, registers, tally);
    }
    return tally;
  }

  private static void add(
      JsonNode outcome, String pointer, long times, RecordedRegisters registers, Tally tally) {
    Recorded recorded = Recorded.of(outcome, pointer);
    if (recorded.isLost()) {
      tally.discard(times);
    } else {
      registers.check(recorded, pointer);
      tally.add(recorded.key(), times);
    }
  }
}
