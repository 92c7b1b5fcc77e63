package org.liegg.core.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.Warning;

/** What is independent is left alone, and what is not is found. */
class IndependenceTest {

  @Test
  void independentSamplesOfEveryKindAreLeftAlone() {
    List<String> wrong = new ArrayList<>();
    Map<String, Integer> tried = new HashMap<>();
    for (int rows : new int[] {40, 100, 1_000}) {
      for (int columns : new int[] {1, 2, 3, 10, 40}) {
        for (int seed = 0; seed < 2; seed++) {
          kinds(rows, columns, seed)
              .forEach(
                  (name, batch) -> {
                    tried.merge(name, 1, Integer::sum);
                    Independence found = SampleData.independence(batch);
                    if (!found.warnings().isEmpty()) {
                      wrong.add(name + " " + rows + "x" + columns + ": " + codes(found));
                    }
                  });
        }
      }
    }

    assertThat(tried).hasSize(10);
    assertThat(wrong).isEmpty();
  }

  private static Map<String, Batch> kinds(int rows, int columns, long seed) {
    Map<String, Batch> kinds = new LinkedHashMap<>();
    kinds.put("normal", SampleData.normal(rows, columns, seed));
    kinds.put("uniform", SampleData.uniform(rows, columns, seed));
    kinds.put("log-normal", SampleData.logNormal(rows, columns, 1, seed));
    kinds.put("wide log-normal", SampleData.logNormal(rows, columns, 3, seed));
    kinds.put("t(3)", SampleData.student(rows, columns, 3, seed));
    kinds.put("t(1)", SampleData.student(rows, columns, 1, seed));
    kinds.put("sphere", SampleData.sphere(rows, columns + 1, seed));
    kinds.put("grid", rounded(SampleData.normal(rows, columns, seed), 1));
    kinds.put("fine grid", rounded(SampleData.normal(rows, columns, seed), 100));
    kinds.put("one-hot", oneHot(rows, columns + 3, seed));
    return kinds;
  }

  private static Batch rounded(Batch batch, double steps) {
    double[] values = Arrays.stream(batch.values()).map(v -> Math.rint(v * steps)).toArray();
    return new Batch(batch.rows(), batch.columns(), values);
  }

  /** A category, and a number beside it. */
  private static Batch oneHot(int rows, int columns, long seed) {
    Random random = new Random(seed);
    double[] values = new double[rows * columns];
    for (int n = 0; n < rows; n++) {
      values[n * columns + random.nextInt(columns - 1)] = 1;
      values[n * columns + columns - 1] = random.nextGaussian();
    }
    return new Batch(rows, columns, values);
  }

  @Test
  void everyTrajectoryIsFound() {
    Map<String, Batch> dependent = new LinkedHashMap<>();
    for (double length : new double[] {2, 10, 100, 500}) {
      dependent.put("AR " + length, SampleData.autoregressive(4_000, 3, length, 1));
      dependent.put("wide AR " + length, SampleData.autoregressive(4_000, 30, length, 1));
    }
    dependent.put("orbit", SampleData.orbit(4_000));
    dependent.put("walk", SampleData.walk(4_000, 3, 2));
    double[] sorted = new Random(3).doubles(4_000).sorted().toArray();
    dependent.put("sorted", new Batch(4_000, 1, sorted));
    dependent.put("copies in order", SampleData.copies(200, 20, 3, 1e-3, 4));

    dependent.forEach(
        (name, batch) ->
            assertThat(codes(SampleData.independence(batch)))
                .as(name)
                .contains("dependent-samples"));
  }

  @Test
  void aTrajectoryIsWorthItsLengthInCorrelationTimes() {
    for (double length : new double[] {10, 100}) {
      SampleSurvey survey = SampleData.survey(SampleData.autoregressive(40_000, 3, length, 1));
      assertThat(survey.correlationTime()).isBetween(0.7 * length, 1.5 * length);
    }
  }

  @Test
  void aLongTrajectoryIsMeasuredInSegmentsAndAShortOneNotAtAll() {
    assertThat(SampleData.independence(SampleData.autoregressive(4_000, 3, 10, 1)).measurable())
        .isTrue();
    for (Batch batch :
        List.of(
            SampleData.autoregressive(4_000, 3, 100, 1),
            SampleData.autoregressive(4_000, 3, 500, 1),
            SampleData.walk(4_000, 3, 1),
            SampleData.orbit(4_000))) {
      Independence found = SampleData.independence(batch);
      assertThat(found.measurable()).isFalse();
      assertThat(found.enough(1, 1)).isFalse();
    }
  }

  @Test
  void segmentsTakeTurnsAndAreWhole() {
    Batch batch = SampleData.autoregressive(40_000, 2, 10, 5);
    List<Long> blocks = distributed(SampleData.independence(batch).assignment(), batch);

    int changes = 0;
    for (int n = 1; n < blocks.size(); n++) {
      if (!blocks.get(n).equals(blocks.get(n - 1))) {
        changes++;
        assertThat(blocks.get(n) & 1).isNotEqualTo(blocks.get(n - 1) & 1);
      }
    }
    assertThat(new HashSet<>(blocks)).hasSize(64);
    assertThat(changes).isEqualTo(63);
  }

