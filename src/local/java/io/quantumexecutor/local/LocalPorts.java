package io.quantumexecutor.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** The six ports of a local stack, counted from the first. */
record LocalPorts(int functions) {
  static final int LAST_OFFSET = 5;

  int emulator() {
    return functions + 1;
  }

  int blob() {
    return functions + 2;
  }

  int queue() {
    return functions + 3;
  }

  int table() {
    return functions + 4;
  }

  int emulatorTls() {
    return functions + LAST_OFFSET;
  }

  /**
   * Looks at the ports before anything is started.
   *
   * @throws LocalStackException naming every port that is taken
   */
  static void requireFree(List<Integer> ports) {
    List<String> taken = new ArrayList<>();
    for (int port : ports) {
      if (!isFree(port)) {
        taken.add(Integer.toString(port));
      }
    }
    if (!taken.isEmpty()) {
      throw new LocalStackException(
          "Taken on 127.0.0.1: port "
              + String.join(", ", taken)
              + ". End the program that listens there, or move all six ports with -Dlocal.port=N"
              + " (N to N+5)");
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
