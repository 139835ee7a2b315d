package io.quantumexecutor.quantum;

import io.quantumexecutor.target.Target;
import io.quantumexecutor.target.TargetCatalogue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The targets documented by Azure Quantum and its providers as of August 2026, in the order in
 * which they are shown, retired names last. A workspace may know others; ask it.
 */
public final class ProviderCatalogue implements TargetCatalogue {
  private static final int VERSION_BYTES = 6;

  private final List<Target> targets;
  private final String version;
  private final Map<String, Target> byName;

  ProviderCatalogue(List<Target> targets, String version) {
    this.version = version;
    this.targets = List.copyOf(targets);
    this.byName = new LinkedHashMap<>();
    targets.forEach(target -> byName.put(target.name(), target));
  }

  /**
   * A catalogue read from its file; its version is the beginning of the file's SHA-256.
   *
   * @throws UncheckedIOException if the file is not as it has to be
   */
  static ProviderCatalogue of(byte[] file) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(file);
      return new ProviderCatalogue(
          CatalogueFile.read(new ByteArrayInputStream(file)),
          HexFormat.of().formatHex(hash, 0, VERSION_BYTES));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the catalogue cannot be read", unreadable);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The catalogue that comes with the program. */
  public static ProviderCatalogue bundled() {
    return Bundled.CATALOGUE;
  }

  @Override
  public Optional<Target> find(String name) {
    return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public List<Target> all() {
    return targets;
  }

  /** Read when it is first asked for. */
  private static final class Bundled {
    static final ProviderCatalogue CATALOGUE = of(CatalogueFile.bundled());
  }
}
