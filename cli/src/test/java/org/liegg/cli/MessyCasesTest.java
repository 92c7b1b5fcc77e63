package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;

/** Trained and untrained networks on data as people have it, whose right answer is known. */
class MessyCasesTest {
  private static final Path CASES = Path.of("src", "test", "resources", "cases");

  @ParameterizedTest
  @CsvSource({
    "transl, translate(3), 1, 0",
    "transl, aff(3), 4, 3",
    "linear, gl(3), 6, 6",
    "linear, aff(3), 8, 6",
    "dist, translate(4), 2, 0",
    "coulomb, scale(4), 2, 0",
    "ellipse, aff(2), 1, 0"
  })
  void countsTranslationsAndWhatTheModelDoesNotDependOn(
      String name, String action, int dimension, int insensitive) {
    SymmetryReport report = extract(name, name, action);

    assertThat(report.nullspace().dimension()).isEqualTo(dimension);
    assertThat(report.nullspace().trivial()).isEqualTo(insensitive);
  }

  @ParameterizedTest
  @CsvSource({
    "line, line, aff(1)^3, translate(1)^3, 0, Holds",
    "dist, dist, aff(1)^2+aff(1)^2, translate(1)^2+translate(1)^2, 0, Holds",
    "only-z, only-z, gl(2)+gl(1), so(2)+none(1), 0, is insensitive",
    "two-outputs, two-outputs, gl(3), so(3), 1, output 1 (counted from 0) is the worst",
    "heavy-tails, heavy-tails, gl(3), so(3), 1, Does not hold",
    "slow-path, slow-path, gl(2), so(2), 3, Consecutive samples are alike",
    "slow-path, slow-path-other, gl(2), so(2), 1, Does not hold",
    "sphere-steep, sphere-steep, gl(3), so(3), 3, points out of the data",
    "rings-saturated, rings-saturated, gl(2), so(2), 0, behind the softmax",
    "e22, e22, gl(3)^2->same, so(3)^2, 0, Holds"
  })
  void theGateSaysWhatIsRight(
      String model, String data, String action, String expected, int exit, String said) {
    CommandRun run = check(model, data, action, expected);

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(exit);
    assertThat(run.out().replaceAll("\\s+", " ")).contains(said);
  }

  @ParameterizedTest
  @CsvSource({
    "dist, dist, S(2)+S(2), 0, Holds",
    "transl, transl, parity, 0, Holds",
    "e22, e22, O(3)^2 -> vector, 0, equivariant to O(3)^2->vector",
    "e22, e22, S(2) on 3 -> same, 1, Does not hold",
    "line, line, S(3), 1, Does not hold",
    "ellipse, ellipse, flip(1), 1, flip of input 1",
    "slow-path, slow-path, SO(2), 3, Consecutive samples are alike",
    "jitter3-untrained, jitter3-untrained, C(4)^5, 3, lie in 15 neighbourhoods",
    "sphere-steep, sphere-steep, SO(3), 3, may lie on a surface",
    "rings-saturated, rings-saturated, SO(2), 3, behind the softmax"
  })
  void theGateOfAGroupSaysWhatIsRight(
      String model, String data, String expected, int exit, String said) {
    CommandRun run =
        CommandRun.on(
            "check",
            CASES.resolve(model + ".h5"),
            CASES.resolve(data + ".npy"),
            "--expect",
            expected);

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(exit);
    assertThat(run.out().replaceAll("\\s+", " ")).contains(said);
  }

  @Test
  void logitsOfASaturatedSoftmaxDoNotHold() {
    CommandRun run =
        check("rings-saturated", "rings-saturated", "gl(2)", "so(2)", "--head", "logits");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("This is said of its logits");
  }

  @ParameterizedTest
  @CsvSource({"jitter3-untrained, gl(5)^2", "orbit-untrained, gl(6)"})
  void anUntrainedNetworkIsNeverInvariant(String name, String action) {
    SymmetryReport report = extract(name, name, action);

    assertThat(report.nullspace().verdict()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
  }

  private static SymmetryReport extract(String model, String data, String action) {
    return CommandRun.extracted(CASES.resolve(model + ".h5"), CASES.resolve(data + ".npy"), action);
  }

  private static CommandRun check(
      String model, String data, String action, String expected, String... more) {
    return CommandRun.on(
        "check",
        CASES.resolve(model + ".h5"),
        CASES.resolve(data + ".npy"),
        CommandRun.joined(List.of("--action", action, "--expect", expected), more));
  }
}
