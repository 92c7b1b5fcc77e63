package org.liegg.core.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.core.samples.BlockAssignment;
import org.liegg.core.samples.DuplicateSketch;
import org.liegg.core.samples.SampleSplit;
import org.liegg.data.Datasets;

class SampleSplitTest {

  @Test
  void equalSamplesAreNeverInBothParts() {
    Random random = new Random(1);
    double[] values = new double[600];
    for (int i = 0; i < 300; i++) {
      values[i] = random.nextInt(40);
      values[300 + i] = values[i];
    }
    Batch batch = new Batch(600, 1, values);

    Set<Double> choosing = new HashSet<>(distributed(batch, SampleSplit.Part.CHOOSING, 7));
    Set<Double> measuring = new HashSet<>(distributed(batch, SampleSplit.Part.MEASURING, 7));

    assertThat(choosing).isNotEmpty().doesNotContainAnyElementsOf(measuring);
    assertThat(choosing.size() + measuring.size()).isEqualTo(40);
  }

  @Test
  void zeroHasOneHashWhateverItsSign() {
    Batch zeros = new Batch(2, 2, new double[] {0.0, 1, -0.0, 1});

    assertThat(SampleSplit.hash(zeros, 0)).isEqualTo(SampleSplit.hash(zeros, 1));
  }

  @Test
  void neitherOrderNorBatchesMoveASampleToTheOtherPart() {
    double[] values = new Random(2).doubles(5_000).toArray();
    double[] reversed = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      reversed[i] = values[values.length - 1 - i];
    }

    List<Double> one =
        distributed(new Batch(values.length, 1, values), SampleSplit.Part.MEASURING, 100);
    List<Double> other =
        distributed(new Batch(values.length, 1, reversed), SampleSplit.Part.MEASURING, 33);

    assertThat(other).containsExactlyInAnyOrderElementsOf(one);
    assertThat((double) one.size()).isCloseTo(2_500, within(150.0));
  }

  @Test
  void blocksAreEven() {
    int[] count = new int[SampleSplit.BLOCKS];
    double[] values = new Random(3).doubles(32_000).toArray();
    for (int n = 0; n < values.length; n++) {
      count[SampleSplit.block(SampleSplit.hash(new Batch(values.length, 1, values), n))]++;
    }

    for (int c : count) {
      assertThat(c).isBetween(850, 1150);
    }
  }

  @Test
  void neighboursOfASortedFileAreMixed() {
    double[] sorted = new Random(4).doubles(4_000).sorted().toArray();
    List<Double> distributed =
        distributed(new Batch(4_000, 1, sorted), SampleSplit.Part.MEASURING, 64);
    double apart = 0;
    for (int n = 1; n < distributed.size(); n++) {
      apart += Math.abs(distributed.get(n) - distributed.get(n - 1)) / (distributed.size() - 1);
    }

    // Two independent uniform numbers are a third apart.
    assertThat(apart).isCloseTo(1 / 3.0, within(0.05));
    assertThat(distributed)
        .isNotEqualTo(distributed.stream().sorted(Comparator.naturalOrder()).toList());
  }

  @Test
  void everySampleIsDistributedOnceWithItsBlock() {
    double[] values = new Random(5).doubles(1_000).toArray();
    Batch batch = new Batch(1_000, 1, values);
    BlockCollector collector = new BlockCollector(SampleSplit.BLOCKS, 1, 50, false);
    List<LabelledBatch> all = new ArrayList<>();
    for (int n = 0; n < 1_000; n++) {
      long hash = SampleSplit.hash(batch, n);
      collector.add(batch, n, SampleSplit.block(hash), hash).ifPresent(all::add);
    }
    for (Optional<LabelledBatch> rest = collector.rest();
        rest.isPresent();
        rest = collector.rest()) {
      all.add(rest.get());
    }

    List<Double> seen = new ArrayList<>();
    for (LabelledBatch labelled : all) {
      for (int n = 0; n < labelled.batch().rows(); n++) {
        seen.add(labelled.batch().values()[n]);
        assertThat(labelled.blocks()[n])
            .isEqualTo(SampleSplit.block(SampleSplit.hash(labelled.batch(), n)));
      }
    }
    assertThat(seen).hasSize(1_000).doesNotHaveDuplicates();
  }

  private static List<Double> distributed(Batch batch, SampleSplit.Part part, int batchSize) {
    List<Double> values = new ArrayList<>();
    new BatchDistributor(
            Datasets.of("numbers", batch),
            OptionalLong.empty(),
            batchSize,
            part,
            BlockAssignment.byValue(),
            new DuplicateSketch())
        .distribute(
            new Stages("read"),
            labelled -> {
              for (double value : labelled.batch().values()) {
                values.add(value);
              }
            },
            distributed -> {});
    return values;
  }
}
