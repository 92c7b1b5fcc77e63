package org.liegg.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Optional;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Beside all defects of the same span. */
class ExtremeDefectTest {
  private final Random random = new Random(3);

  @ParameterizedTest(name = "of {0} directions")
  @ValueSource(ints = {1, 2, 7, 40, 150})
  void itIsTheFirstOrLastOfAllDefects(int r) {
    BlockSum sum = measured(r, r);
    double[] all = SpanProblem.of(sum).defects();

    double[] worst = SpanProblem.extreme(sum, true).orElseThrow();
    double[] least = SpanProblem.extreme(sum, false).orElseThrow();

    assertThat(sum.defect(worst)).isCloseTo(all[0], within(1e-10 * all[0]));
    assertThat(sum.defect(least)).isCloseTo(all[r - 1], within(1e-10 * all[0]));
    assertThat(new ExtremeDefect(unit(r), unit(r)).of(r, true)).isPresent();
  }

  @ParameterizedTest(name = "of 5 directions {0} are sensitive")
  @ValueSource(ints = {0, 1, 4})
  void ofASpanWithInsensitiveDirectionsThereIsNoSmallest(int sensitive) {
    BlockSum sum = measured(5, sensitive);

    Optional<double[]> worst = SpanProblem.extreme(sum, true);

    assertThat(SpanProblem.extreme(sum, false)).isEmpty();
    assertThat(worst.isPresent()).isEqualTo(sensitive > 0);
    worst.ifPresent(
        c -> assertThat(sum.defect(c)).isCloseTo(SpanProblem.of(sum).defects()[0], within(1e-10)));
  }

  @Test
  void everySpanOfTheFirstOrTheLastHasItsOwn() {
    int r = 20;
    BlockSum sum = measured(r, r);
    SpanProblem.Growing first = new SpanProblem.Growing(sum, false);
    SpanProblem.Growing last = new SpanProblem.Growing(sum, true);

    for (int count : new int[] {3, 1, 20, 13}) {
      BlockSum ofFirst = sum.select(0, count);
      BlockSum ofLast = sum.select(r - count, r);
      double worst = SpanProblem.of(ofFirst).defects()[0];
      double least = SpanProblem.of(ofLast).defects()[count - 1];
      assertThat(ofFirst.defect(first.extreme(count, true).orElseThrow()))
          .isCloseTo(worst, withinPercentage(1e-8));
      assertThat(ofLast.defect(last.extreme(count, false).orElseThrow()))
          .isCloseTo(least, withinPercentage(1e-8));
    }
  }

  @ParameterizedTest(name = "{0} apart")
  @ValueSource(doubles = {1e-3, 1e-5, 1e-7})
  void defectsThatAreCloseToEachOtherAreToldApart(double apart) {
    int r = 200;
    DMatrixRMaj change = unit(r);
    for (int i = 0; i < r; i++) {
      change.set(i, i, 1 + (i * 7 % r) * apart);
    }
    ExtremeDefect defects = new ExtremeDefect(change, unit(r));

    assertThat(Math.abs(defects.of(r, false).orElseThrow()[0])).isCloseTo(1, within(1e-12));
    int largest = 57; // 57 · 7 = 399
    assertThat(Math.abs(defects.of(r, true).orElseThrow()[largest])).isCloseTo(1, within(1e-12));
  }

  @Test
  void aSpanBehindASingularOneIsSolvedByAllItsDefects() {
    BlockSum sum = measured(6, 4);
    SpanProblem.Growing spans = new SpanProblem.Growing(sum, true);

    assertThat(spans.extreme(4, false)).isPresent();
    assertThat(spans.extreme(5, false)).isEmpty();
    assertThat(spans.extreme(6, false)).isEmpty();
    assertThat(sum.defect(spans.extreme(6, true).orElseThrow()))
        .isCloseTo(SpanProblem.of(sum).defects()[0], withinPercentage(1e-8));
  }

  @ParameterizedTest(name = "off by {0}")
  @ValueSource(doubles = {0, 1e-13, -1e-13})
  void aMetricThatMayBeSingularIsLeftToAllDefects(double off) {
    DMatrixRMaj metric = unit(2);
    metric.set(0, 1, 1 + off);
    metric.set(1, 0, 1 + off);

    assertThat(new ExtremeDefect(unit(2), metric).of(2, true)).isEmpty();
  }

  private static DMatrixRMaj unit(int r) {
    DMatrixRMaj unit = new DMatrixRMaj(r, r);
    for (int i = 0; i < r; i++) {
      unit.set(i, i, 1);
    }
    return unit;
  }

  /** Images of a few factors, so that not all directions are sensitive. */
  private BlockSum measured(int r, int sensitive) {
    double[] mix = random.doubles((long) r * sensitive, -1, 1).toArray();
    BlockSum sum = BlockSum.empty(r);
    for (int n = 0; n < 4 * r + 4; n++) {
      sum.moved().addSquare(image(mix, r, sensitive));
      sum.independent().addSquare(image(mix, r, sensitive));
    }
    return sum.counting(4L * r + 4, 4L * r + 4);
  }

  private double[] image(double[] mix, int r, int sensitive) {
    double[] image = new double[r];
    for (int k = 0; k < sensitive; k++) {
      double factor = random.nextGaussian();
      for (int i = 0; i < r; i++) {
        image[i] += factor * mix[k * r + i];
      }
    }
    return image;
  }
}
