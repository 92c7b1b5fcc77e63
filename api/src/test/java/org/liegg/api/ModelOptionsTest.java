package org.liegg.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelOptionsTest {
  private static final ModelOptions DEFAULTS = ModelOptions.defaults();

  @Test
  void differentiateTheOutputByAllInputsAsItWasTrainedAndVerifyIt() {
    assertThat(DEFAULTS)
        .isEqualTo(
            new ModelOptions(
                Precision.FLOAT,
                Head.OUTPUT,
                new ModelOptions.Ports(Optional.empty(), Optional.empty()),
                new ModelOptions.SampleShapes(Map.of(), Map.of()),
                new ModelOptions.Verification(true, Optional.empty()),
                new ModelOptions.Limits(Duration.ofMinutes(1), 100_000_000),
                ModelOptions.Derivatives.EXACT));
  }

  @Test
  void changeOneAtATime() {
    Batch probe = Batch.empty(2);
    onlyChanges(DEFAULTS.withPrecision(Precision.DOUBLE), "precision");
    onlyChanges(DEFAULTS.withHead(Head.SOFTMAX), "head");
    onlyChanges(DEFAULTS.withOutput("dense"), "ports.output");
    onlyChanges(DEFAULTS.withInput("image"), "ports.input");
    onlyChanges(DEFAULTS.withShape("image", List.of(2)), "sampleShapes.said");
    onlyChanges(DEFAULTS.withDataShape("image", List.of(2)), "sampleShapes.data");
    onlyChanges(DEFAULTS.withProbe(probe), "verification.probe");
    onlyChanges(DEFAULTS.withSelfCheck(false), "verification.wanted");
    onlyChanges(DEFAULTS.withTimeout(Duration.ofSeconds(7)), "limits");
  }

  @Test
  void keepWhatWasChangedBefore() {
    Batch probe = Batch.empty(2);
    ModelOptions all =
        DEFAULTS
            .withShape("a", List.of(2, 3))
            .withDataShape(ModelOptions.ANY_INPUT, List.of(4))
            .withProbe(probe)
            .withOutput("dense")
            .withInput("a")
            .withHead(Head.LOGITS)
            .withSelfCheck(false)
            .withTimeout(Duration.ofSeconds(7))
            .withCalls(9)
            .withDerivatives(ModelOptions.Derivatives.DIFFERENCES)
            .withPrecision(Precision.DOUBLE)
            .withShape("b", List.of(5));
    assertThat(all)
        .isEqualTo(
            new ModelOptions(
                Precision.DOUBLE,
                Head.LOGITS,
                new ModelOptions.Ports(Optional.of("dense"), Optional.of("a")),
                new ModelOptions.SampleShapes(
                    Map.of("a", List.of(2, 3), "b", List.of(5)), Map.of("", List.of(4))),
                new ModelOptions.Verification(false, Optional.of(probe)),
                new ModelOptions.Limits(Duration.ofSeconds(7), 9),
                ModelOptions.Derivatives.DIFFERENCES));
  }

  @Test
  void takeTheLastShapeOfAnInput() {
    assertThat(DEFAULTS.withShape("a", List.of(2)).withShape("a", List.of(3)).shapes())
        .containsExactly(entry("a", List.of(3)));
  }

  @Test
  void doNotChangeWithTheMapTheyWereMadeOf() {
    Map<String, List<Integer>> shapes = new HashMap<>(Map.of("a", List.of(2)));
    ModelOptions.SampleShapes copied = new ModelOptions.SampleShapes(shapes, shapes);
    shapes.clear();
    assertThat(copied.said()).containsKey("a");
    assertThat(copied.data()).containsKey("a");
  }

  private static void onlyChanges(ModelOptions changed, String field) {
    assertThat(changed).isNotEqualTo(DEFAULTS);
    assertThat(changed).usingRecursiveComparison().ignoringFields(field).isEqualTo(DEFAULTS);
  }
}
