package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/errors.md knows every code, and no other. */
class ErrorCodesTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern IN_CODE = Pattern.compile("\"(LIEGG-[A-Z0-9-]+)[\":]");
  private static final Pattern IN_LAUNCHER = Pattern.compile("\"(LIEGG-[A-Z0-9-]+):");
  private static final Pattern IN_PAGE = Pattern.compile("`(LIEGG-[A-Z0-9-]+)`");

  /** Modules whose codes are not met by users. */
  private static final Set<String> OTHERS = Set.of("tck", "fuzz", "benchmarks", "examples");

  @Test
  void thePageKnowsEveryCode() throws IOException {
    Set<String> known = found(IN_PAGE, ROOT.resolve("docs/errors.md"));

    assertThat(known).isEqualTo(codes());
  }

  private static Set<String> codes() throws IOException {
    Set<String> codes = found(IN_LAUNCHER, ROOT.resolve("liegg"));
    try (Stream<Path> modules = Files.list(ROOT)) {
      for (Path module : modules.filter(ErrorCodesTest::isTheProducts).toList()) {
        try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
          for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
            codes.addAll(found(IN_CODE, file));
          }
        }
      }
    }
    assertThat(codes).hasSizeGreaterThan(100);
    return codes;
  }

  private static boolean isTheProducts(Path module) {
    return Files.isDirectory(module.resolve("src/main/java"))
        && !OTHERS.contains(module.getFileName().toString());
  }

  private static Set<String> found(Pattern pattern, Path file) throws IOException {
    Set<String> found = new TreeSet<>();
    pattern
        .matcher(Files.readString(file))
        .results()
        .map(result -> result.group(1))
        .forEach(found::add);
    return found;
  }
}
