package io.quantumexecutor.callback;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a name; tests need no network for it. */
@FunctionalInterface
interface NameLookUp {
  NameLookUp SYSTEM = host -> List.of(InetAddress.getAllByName(host));

  List<InetAddress> addressesOf(String host) throws UnknownHostException;
}
