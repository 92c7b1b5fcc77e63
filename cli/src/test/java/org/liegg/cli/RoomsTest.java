package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How large the rooms of the house are, and what they are called. */
class RoomsTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
  private static final int MAX_FILES = 40;
  private static final int MAX_LINES = 300;

  @Test
  void noPackageHasMoreFilesThanAReaderKeepsInMind() throws IOException {
    Map<Path, Long> files =
        sources("main").stream()
            .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
    assertThat(files).isNotEmpty();
    files.values().removeIf(count -> count <= MAX_FILES);
    assertThat(files).isEmpty();
  }

  @Test
  void noTestIsLongerThanOneSubject() throws IOException {
    assertThat(sources("test")).isNotEmpty().allSatisfy(RoomsTest::isShort);
  }

  @Test
  void everyModuleHasItsPackagesAsItsName() throws IOException {
    List<String> modules = modules();
    assertThat(modules).contains("api", "cli");
    for (String module : modules) {
      String pom = Files.readString(ROOT.resolve(module).resolve("pom.xml"));
      if (!pom.contains("<packaging>pom</packaging>")) {
        assertThat(pom)
            .as(module)
            .contains(
                "<liegg.module>org.liegg.%s</liegg.module>".formatted(module.replace('-', '.')));
      }
    }
  }

  private static void isShort(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      assertThat(lines.count()).as("lines of " + file).isLessThanOrEqualTo(MAX_LINES);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Path> sources(String kind) throws IOException {
    List<String> modules = modules();
    return modules.stream()
        .map(module -> ROOT.resolve(module).resolve("src").resolve(kind).resolve("java"))
        .filter(Files::isDirectory)
        .flatMap(RoomsTest::javaFiles)
        .toList();
  }

  private static Stream<Path> javaFiles(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> modules() throws IOException {
    Matcher found = MODULE.matcher(Files.readString(ROOT.resolve("pom.xml")));
    return found.results().map(result -> result.group(1)).toList();
  }
}
