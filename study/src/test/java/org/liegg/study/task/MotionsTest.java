package org.liegg.study.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.api.Batch;
import org.liegg.groups.Actions;
import org.liegg.study.spec.Augmentation;
import org.liegg.study.spec.Cell;
import org.liegg.study.spec.Regime;

class MotionsTest {

  @ParameterizedTest
  @CsvSource({"O5, 'so(5)', 2", "LORENTZ, 'so(1,3)', 1", "SE3_PAIRS, 'se(3)', 2"})
  void movedSamplesHaveTheSameTargets(InvariantFunction function, String group, int copies) {
    Batch x = function.inputs(50, 11);
    Samples samples = new Samples(x, function.targets(x));
    Motions motions = new Motions(Actions.copies(Actions.parse(group), copies));
    Cell cell =
        new Cell(1, 2, Optional.empty(), 1, 50, 4, new Regime(Augmentation.FRESH, 0, 0, false));

    Samples moved = motions.shown(samples, cell).of(3);

    assertThat(moved.x().values()).isNotEqualTo(x.values());
    assertThat(function.targets(moved.x()).values())
        .containsExactly(samples.y().values(), within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"O5", "LORENTZ", "SE3_PAIRS"})
  void targetsHaveAboutMean0AndVariance1(InvariantFunction function) {
    double[] y = function.targets(function.inputs(100_000, 2)).values();
    double mean = 0;
    double square = 0;
    for (double value : y) {
      mean += value / y.length;
      square += value * value / y.length;
    }

    assertThat(mean).isCloseTo(0, within(0.02));
    assertThat(square - mean * mean).isCloseTo(1, within(0.1));
  }
}
