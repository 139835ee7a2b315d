package io.quantumexecutor.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quantumexecutor.api.request.ApiPolicy;
import io.quantumexecutor.api.request.ApiRequest;
import io.quantumexecutor.api.request.ChangeRequest;
import io.quantumexecutor.api.request.Fingerprints;
import io.quantumexecutor.api.request.InvalidRequestException;
import io.quantumexecutor.api.request.RetryRequest;
import io.quantumexecutor.api.request.Secrets;
import io.quantumexecutor.api.request.SubmissionReader;
import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.circuit.OutputLayout;
import io.quantumexecutor.circuit.ProgramException;
import io.quantumexecutor.circuit.Register;
import io.quantumexecutor.circuit.classiq.ClassiqProgram;
import io.quantumexecutor.circuit.ionq.IonqReader;
import io.quantumexecutor.circuit.ionq.IonqWriter;
import io.quantumexecutor.circuit.qasm.OpenQasm2Writer;
import io.quantumexecutor.circuit.qasm.OpenQasmReader;
import io.quantumexecutor.circuit.qir.QirProfile;
import io.quantumexecutor.circuit.qir.QirReader;
import io.quantumexecutor.circuit.qir.QirWriter;
import io.quantumexecutor.job.Callbacks;
import io.quantumexecutor.job.EventFilter;
import io.quantumexecutor.job.IdentityKey;
import io.quantumexecutor.job.Owner;
import io.quantumexecutor.job.Program;
import io.quantumexecutor.job.QueueMessage;
import io.quantumexecutor.job.Submission;
import io.quantumexecutor.job.SubmissionOptions;
import io.quantumexecutor.job.WhenUnavailable;
import io.quantumexecutor.result.ResultDecoders;
import io.quantumexecutor.result.ResultFormatException;
import io.quantumexecutor.result.ResultRequest;
import io.quantumexecutor.target.SentInputFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The readers, writers and decoders that take what strangers wrote. Each may refuse an input with
 * the exceptions that it documents; anything else that it throws is a finding.
 */
@SuppressWarnings("ImmutableEnumChecker") // the actions keep nothing
enum FuzzTarget {
  OPENQASM(
      text(FuzzTarget::openQasm),
      "circuit/qasm/(?!OpenQasm2Writer|ConditionWriter|WrittenNames|UniqueNames).*"),
  QIR(
      text(program -> QirReader.read(program, limits(program))),
      "circuit/qir/(?!QirWriter|QirProfile|QirText).*"),
  IONQ(text(program -> IonqReader.read(program, limits(program))), "circuit/ionq/(?!IonqWriter).*"),
  CLASSIQ(text(FuzzTarget::classiq), "circuit/classiq/.*"),
  OPENQASM_WRITER(
      text(program -> OpenQasm2Writer.write(circuit(program), limits(program))),
      "circuit/qasm/(OpenQasm2Writer|ConditionWriter|WrittenNames|UniqueNames).*"),
  IONQ_WRITER(
      text(program -> IonqWriter.write(circuit(program), limits(program))),
      "circuit/ionq/IonqWriter.*"),
  QIR_WRITER(
      text(FuzzTarget::writeQir), "circuit/(decompose/|qir/(QirWriter|QirProfile|QirText)).*"),
  IONQ_RESULTS(answer -> decode("ionq.quantum-results.v1", answer), "result/IonqDecoder.*"),
  QUANTINUUM_RESULTS(
      answer -> decode("honeywell.quantum-results.v1", answer), "result/QuantinuumDecoder.*"),
  RIGETTI_RESULTS(answer -> decode("rigetti.quil-results.v1", answer), "result/RigettiDecoder.*"),
  PASQAL_RESULTS(answer -> decode("pasqal.pulser-results.v1", answer), "result/PasqalDecoder.*"),
  MICROSOFT_V1_RESULTS(
      answer -> decode("microsoft.quantum-results.v1", answer), "result/MicrosoftV1Decoder.*"),
  MICROSOFT_V2_RESULTS(
      answer -> decode("microsoft.quantum-results.v2", answer), "result/MicrosoftV2Decoder.*"),
  REQUEST(text(FuzzTarget::request), "api/request/(?!SubmissionProblems|AccessProblems).*"),
  QUEUE_MESSAGE(text(FuzzTarget::queueMessage), "job/(QueueMessage|MessageJson).*"),
  SENT_INPUT(FuzzTarget::sentInput, "target/SentInput.*");

  private static final String BASE = "io.quantumexecutor.";
  private static final Pattern INPUT = Pattern.compile("\\binput\\s+[^;]{1,20}?(\\w+)\\s*;");
  private static final int MAX_PARAMETERS = 20;
  private static final int SHOTS = 4;
  private static final JsonMapper JSON = new JsonMapper();
  private static final Fingerprints FINGERPRINTS = new Fingerprints(new byte[32]);
  private static final OutputLayout LAYOUT =
      new OutputLayout(
          List.of(new Register("a", 2), new Register("b", 1), new Register("c", 1, false)),
          List.of(1, 0, 2, OutputLayout.NEVER_WRITTEN));
  private static final Callbacks NO_CALLBACKS =
      new Callbacks() {
        @Override
        public Optional<String> refusal(URI address) {
          return Optional.of(address.toString()).filter(text -> !text.startsWith("https:"));
        }

        @Override
        public Optional<String> post(Owner owner, URI address, String event) {
          throw new IllegalStateException("reading calls nobody");
        }

        @Override
        public String secretOf(Owner owner) {
          throw new IllegalStateException("reading needs no secret");
        }
      };

