package io.quantumexecutor.quantum;

import com.fasterxml.jackson.annotation.JsonIdentityInfo;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.ObjectIdGenerators.StringIdGenerator;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quantumexecutor.target.Target;
import io.quantumexecutor.target.price.FreeOfCharge;
import io.quantumexecutor.target.price.GateShots;
import io.quantumexecutor.target.price.HardwareCredits;
import io.quantumexecutor.target.price.RunTime;
import io.quantumexecutor.target.price.Tariff;
import io.quantumexecutor.target.price.Unpublished;
import io.quantumexecutor.workspace.ProviderFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The file of targets. Each has all of its fields, null ones too; only formats and tariffs stand in
 * it once and are then referred to by their id.
 *
 * @param renamed former names with those that replace them and tell what they could do
 * @param gone targets that nothing replaces
 */
record CatalogueFile(
    List<ProviderFormat> formats,
    List<Tariff> tariffs,
    List<Target> targets,
    Map<String, String> renamed,
    List<Target> gone) {
  private static final String RESOURCE = "catalogue.json";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .addMixIn(ProviderFormat.class, FormatById.class)
          .addMixIn(Tariff.class, TariffById.class)
          .addModule(
              new SimpleModule()
                  .addDeserializer(LocalDate.class, new Text<>(LocalDate.class, LocalDate::parse))
                  .addDeserializer(Duration.class, new Text<>(Duration.class, Duration::parse)))
          .build();

  @JsonIdentityInfo(generator = StringIdGenerator.class, property = "id")
  private interface FormatById {}

  @JsonIdentityInfo(generator = StringIdGenerator.class, property = "id")
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "formula")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = FreeOfCharge.class, name = "free"),
    @JsonSubTypes.Type(value = GateShots.class, name = "gate-shots"),
    @JsonSubTypes.Type(value = HardwareCredits.class, name = "hardware-credits"),
    @JsonSubTypes.Type(value = RunTime.class, name = "run-time"),
    @JsonSubTypes.Type(value = Unpublished.class, name = "unpublished")
  })
  private interface TariffById {}

  private static final class Text<T> extends FromStringDeserializer<T> {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial")
    private final Function<String, T> parser;

    Text(Class<T> type, Function<String, T> parser) {
      super(type);
      this.parser = parser;
    }

    @Override
    protected T _deserialize(String value, DeserializationContext context) {
      return parser.apply(value);
    }
  }

  /** The file that comes with the program. */
  static byte[] bundled() {
    try (InputStream in = CatalogueFile.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing");
      }
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(RESOURCE + " cannot be read", unreadable);
    }
  }

  /** All targets, the current ones first. */
  static List<Target> read(InputStream json) throws IOException {
    CatalogueFile file = MAPPER.readValue(json, CatalogueFile.class);
    List<Target> targets = new ArrayList<>(file.targets);
    file.renamed.forEach((name, successor) -> targets.add(renamed(name, file.current(successor))));
    targets.addAll(file.gone);
    return targets;
  }

  private Target current(String name) {
    return targets.stream()
        .filter(target -> target.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(RESOURCE + " has no target " + name));
  }

  private static Target renamed(String name, Target now) {
    return new Target(
        name,
        now.provider(),
        now.kind(),
        now.qubits(),
        now.formats(),
        now.abilities(),
        now.shots(),
        now.offer(),
        new Target.Retirement(now.name(), "use " + now.name()));
  }
}
