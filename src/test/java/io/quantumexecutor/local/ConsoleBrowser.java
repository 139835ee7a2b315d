package io.quantumexecutor.local;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The system's own Chromium, without a window; no browser is downloaded. */
final class ConsoleBrowser implements AutoCloseable {
  static final String MISSING = "the console's pages in a browser (install chromium)";

  private final Playwright playwright;
  private final Browser browser;

  private ConsoleBrowser(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Whether there is a Chromium; the tests that need one ask. */
  static boolean isInstalled() {
    return executable().isPresent();
  }

  private static Optional<Path> executable() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .flatMap(folder -> Stream.of("chromium", "chromium-browser").map(Path.of(folder)::resolve))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static ConsoleBrowser start() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    // Chromium's sandbox does not start for root, which builds in containers are.
    return new ConsoleBrowser(
        playwright,
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(executable().orElseThrow())
                    .setArgs(List.of("--no-sandbox"))));
  }

  /** A tab with a session of its own. */
  ConsoleTab open(String address, ColorScheme scheme) {
    return ConsoleTab.open(
        browser.newContext(
            new Browser.NewContextOptions()
                .setColorScheme(scheme)
                .setLocale("en-US")
                .setViewportSize(1280, 860)),
        address);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