  @Test
  void noisyCopiesAreFoundInAShuffledFileAndCountedOnce() {
    for (double noise : new double[] {1e-4, 1e-3, 1e-2, 2e-2}) {
      Independence found =
          SampleData.independence(SampleData.shuffled(SampleData.copies(12, 200, 10, noise, 7), 1));
      assertThat(codes(found)).as("noise %s", noise).containsExactly("near-copies");
      assertThat(found.units()).isEqualTo(12);
      assertThat(found.enough(25, 1)).isFalse();
    }
    for (double noise : new double[] {1e-4, 1e-3, 5e-3}) {
      Independence found =
          SampleData.independence(SampleData.shuffled(SampleData.copies(200, 20, 3, noise, 7), 1));
      assertThat(codes(found)).as("noise %s", noise).containsExactly("near-copies");
      assertThat(found.units()).isBetween(190L, 205L);
      assertThat(found.enough(9, 1)).isTrue();
    }
  }

  @Test
  void manyNeighbourhoodsAreFoundInALargeFile() {
    Batch batch = SampleData.shuffled(SampleData.copies(4_000, 20, 6, 1e-4, 7), 1);

    assertThat(SampleData.independence(batch).units()).isBetween(3_950L, 4_010L);
  }

  @Test
  void noNeighbourhoodIsInTwoBlocks() {
    int points = 200;
    Batch ordered = SampleData.copies(points, 20, 3, 1e-3, 9);
    double[] named = new double[4_000 * 3];
    System.arraycopy(ordered.values(), 0, named, 0, named.length);
    Batch batch = SampleData.shuffled(new Batch(4_000, 3, named), 2);
    List<Long> blocks = distributed(SampleData.independence(batch).assignment(), batch);

    Batch centers = SampleData.normal(points, 3, 9);
    Map<Integer, Set<Long>> seen = new HashMap<>();
    for (int n = 0; n < 4_000; n++) {
      seen.computeIfAbsent(nearest(centers, batch, n), p -> new HashSet<>()).add(blocks.get(n));
    }
    assertThat(seen).hasSize(points);
    assertThat(seen.values()).allSatisfy(in -> assertThat(in).hasSize(1));
    assertThat(new HashSet<>(blocks)).hasSizeGreaterThan(40);
  }

  private static int nearest(Batch centers, Batch batch, int row) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int p = 0; p < centers.rows(); p++) {
      double sum = 0;
      for (int i = 0; i < centers.columns(); i++) {
        sum += Math.pow(centers.get(p, i) - batch.get(row, i), 2);
      }
      if (sum < least) {
        least = sum;
        best = p;
      }
    }
    return best;
  }

  @Test
  void equalSamplesCountOnceAndAreNoNearCopies() {
    double[] values = new double[4_000];
    double[] points = SampleData.normal(50, 1, 1).values();
    for (int n = 0; n < values.length; n++) {
      values[n] = points[n * 7 % 50];
    }
    Independence found = SampleData.independence(new Batch(4_000, 1, values));

    assertThat(found.units()).isEqualTo(50);
    assertThat(codes(found)).doesNotContain("near-copies");
  }

  @Test
  void intervalsReachFartherOnRelativesAlone() {
    assertThat(SampleData.independence(SampleData.normal(4_000, 3, 1)).assignment().widening())
        .isEqualTo(1);
    for (Batch batch :
        List.of(
            SampleData.autoregressive(4_000, 3, 10, 1),
            SampleData.copies(200, 20, 3, 1e-3, 7),
            SampleData.shuffled(SampleData.copies(200, 20, 3, 1e-3, 7), 1))) {
      assertThat(SampleData.independence(batch).assignment().widening()).isGreaterThan(1);
    }
  }

  @Test
  void independentSamplesAreDistributedByTheirValuesAsEver() {
    Batch batch = SampleData.normal(1_000, 2, 1);
    List<Long> distributed = distributed(SampleData.independence(batch).assignment(), batch);

    for (int n = 0; n < 1_000; n++) {
      long hash = SampleSplit.hash(batch, n);
      assertThat(distributed.get(n)).isEqualTo(2L * SampleSplit.block(hash) + (hash < 0 ? 1 : 0));
    }
  }

  /** Twice the block, and one more in the measuring half. */
  private static List<Long> distributed(BlockAssignment assignment, Batch batch) {
    BlockAssignment.Reading reading = assignment.start();
    List<Long> all = new ArrayList<>(Collections.nCopies(batch.rows(), 0L));
    for (int n = 0; n < batch.rows(); n++) {
      reading.next(batch, n);
      all.set(n, 2L * reading.block() + (reading.measures() ? 1 : 0));
    }
    return all;
  }

  private static List<String> codes(Independence found) {
    return found.warnings().stream().map(Warning::code).toList();
  }
}
