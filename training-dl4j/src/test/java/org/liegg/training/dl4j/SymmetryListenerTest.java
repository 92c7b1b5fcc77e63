package org.liegg.training.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.liegg.api.ActionException;
import org.liegg.api.Batch;
import org.liegg.api.Head;
import org.liegg.api.Precision;
import org.liegg.api.ProviderException;
import org.liegg.api.report.Verdict;
import org.liegg.metrics.ReferenceDefect;
import org.nd4j.linalg.dataset.DataSet;

class SymmetryListenerTest {

  @Test
  void seesTheRotationBeingLearned() {
    MultiLayerNetwork network = RoundTask.network();
    SymmetryListener listener = planar().reference("so(2)").everyEpochs(20).build();
    Measurement before = listener.measure(network);
    network.setListeners(listener);

    network.fit(RoundTask.iterator(), 60);

    assertThat(listener.measurements()).hasSize(4).startsWith(before);
    Measurement after = listener.measurements().get(3);
    assertThat(before.verdict()).contains(Verdict.BROKEN);
    assertThat(before.symmetries().dimension()).isZero();
    assertThat(after.verdict()).contains(Verdict.INVARIANT);
    assertThat(after.symmetries().dimension()).isOne();
    assertThat(after.symmetries().trivial()).isZero();
    assertThat(after.symmetries().smallestDefect().orElseThrow())
        .isLessThan(0.01)
        .isLessThan(before.symmetries().smallestDefect().orElseThrow() / 10);
    assertThat(after.symmetries().largestAngle().orElseThrow()).isBetween(0.0, 5.0);
    assertThat(after.symmetries().largestBias().orElseThrow()).isBetween(0.0, 0.1);
    assertThat(after.symmetries().variance().orElseThrow()).isLessThan(0.01);
    assertThat(after.score()).isLessThan(0.01);
    // so(2) has one direction, which is the worst and the mean.
    ReferenceDefect learned = after.symmetries().reference().orElseThrow();
    assertThat(before.symmetries().reference().orElseThrow().worst()).isGreaterThan(0.1);
    assertThat(learned.worst()).isLessThan(0.02).isEqualTo(learned.mean());
  }

  @Test
  void theDefectOfAReferenceIsThatOfItsFieldsAlone() {
    MultiLayerNetwork network = RoundTask.network();
    Measurement all = planar().reference("gl(2)").build().measure(network);
    double[] defects = all.symmetries().defects();

    ReferenceDefect whole = all.symmetries().reference().orElseThrow();
    Measurement scalings =
        RoundTask.listener("scale(2)").reference("scale(2)").build().measure(network);

    assertThat(whole.worst()).isCloseTo(defects[3], within(defects[3]));
    assertThat(whole.mean())
        .isCloseTo((defects[0] + defects[1] + defects[2] + defects[3]) / 4, within(defects[3]));
    ReferenceDefect part =
        planar()
            .reference("scale(2)")
            .build()
            .measure(network)
            .symmetries()
            .reference()
            .orElseThrow();
    assertThat(part.worst())
        .isCloseTo(scalings.symmetries().defects()[1], within(part.worst()))
        .isLessThan(whole.worst());
  }

  @Test
  void theFieldsOfAReferenceActOnTheOutputAsThoseOfTheCandidates() {
    Measurement pairs =
        RoundTask.listener("gl(1)^2->same").reference("gl(1)").build().measure(RoundTask.network());

    // gl(1) is all that there is: its defect is that of the one candidate.
    double whole = pairs.symmetries().defects()[0];
    assertThat(whole).isPositive();
    assertThat(pairs.symmetries().reference().orElseThrow().worst())
        .isCloseTo(whole, within(1e-6 * whole));
  }

