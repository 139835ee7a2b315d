package io.quantumexecutor.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import io.quantumexecutor.local.emulator.Availability;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;

/** The jobs of the web console in a real browser, on the local stack. */
@Timeout(180)
@EnabledIf(
    value = "io.quantumexecutor.local.ConsoleBrowser#isInstalled",
    disabledReason = ConsoleBrowser.MISSING)
@SharedStack.Used
final class ConsoleJobsIT {
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

  @Test
  void name_ofMarkup_staysText() {
    String hostile = "<img src=x onerror=document.title='owned'><script>document.title='owned'";
    try (ConsoleTab tab = console.open("#/jobs/" + console.ended(hostile))) {
      assertThat(tab.await("h1", "<img")).hasText(hostile);
      tab.goTo("Jobs");
      tab.await("tbody a", hostile);

      assertThat(tab.page().title()).doesNotContain("owned");
      assertThat(tab.complaints()).isEmpty();
    }
  }

  @Test
  void pages_onAPhone_fitItsWidth() {
    String id = console.ended("phone");
    try (ConsoleTab tab = console.open("")) {
      tab.page().setViewportSize(390, 844);
      for (String page : List.of("submit", "jobs", "backends", "jobs/" + id)) {
        tab.page().navigate(console.address() + "#/" + page);
        tab.await(page.endsWith(id) ? "canvas" : page.equals("submit") ? "form" : "tbody", "");
        tab.picture("phone-" + page.replace("/" + id, "-one"));
        assertThat(tab.page().evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
      }
    }
  }

  @Test
  void heldJob_cancelled_isCancelled() {
    String target = "quantinuum.sim.h2-2e"; // no other test uses it
    console.emulator().setTarget(target, Availability.UNAVAILABLE, 0);
    try (ConsoleTab tab = console.open("")) {
      ConsoleStack.fill(tab, "to be cancelled", ConsoleStack.PROGRAM);
      tab.field("Target").selectOption(target);
      tab.press("Submit job");
      tab.await(".note.warn", "TargetUnavailable");
      tab.picture("held");
      tab.press("Cancel job");
      tab.answer("Cancel job");
      tab.await(".head .badge", "Cancelled");
      tab.await("The job was cancelled.");

      assertThat(tab.complaints()).isEmpty();
    } finally {
      console.emulator().setTarget(target, Availability.AVAILABLE, 0);
    }
  }

  @Test
  void result_downloaded_isTheServicesOwn() {
    try (ConsoleTab tab = console.open("#/jobs/" + console.ended("download"))) {
      tab.await("canvas", "");
      assertThat(tab.download("Download CSV")).contains("00", "11");
      assertThat(tab.download("Download raw")).contains("0.5");
      assertThat(tab.complaints()).isEmpty();
    }
  }

  @Test
  void histogram_byKeyboard_isReadOut() {
    try (ConsoleTab tab = console.open("#/jobs/" + console.ended("keys"))) {
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
  void job_renamedAndRetried_isKeptWhenTheRetryIsDeleted() {
    String id = console.ended("first name");
    try (ConsoleTab tab = console.open("#/jobs/" + id)) {
      tab.press("Rename");
      tab.page().getByRole(AriaRole.DIALOG).getByLabel("Name").fill("second name");
      tab.answer("Save");
      tab.await("h1", "second name");
      tab.press("Retry");
      tab.page().waitForURL(address -> !address.endsWith(id));
      tab.await("canvas", "");
      String retried = tab.page().url().replaceFirst(".*/", "");
      tab.press("Delete");
      tab.answer("Delete");
      tab.await("tbody", "second name");

      assertThat(console.api().ids()).contains(id).doesNotContain(retried);
      assertThat(tab.complaints()).isEmpty();
    }
  }

  @Test
  void list_whileOpen_showsNewJobsAndFilters() {
    try (ConsoleTab tab = console.open("#/jobs")) {
      tab.await("the list updates itself");
      String id = console.api().submit(JobsApi.bell("came later"));
      tab.await("tbody a", "came later");
      tab.fill("Name", "no such job");
      tab.await("No job fits these filters");

      console.api().ended(id);
      assertThat(tab.complaints()).isEmpty();
    }
  }
}
