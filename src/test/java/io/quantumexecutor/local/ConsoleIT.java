package io.quantumexecutor.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.quantumexecutor.local.emulator.Availability;
import io.quantumexecutor.local.emulator.Role;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The web console in a real browser, on the local stack. */
@Timeout(180)
final class ConsoleIT {
  private static final String CLIENT = "aaaaaaaa-0000-0000-0000-000000000001";
  private static final String SECRET = "their-secret~1";
  private static final String SIMULATOR = "ionq.simulator";
  private static final String PROGRAM =
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

  private static RunningStack stack;
  private static JobsApi api;
  private static ConsoleBrowser browser;

  @BeforeAll
  static void start() {
    Optional<Path> chromium = ConsoleBrowser.installed();
    assumeTrue(chromium.isPresent(), "skipped: no chromium on the PATH; apt-get install chromium");
    stack = RunningStack.withoutHost(InstantSource.system(), Duration.ofMillis(200));
    Callers.register(stack.emulator(), CLIENT, SECRET, Role.DATA_CONTRIBUTOR);
    api = stack.startHost(Map.of("PRIVATE_WORKSPACES", Callers.WORKSPACE.resourceId()));
    browser = ConsoleBrowser.start(chromium.get());
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
      stack.close();
    }
  }

  private static ConsoleTab open(ColorScheme scheme) {
    return browser.open(api.console(), scheme);
  }

  private static ConsoleTab open() {
    return open(ColorScheme.LIGHT);
  }

  private static ConsoleTab openJob(String id) {
    return browser.open(api.console() + "#/jobs/" + id, ColorScheme.LIGHT);
  }

  private static String ended(String name) {
    String id = api.submit(JobsApi.bell(name));
    api.ended(id);
    return id;
  }

  private static void fill(ConsoleTab tab, String name, String program) {
    tab.field("Target").selectOption(SIMULATOR);
    tab.fill("Program", program).fill("Name", name).fill("Tags", "demo, console");
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void program_submitted_isWatchedToItsHistogram(ColorScheme scheme) {
    String suffix = "-" + scheme.name().toLowerCase(Locale.ROOT);
    try (ConsoleTab tab = open(scheme)) {
      fill(tab, "three qubits", PROGRAM);
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
      tab.await("tbody", SIMULATOR);
      tab.picture("backends" + suffix).assertAccessible();

      assertThat(tab.complaints()).isEmpty();
    }
  }

  @Test
  void program_withErrors_showsThemInTheText() {
    String wrong = PROGRAM.replace("h q[0];", "nope q[0];").replace("cx q[0],", "cx q[9],");
    try (ConsoleTab tab = open()) {
      fill(tab, "wrong", wrong);
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
    try (ConsoleTab tab = open()) {
      fill(tab, "dear", PROGRAM);
      tab.field("Target").selectOption("ionq.qpu.forte-1");
      Locator price = tab.await(".price", "With error mitigation");
      String without = tab.page().locator(".amount").textContent();
      tab.page().getByLabel("Error mitigation").check();
      assertThat(tab.page().locator(".amount")).not().hasText(without);

      assertThat(price.textContent()).contains("Without" + without);
      assertThat(tab.complaints()).isEmpty();
    }
  }

  private static void fillOwn(ConsoleTab tab, String secret) {
    tab.page().getByLabel("Run with my own credentials").check();
    tab.page().getByLabel("My application").check();
    tab.fill("Resource id of your workspace", Callers.WORKSPACE.resourceId())
        .fill("Location", "West US")
        .fill("Tenant id", Callers.TENANT)
        .fill("Client id", CLIENT)
        .fill("Client secret", secret);
    tab.field("Client secret").blur();
  }

  @Test
  void ownCredentials_ofAnApplication_runThereAndAreKeptNowhere() {
    try (ConsoleTab tab = open()) {
      fill(tab, "mine", PROGRAM);
      fillOwn(tab, SECRET);
      tab.await("Ready to run");
      tab.picture("own-credentials").assertAccessible();
      Request sent = tab.submission(() -> tab.press("Submit job"));
      tab.await("canvas", "");

      assertThat(sent.postData()).contains("\"client_secret\":\"" + SECRET + "\"", "West US");
      assertThat(sent.url()).doesNotContain("?");
      assertThat(stack.emulator().journal().entries())
          .anyMatch(entry -> entry.target().contains(Callers.WORKSPACE.name()));
      assertThat(tab.page().evaluate("JSON.stringify([sessionStorage, localStorage])"))
          .isEqualTo("[{},{}]");
      assertThat(tab.page().content()).doesNotContain(SECRET);
      assertThat(tab.complaints()).isEmpty();
    }
  }

  @Test
  void ownCredentials_withAWrongSecret_sayWhatIsWrongAndForgetIt() {
    try (ConsoleTab tab = open()) {
      fill(tab, "mine", PROGRAM);
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
  void file_dropped_isTheProgram() {
    try (ConsoleTab tab = open()) {
      tab.page()
          .locator("input[type=file]")
          .setInputFiles(
              new FilePayload("bell.qasm", "text/plain", PROGRAM.getBytes(StandardCharsets.UTF_8)));
      assertThat(tab.field("Program")).hasValue(PROGRAM);
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
  void name_ofMarkup_staysText() {
    String hostile = "<img src=x onerror=document.title='owned'><script>document.title='owned'";
    try (ConsoleTab tab = openJob(ended(hostile))) {
      assertThat(tab.await("h1", "<img")).hasText(hostile);
      tab.goTo("Jobs");
      tab.await("tbody a", hostile);

      assertThat(tab.page().title()).doesNotContain("owned");
      assertThat(tab.complaints()).isEmpty();
    }
  }

  @Test
  void pages_onAPhone_fitItsWidth() {
    String id = ended("phone");
    try (ConsoleTab tab = open()) {
      tab.page().setViewportSize(390, 844);
      for (String page : List.of("submit", "jobs", "backends", "jobs/" + id)) {
        tab.page().navigate(api.console() + "#/" + page);
        tab.await(page.endsWith(id) ? "canvas" : "h1", "");
        tab.picture("phone-" + page.replace("/" + id, "-one"));
        assertThat(tab.page().evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
      }
    }
  }

  @Test
  void heldJob_cancelled_isCancelled() {
    stack.emulator().setTarget(SIMULATOR, Availability.UNAVAILABLE, 0);
    try (ConsoleTab tab = open()) {
      fill(tab, "to be cancelled", PROGRAM);
      tab.press("Submit job");
      tab.await(".note.warn", "TargetUnavailable");
      tab.picture("held");
      tab.press("Cancel job");
      tab.answer("Cancel job");
      tab.await(".head .badge", "Cancelled");
      tab.await("The job was cancelled.");

      assertThat(tab.complaints()).isEmpty();
    } finally {
      stack.emulator().setTarget(SIMULATOR, Availability.AVAILABLE, 0);
    }
  }

  @Test
  void result_downloaded_isTheServicesOwn() {
    try (ConsoleTab tab = openJob(ended("download"))) {
      tab.await("canvas", "");
      assertThat(tab.download("Download CSV")).contains("00", "11");
      assertThat(tab.download("Download raw")).contains("0.5");
      assertThat(tab.complaints()).isEmpty();
    }
  }

  @Test
  void histogram_byKeyboard_isReadOut() {
    try (ConsoleTab tab = openJob(ended("keys"))) {
      tab.await("canvas", "");
      assertThat(tab.page().locator("canvas"))
          .hasAttribute("width", Pattern.compile("[1-9]\\d\\d+"));
      tab.page().locator(".plot").press("Home");
      tab.await(".reading", "shots");
      tab.page().getByLabel("By value").check();
      tab.page().getByLabel("Counts").check();
      tab.page().locator(".plot").press("End");
      tab.await(".reading", "11: ");

      assertThat(tab.complaints()).isEmpty();
    }
  }

  @Test
  void job_renamedRetriedAndDeleted_isGone() {
    String id = ended("first name");
    try (ConsoleTab tab = openJob(id)) {
      tab.press("Rename");
      tab.page().getByRole(AriaRole.DIALOG).getByLabel("Name").fill("second name");
      tab.answer("Save");
      tab.await("h1", "second name");
      tab.press("Retry");
      tab.page().waitForURL(address -> !address.endsWith(id));
      tab.await("canvas", "");
      tab.press("Delete");
      tab.answer("Delete");
      tab.await("tbody", "second name");

      assertThat(api.ids()).contains(id);
      assertThat(tab.complaints()).isEmpty();
    }
  }

  @Test
  void list_whileOpen_showsNewJobsAndFilters() {
    try (ConsoleTab tab = browser.open(api.console() + "#/jobs", ColorScheme.LIGHT)) {
      tab.await("the list updates itself");
      api.submit(JobsApi.bell("came later"));
      tab.await("tbody a", "came later");
      tab.fill("Name", "no such job");
      tab.await("No job fits these filters");

      assertThat(tab.complaints()).isEmpty();
    }
  }

  @Test
  void key_missingWithEntra_asksForBothAndSendsThemInHeaders() {
    try (ConsoleTab tab = browser.open(api.console() + "#/nowhere", ColorScheme.LIGHT)) {
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