  @Test
  void aGraphIsMeasuredAsTheNetworkThatItWas() {
    MultiLayerNetwork network = RoundTask.network();
    ComputationGraph graph = network.toComputationGraph();
    double[] expected = planar().build().measure(network).symmetries().defects();
    SymmetryListener listener = planar().everyEpochs(1).build();

    Measurement before = listener.measure(graph);
    graph.setListeners(listener);
    graph.fit(RoundTask.iterator(), 2);

    assertThat(before.symmetries().defects())
        .containsExactly(expected, Offset.offset(1e-5 * expected[3]));
    assertThat(listener.measurements()).extracting(Measurement::epoch).containsExactly(0, 1, 2);
    assertThat(listener.measurements())
        .extracting(Measurement::iteration)
        .containsExactly(0, RoundTask.ITERATIONS, 2 * RoundTask.ITERATIONS);
  }

  @Test
  void theHeadIsDifferentiatedToo() {
    MultiLayerNetwork network = RoundTask.network();

    double[] output = planar().build().measure(network).symmetries().defects();
    Measurement normalized = planar().head(Head.NORMALIZED_LOGITS).build().measure(network);

    // One output has one direction, which nothing changes.
    assertThat(output[0]).isPositive();
    assertThat(normalized.symmetries().trivial()).isEqualTo(4);
  }

  @Test
  void measuresEveryFewEpochsAndCountsBoth() {
    MultiLayerNetwork network = RoundTask.network();
    SymmetryListener listener = planar().everyEpochs(2).build();
    network.setListeners(listener);

    network.fit(RoundTask.iterator(), 5);

    assertThat(listener.measurements()).extracting(Measurement::epoch).containsExactly(2, 4);
    assertThat(listener.measurements())
        .extracting(Measurement::iteration)
        .containsExactly(2 * RoundTask.ITERATIONS, 4 * RoundTask.ITERATIONS);
  }

  @Test
  void measuresEveryFewIterationsWithoutAnIterator() {
    MultiLayerNetwork network = RoundTask.network();
    SymmetryListener listener = planar().everyIterations(3).build();
    network.setListeners(listener);
    DataSet all = RoundTask.training();

    for (int i = 0; i < 7; i++) {
      network.fit(all.getFeatures(), all.getLabels());
    }

    assertThat(listener.measurements()).extracting(Measurement::iteration).containsExactly(3, 6);
    assertThat(listener.measurements()).extracting(Measurement::epoch).containsExactly(0, 0);
    assertThat(network.getIterationCount()).isEqualTo(7);
  }

  @Test
  void hearsNoEpochsWithoutAnIterator() {
    MultiLayerNetwork network = RoundTask.network();
    SymmetryListener listener = planar().everyEpochs(1).build();
    network.setListeners(listener);

    network.fit(RoundTask.training().getFeatures(), RoundTask.training().getLabels());

    assertThat(listener.measurements()).isEmpty();
  }

  @Test
  void countsOnWhereAnEarlierTrainingEnded() {
    MultiLayerNetwork network = RoundTask.network();
    network.fit(RoundTask.iterator(), 1);
    SymmetryListener listener = planar().everyEpochs(2).build();
    network.setListeners(listener);

    network.fit(RoundTask.iterator(), 1);

    assertThat(listener.measurements()).extracting(Measurement::epoch).containsExactly(2);
  }

  @Test
  void recordsADivergedNetworkAsFailedAndLetsItTrain() {
    MultiLayerNetwork network = RoundTask.diverging();
    SymmetryListener listener = planar().everyEpochs(1).build();
    network.setListeners(listener);

    network.fit(RoundTask.iterator(), 3);

    assertThat(network.getEpochCount()).isEqualTo(3);
    assertThat(listener.measurements()).hasSize(3);
    Measurement last = listener.measurements().get(2);
    assertThat(last.failed()).isTrue();
    assertThat(last.message()).contains("LIEGG-MODEL-NONFINITE").doesNotContain("\n");
    assertThat(last.symmetries().smallestDefect()).isEmpty();
    assertThat(last.epoch()).isEqualTo(3);
  }

