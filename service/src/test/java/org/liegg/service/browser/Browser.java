package org.liegg.service.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.chromium.ChromiumDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A Chromium that is installed, without a window. Whatever is looked for is waited for. */
final class Browser implements AutoCloseable {
  static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final int HEIGHT = 900;
  private static final int WIDTH = 1280;
  private static final List<String> ARGUMENTS =
      List.of(
          "--headless=new",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-dev-shm-usage",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Path profile;
  private final ChromiumDriver driver;

  private Browser(Path profile, ChromiumDriver driver) {
    this.profile = profile;
    this.driver = driver;
  }

  static boolean isInstalled() {
    return Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
  }

  static Browser start() {
    try {
      Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
      Path profile = Files.createTempDirectory(target, "browser");
      ChromeOptions options = new ChromeOptions();
      options.setBinary(CHROMIUM.toFile());
      options.addArguments(ARGUMENTS);
      options.addArguments("--user-data-dir=" + profile);
      LoggingPreferences logs = new LoggingPreferences();
      logs.enable(LogType.BROWSER, Level.ALL);
      options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
      ChromeDriverService service =
          new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
      ChromiumDriver driver = new InstalledDriver(service, options);
      driver.manage().timeouts().scriptTimeout(LONG);
      return new Browser(profile, driver).inLook(Look.USUAL);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * How a page is looked at.
   *
   * @param width of the window in CSS pixels
   * @param scheme of colours, {@code light} or {@code dark}
   */
  record Look(int width, String scheme) {
    static final Look USUAL = new Look(WIDTH, "light");
  }

  /** Nothing moves in any look: a colour that is judged is the last one. */
  Browser inLook(Look look) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", look.width(), "height", HEIGHT, "deviceScaleFactor", 1, "mobile", false));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", look.scheme()),
                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    settle();
    Object taken =
        run(
            "return matchMedia(`(width: ${arguments[0]}px) and"
                + " (prefers-color-scheme: ${arguments[1]})`).matches",
            look.width(),
            look.scheme());
    if (!taken.equals(true)) {
      throw new IllegalStateException("The browser does not take " + look);
    }
    return this;
  }

  void open(URI address) {
    driver.get(address.toString());
  }

  void back() {
    driver.navigate().back();
  }

  void reload() {
    driver.navigate().refresh();
  }

  URI address() {
    return URI.create(Objects.requireNonNull(driver.getCurrentUrl()));
  }

  /** The first such element, once it is there and seen. */
  WebElement find(String css) {
    return find(By.cssSelector(css));
  }

  WebElement find(By by) {
    return waiting("no element " + by).until(any -> shown(by));
  }

  /** One that may be hidden, such as a field that takes a file. */
  WebElement findHidden(String css) {
    return waiting("no element " + css)
        .until(any -> driver.findElements(By.cssSelector(css)).stream().findFirst().orElse(null));
  }

  /** Once its text has these words. */
  WebElement find(String css, String words) {
    return waiting("no element %s says: %s".formatted(css, words))
        .until(
            any ->
                all(css).stream()
                    .filter(each -> each.getText().contains(words))
                    .findFirst()
                    .orElse(null));
  }

  /** A link or button that is called so. */
  WebElement called(String words) {
    return find(
        By.xpath(
            "//*[self::a or self::button or self::summary][normalize-space()='%s']"
                .formatted(words)));
  }

  /** The control that has this label. */
  WebElement labelled(String words) {
    WebElement label = find(By.xpath("//label[normalize-space()='%s']".formatted(words)));
    return find(By.id(Objects.requireNonNull(label.getDomAttribute("for"))));
  }

  /** As many as there are at this moment. */
  List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  /** Once there are so many. */
  List<WebElement> all(String css, int count) {
    return waiting("not %d of %s".formatted(count, css))
        .until(any -> all(css).size() == count ? all(css) : null);
  }

  /** What the element says, once it is something else than this. */
  String otherThan(String before, String css) {
    return waiting("%s still says: %s".formatted(css, before))
        .until(
            any ->
                all(css).stream()
                    .map(WebElement::getText)
                    .filter(now -> !now.equals(before))
                    .findFirst()
                    .orElse(null));
  }

  WebElement focused() {
    return driver.switchTo().activeElement();
  }

  /** Presses keys where the focus is. */
  void press(CharSequence... keys) {
    focused().sendKeys(keys);
  }

  /** Goes on by Tab until the focus is on such an element. */
  WebElement tabTo(String css) {
    for (int step = 0; step < 200; step++) {
      WebElement focused = focused();
      if (Boolean.TRUE.equals(run("return arguments[0].matches(arguments[1])", focused, css))) {
        return focused;
      }
      focused.sendKeys(Keys.TAB);
    }
    throw new NoSuchElementException("Tab does not lead to " + css);
  }

  /** Does it in the tab that a link opens, and closes that. */
  void inNewTab(Runnable act) {
    String here = driver.getWindowHandle();
    String there =
        waiting("no tab opens")
            .until(
                any ->
                    driver.getWindowHandles().stream()
                        .filter(handle -> !handle.equals(here))
                        .findFirst()
                        .orElse(null));
    driver.switchTo().window(there);
    try {
      act.run();
    } finally {
      driver.close();
      driver.switchTo().window(here);
    }
  }

  /** What a script returns. */
  Object run(String script, Object... arguments) {
    return Objects.requireNonNullElse(driver.executeScript(script, arguments), "");
  }

  /** What a script says by calling its last argument. */
  Object await(String script, Object... arguments) {
    return Objects.requireNonNullElse(driver.executeAsyncScript(script, arguments), "");
  }

  /** Once what has changed its size is drawn. */
  void settle() {
    await("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))");
  }

  /** What the console has as an error since it was asked last. */
  List<String> complaints() {
    return StreamSupport.stream(driver.manage().logs().get(LogType.BROWSER).spliterator(), false)
        .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  void forgetCookies() {
    driver.manage().deleteAllCookies();
  }

  /** The whole page as PNG, for people to look at. */
  String picture() {
    List<?> size = (List<?>) run("return [innerWidth, document.documentElement.scrollHeight]");
    Map<String, Object> clip =
        Map.of("x", 0, "y", 0, "width", size.get(0), "height", size.get(1), "scale", 1);
    return String.valueOf(
        driver
            .executeCdpCommand(
                "Page.captureScreenshot",
                Map.of("format", "png", "captureBeyondViewport", true, "clip", clip))
            .get("data"));
  }

  private WebDriverWait waiting(String otherwise) {
    WebDriverWait wait = new WebDriverWait(driver, LONG, Duration.ofMillis(50));
    wait.ignoring(StaleElementReferenceException.class)
        .withMessage(() -> "%s at %s".formatted(otherwise, driver.getCurrentUrl()));
    return wait;
  }

  private @Nullable WebElement shown(By by) {
    return driver.findElements(by).stream()
        .filter(WebElement::isDisplayed)
        .findFirst()
        .orElse(null);
  }

  @Override
  public void close() {
    driver.quit();
    try (Stream<Path> files = Files.walk(profile)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
