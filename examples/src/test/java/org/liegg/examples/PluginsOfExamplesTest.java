package org.liegg.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.ModelSource;

/** The command, which does not know these classes, with their jar as its plug-in. */
class PluginsOfExamplesTest {
  private static final Path CLASSES = Path.of("target", "classes");

  @TempDir private Path folder;
  private Path jar;

  /** What the command did. */
  private record Run(int exitCode, String out, String err) {}

  @BeforeEach
  void pack() {
    jar = folder.resolve("examples.jar");
    int packed =
        ToolProvider.findFirst("jar")
            .orElseThrow()
            .run(
                System.out, System.err, "--create", "--file=" + jar, "-C", CLASSES.toString(), ".");
    assertThat(packed).isZero();
  }

  @Test
  void extractsByAnEngineAndAGroupTypeOfTheJar() throws Exception {
    Path page = folder.resolve("page.html");

    Run run = extract(3, "--plugins", jar.toString(), "--json", "-", "--report", page.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("\"engine\": \"quad\"", "\"spec\": \"shear(3)\"")
        .contains("\"fieldNames\": [\"shear[1,2]\", \"shear[1,3]\", \"shear[2,3]\"]")
        .contains("\"dimension\": 1,");
    assertThat(page).content().contains("shear[1,2]: 0.707, shear[2,3]: 0.707");
  }

  @Test
  void printsTheFieldsByTheNamesThatTheJarGivesThem() throws Exception {
    Run run = extract(13, "--plugins", jar.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).containsPattern("1\\.00 shear\\[\\d+,\\d+\\]");
  }

  @Test
  void isolatesAnEngineOfTheJar() throws Exception {
    Run run = extract(3, "--plugins=" + folder, "--isolate", "--json", "-");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("\"engine\": \"quad\"", "\"dimension\": 1,");
  }

  @Test
  void listsThemWithThePathOfTheJar() throws Exception {
    assertThat(run("plugins", "--plugins", jar.toString()).out())
        .contains("shear(n): strictly upper triangular", "similarity(n)")
        .containsPattern("quad +quadratic forms.* \\(" + jar + "\\)")
        .contains("plug-in jars\n  " + jar + "\n")
        .doesNotContain("warning");
  }

  @Test
  void areUnknownWithoutIt() throws Exception {
    Run run = extract(3);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("liegg: LIEGG-MODEL-FORMAT: ").hasLineCount(1);
  }

  private Run extract(int inputs, String... more) throws IOException, InterruptedException {
    ModelSource.File model =
        (ModelSource.File) QuadFiles.write(folder, QuadFiles.lightCone(inputs));
    List<String> arguments =
        new ArrayList<>(List.of("extract", "--model", model.path().toString()));
    arguments.addAll(List.of("--data", QuadFiles.samples(folder, 4000, inputs).toString()));
    arguments.addAll(List.of("--action", "shear(%d)".formatted(inputs)));
    arguments.addAll(Arrays.asList(more));
    return run(arguments.toArray(String[]::new));
  }

  private Run run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-cp", withoutTheExamples()));
    command.add("org.liegg.cli.Main");
    command.addAll(Arrays.asList(arguments));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().remove("LIEGG_PLUGINS");
    int code = builder.start().waitFor();
    return new Run(code, Files.readString(out), Files.readString(err));
  }

  private static String withoutTheExamples() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !Path.of(entry).startsWith(Path.of("target").toAbsolutePath()))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
