package org.liegg.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class UnusedMustacheFilterTest {
  private static final String OF_BOOT_3 =
      "org.springframework.boot.autoconfigure.mustache.MustacheAutoConfiguration";
  private static final String OF_BOOT_4 =
      "org.springframework.boot.mustache.autoconfigure.MustacheAutoConfiguration";

  private final StandardEnvironment environment = new StandardEnvironment();
  private final UnusedMustacheFilter filter = new UnusedMustacheFilter();

  UnusedMustacheFilterTest() {
    filter.setBeanClassLoader(UnusedMustacheFilterTest.class.getClassLoader());
    filter.setEnvironment(environment);
  }

  @Test
  void leavesOutMustacheThatNobodyAskedFor() {
    assertThat(wanted(OF_BOOT_3, OF_BOOT_4, null)).containsExactly(false, true, true);
  }

  @Test
  void keepsWhatAPropertyAsksFor() {
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource("own", Map.of("spring.mustache.enabled", "true")));

    assertThat(wanted(OF_BOOT_3)).containsExactly(true);
  }

  @Test
  void keepsMustacheWhereThereAreTemplates(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("templates/mail"));
    Files.writeString(folder.resolve("templates/mail/hello.mustache"), "Hello {{name}}");
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      filter.setBeanClassLoader(loader);

      assertThat(wanted(OF_BOOT_3)).containsExactly(true);
    }
  }

  private boolean[] wanted(@Nullable String... configurations) {
    return filter.match(configurations, null);
  }
}
