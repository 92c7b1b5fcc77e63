package org.liegg.training.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;

class MetersTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void theGaugesShowTheLatestMeasurement() {
    MultiLayerNetwork network = RoundTask.network();
    SymmetryListener listener =
        RoundTask.listener("gl(2)")
            .reference("so(2)")
            .model("round")
            .meterRegistry(registry)
            .build();
    assertThat(gauge("liegg.symmetry.defect")).isNaN();
    network.setListeners(listener);

    network.fit(RoundTask.iterator(), 3);

    Measurement last = listener.measurements().get(2);
    assertThat(gauge("liegg.symmetry.defect"))
        .isEqualTo(last.symmetries().smallestDefect().orElseThrow());
    assertThat(gauge("liegg.symmetry.variance"))
        .isEqualTo(last.symmetries().variance().orElseThrow());
    assertThat(gauge("liegg.symmetry.reference.defect.max"))
        .isEqualTo(last.symmetries().reference().orElseThrow().worst());
    assertThat(measurements("success")).isEqualTo(3);
  }

  @Test
  void aNetworkThatDivergedShowsNothingAndCountsAsAFailure() {
    MultiLayerNetwork network = RoundTask.diverging();
    SymmetryListener listener =
        RoundTask.listener("gl(2)").model("round").meterRegistry(registry).build();
    listener.measure(network);
    assertThat(gauge("liegg.symmetry.defect")).isNotNaN();
    network.setListeners(listener);

    network.fit(RoundTask.iterator(), 2);

    assertThat(gauge("liegg.symmetry.defect")).isNaN();
    assertThat(measurements("success")).isEqualTo(1);
    assertThat(measurements("failure")).isEqualTo(2);
  }

  private double gauge(String name) {
    return registry.get(name).tags("model", "round", "action", "gl(2)").gauge().value();
  }

  private double measurements(String outcome) {
    return registry
        .get("liegg.symmetry.measurements")
        .tags("model", "round", "action", "gl(2)", "outcome", outcome)
        .functionCounter()
        .count();
  }
}
