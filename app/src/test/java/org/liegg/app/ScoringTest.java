package org.liegg.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.liegg.api.DataException;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.support.FunctionModel;
import org.liegg.api.spi.support.Models;
import org.liegg.app.export.Scoring;
import org.liegg.app.export.SymmetricModel.Measure;

class ScoringTest {
  private static final double[][] SAMPLES = {{1, 0}, {0, 2}, {3, 1}, {0.2, 0.1}};

  private static double score(double[][] labels, int outputs) {
    Object model =
        FunctionModel.ofValues(2, outputs, x -> outputs == 1 ? new double[] {x[0] / 3} : x.clone());
    try (ModelGradient open =
        Models.open(
            new CallersFunctions(),
            ModelSource.live(model),
            ModelOptions.defaults().withDerivatives(ModelOptions.Derivatives.NONE))) {
      return scoring(labels, outputs).of(open, HeldSamples.of(SAMPLES), 3);
    }
  }

  private static Scoring scoring(double[][] labels, int outputs) {
    return Scoring.of(HeldSamples.of(labels), outputs);
  }

  @Test
  void classesAreRightWhereTheirOutputIsTheLargest() {
    assertThat(scoring(new double[][] {{0}, {1}, {1}, {0}}, 2).measure())
        .isEqualTo(Measure.ACCURACY);
    assertThat(score(new double[][] {{0}, {1}, {1}, {0}}, 2)).isEqualTo(0.75);
    assertThat(score(new double[][] {{1, 0}, {0, 1}, {0, 1}, {1, 0}}, 2)).isEqualTo(0.75);
  }

  @Test
  void oneOutputStandsForTwoClasses() {
    assertThat(score(new double[][] {{0}, {0}, {1}, {1}}, 1)).isEqualTo(0.75);
  }

  @Test
  void otherLabelsAreValues() {
    double[][] labels = {{1, 0}, {0, 2}, {3, 1}, {0.2, 2.1}};

    assertThat(scoring(labels, 2).measure()).isEqualTo(Measure.ERROR);
    assertThat(score(labels, 2)).isCloseTo(Math.sqrt(4.0 / 8), within(1e-6));
  }

  @Test
  void labelsThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> scoring(new double[][] {{2}}, 2))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("LIEGG-EXPORT-LABELS");
    assertThatThrownBy(() -> scoring(new double[][] {{1, 2, 3}}, 2))
        .hasMessageContaining("3 columns, and the model 2 outputs");
    assertThatThrownBy(() -> score(new double[][] {{0}, {1}}, 2))
        .hasMessageContaining("LIEGG-EXPORT-LABELS");
    assertThatThrownBy(() -> score(new double[][] {{0}, {1}, {1}, {0}, {0}}, 2))
        .hasMessageContaining("LIEGG-EXPORT-LABELS");
  }
}
