package io.quantumexecutor.local.host;

import com.microsoft.azure.functions.HttpMethod;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A worker's start and first call: loads functions, binds a request, asks the injector for the
 * instance, calls.
 *
 * <p>Arguments: the function's name, then the classes to load. The request's body comes from
 * standard input. Prints {@code ANSWERED}, the status and the CPU milliseconds of this process.
 */
public final class FirstCallMain {
  /** What the line that tells the status begins with. */
  public static final String ANSWERED = "ANSWERED ";

  private FirstCallMain() {}

  public static void main(String[] args) throws IOException, ClassNotFoundException {
    List<Class<?>> classes = new ArrayList<>();
    for (String name : Arrays.asList(args).subList(1, args.length)) {
      classes.add(Class.forName(name, false, FirstCallMain.class.getClassLoader()));
    }
    FunctionMethod function =
        FunctionMethod.load(classes).stream()
            .filter(loaded -> loaded.name().equals(args[0]))
            .findFirst()
            .orElseThrow();
    HttpRequest request =
        new HttpRequest(
            URI.create("http://127.0.0.1/api"),
            HttpMethod.POST,
            Map.of("content-type", "application/json"),
            Map.of(),
            Optional.of(new String(System.in.readAllBytes(), StandardCharsets.UTF_8)));
    FunctionRunner runner =
        new FunctionRunner(FunctionClasses.injector(), new HostLog(System.err, System.getenv()));
    FunctionRunner.Outcome outcome = runner.run(function, request, Map.of());
    int status = outcome.value() instanceof HttpResponse answer ? answer.getStatusCode() : 500;
    long cpu = ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
    System.out.println(ANSWERED + status + " " + cpu);
    System.exit(0);
  }
}
