package org.liegg.engine.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelOptions;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;
import org.liegg.tck.SymmetricFunctions;

/** Functions whose gradients are known in closed form, as saved models in double precision. */
class ExactFunctionsTest {
  private static final long SEED = 20221113;

  @Test
  void findsTheGradientOfMinkowskisForm() {
    assertGradient("exact/minkowski", SymmetricFunctions::minkowski);
  }

  @Test
  void findsTheGradientOfAFunctionOfTheReynoldsNumber() {
    assertGradient("exact/reynolds", SymmetricFunctions::reynolds);
  }

  @Test
  void findsTheGradientOfTheO5Function() {
    assertGradient("exact/o5", SymmetricFunctions::o5);
  }

  @Test
  void aConstantHasNoGradientAndNoComplaint() {
    assertGradient("exact/constant", x -> new double[3]);
  }

  @ParameterizedTest
  @ValueSource(strings = {"exact/inertia3", "exact/rigid-body-112"})
  void everyOutputHasItsOwnRow(String name) {
    try (ModelGradient model = Resources.open(name, new ModelOptions(Precision.DOUBLE))) {
      int d = model.info().inputSize();
      Batch batch = samples(4, d);
      Jacobians jacobians = model.jacobians(batch);
      assertThat(jacobians.outputs()).isEqualTo(model.info().outputSize()).isGreaterThan(1);
      // Both are homogeneous of degree 2: Euler's relation, J x = 2 F.
      for (int n = 0; n < batch.rows(); n++) {
        for (int o = 0; o < jacobians.outputs(); o++) {
          double sum = 0;
          for (int i = 0; i < d; i++) {
            sum += jacobians.get(n, o, i) * batch.get(n, i);
          }
          assertThat(sum).isCloseTo(2 * jacobians.response(n, o), within(1e-12));
        }
      }
    }
  }

  private static void assertGradient(String name, Function<double[], double[]> expected) {
    try (ModelGradient model = Resources.open(name, new ModelOptions(Precision.DOUBLE))) {
      int d = model.info().inputSize();
      Batch batch = samples(7, d);
      Jacobians jacobians = model.jacobians(batch);
      for (int n = 0; n < batch.rows(); n++) {
        double[] x = batch.slice(n, n + 1).values();
        double[] gradient = jacobians.slice(n, n + 1).values();
        assertThat(gradient).containsExactly(expected.apply(x), within(1e-12));
      }
    }
  }

  private static Batch samples(int count, int inputs) {
    Random random = new Random(SEED);
    double[] values = new double[count * inputs];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.exp(0.5 * random.nextGaussian());
    }
    return new Batch(count, inputs, values);
  }
}
