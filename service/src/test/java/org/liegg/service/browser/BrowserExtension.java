package org.liegg.service.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one browser of a run, and the one service with something in it. It skips them
 * where no browser is installed, and holds every page to a console without errors.
 */
final class BrowserExtension
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {
  private static final Namespace RUN = Namespace.create(BrowserExtension.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    assumeTrue(
        Browser.isInstalled(),
        "No browser: tests of pages need %s and %s (Debian: apt-get install chromium chromium-driver)"
            .formatted(Browser.CHROMIUM, Browser.DRIVER));
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    browser(context).inLook(Browser.Look.USUAL);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    assertThat(browser(context).complaints()).as("errors in the browser's console").isEmpty();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Browser.class || type == StockedService.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Browser.class
        ? browser(context)
        : once(context, StockedService.class, type -> StockedService.start());
  }

  private static Browser browser(ExtensionContext context) {
    return once(context, Browser.class, type -> Browser.start());
  }

  /** Made when it is first asked for; the store of a run closes what it has. */
  private static <T> T once(ExtensionContext context, Class<T> type, Function<Class<T>, T> make) {
    return context.getRoot().getStore(RUN).getOrComputeIfAbsent(type, make, type);
  }
}
