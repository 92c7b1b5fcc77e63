package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plug-ins that do not work: one line each, and nothing where nobody asks for them. */
class BrokenPluginsTest {
  private static final String REMOVED =
      "static { if (true) throw new IllegalStateException(\"no licence\"); }";

  @TempDir private Path folder;

  @Test
  void areWarningsInTheListWithTheirJars() throws IOException {
    Path jar = broken();
    Path garbage = Files.writeString(folder.resolve("garbage.jar"), "no jar");

    CommandRun run = CommandRun.of("plugins", "--plugins", folder.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    String at = "' (" + jar + "): it cannot be loaded: ";
    String code = "  warning: LIEGG-PROVIDER-UNAVAILABLE: action 'acme.";
    assertThat(run.out())
        .contains(code + "Gone" + at)
        .contains(code + "Plain" + at)
        .contains(code + "Static" + at + "java.lang.IllegalStateException: no licence")
        .contains(code + "Made" + at + "java.lang.AssertionError")
        .contains("  warning: LIEGG-PLUGIN-PATH: plug-in " + garbage)
        .contains("gl(n)");
  }

  @Test
  void doNotStopACommandThatDoesNotNeedThem() throws IOException {
    Path engine = engine("Rash", "rash", "throw new NoSuchMethodError(\"toy\");");

    CommandRun run = extract("gl(5)^2", "--plugins", engine + File.pathSeparator + broken());

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
  }

  @Test
  void aGroupTypeThatThrowsIsOneLineWithItsJar() throws IOException {
    Path jar =
        new PluginJar(folder)
            .groupType("Toy", "toy", "", "throw new NoSuchMethodError(\"'void Gone.now()'\");")
            .write("toy.jar");

    CommandRun run = extract("toy()", "--plugins", jar.toString());

    assertThat(run.exitCode()).isEqualTo(70);
    assertThat(run.err())
        .isEqualTo(
            "liegg: LIEGG-PLUGIN-FAILED: plug-in %s: it failed: java.lang.NoSuchMethodError: 'void"
                    .formatted(jar)
                + " Gone.now()'; report this to whoever made it, or go on without it\n");
    assertThat(extract("toy()", "--plugins", jar.toString(), "--stacktrace").err())
        .contains("at liegg-plugins//acme.Toy.parse");
  }

  @Test
  void anEngineThatThrowsIsTheSameHereAndInAProcessOfItsOwn() throws IOException {
    Path jar = engine("Toy", "toy", "return source.description().endsWith(\".toy\");");
    Path model = Files.writeString(folder.resolve("model.toy"), "toy");

    for (String[] more : new String[][] {{}, {"--isolate"}}) {
      CommandRun run =
          CommandRun.on(
              "extract",
              model,
              CommandRun.reference("x.npy"),
              CommandRun.joined(List.of("--plugins", jar.toString()), more));

      assertThat(run.err())
          .startsWith("liegg: LIEGG-PLUGIN-FAILED: plug-in " + jar + ": it failed: ")
          .contains("IllegalStateException: not today")
          .hasLineCount(1);
      assertThat(run.exitCode()).isEqualTo(70);
    }
  }

  @Test
  void twoOfOneNameAreAnErrorWhereOneIsAskedFor() throws IOException {
    Path one = new PluginJar(folder).groupType("One", "twin", "").write("one.jar");
    Path two = new PluginJar(folder).groupType("Two", "twin", "").write("two.jar");
    String both = one + File.pathSeparator + two;

    CommandRun asked = extract("twin()", "--plugins", both);

    assertThat(asked.exitCode()).isEqualTo(2);
    assertThat(asked.err())
        .startsWith("liegg: LIEGG-PROVIDER-DUPLICATE: action 'twin': ")
        .contains(one.toString(), two.toString())
        .hasLineCount(1);
    assertThat(extract("gl(5)^2", "--plugins", both).exitCode()).isZero();
    assertThat(CommandRun.of("plugins", "--plugins", both).out())
        .contains("  warning: LIEGG-PROVIDER-DUPLICATE: action 'twin': ");
  }

  @Test
  void oneThatTakesTheNameOfABuiltInTypeIsAnErrorToo() throws IOException {
    Path jar = new PluginJar(folder).groupType("Mine", "so", "").write("so.jar");

    assertThat(extract("so(10)", "--plugins", jar.toString()).err())
        .startsWith("liegg: LIEGG-PROVIDER-DUPLICATE: action 'so': ")
        .contains(jar.toString());
  }

  private Path broken() throws IOException {
    return new PluginJar(folder)
        .declare("Gone")
        .declare("Plain")
        .source("Plain", "package acme; public class Plain {}")
        .groupType("Static", "static", REMOVED)
        .groupType("Made", "made", "public Made() { throw new AssertionError(); }")
        .write("broken.jar");
  }

  private Path engine(String simpleName, String name, String accepts) throws IOException {
    return new PluginJar(folder).engine(simpleName, name, accepts).write(name + ".jar");
  }

  private static CommandRun extract(String action, String... more) {
    return CommandRun.onReference("extract", CommandRun.joined(List.of("--action", action), more));
  }
}
