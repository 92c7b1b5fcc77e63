package org.liegg.core.transformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.Batch;
import org.liegg.api.Dataset;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.GroupElement;
import org.liegg.core.ExactCases;
import org.liegg.core.samples.BlockAssignment;
import org.liegg.core.samples.BlockedSamples;
import org.liegg.core.samples.SampleSurvey;
import org.liegg.core.stepped.ActionMeans;
import org.liegg.core.stepped.FlowElement;
import org.liegg.data.Datasets;
import org.liegg.groups.Actions;
import org.liegg.groups.Flows;
import org.liegg.tck.fixtures.ExactModel;

/** The defect of exp(tA) is that of the field A as t goes to 0, on smooth functions. */
class DifferentialAgreementTest {
  private static final int SAMPLES = 4000;

  /** Displacements of others that each sample is moved by: all of its block, nearly. */
  private static final int ROUNDS = 40;

  private static ExactModel scalar(
      int d, UnaryOperator<double[]> value, UnaryOperator<double[]> gradient) {
    return ExactModel.of(d, 1, value, gradient);
  }

  private static final ExactModel BENT =
      scalar(
          2,
          x -> new double[] {Math.sin(x[0]) + x[0] * x[1] * x[1]},
          x -> new double[] {Math.cos(x[0]) + x[1] * x[1], 2 * x[0] * x[1]});

  private static final ExactModel NEARLY_ROUND =
      scalar(
          2,
          x -> new double[] {(x[0] * x[0] + x[1] * x[1]) / 2 + 0.03 * x[0] * x[0] * x[0]},
          x -> new double[] {x[0] + 0.09 * x[0] * x[0], x[1]});

  private static final ExactModel NEARLY_TURNED_ALONG =
      ExactModel.of(
          2,
          2,
          x -> new double[] {x[0] * square(x) + 0.1 * x[0], x[1] * square(x) - 0.1 * x[1]},
          x ->
              new double[] {
                square(x) + 2 * x[0] * x[0] + 0.1,
                2 * x[0] * x[1],
                2 * x[0] * x[1],
                square(x) + 2 * x[1] * x[1] - 0.1
              });

  private static double square(double[] x) {
    return x[0] * x[0] + x[1] * x[1];
  }

  @ParameterizedTest
  @ValueSource(strings = {"so(2)", "so(1,1)", "none(1)+scale(1)", "none(1)+translate(1)"})
  void ofAFunctionThatIsNotInvariant(String action) {
    agree(BENT, centred(), action);
  }

  @ParameterizedTest
  @ValueSource(strings = {"so(2)", "so(1,1)", "scale(1)+none(1)", "translate(1)+none(1)"})
  void farFromTheOriginWhereFieldsHaveAMean(String action) {
    // There the field's own measure rests on 512 deviations, which are right to some percent.
    agree(BENT, shifted(), action, 0.1);
  }

  @Test
  void ofANearlyInvariantFunction() {
    agree(NEARLY_ROUND, centred(), "so(2)");
  }

  @Test
  void ofANearlyEquivariantMap() {
    agree(NEARLY_TURNED_ALONG, centred(), "so(2)->same");
    agree(NEARLY_TURNED_ALONG, centred(), "so(2)");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.3, 2})
  void isRoundingOfAnInvariantFunctionAtEveryLength(double t) {
    assertThat(finite(ExactModel.sphere(2), centred(), Actions.parse("so(2)"), t))
        .isLessThan(1e-25);
  }

  @Test
  void isRoundingOfAnEquivariantMap() {
    ExactModel identity = ExactModel.of(2, 2, double[]::clone, x -> new double[] {1, 0, 0, 1});
    assertThat(finite(identity, centred(), Actions.parse("so(2)->same"), 1)).isLessThan(1e-25);
  }

  private static void agree(ExactModel model, Dataset data, String action) {
    agree(model, data, action, 0.03);
  }

  private static void agree(ExactModel model, Dataset data, String action, double tolerance) {
    double differential = ExactCases.extract(model, data, action).spectrum().defect()[0];
    double far = finite(model, data, Actions.parse(action), 0.5) / differential;
    double near = finite(model, data, Actions.parse(action), 1e-3) / differential;
    assertThat(near).as("%s: %s at t = 0.5", action, far).isCloseTo(1, within(tolerance));
  }

  private static double finite(ExactModel model, Dataset data, GroupAction unbound, double t) {
    GroupAction action = unbound.boundTo(model.outputs());
    SampleSurvey survey = SampleSurvey.of(data, OptionalLong.empty(), 500);
    BlockedSamples samples =
        BlockedSamples.draw(data, OptionalLong.empty(), 500, SAMPLES, 1, BlockAssignment.byValue());
    VaryingModel varying = new VaryingModel(model, 500);
    MeanMoves means = ActionMeans.of(action, samples.batch(), survey.variances());
    double[] weights =
        action.outputSize() > 0
            ? OutputWeights.equal(model.outputs())
            : OutputWeights.of(varying, samples, survey.variances());
    return new TransformationMeasure(varying, samples, means, weights, ROUNDS, 0.01)
        .of(element(action, t, model.outputs()))
        .orElseThrow()
        .defect()
        .value(0);
  }

  private static GroupElement element(GroupAction action, double t, int outputs) {
    double[] unit = {1};
    return new FlowElement(
        action.spec(),
        Optional.empty(),
        unit,
        t,
        Flows.of(action, unit),
        Flows.of(action).onOutput(unit, outputs));
  }

  private static Dataset centred() {
    return ExactCases.normal(SAMPLES, 2);
  }

  private static Dataset shifted() {
    double[] values = ExactCases.gaussians(2 * SAMPLES, 5);
    for (int i = 0; i < values.length; i++) {
      values[i] = 2 + 0.4 * values[i];
    }
    return Datasets.of("shifted", new Batch(SAMPLES, 2, values));
  }
}
