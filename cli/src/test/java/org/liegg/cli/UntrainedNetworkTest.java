package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;

/**
 * An untrained network of the trained one's shape has a smaller symmetry variance, for its
 * gradients are small throughout, and would pass for more symmetric. The defect tells them apart.
 */
class UntrainedNetworkTest {
  @TempDir Path folder;

  @Test
  void hasASmallerVarianceThanTheTrainedOneButNoSymmetry() {
    SymmetryReport trained = extract(CommandRun.reference("model.zip"));
    SymmetryReport untrained = extract(SampleNetworks.untrained(folder.resolve("untrained.zip")));

    assertThat(smallest(untrained.spectrum().symmetryVariance()))
        .isLessThan(smallest(trained.spectrum().symmetryVariance()) / 5);
    assertThat(smallest(untrained.spectrum().defect()))
        .isGreaterThan(50 * smallest(trained.spectrum().defect()));
    assertThat(trained.nullspace().verdict()).isEqualTo(Verdict.INVARIANT);
    assertThat(untrained.nullspace().verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(untrained.nullspace().interval().orElseThrow()).containsExactly(0, 0);
  }

  private static double smallest(double[] values) {
    return Arrays.stream(values).min().orElseThrow();
  }

  private static SymmetryReport extract(Path model) {
    return CommandRun.extracted(model, CommandRun.reference("x.npy"), "gl(5)^2");
  }
}