  @Test
  void recordsSamplesThatDoNotFitTheNetworkAsFailed() {
    SymmetryListener listener =
        SymmetryListener.builder().heldOut(new Batch(4, 3, new double[12])).action("gl(3)").build();

    Measurement measurement = listener.measure(RoundTask.network());

    assertThat(measurement.failed()).isTrue();
    assertThat(measurement.message()).startsWith("LIEGG-DATA-WIDTH");
  }

  @Test
  void tooFewSamplesAreInsufficientEvidence() {
    Measurement measurement = planar().limit(3).build().measure(RoundTask.network());

    assertThat(measurement.verdict()).contains(Verdict.INSUFFICIENT_EVIDENCE);
    assertThat(measurement.outcome()).isEqualTo("insufficient-evidence");
  }

  @Test
  void theToleranceDecides() {
    MultiLayerNetwork network = RoundTask.network();

    assertThat(planar().tolerance(100).build().measure(network).symmetries().dimension())
        .isEqualTo(4);
    assertThat(planar().tolerance(0).build().measure(network).symmetries().dimension()).isZero();
  }

  @Test
  void decompositionsAndPrecisionsAgree() {
    MultiLayerNetwork network = RoundTask.network();
    double[] auto = planar().build().measure(network).symmetries().defects();

    assertThat(planar().decomposition("gram").build().measure(network).symmetries().defects())
        .containsExactly(auto, within(auto[3]));
    assertThat(planar().precision(Precision.DOUBLE).build().measure(network).symmetries().defects())
        .isNotEqualTo(auto)
        .containsExactly(auto, Offset.offset(1e-5 * auto[3]));
  }

  @Test
  void everyMeasurementIsHandedOutAndWhatTheHearerThrowsDoesNotStopTraining() {
    List<Measurement> heard = new ArrayList<>();
    MultiLayerNetwork network = RoundTask.network();
    SymmetryListener listener =
        planar()
            .onMeasurement(
                measurement -> {
                  heard.add(measurement);
                  throw new IllegalStateException("not today");
                })
            .build();
    network.setListeners(listener);

    network.fit(RoundTask.iterator(), 2);

    assertThat(network.getEpochCount()).isEqualTo(2);
    assertThat(heard).hasSize(2).isEqualTo(listener.measurements());
  }

  @Test
  void theHistoryCannotBeChanged() {
    SymmetryListener listener = planar().build();
    Measurement one = listener.measure(RoundTask.network());

    assertThatThrownBy(() -> listener.measurements().add(one))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void refusesWhatCannotBeMeasuredBeforeTrainingBegins() {
    assertThatThrownBy(() -> SymmetryListener.builder().action("gl(2)").build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no held-out samples");
    assertThatThrownBy(() -> SymmetryListener.builder().heldOut(RoundTask.heldOut()).build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no action");
    assertThatThrownBy(() -> RoundTask.listener("gl(3)").build())
        .isInstanceOf(ActionException.class)
        .hasMessageStartingWith("LIEGG-ACTION-SIZE")
        .hasMessageContaining("acts on 3 inputs, a sample of held-out samples has 2");
    assertThatThrownBy(() -> RoundTask.listener("so(2)").reference("gl(2)").build())
        .isInstanceOf(ActionException.class)
        .hasMessageStartingWith("LIEGG-REFERENCE-NOT-CONTAINED");
    assertThatThrownBy(() -> planar().decomposition("gramm").build())
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining("did you mean 'gram'");
    assertThatThrownBy(() -> planar().everyEpochs(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> planar().everyIterations(-1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> planar().limit(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> planar().tolerance(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static SymmetryListenerBuilder planar() {
    return RoundTask.listener("gl(2)");
  }

  private static Offset<Double> within(double scale) {
    return Offset.offset(1e-9 * scale);
  }
}
