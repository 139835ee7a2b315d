package io.quantumexecutor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Says at the end of a build, in one line, what was not tested and what to install for it. */
public final class SkippedTests {
  private SkippedTests() {}

  /** Reads the reports of the unit tests and the integration tests below a folder. */
  public static void main(String[] folder) throws Exception {
    Set<String> reasons = new TreeSet<>();
    try (DirectoryStream<Path> kinds = Files.newDirectoryStream(Path.of(folder[0]), "*-reports")) {
      for (Path kind : kinds) {
        try (DirectoryStream<Path> reports = Files.newDirectoryStream(kind, "TEST-*.xml")) {
          for (Path report : reports) {
            reasons.addAll(reasons(Files.readString(report)));
          }
        }
      }
    }
    if (!reasons.isEmpty()) {
      System.out.println("Not tested here: " + String.join("; ", reasons));
    }
  }

  /** Why tests of a class were skipped; a class of which no test ran is a reason itself. */
  static Set<String> reasons(String report)
      throws IOException, SAXException, ParserConfigurationException {
    Element suite =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(report.getBytes(UTF_8)))
            .getDocumentElement();
    Set<String> reasons = new TreeSet<>();
    NodeList skipped = suite.getElementsByTagName("skipped");
    for (int i = 0; i < skipped.getLength(); i++) {
      reasons.add(reason((Element) skipped.item(i)));
    }
    if (suite.getAttribute("tests").equals("0")) {
      reasons.add(suite.getAttribute("name") + " (no test ran)");
    }
    return reasons;
  }

  /** Without what JUnit puts before the message of a failed assumption. */
  private static String reason(Element skipped) {
    String message = skipped.getAttribute("message");
    String whole = message.isEmpty() ? skipped.getTextContent() : message;
    return whole
        .strip()
        .lines()
        .findFirst()
        .orElse("a test without a reason")
        .replaceFirst("^.*Assumption failed: ", "");
  }
}
