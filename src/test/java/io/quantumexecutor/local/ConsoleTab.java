package io.quantumexecutor.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The console in a tab, used as people do: by labels and texts. */
final class ConsoleTab implements AutoCloseable {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final double PATIENCE_MS = 60_000;

  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  private ConsoleTab(BrowserContext context) {
    this.context = context;
    context.setDefaultTimeout(PATIENCE_MS);
    this.page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (List.of("error", "warning").contains(message.type())) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
  }

  static ConsoleTab open(BrowserContext context, String address) {
    ConsoleTab tab = new ConsoleTab(context);
    tab.page.navigate(address);
    return tab;
  }

  Page page() {
    return page;
  }

  Locator field(String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  ConsoleTab fill(String label, String value) {
    field(label).fill(value);
    return this;
  }

  void press(String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }

  /** Presses a button of the question that is asked. */
  void answer(String button) {
    page.getByRole(AriaRole.DIALOG)
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }

  void goTo(String link) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true)).click();
  }

  /** Waits until a text can be seen. */
  Locator await(String text) {
    return await(page.getByText(text).first());
  }

  /** Waits until an element that a selector finds shows a text. */
  Locator await(String selector, String text) {
    return await(
        page.locator(selector).filter(new Locator.FilterOptions().setHasText(text)).first());
  }

  /** Does something that submits a job, and gives what the browser sent. */
  Request submission(Runnable press) {
    return page.waitForRequest(
        request -> request.method().equals("POST") && request.url().endsWith("/jobs"), press);
  }

  private static Locator await(Locator locator) {
    locator.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
    return locator;
  }

  /** Presses a button that downloads, and gives what was saved. */
  String download(String button) {
    Download download = page.waitForDownload(() -> press(button));
    try {
      return Files.readString(download.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Leaves a picture for people under {@code target/screenshots}. */
  ConsoleTab picture(String name) {
    page.evaluate("scrollTo(0, 0)");
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")).setFullPage(true));
    return this;
  }

  /** Asserts that axe finds nothing wrong with the page as it is. */
  void assertAccessible() {
    assertThat(new AxeBuilder(page).analyze().getViolations())
        .extracting(rule -> rule.getId() + ": " + rule.getNodes())
        .isEmpty();
  }

  /** What the browser complained about: errors, warnings and breaches of the security policy. */
  List<String> complaints() {
    return complaints;
  }

  @Override
  public void close() {
    context.close();
  }
}
