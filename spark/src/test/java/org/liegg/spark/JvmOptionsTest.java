package org.liegg.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;

/** What Spark asks of Java is what these tests run with, and what the documentation says. */
class JvmOptionsTest {
  private static final List<String> OPENED =
      Stream.of(JavaModuleOptions.defaultModuleOptionArray())
          .filter(option -> option.startsWith("--add-opens"))
          .toList();

  @Test
  void theseTestsRunWithThem() {
    assertThat(ManagementFactory.getRuntimeMXBean().getInputArguments()).containsAll(OPENED);
  }

  @Test
  void theyAreDocumented() throws IOException {
    assertThat(Files.readString(Path.of("../docs/scale.md"))).contains(OPENED);
  }
}
