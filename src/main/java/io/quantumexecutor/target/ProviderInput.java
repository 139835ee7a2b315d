package io.quantumexecutor.target;

import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.OutputLayout;
import io.quantumexecutor.job.Program;
import io.quantumexecutor.workspace.ProviderFormat;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is sent to the provider for a submission.
 *
 * @param format the format of the content and of the output to ask for
 * @param inputParams what we add to the caller's options: shots, entry point
 * @param layout how the answer maps to bits, its registers named as the answer names them; null for
 *     a program that is passed through unread
 * @param registers the registers' names in the caller's program, those that are outputs, in the
 *     layout's order
 * @param read the circuit, if the content was read to pass it through; null if it was not
 * @param warnings what the caller should know
 */
public record ProviderInput(
    Target target,
    ProviderFormat format,
    Content content,
    Map<String, Object> inputParams,
    @Nullable OutputLayout layout,
    List<String> registers,
    @Nullable Circuit read,
    List<String> warnings) {
  public ProviderInput {
    inputParams = Map.copyOf(inputParams);
    registers = List.copyOf(registers);
    warnings = List.copyOf(warnings);
  }

  /** The bytes of an input. */
  public static final class Content {
    private final byte[] bytes;

    private Content(byte[] bytes) {
      this.bytes = bytes;
    }

    static Content of(Program program) {
      if (program instanceof Program.Binary binary) {
        return new Content(Base64.getDecoder().decode(binary.base64()));
      }
      if (program instanceof Program.Text text) {
        return text(text.text());
      }
      throw new IllegalStateException("unknown program " + program.getClass());
    }

    static Content text(String text) {
      return new Content(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes, not to be changed. */
    public byte[] bytes() {
      return bytes;
    }
  }
}
