package org.liegg.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.liegg.groups.Actions;

/** The product's counts on a few cases of every kind in the table, against the truth. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MeasureCountsTest {
  private static final double TOLERANCE = 0.01;

  /** Cases by name and action; one or two of every kind, all of them quick. */
  private static final Set<String> CHOSEN =
      Set.of(
          "o5 under gl(5)^2",
          "o5 under aff(5)+aff(5)",
          "minkowski under gl(4)",
          "norm, mean 50 under aff(5)",
          "reynolds under scale(4)",
          "coulomb under scale(4)",
          "quartic under aff(4)",
          "bottleneck under gl(5)",
          "dead inputs under gl(5)",
          "constant under gl(3)",
          "inertia of three points under gl(3)^3 -> gl(9)",
          "rigid body 1 1 2 under gl(3) -> same",
          "centroid under aff(3)^3 -> same",
          "mixed copies, two from two under gl(3)^2 -> same",
          "linear under gl(3)",
          "linear under aff(3)",
          "quadratic under aff(3)",
          "four particles under aff(3)^4",
          "four particles under translate(3)^4",
          "four particles, mean 30 under gl(3)^4",
          "four particles, centre spread 30 under aff(3)^4",
          "planar molecules under gl(3)^4",
          "periodic box under translate(1)^3",
          "galilean under aff(1)^3+aff(1)^3",
          "signal with an offset under aff(1)^8",
          "one difference under aff(3)",
          "distance under aff(1)^2+aff(1)^2",
          "r² + 0.1·sin x₄ under aff(4)",
          "r² + 0.001·sin x₄ under gl(4)",
          "4 collinear columns under aff(4)",
          "a constant column that counts under gl(4)",
          "one-hot, an offset each under gl(5)",
          "radial functional under image(16x16)",
          "functional that is not radial under image(16x16)",
          "trained on o5 under gl(5)^2",
          "untrained swish 0 under aff(3)^4",
          "untrained tanh 1 under translate(12)",
          "learned line under aff(1)^3",
          "learned difference under aff(3)",
          "learned linear under aff(3)",
          "one of two outputs is round under gl(3)",
          "both outputs are round under gl(3)");

  private final List<SpectrumCase> all = AllCases.list();
  private final Map<SpectrumCase, Count> counts = new HashMap<>();

  Stream<SpectrumCase> chosen() {
    return all.stream().filter(one -> CHOSEN.contains(one.toString()));
  }

  Stream<SpectrumCase> chosenOfKnownSplit() {
    return chosen().filter(one -> one.insensitive().isPresent());
  }

  @ParameterizedTest
  @MethodSource("chosen")
  void countsTheSymmetries(SpectrumCase one) {
    assertThat(count(one).dimension()).isEqualTo(one.dimension());
  }

  @ParameterizedTest
  @MethodSource("chosenOfKnownSplit")
  void countsFieldsThatDoNothingApart(SpectrumCase one) {
    assertThat(count(one).insensitive()).isEqualTo(one.insensitive().getAsInt());
  }

  @Test
  void everyChosenCaseIsInTheTable() {
    assertThat(chosen().map(SpectrumCase::toString)).containsExactlyInAnyOrderElementsOf(CHOSEN);
  }

  @Test
  void noCaseIsInTheTableTwice() {
    List<String> names = all.stream().map(SpectrumCase::toString).toList();

    assertThat(names).doesNotHaveDuplicates();
  }

  private Count count(SpectrumCase one) {
    return counts.computeIfAbsent(
        one, asked -> Verdicts.extracted(asked, Actions.parse(asked.action()), TOLERANCE));
  }
}
