package io.quantumexecutor.local;

import com.microsoft.playwright.options.ColorScheme;
import io.quantumexecutor.local.emulator.QuantumEmulator;

/** The shared stack and a browser that shows its console. */
final class ConsoleStack implements AutoCloseable {
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

  private final SharedStack shared;
  private final ConsoleBrowser browser;

  private ConsoleStack(SharedStack shared, ConsoleBrowser browser) {
    this.shared = shared;
    this.browser = browser;
  }

  /** Starts the browser. */
  static ConsoleStack start(SharedStack shared) {
    return new ConsoleStack(shared, ConsoleBrowser.start());
  }

  JobsApi api() {
    return shared.api;
  }

  QuantumEmulator emulator() {
    return shared.stack.emulator();
  }

  String address() {
    return api().console();
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
    String id = api().submit(JobsApi.bell(name));
    api().ended(id);
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
  }
}
