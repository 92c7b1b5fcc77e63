package org.liegg.service.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The dashboard's files fit together, and none of them needs what its policy forbids. */
class DashboardFilesTest {
  /** Files that come from elsewhere under the same address. */
  private static final List<String> OTHERS = List.of("d3.min.js", "pictures.js", "page.css");

  private static final Pattern ASSET = Pattern.compile("\"/assets/([^\"]+)\"");
  private static final Pattern IMPORT = Pattern.compile("from \"\\./([^\"]+)\"");

  @Test
  void everyFileThatThePageAsksForIsListed() {
    List<String> asked = found(ASSET, read("index.html"));
    assertThat(asked).containsAll(OTHERS).contains("app.js", "app.css");
    assertThat(listed())
        .containsAll(asked.stream().filter(name -> !OTHERS.contains(name)).toList());
  }

  @Test
  void everyListedFileIsThereAndEveryImportIsListed() {
    List<String> imported = new ArrayList<>();
    for (String name : listed()) {
      imported.addAll(found(IMPORT, read(name)));
    }
    assertThat(listed()).containsAll(imported);
    List<String> modules =
        listed().stream().filter(name -> name.endsWith(".js") && !name.equals("app.js")).toList();
    assertThat(imported).containsAll(modules);
  }

  @Test
  void nothingIsInlineAndNothingIsReadAsHtml() {
    assertThat(read("index.html"))
        .doesNotContain("<style", "style=", "onclick", "javascript:")
        .doesNotContainPattern("<script(?![^>]* src=)");
    for (String name : listed()) {
      assertThat(read(name))
          .as(name)
          .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", ".html(", "eval(");
    }
  }

  private static List<String> listed() {
    return read("files.txt").lines().filter(name -> !name.isBlank()).toList();
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult match) -> match.group(1)).toList();
  }

  private static String read(String name) {
    try (InputStream in =
        Objects.requireNonNull(
            DashboardFilesTest.class.getResourceAsStream("/org/liegg/service/dashboard/" + name),
            name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
