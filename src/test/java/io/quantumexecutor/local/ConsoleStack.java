package io.quantumexecutor.local;

import com.microsoft.playwright.options.ColorScheme;
import io.quantumexecutor.local.emulator.QuantumEmulator;
import io.quantumexecutor.local.emulator.Role;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** The local stack and a browser that shows its console. */
final class ConsoleStack implements AutoCloseable {
  /** An application that may use the workspace of {@link Callers}. */
  static final String CLIENT = "aaaaaaaa-0000-0000-0000-000000000001";

  static final String SECRET = "their-secret~1";
  static final String SIMULATOR = "ionq.simulator";
  static final String PROGRAM =
      """
      OPENQASM 2.0;
      include "qelib1.inc";
      qreg q[3];
      creg c[3];
      h q[0];
      cx q[0],q[1];
      ry(0.6) q[2];
      measure q -> c;
      """;

  private final RunningStack stack;
  private final JobsApi api;
  private final ConsoleBrowser browser;

  private ConsoleStack(RunningStack stack, JobsApi api, ConsoleBrowser browser) {
    this.stack = stack;
    this.api = api;
    this.browser = browser;
  }

  static ConsoleStack start() {
    RunningStack stack = RunningStack.withoutHost(InstantSource.system(), Duration.ofMillis(200));
    Callers.register(stack.emulator(), CLIENT, SECRET, Role.DATA_CONTRIBUTOR);
    JobsApi api = stack.startHost(Map.of("PRIVATE_WORKSPACES", Callers.WORKSPACE.resourceId()));
    return new ConsoleStack(stack, api, ConsoleBrowser.start());
  }

  JobsApi api() {
    return api;
  }

  QuantumEmulator emulator() {
    return stack.emulator();
  }

  String address() {
    return api.console();
  }

  /** A tab on a page of the console, by its fragment. */
  ConsoleTab open(String page) {
    return open(page, ColorScheme.LIGHT);
  }

  ConsoleTab open(String page, ColorScheme scheme) {
    return browser.open(address() + page, scheme);
  }

  /** The id of a Bell job of that name that has ended. */
  String ended(String name) {
    String id = api.submit(JobsApi.bell(name));
    api.ended(id);
    return id;
  }

  /** Fills in the form, but does not send it. */
  static void fill(ConsoleTab tab, String name, String program) {
    tab.field("Target").selectOption(SIMULATOR);
    tab.fill("Program", program).fill("Name", name).fill("Tags", "demo, console");
  }

  @Override
  public void close() {
    browser.close();
    stack.close();
  }
}
