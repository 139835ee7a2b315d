package io.quantumexecutor.local.host;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * Runs this app's functions in a JVM of their own, with settings from the environment, as the real
 * worker has them.
 *
 * <p>Arguments: the port (0 for any free one) and the path of {@code host.json}. Prints {@code
 * LISTENING} and the base address once it serves, and ends when its standard input does, so that it
 * cannot outlive its parent.
 */
public final class HostMain {
  /** What the line that tells the address begins with. */
  public static final String LISTENING = "LISTENING ";

  private HostMain() {}

  public static void main(String[] args) throws IOException {
    try {
      FunctionsHost host =
          FunctionsHost.start(
              HostSettings.ofApp(Integer.parseInt(args[0]), Path.of(args[1]), System.getenv()));
      Runtime.getRuntime().addShutdownHook(new Thread(host::close));
      System.out.println(LISTENING + host.baseUri());
    } catch (HostException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
    System.in.transferTo(OutputStream.nullOutputStream());
    System.exit(0);
  }
}