  private final Consumer<byte[]> action;
  private final Pattern classes;

  /**
   * @param classes whose branches count as its own, as a path below the base package
   */
  FuzzTarget(Consumer<byte[]> action, String classes) {
    this.action = action;
    this.classes = Pattern.compile(classes);
  }

  /** The target of that name, in any case and with hyphens. */
  static FuzzTarget named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** The kept inputs, one a file. */
  Path corpus() {
    return Path.of("src/test/resources/fuzz", toString());
  }

  List<Path> inputs() throws IOException {
    try (Stream<Path> files = Files.list(corpus())) {
      return files.sorted().toList();
    }
  }

  boolean owns(String className) {
    return className.startsWith(BASE)
        && classes.matcher(className.substring(BASE.length()).replace('.', '/')).matches();
  }

  /** Takes an input; whatever this throws is a finding. */
  void run(byte[] input) {
    try {
      action.accept(input);
    } catch (ProgramException refused) {
      if (refused.errors().isEmpty()) {
        throw new IllegalStateException("refused without a reason", refused);
      }
    }
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Consumer<byte[]> text(Consumer<String> reader) {
    return input -> reader.accept(new String(input, UTF_8));
  }

  private static CircuitLimits limits(String text) {
    return CircuitLimits.DEFAULT.forText(text.length());
  }

  private static Map<String, Double> parameters(String text) {
    Map<String, Double> parameters = new TreeMap<>();
    Matcher inputs = INPUT.matcher(text);
    while (inputs.find() && parameters.size() < MAX_PARAMETERS) {
      parameters.put(inputs.group(1), 0.5 + parameters.size());
    }
    return parameters;
  }

  private static Circuit openQasm(String text) {
    return OpenQasmReader.read(text, parameters(text), limits(text));
  }

  private static void classiq(String text) {
    json(text).ifPresent(ClassiqProgram::reduced);
    ClassiqProgram.read(text, parameters(text), limits(text));
    ClassiqProgram.outputs(text);
    ClassiqProgram.outputTypes(text);
  }

  private static Optional<JsonNode> json(String text) {
    try {
      return Optional.of(JSON.readTree(text)).filter(JsonNode::isObject);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** A program in any of the languages that are written in others. */
  private static Circuit circuit(String text) {
    if (text.startsWith("{")) {
      return IonqReader.read(text, limits(text));
    }
    return text.contains("__quantum__") ? QirReader.read(text, limits(text)) : openQasm(text);
  }

  private static void writeQir(String text) {
    Circuit circuit = circuit(text);
    for (QirProfile profile : QirProfile.values()) {
      try {
        QirWriter.write(circuit, profile, limits(text));
      } catch (ProgramException refused) {
        // The next profile may take it.
      }
    }
  }

  private static void decode(String format, byte[] answer) {
    for (ResultRequest request :
        List.of(
            new ResultRequest(format, "ionq.simulator", LAYOUT, SHOTS, 1),
            new ResultRequest(format, "ionq.qpu", LAYOUT, SHOTS, 1),
            new ResultRequest(format, "ionq.simulator", null, SHOTS, 1),
            new ResultRequest(format, "ionq.qpu", null, SHOTS, 1))) {
      try {
        ResultDecoders.decode(request, answer);
      } catch (ResultFormatException refused) {
        // The other requests may still be answered by it.
      }
    }
  }

  private static void request(String body) {
    ApiPolicy policy = new ApiPolicy(1 << 20, 24, new IdentityKey("configured"), NO_CALLBACKS);
    new SubmissionReader(policy).read(body);
    FINGERPRINTS.key("key", body);
    json(body).ifPresent(Secrets::place);
    SubmissionOptions options =
        new SubmissionOptions(
            null,
            List.of(),
            null,
            null,
            24,
            null,
            null,
            WhenUnavailable.HOLD,
            EventFilter.END,
            null);
    Submission earlier =
        new Submission(
            new Program.Text("openqasm", true, ""),
            "ionq.simulator",
            1,
            Map.of(),
            Map.of(),
            options);
    ApiRequest request = new ApiRequest("/api/jobs/x", Map.of(), Map.of(), Optional.of(body), "i");
    try {
      RetryRequest.read(request, earlier, NO_CALLBACKS).of(earlier);
    } catch (InvalidRequestException refused) {
      refused.response("i");
    }
    try {
      ChangeRequest.read(request);
    } catch (InvalidRequestException refused) {
      refused.response("i");
    }
  }

  private static void queueMessage(String text) {
    QueueMessage message = QueueMessage.parse(text, "id");
    if (message instanceof QueueMessage.Drop drop) {
      drop.body();
      drop.mark();
    }
    if (!QueueMessage.parse(message.write(), "other").equals(message)) {
      throw new IllegalStateException("another message is read back");
    }
  }

  private static void sentInput(byte[] file) {
    try {
      SentInputFile.write(SentInputFile.read(file));
    } catch (IllegalStateException refused) {
      if (refused.getMessage() == null || !refused.getMessage().contains("a stored input")) {
        throw refused;
      }
    }
  }
}
