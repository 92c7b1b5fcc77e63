package org.liegg.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.ActionException;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.Matrix;
import org.liegg.api.Rows;
import org.liegg.api.spi.Flow;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.embed.EmbeddedReference;
import org.liegg.tck.SymmetricFunctions;

class EquivarianceTest {
  private static final double NULL = 1e-9;
  private static final long SEED = 20221104;

  @Test
  void theInertiaTensorHasNinePairsAndTwentySevenThatActOnNothing() {
    double[] sigma =
        Samples.of(9, 9, SEED, SymmetricFunctions::inertia3, SymmetricFunctions::inertia3Value)
            .relativeSingularValues(Actions.parse("gl(3)^3 -> gl(9)"));
    assertThat(nullity(sigma)).isEqualTo(36);
    assertThat(smallestOther(sigma)).isCloseTo(0.13, within(0.03));
  }

  @Test
  void aRigidBodyOfTwoEqualMomentsHasTwo() {
    double[] sigma =
        Samples.of(3, 3, SEED, SymmetricFunctions::rigidBody, SymmetricFunctions::rigidBodyValue)
            .relativeSingularValues(Actions.parse("gl(3) -> same"));
    assertThat(nullity(sigma)).isEqualTo(2);
    assertThat(smallestOther(sigma)).isCloseTo(0.60, within(0.1));
  }

  @Test
  void rotationsMoveTheInertiaTensorAsAMatrix() {
    // The same element on both sides, written out: A on points, A ⊗ 1 + 1 ⊗ A on the tensor.
    Samples samples =
        Samples.of(9, 9, SEED, SymmetricFunctions::inertia3, SymmetricFunctions::inertia3Value);
    Rows points = samples.polarize(Actions.parse("so(3)^3"));
    GroupAction pairs = Actions.parse("so(3)^3 -> tensor(so(3),2)");
    Rows rows = samples.polarize(pairs);
    for (int row = 0; row < rows.rows(); row++) {
      for (int a = 0; a < 3; a++) {
        assertThat(rows.get(row, a)).isEqualTo(points.get(row, a));
        assertThat(rows.get(row, a) + rows.get(row, 3 + a))
            .as("J·v − w of rotation %d", a)
            .isCloseTo(0, within(1e-12));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "gl(2)^2->gl(3), 3",
    "gl(2)->same, 2",
    "gl(2)^2->same, 6",
    "aff(2)->scale(2)+translate(1), 3",
    "poly(2;2)->same, 4",
    "gl(2)^2->same(tensor(gl(2);2)), 4",
    "gl(2)->same(dual(gl(2))), 2",
    "aff(2)^2->same(aff(2)), 2",
    "scale(2)->same(translate(2)), 2"
  })
  void rowsAreJacobianTimesFieldLessTheFieldOfTheOutput(String spec, int outputs) {
    GroupAction action = Actions.parse(spec.replace(';', ',')).boundTo(outputs);
    int d = action.inputSize();
    SplittableRandom random = new SplittableRandom(SEED);
    Batch x = new Batch(4, d, Samples.gaussian(4 * d, random));
    Jacobians j =
        new Jacobians(
            4,
            outputs,
            d,
            Samples.gaussian(4 * outputs * d, random),
            Samples.gaussian(4 * outputs, random));
    Rows rows = action.polarize(x, j).rows();
    for (int a = 0; a < action.dimension(); a++) {
      double[] unit = new double[action.dimension()];
      unit[a] = 1;
      Batch v = velocity(Flows.of(action, unit), x);
      Batch w = velocity(Flows.onOutput(action, unit, outputs), j.responseBatch());
      for (int n = 0; n < 4; n++) {
        for (int o = 0; o < outputs; o++) {
          double expected = -w.get(n, o);
          for (int i = 0; i < d; i++) {
            expected += j.get(n, o, i) * v.get(n, i);
          }
          assertThat(rows.get(n * outputs + o, a))
              .as("%s of %s", action.fieldName(a), spec)
              .isCloseTo(expected, within(1e-6));
        }
      }
    }
  }

  @Test
  void equivarianceOverTimeIsWhatTheRowsSayAtItsStart() {
    // Rotations about the axis of the third moment commute with the flow of the rigid body.
    GroupAction action = Actions.parse("so(3)->same");
    double[] axis = {1, 0, 0};
    Batch x = new Batch(1, 3, new double[] {0.3, -1, 2});
    Batch moved = Flows.of(action, axis).at(x, 0.7);
    Batch expected =
        Flows.onOutput(action, axis, 3)
            .at(new Batch(1, 3, SymmetricFunctions.rigidBodyValue(x.values())), 0.7);
    assertThat(SymmetricFunctions.rigidBodyValue(moved.values()))
        .containsExactly(expected.values(), within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gl(2)^2->gl(3)",
        "so(3)+scale(1)->same",
        "aff(2)^2->same",
        "gl(3)^3->same(tensor(gl(3),2))",
        "so(3)->same(so(3)^2)",
        "so(3)->same(so(3))",
        "gl(3)->same(dual(gl(3)))",
        "gl(2)+aff(1)->same(gl(2)^2+aff(1)^3)"
      })
  void specsReadAsTheSameAction(String spec) {
    GroupAction action = Actions.parse(spec);
    assertThat(action.spec()).isEqualTo(spec);
    assertThat(Actions.parse(action.spec())).isEqualTo(action).hasSameHashCodeAs(action);
  }

  @Test
  void anActionOnEveryBlockOfTheOutputsHasNoFieldsBeforeItIsKnownHowManyThereAre() {
    GroupAction unbound = Actions.parse("gl(3)->same");
    Jacobians three = new Jacobians(0, 3, 3, new double[0], new double[0]);
    String message =
        "'gl(3)->same' acts on as many blocks as the model has outputs for; bind it to their"
            + " number: boundTo(k)";
    assertThatIllegalStateException().isThrownBy(unbound::fields).withMessage(message);
    assertThatIllegalStateException().isThrownBy(unbound::outputSize).withMessage(message);
    assertThatIllegalStateException()
        .isThrownBy(() -> unbound.polarize(Batch.empty(3), three))
        .withMessage(message);
    assertThat(unbound.dimension()).isEqualTo(9);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 6, 12})
  void theBoundActionHasTheFieldsOfEveryBlock(int outputs) {
    GroupAction bound = Actions.parse("so(3)->same").boundTo(outputs);
    assertThat(bound.outputSize()).isEqualTo(outputs);
    assertThat(bound.fields().components()).isEqualTo(3 + outputs);
    assertThat(bound.fields().values()).hasSize(3 * 2 * (1 + outputs / 3));
    assertThat(bound.boundTo(outputs)).isSameAs(bound);
    assertThat(bound.boundTo(9).outputSize()).isEqualTo(9);
  }

