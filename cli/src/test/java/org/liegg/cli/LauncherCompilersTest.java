package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which work the launcher takes for small, so that the first compiler does it alone. */
@DisabledOnOs(OS.WINDOWS)
class LauncherCompilersTest {
  private static final String FIRST_ALONE = "-XX:TieredStopAtLevel=1";

  @TempDir Path folder;
  private Checkout checkout;
  private Path data;
  private Path model;

  /** Java that prints what it was asked to do. */
  @BeforeEach
  void build() throws IOException {
    checkout = Checkout.built(folder);
    checkout.putJava("echo \"$@\"\nexit 80");
    data = file("x.npy", 400_000);
    model = file("model.h5", 30_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gl(5)^2", "so(10)", "aff(49)"})
  void smallWorkIsDoneByTheFirstAlone(String action) throws Exception {
    assertThat(asked("extract", data, model, "--action", action)).contains(FIRST_ALONE);
    assertThat(asked("check", data, model, "--action=" + action)).contains(FIRST_ALONE);
  }

  @Test
  void everyLinearMapIsMeantWhereNothingIsSaid() throws Exception {
    assertThat(asked("extract", data, model)).contains(FIRST_ALONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"gl(50)", "poly(6,3)", "image(28x28)", "gl(5)+gl(5)", "gl(5)^20", "my(3)"})
  void manyUnknownsOrUnknownCostIsDoneByBoth(String action) throws Exception {
    assertThat(asked("extract", data, model, "--action", action)).doesNotContain(FIRST_ALONE);
  }

  @Test
  void muchDataOrALargeModelIsDoneByBoth() throws Exception {
    assertThat(asked("extract", file("large.npy", 8_000_000), model)).doesNotContain(FIRST_ALONE);
    assertThat(asked("extract", data, file("large.h5", 600_000))).doesNotContain(FIRST_ALONE);
    assertThat(asked("extract", folder, model)).doesNotContain(FIRST_ALONE);
  }

  @Test
  void ofDataCountsWhatIsRead() throws Exception {
    Path large = file("large.npy", 30_000_000);

    assertThat(asked("extract", large, model, "--action", "gl(10)", "--limit", "10000"))
        .contains(FIRST_ALONE);
    assertThat(asked("extract", large, model, "--action", "gl(10)^8", "--limit", "20000"))
        .doesNotContain(FIRST_ALONE);
    assertThat(asked("extract", large, model, "--limit", "10000")).doesNotContain(FIRST_ALONE);
    assertThat(asked("check", file("huge.npy", 40_000_000), model, "--action=so(5)", "--limit=100"))
        .doesNotContain(FIRST_ALONE);
  }

  @Test
  void otherCommandsAndIterationsAreDoneByBoth() throws Exception {
    assertThat(asked("study", data, model)).doesNotContain(FIRST_ALONE);
    assertThat(asked("extract", data, model, "--decomposition", "lobpcg"))
        .doesNotContain(FIRST_ALONE);
  }

  private Path file(String name, int bytes) throws IOException {
    return Files.write(folder.resolve(name), new byte[bytes]);
  }

  private String asked(String command, Path data, Path model, String... more) throws Exception {
    String[] arguments = {command, "--data", data.toString(), "--model", model.toString()};
    String[] all = new String[arguments.length + more.length];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    CommandRun run = checkout.run(Map.of(), all);
    assertThat(run.exitCode()).isZero();
    return run.out();
  }
}
