package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where plug-ins are looked for, and what is said of a place that has none. */
class PluginPathTest {
  @TempDir private Path folder;

  @Test
  void theOptionMayStandBeforeAndBehindTheCommandAndAgain() throws IOException {
    Path one = groupType("One", "one");
    Path two = groupType("Two", "two");
    Path three = groupType("Three", "three");

    CommandRun run =
        CommandRun.of(
            "--plugins", "" + one, "plugins", "--plugins=" + two, "--plugins", "" + three);

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("one(): a plug-in's (" + one, "two(): a plug-in's (" + two, "three():");
  }

  @Test
  void severalAreSeparatedAsInAClassPath() throws IOException {
    String both = groupType("One", "one") + File.pathSeparator + groupType("Two", "two");

    assertThat(CommandRun.of("plugins", "--plugins", both).out()).contains("one():", "two():");
  }

  @Test
  void theVariableAndTheFoldersAreAdded() throws IOException {
    Path named = groupType("One", "one");
    Path beside = Files.createDirectory(folder.resolve("plugins"));
    Files.move(groupType("Two", "two"), beside.resolve("two.jar"));
    Path three = groupType("Three", "three");

    CommandRun run =
        CommandRun.with(
            new PluginSources(named.toString(), List.of(beside, folder.resolve("none"))),
            "plugins",
            "--plugins",
            three.toString());

    assertThat(run.out()).contains("one():", "two():", "three():");
  }

  @Test
  void aJarThatIsNamedTwiceIsOne() throws IOException {
    Path jar = groupType("One", "one");
    Path link = Files.createSymbolicLink(folder.resolve("link.jar"), jar);

    CommandRun run = CommandRun.of("plugins", "--plugins", jar + File.pathSeparator + link);

    assertThat(run.out()).contains("one(): a plug-in's (" + jar).doesNotContain("warning");
  }

  @Test
  void aPathThatHoldsNoPluginIsRefusedInOneLine() throws IOException {
    Path text = Files.writeString(folder.resolve("text.jar"), "no jar");
    Path empty = Files.createDirectory(folder.resolve("empty"));

    refuses(folder.resolve("none").toString(), "there is no such file or folder");
    refuses(text.toString(), "it is no jar that can be read");
    refuses(empty.toString(), "the folder holds no file whose name ends in .jar");
    refuses("", "it names nothing");
  }

  @Test
  void alsoByACommandThatNeedsNone() {
    CommandRun run = CommandRun.of("--plugins", "none.jar", "compare", "a.json", "b.json");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("liegg: LIEGG-PLUGIN-PATH: --plugins 'none.jar': ")
        .hasLineCount(1);
  }

  @Test
  void aVariableThatIsWrongIsNamed() {
    assertThat(CommandRun.with(new PluginSources("none.jar", List.of()), "plugins").err())
        .startsWith("liegg: LIEGG-PLUGIN-PATH: LIEGG_PLUGINS 'none.jar': ");
  }

  @Test
  void helpShowsTheOptionAndNeedsNoPlugins() {
    assertThat(CommandRun.of("--help").out()).contains("--plugins=DIR|JAR[:…]");
    assertThat(CommandRun.of("extract", "--help", "--plugins", "none.jar").out())
        .contains("--plugins=DIR|JAR[:…]");
  }

  @Test
  void aCheckWhosePluginsAreMissingSaysSoInItsOutcome() {
    Path outcome = folder.resolve("outcome.xml");

    List<String> arguments = new ArrayList<>(List.of("--plugins", "none.jar"));
    arguments.addAll(Arrays.asList(CheckCommandTest.arguments("--expect", "so(5)")));
    arguments.addAll(List.of("--junit", outcome.toString()));
    CommandRun.of(arguments.toArray(String[]::new));

    assertThat(outcome).content().contains("errors=\"1\"", "LIEGG-PLUGIN-PATH");
  }

  private void refuses(String path, String why) {
    CommandRun run = CommandRun.of("plugins", "--plugins", path);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("liegg: LIEGG-PLUGIN-PATH: ").contains(why).hasLineCount(1);
  }

  private Path groupType(String simpleName, String name) throws IOException {
    return new PluginJar(folder).groupType(simpleName, name, "").write(name + ".jar");
  }
}