  @Test
  void namesSayWhichSideTheyAreOf() {
    GroupAction action = Actions.parse("so(2)->gl(1)");
    assertThat(action.fieldName(0)).isEqualTo("in:L[1,2]");
    assertThat(action.fieldName(1)).isEqualTo("out:E[1,1]");
    assertThat(action.matrix(new double[] {1, 2}).orElseThrow().values())
        .containsExactly(
            new double[] {0, Math.sqrt(0.5), 0, -Math.sqrt(0.5), 0, 0, 0, 0, 2}, within(1e-15));
  }

  @Test
  void refusesAModelWithOtherOutputs() {
    assertThatThrownBy(() -> Actions.parse("gl(3)->gl(4)").boundTo(2))
        .isInstanceOf(ActionException.class)
        .hasMessage(
            "LIEGG-ACTION-OUTPUTS: action 'gl(3)->gl(4)': the model has 2 outputs, 'gl(4)' acts on"
                + " 4; name an action on as many behind '->', e.g. 'gl(2)'");
    assertThatThrownBy(() -> Actions.parse("gl(3)->same").boundTo(2))
        .isInstanceOf(ActionException.class)
        .hasMessageContaining("the model has 2 outputs, 'gl(3)' acts on blocks of 3");
    assertThatThrownBy(() -> Actions.parse("gl(3)->same(tensor(gl(3),2))").boundTo(2))
        .isInstanceOf(ActionException.class)
        .hasMessage(
            "LIEGG-ACTION-OUTPUTS: action 'gl(3)->same(tensor(gl(3),2))': the model has 2 outputs,"
                + " 'tensor(gl(3),2)' acts on 9; name a representation on as many in 'same(…)'");
    Jacobians two = new Jacobians(0, 2, 3, new double[0], new double[0]);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Actions.parse("gl(3)->gl(4)").polarize(Batch.empty(3), two))
        .withMessage("gl(3)->gl(4): Jacobians of 2 outputs, the action takes 4");
  }

  @Test
  void findsReferencesOfTheSameForm() {
    GroupAction same = Actions.parse("gl(3)->same");
    EmbeddedReference rotations = Embeddings.embed(Actions.parse("so(3)->same"), same);
    assertThat(rotations.name()).isEqualTo("so(3)->same");
    assertThat(rotations.coefficients().values())
        .containsExactly(Embeddings.coefficients(Actions.so(3), Actions.gl(3)).values());
    assertThat(Embeddings.embed(Actions.so(3), same)).isNotNull();
    GroupAction free = Actions.parse("gl(3)^2->gl(2)");
    Matrix pair = Embeddings.coefficients(Actions.parse("so(3)->so(2)"), free);
    assertThat(pair.rows()).isEqualTo(4);
    assertThat(pair.columns()).isEqualTo(13);
    assertThat(pair.get(3, 10)).isCloseTo(Math.sqrt(0.5), within(1e-15));
    assertThatThrownBy(() -> Embeddings.embed(Actions.so(3), free))
        .hasMessageContaining("name a reference of the form of the candidates");
  }

  private static Batch velocity(Flow flow, Batch x) {
    double h = 1e-4;
    double[] forward = flow.at(x, h).values();
    double[] back = flow.at(x, -h).values();
    double[] speed = new double[forward.length];
    Arrays.setAll(speed, i -> (forward[i] - back[i]) / (2 * h));
    return new Batch(x.rows(), x.columns(), speed);
  }

  private static long nullity(double[] relative) {
    return Arrays.stream(relative).filter(s -> s < NULL).count();
  }

  private static double smallestOther(double[] relative) {
    return Arrays.stream(relative).filter(s -> s >= NULL).min().orElseThrow();
  }
}
