package io.quantumexecutor.circuit.qir;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** QIR texts that would be long work, by what they do. */
public final class HostileQir {
  private static final String END = "  ret void\n}\nattributes #0 = { \"entry_point\" }\n";

  private HostileQir() {}

  /** Programs that must be refused. */
  public static Map<String, Supplier<String>> refused() {
    Map<String, Supplier<String>> all = new LinkedHashMap<>();
    all.put("comparison of sums", () -> measured(20) + sums("icmp sgt") + END);
    all.put("products of sums", () -> measured(20) + sums("mul") + END);
    all.put("xor after xor", () -> measured(16) + chain(16, "xor", "i1") + branch("%c15") + END);
    all.put("and of xor", () -> measured(64) + mixed() + END);
    all.put("and after or, deep", () -> measured(200) + deep() + END);
    all.put("branches on branches", () -> measured(200) + branches(200));
    all.put("branches that never meet", () -> measured(64) + diverging());
    all.put("selects of selects", () -> measured(40) + selects() + END);
    all.put("groups named again and again", HostileQir::groups);
    all.put("lines without sense", () -> "x\n".repeat(4_000_000));
    all.put("instructions without sense", () -> measured(1) + "x\n".repeat(4_000_000) + END);
    all.put(
        "long names",
        () -> measured(1) + ("  %a = add i1 %" + "n".repeat(40_000) + ", 1\n").repeat(200) + END);
    return all;
  }

  private static String measured(int results) {
    StringBuilder text = new StringBuilder("define void @main() #0 {\nentry:\n");
    for (int i = 0; i < results; i++) {
      String result = "%Result* inttoptr (i64 " + i + " to %Result*)";
      text.append("  call void @__quantum__qis__mz__body(%Qubit* null, " + result + ")\n");
      text.append("  %r" + i + " = call i1 @__quantum__qis__read_result__body(" + result + ")\n");
    }
    return text.toString();
  }

  private static String sums(String operation) {
    StringBuilder text = new StringBuilder("  %s0 = add i64 %r0, 0\n");
    for (int i = 1; i < 20; i++) {
      text.append("  %s" + i + " = add i64 %s" + (i - 1) + ", %r" + i + "\n");
    }
    return text + "  %t = " + operation + " i64 %s19, %s18\n";
  }

  private static String chain(int length, String operation, String type) {
    StringBuilder text = new StringBuilder("  %c0 = add i1 %r0, 0\n");
    for (int i = 1; i < length; i++) {
      text.append(
          "  %c" + i + " = " + operation + " " + type + " %c" + (i - 1) + ", %r" + i + "\n");
    }
    return text.toString();
  }

  private static String mixed() {
    StringBuilder text = new StringBuilder("  %c0 = add i1 %r0, 0\n");
    for (int i = 1; i < 63; i++) {
      text.append("  %x" + i + " = xor i1 %r" + i + ", %r" + (i + 1) + "\n");
      text.append("  %c" + i + " = and i1 %c" + (i - 1) + ", %x" + i + "\n");
      text.append("  %c" + i + " = xor i1 %c" + i + ", %x" + i + "\n");
    }
    return text.toString();
  }

  private static String deep() {
    StringBuilder text = new StringBuilder("  %c = add i1 %r0, 0\n");
    for (int i = 0; i < 20_000; i++) {
      text.append("  %c = and i1 %c, %r" + i % 200 + "\n");
      text.append("  %c = or i1 %c, %r" + (i * 7 + 3) % 200 + "\n");
    }
    return text.toString();
  }

  private static String branch(String variable) {
    return "  br i1 "
        + variable
        + ", label %yes, label %end\nyes:\n"
        + "  call void @__quantum__qis__x__body(%Qubit* null)\n  br label %end\nend:\n";
  }

  private static String branches(int count) {
    StringBuilder text = new StringBuilder("  br label %k0\n");
    for (int i = 0; i < count; i++) {
      int next = i + 1;
      text.append("k" + i + ":\n  br i1 %r" + i + ", label %k" + next + ", label %c" + i + "\n");
      text.append(
          "c"
              + i
              + ":\n  br i1 %r"
              + (i * 7 + 1) % count
              + ", label %k"
              + Math.min(count, i + 2)
              + ", label %k"
              + next
              + "\n");
    }
    return text + "k" + count + ":\n" + END;
  }

  private static String diverging() {
    StringBuilder text = new StringBuilder("  br label %k0\n");
    for (int i = 0; i < 64; i++) {
      for (String side : new String[] {"k", "c"}) {
        text.append(
            side
                + i
                + ":\n  br i1 %r"
                + (i + (side.equals("k") ? 0 : 13)) % 64
                + ", label %k"
                + (i + 1)
                + ", label %c"
                + (i + 1)
                + "\n");
      }
    }
    return text + "k64:\n  br label %c64\nc64:\n" + END;
  }

  private static String selects() {
    StringBuilder text = new StringBuilder("  %v = add i64 0, 1\n");
    for (int i = 0; i < 40; i++) {
      text.append("  %w = mul i64 %v, 3\n  %v = select i1 %r" + i + ", i64 %v, i64 %w\n");
    }
    return text.toString();
  }

  private static String groups() {
    StringBuilder text = new StringBuilder("define void @main() ");
    text.append("#0 ".repeat(1_000_000)).append("{\nentry:\n  br label %no\n}\n");
    text.append("attributes #0 = { \"entry_point\" ");
    for (int i = 0; i < 400_000; i++) {
      text.append("a" + i + " ");
    }
    return text + "}\n";
  }
}
