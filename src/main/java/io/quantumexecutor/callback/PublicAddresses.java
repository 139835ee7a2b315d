package io.quantumexecutor.callback;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Which addresses lie on the public internet: all of IPv4 but the blocks of the IANA IPv4 Special-
 * Purpose Address Registry, multicast, and the address under which Azure's platform answers its own
 * machines (Azure documentation, "What is IP address 168.63.129.16?"); of IPv6 only global unicast,
 * 2000::/3, without the special blocks in it, some of which carry an IPv4 address inside.
 */
final class PublicAddresses {
  private static final List<Block> CLOSED_V4 =
      List.of(
          Block.of(8, 0),
          Block.of(8, 10),
          Block.of(10, 100, 64),
          Block.of(8, 127),
          Block.of(16, 169, 254),
          Block.of(12, 172, 16),
          Block.of(24, 192, 0, 0),
          Block.of(24, 192, 0, 2),
          Block.of(24, 192, 88, 99),
          Block.of(16, 192, 168),
          Block.of(15, 198, 18),
          Block.of(24, 198, 51, 100),
          Block.of(24, 203, 0, 113),
          Block.of(3, 224),
          Block.of(32, 168, 63, 129, 16));
  private static final Block GLOBAL_V6 = Block.of(3, 0x20);
  private static final List<Block> CLOSED_V6 =
      List.of(
          Block.of(23, 0x20, 0x01),
          Block.of(32, 0x20, 0x01, 0x0d, 0xb8),
          Block.of(16, 0x20, 0x02),
          Block.of(20, 0x3f, 0xff));

  private PublicAddresses() {}

  static boolean has(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address
        ? CLOSED_V4.stream().noneMatch(block -> block.holds(bytes))
        : GLOBAL_V6.holds(bytes) && CLOSED_V6.stream().noneMatch(block -> block.holds(bytes));
  }

  /**
   * All addresses that begin with the same bits.
   *
   * @param start the leading bytes; those that are left out are 0
   */
  private record Block(int bits, List<Integer> start) {
    static Block of(int bits, Integer... start) {
      return new Block(bits, List.of(start));
    }

    boolean holds(byte[] address) {
      for (int bit = 0; bit < bits; bit++) {
        int own = bit / 8 < start.size() ? start.get(bit / 8) : 0;
        int mask = 0x80 >> bit % 8;
        if ((own & mask) != (address[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
