package org.liegg.app.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.LieggException;
import org.liegg.api.Precision;
import org.liegg.api.report.SymmetryReport;
import org.liegg.app.Extraction;
import org.liegg.app.Liegg;
import org.liegg.tck.fixtures.ExactModel;

class OrbitRefusalsTest {
  private static final Liegg LIEGG = Liegg.create();

  private static double[][] normal(int samples, int columns) {
    Random random = new Random(12);
    double[][] rows = new double[samples][columns];
    for (double[] row : rows) {
      for (int i = 0; i < columns; i++) {
        row[i] = random.nextGaussian();
      }
    }
    return rows;
  }

  /** x₁ − x₂: shears and one scaling leave it alone. */
  private static final Extraction LINE =
      LIEGG.model(2, 1, x -> new double[] {x[0] - x[1]}).data(normal(300, 2)).action("gl(2)");

  private static SymmetryReport report;

  /** Not of the class's constants: other threads call its functions meanwhile. */
  @BeforeAll
  static void extract() {
    report = LINE.extract();
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> refused(
      String code, ThrowingCallable work) {
    return assertThatThrownBy(work)
        .isInstanceOf(LieggException.class)
        .hasMessageStartingWith(code + ": ");
  }

  private static void moved(Extraction of, int generator, long sample, double... t) {
    LIEGG.orbit(of.request(), report, new OrbitWish(generator, sample, t));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 2})
  void generatorsThatTheReportDoesNotHave(int generator) {
    assertThat(report.generators()).hasSize(2);
    refused("LIEGG-ORBIT-GENERATOR", () -> moved(LINE, generator, 0, 1))
        .hasMessageContainingAll("generator " + generator, "there are 2", "from 0 to 1");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 300, Long.MAX_VALUE})
  void samplesThatTheDataDoNotHave(long sample) {
    refused("LIEGG-DATA-SAMPLE", () -> moved(LINE, 0, sample, 1))
        .hasMessageContainingAll("sample " + sample, "300");
  }

  @Test
  void samplesBehindTheLimit() {
    Extraction first = LINE.settings(s -> s.withLimit(100));
    moved(first, 0, 99, 1);
    refused("LIEGG-DATA-SAMPLE", () -> moved(first, 0, 100, 1))
        .hasMessageContaining("100 are used");
  }

  @Test
  void lengthsThatAreNone() {
    refused("LIEGG-ORBIT-TIMES", () -> moved(LINE, 0, 0)).hasMessageContaining("0 values");
    refused("LIEGG-ORBIT-TIMES", () -> moved(LINE, 0, 0, 1, Double.NaN));
    refused("LIEGG-ORBIT-TIMES", () -> moved(LINE, 0, 0, Double.NEGATIVE_INFINITY));
    refused("LIEGG-ORBIT-TIMES", () -> moved(LINE, 0, 0, new double[401]));
    moved(LINE, 0, 0, new double[400]);
  }

  @Test
  void lengthsThatLeadOutOfTheRangeOfDoubles() {
    Extraction scaled =
        LIEGG.model(2, 1, x -> new double[] {x[1]}).data(normal(300, 2)).action("scale(2)");
    SymmetryReport other = scaled.extract();
    assertThat(other.generators()).hasSize(1);
    refused(
        "LIEGG-FLOW-OVERFLOW",
        () -> LIEGG.orbit(scaled.request(), other, new OrbitWish(0, 0, new double[] {0, 100_000})));
  }

  @Test
  void reportsWithoutGenerators() {
    Extraction none =
        LIEGG
            .model(2, 1, x -> new double[] {x[0] + x[1] * x[1] + Math.sin(x[0] * x[1])})
            .data(normal(300, 2))
            .action("so(2)");
    SymmetryReport other = none.extract();
    assertThat(other.generators()).isEmpty();
    refused(
            "LIEGG-GENERATORS-NONE",
            () -> LIEGG.orbit(none.request(), other, new OrbitWish(0, 0, new double[] {1})))
        .hasMessageContaining("so(2)");
  }

  @Test
  void groupsThatWereTriedByTheirElements() {
    Extraction group = LINE.group("C(2)");
    SymmetryReport other =
        LIEGG
            .model(2, 1, x -> new double[] {x[0] * x[0] + x[1] * x[1]})
            .data(normal(300, 2))
            .group("C(2)")
            .extract();
    refused(
        "LIEGG-GENERATORS-NONE",
        () -> LIEGG.orbit(group.request(), other, new OrbitWish(0, 0, new double[] {1})));
  }

  @Test
  void modelsOfOtherInputs() {
    Extraction other =
        LIEGG.model(3, 1, x -> new double[] {x[0]}).data(normal(300, 3)).action("gl(3)");
    refused("LIEGG-ACTION-SIZE", () -> moved(other, 0, 0, 1)).hasMessageContainingAll("2", "3");
    Extraction wide = LIEGG.model(2, 1, x -> new double[] {x[0]}).data(normal(300, 3));
    refused("LIEGG-DATA-WIDTH", () -> moved(wide, 0, 0, 1));
  }

  @Test
  void pathsThatHoldTooMuch() {
    // Two inputs vary, of the many of a sample.
    ExactModel plane =
        new ExactModel(
            30_000, 5, 2, 1, Precision.DOUBLE, x -> new double[] {x[5] - x[6]}, x -> new double[2]);
    Extraction asked = LIEGG.model(plane).data(normal(2, 30_000)).action("gl(2)");
    refused("LIEGG-ORBIT-SIZE", () -> moved(asked, 0, 0, new double[400]))
        .hasMessageContaining("at most 279 values of t");
    OrbitValues values =
        LIEGG.orbit(asked.request(), report, new OrbitWish(0, 1, new double[] {0, 2}));
    double[] sample = normal(2, 30_000)[1];
    assertThat(values.shape()).containsExactly(2);
    assertThat(values.inputs()[0]).containsExactly(sample[5], sample[6]);
    assertThat(values.outputs()[1][0]).isCloseTo(sample[5] - sample[6], within(1e-6));
    assertThat(values.inputs()[1]).isNotEqualTo(values.inputs()[0]);
  }
}
