package io.quantumexecutor.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Submitting with the web console in a real browser, on the local stack. */
@Timeout(180)
@EnabledIf(
    value = "io.quantumexecutor.local.ConsoleBrowser#isInstalled",
    disabledReason = ConsoleBrowser.MISSING)
@SharedStack.Used
final class ConsoleIT {
  private static ConsoleStack console;

  @BeforeAll
  static void start(SharedStack shared) {
    console = ConsoleStack.start(shared);
  }

  @AfterAll
  static void stop() {
    if (console != null) {
      console.close();
    }
  }

  private static void fillOwn(ConsoleTab tab, String secret) {
    tab.page().getByLabel("Run with my own credentials").check();
    tab.page().getByLabel("My application").check();
    tab.fill("Resource id of your workspace", ServicePrincipals.WORKSPACE.resourceId())
        .fill("Location", "West US")
        .fill("Tenant id", ServicePrincipals.TENANT)
        .fill("Client id", SharedStack.CLIENT)
        .fill("Client secret", secret);
    tab.field("Client secret").blur();
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void program_submitted_isWatchedToItsHistogram(ColorScheme scheme) {
    String suffix = "-" + scheme.name().toLowerCase(Locale.ROOT);
    try (ConsoleTab tab = console.open("", scheme)) {
      ConsoleStack.fill(tab, "three qubits", ConsoleStack.PROGRAM);
      tab.await("Ready to run");
      tab.picture("submit" + suffix).assertAccessible();
      tab.press("Submit job");
      Locator canvas = tab.await("canvas", "");
      tab.await(".head .badge", "Completed");
      tab.await("summary", "The same as a table").click();
      assertThat(tab.page().locator("tbody tr")).hasCount(4);
      assertThat(canvas.boundingBox().height).isGreaterThan(100);
      tab.picture("job" + suffix).assertAccessible();
      tab.goTo("Jobs");
      tab.await("tbody a", "three qubits");
      tab.picture("jobs" + suffix).assertAccessible();
      tab.goTo("Backends");
      tab.await("tbody", ConsoleStack.SIMULATOR);
      tab.picture("backends" + suffix).assertAccessible();

      assertThat(tab.complaints()).isEmpty();
    }
  }

  @Test
  void program_withErrors_showsThemInTheText() {
    String wrong =
        ConsoleStack.PROGRAM.replace("h q[0];", "nope q[0];").replace("cx q[0],", "cx q[9],");
    try (ConsoleTab tab = console.open("")) {
      ConsoleStack.fill(tab, "wrong", wrong);
      tab.await("Refused");
      assertThat(tab.page().locator(".gutter .at")).hasText(new String[] {"5", "6"});
      assertThat(tab.page().locator(".typed mark")).hasText(new String[] {"nope", "9"});
      tab.picture("errors").assertAccessible();
      tab.press("Line 6, column 6");
      Object caret = tab.page().evaluate("document.activeElement.selectionStart");
      tab.press("Submit job");
      tab.await("form .note.bad", "line 6, column 6");

      assertThat(caret).isEqualTo(wrong.indexOf('9'));
      assertThat(tab.complaints()).allMatch(text -> text.contains("status of 422"));
    }
  }

  @Test
  void mitigation_onHardware_showsBothPrices() {
    try (ConsoleTab tab = console.open("")) {
      ConsoleStack.fill(tab, "dear", ConsoleStack.PROGRAM);
      tab.field("Target").selectOption("ionq.qpu.forte-1");
      Locator price = tab.await(".price", "With error mitigation");
      String without = tab.page().locator(".amount").textContent();
      tab.page().getByLabel("Error mitigation").check();
      assertThat(tab.page().locator(".amount")).not().hasText(without);

      assertThat(price.textContent()).contains("Without" + without);
      assertThat(tab.complaints()).isEmpty();
    }
  }

  @Test
  void file_dropped_isTheProgram() {
    try (ConsoleTab tab = console.open("")) {
      tab.page()
          .locator("input[type=file]")
          .setInputFiles(
              new FilePayload(
                  "bell.qasm",
                  "text/plain",
                  ConsoleStack.PROGRAM.getBytes(StandardCharsets.UTF_8)));
      assertThat(tab.field("Program")).hasValue(ConsoleStack.PROGRAM);
      tab.await("Ready to run");
      byte[] bitcode = {'B', 'C', (byte) 0xc0, (byte) 0xde, 0};
      tab.page()
          .locator("input[type=file]")
          .setInputFiles(new FilePayload("program.bc", "application/octet-stream", bitcode));
      tab.await("program.bc, 5 bytes");
      tab.press("Type a program instead");
      assertThat(tab.field("Program")).isEditable();

      assertThat(tab.complaints()).isEmpty();
    }
  }

  @Test
  void ownCredentials_ofAnApplication_runThereAndAreKeptNowhere() {
    try (ConsoleTab tab = console.open("")) {
      ConsoleStack.fill(tab, "mine", ConsoleStack.PROGRAM);
      fillOwn(tab, SharedStack.SECRET);
      tab.await("Ready to run");
      tab.picture("own-credentials").assertAccessible();
      Request sent = tab.submission(() -> tab.press("Submit job"));
      tab.await("canvas", "");

      assertThat(sent.postData())
          .contains("\"client_secret\":\"" + SharedStack.SECRET + "\"", "West US");
      assertThat(sent.url()).doesNotContain("?");
      assertThat(console.emulator().journal().entries())
          .anyMatch(entry -> entry.target().contains(ServicePrincipals.WORKSPACE.name()));
      assertThat(tab.page().evaluate("JSON.stringify([sessionStorage, localStorage])"))
          .isEqualTo("[{},{}]");
      assertThat(tab.page().content()).doesNotContain(SharedStack.SECRET);
      assertThat(tab.complaints()).isEmpty();
    }
  }

  @Test
  void ownCredentials_withAWrongSecret_sayWhatIsWrongAndForgetIt() {
    try (ConsoleTab tab = console.open("")) {
      ConsoleStack.fill(tab, "mine", ConsoleStack.PROGRAM);
      fillOwn(tab, "guessed");
      tab.press("Check this workspace");
      tab.await(".steps", "Missing");
      tab.press("Submit job");
      tab.await("form .note.bad", "client_secret");
      assertThat(tab.field("Client secret")).hasValue("");
      assertThat(tab.field("Client secret")).hasAttribute("aria-invalid", "true");
      tab.picture("own-credentials-refused").assertAccessible();
    }
  }

  @Test
  void key_missingWithEntra_asksForBothAndSendsThemInHeaders() {
    try (ConsoleTab tab = console.open("#/nowhere")) {
      Map<String, String> bearer = Map.of("WWW-Authenticate", "Bearer realm=\"x\"");
      Route.FulfillOptions refusal = new Route.FulfillOptions().setStatus(401).setHeaders(bearer);
      tab.page().route("**/api/jobs*", route -> route.fulfill(refusal));
      tab.goTo("Jobs");
      tab.await("dialog .note", "Both are needed");
      tab.picture("access").assertAccessible();
      tab.page().unroute("**/api/jobs*");
      tab.fill("Function key", "k3y").fill("Microsoft Entra access token", "t0ken");
      Request sent = tab.page().waitForRequest("**/api/jobs*", () -> tab.answer("Use"));

      assertThat(sent.headers())
          .containsEntry("x-functions-key", "k3y")
          .containsEntry("authorization", "Bearer t0ken");
      assertThat(List.of(sent.url(), tab.page().url())).noneMatch(url -> url.contains("k3y"));
      assertThat(tab.page().evaluate("JSON.stringify(localStorage)")).isEqualTo("{}");
    }
  }
}
