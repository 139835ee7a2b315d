package io.quantumexecutor.circuit.qir;

import io.quantumexecutor.circuit.Place;
import io.quantumexecutor.circuit.ProgramError;
import io.quantumexecutor.circuit.ProgramErrors;
import io.quantumexecutor.circuit.ProgramException;
import io.quantumexecutor.circuit.StepBudget;
import io.quantumexecutor.circuit.qir.QirProgram.Block;
import io.quantumexecutor.circuit.qir.QirProgram.Instruction;
import io.quantumexecutor.circuit.qir.QirScanner.Kind;
import io.quantumexecutor.circuit.qir.QirScanner.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Parses the parts of LLVM's language that QIR's base and adaptive profiles use. What it does not
 * know is reported by name, and parsing goes on in the next line.
 */
final class QirParser {
  private static final Set<String> ENTRY_ATTRIBUTES = Set.of("entry_point", "EntryPoint");
  private static final Set<String> SKIPPED =
      Set.of("declare", "source_filename", "target", "module");

  private record Function(Map<String, String> attributes, Set<String> groups, List<Block> blocks) {}

  private final QirScanner scanner;
  private final StepBudget budget;
  private final InstructionParser instructions;
  private final ProgramErrors errors = new ProgramErrors();
  private final Map<String, Map<String, String>> groups = new HashMap<>();
  private final List<Function> functions = new ArrayList<>();

  private QirParser(QirScanner scanner, StepBudget budget) {
    this.scanner = scanner;
    this.budget = budget;
    instructions = new InstructionParser(scanner);
  }

  /**
   * The entry point of a text.
   *
   * @throws ProgramException with every syntax error, each with line and column
   */
  static QirProgram parse(String text, StepBudget budget) {
    return new QirParser(new QirScanner(text), budget).parse();
  }

  private QirProgram parse() {
    while (scanner.peek().kind() != Kind.END) {
      Token first = scanner.peek();
      begin(first);
      try {
        topLevel();
      } catch (ProgramException e) {
        report(e);
        scanner.skipLine(scanner.peek().kind() == Kind.END ? first : scanner.peek());
      }
    }
    errors.throwIfAny();
    return entryPoint();
  }

  private void begin(Token first) {
    budget.at(first.place());
    budget.spend(8);
  }

  private void report(ProgramException refused) {
    refused.errors().forEach(errors::add);
    budget.spend(20);
  }

  private void topLevel() {
    Token first = scanner.peek();
    boolean isSkipped =
        switch (first.kind()) {
          case LOCAL, GLOBAL, METADATA -> true;
          default -> first.kind() == Kind.WORD && SKIPPED.contains(first.text());
        };
    if (isSkipped) {
      scanner.skipLine(first);
    } else if (scanner.take(Kind.WORD, "define")) {
      function();
    } else if (scanner.take(Kind.WORD, "attributes")) {
      String group = scanner.expect(Kind.GROUP, "an attribute group such as #0").text();
      scanner.expectSign("=");
      scanner.expectSign("{");
      Map<String, String> attributes = groups.computeIfAbsent(group, g -> new HashMap<>());
      while (!scanner.take(Kind.SIGN, "}")) {
        attribute(attributes);
      }
    } else {
      throw scanner.unexpected("a definition, a declaration or attributes");
    }
  }

  private void attribute(Map<String, String> attributes) {
    Token name = scanner.next();
    if (name.kind() != Kind.STRING && name.kind() != Kind.WORD) {
      throw new ProgramException(
          scanner.error(
              name.place(),
              "expected an attribute, found \"" + ProgramError.shortened(name.text()) + "\""));
    }
    boolean hasValue = scanner.take(Kind.SIGN, "=");
    attributes.put(name.text(), hasValue ? scanner.next().text() : "");
  }

  private void function() {
    while (scanner.peek().kind() != Kind.GLOBAL) {
      if (scanner.peek().kind() == Kind.END) {
        throw scanner.unexpected("the function's name");
      }
      scanner.next();
    }
    scanner.next();
    scanner.expectSign("(");
    while (!scanner.take(Kind.SIGN, ")")) {
      if (scanner.next().kind() == Kind.END) {
        throw scanner.unexpected("\")\"");
      }
    }
    Function function = new Function(new HashMap<>(), new LinkedHashSet<>(), new ArrayList<>());
    while (!scanner.take(Kind.SIGN, "{")) {
      if (scanner.peek().kind() == Kind.GROUP) {
        function.groups.add(scanner.next().text());
      } else {
        attribute(function.attributes);
      }
    }
    functions.add(function);
    body(function.blocks);
  }

  private void body(List<Block> blocks) {
    String label = "";
    List<Instruction> open = new ArrayList<>();
    while (!scanner.take(Kind.SIGN, "}")) {
      Token first = scanner.peek();
      if (first.kind() == Kind.END) {
        throw scanner.unexpected("\"}\"");
      }
      begin(first);
      try {
        Instruction instruction = instructions.labelOrInstruction();
        if (instruction instanceof QirProgram.Label start) {
          refuseOpenBlock(open, start.place());
          label = start.name();
        } else if (isLast(instruction)) {
          blocks.add(new Block(label, List.copyOf(open), instruction));
          open.clear();
          label = "";
        } else {
          open.add(instruction);
        }
      } catch (ProgramException e) {
        report(e);
        scanner.skipLine(first);
      }
    }
    refuseOpenBlock(open, scanner.peek().place());
  }

  private void refuseOpenBlock(List<Instruction> open, Place place) {
    if (!open.isEmpty()) {
      errors.add(ProgramError.at(place, "the block before this does not end in br or ret"));
      open.clear();
    }
  }

  private static boolean isLast(Instruction instruction) {
    return instruction instanceof QirProgram.Jump
        || instruction instanceof QirProgram.Branch
        || instruction instanceof QirProgram.Return;
  }

  private QirProgram entryPoint() {
    List<Function> entries = functions.stream().filter(this::isEntryPoint).toList();
    if (entries.size() != 1) {
      throw new ProgramException(
          ProgramError.of(
              "the text has "
                  + entries.size()
                  + " functions with the attribute \"entry_point\"; exactly one is needed"));
    }
    Function entry = entries.get(0);
    if (entry.blocks.isEmpty()) {
      throw new ProgramException(ProgramError.of("the entry point has no instructions"));
    }
    Map<String, String> attributes = new HashMap<>(entry.attributes);
    entry.groups.forEach(group -> attributes.putAll(groups.getOrDefault(group, Map.of())));
    return new QirProgram(attributes, List.copyOf(entry.blocks));
  }

  private boolean isEntryPoint(Function function) {
    return isEntryPoint(function.attributes)
        || function.groups.stream()
            .anyMatch(group -> isEntryPoint(groups.getOrDefault(group, Map.of())));
  }

  private static boolean isEntryPoint(Map<String, String> attributes) {
    return ENTRY_ATTRIBUTES.stream().anyMatch(attributes::containsKey);
  }
}
