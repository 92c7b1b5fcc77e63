package org.liegg.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.liegg.tck.Close.assertClose;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.Matrix;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;

/**
 * That an engine differentiates functions whose derivatives are known, to the last digits: 1e-12 of
 * the largest value in double precision, 1e-5 in single. For engines that can be handed a function;
 * a subclass makes it with the engine's own means.
 *
 * <p>All parameters and samples are binary fractions, which single precision holds exactly.
 */
public abstract class KnownFunctionsContract {

  /** F(x) = (x_1³, …, x_d³); empty where the engine cannot express it. */
  protected abstract Optional<ModelGradient> cube(int size, Precision precision);

  /**
   * F(x) = xᵀQx, one output; empty where the engine cannot express it.
   *
   * @param q square, not symmetric
   */
  protected abstract Optional<ModelGradient> quadratic(Matrix q, Precision precision);

  /**
   * F(x) = softmax(Wx); empty where the engine cannot express it.
   *
   * @param w outputs × inputs
   */
  protected abstract Optional<ModelGradient> softmax(Matrix w, Precision precision);

  @Test
  void aCubeAtTwoIsEightAndRisesByTwelve() {
    for (Precision precision : Precision.values()) {
      try (ModelGradient model = given(cube(3, precision), precision)) {
        Jacobians actual = model.jacobians(new Batch(1, 3, new double[] {2, 0, -1}));
        assertThat(actual.responses()).containsExactly(8, 0, -1);
        assertClose(actual.values(), new double[] {12, 0, 0, 0, 0, 0, 0, 0, 3}, exact(precision));
      }
    }
  }

  @Test
  void cubes() {
    Batch batch = KnownFunctions.samples(7, 5);
    for (Precision precision : Precision.values()) {
      try (ModelGradient model = given(cube(5, precision), precision)) {
        assertClose(model.jacobians(batch), KnownFunctions.cube(batch), exact(precision));
      }
    }
  }

  @Test
  void quadraticForms() {
    Matrix q = new Matrix(3, 3, new double[] {1, -2, 0.5, 0.25, 3, -1, -0.75, 0, -0.125});
    Batch batch = KnownFunctions.samples(7, 3);
    for (Precision precision : Precision.values()) {
      try (ModelGradient model = given(quadratic(q, precision), precision)) {
        Jacobians expected = KnownFunctions.quadratic(q, batch);
        assertClose(model.jacobians(batch), expected, exact(precision));
      }
    }
  }

  @Test
  void softmaxOfLinearMaps() {
    Matrix w = new Matrix(3, 2, new double[] {0.5, -1, 0.25, 0.75, -0.5, 0.125});
    Batch batch = KnownFunctions.samples(7, 2);
    for (Precision precision : Precision.values()) {
      try (ModelGradient model = given(softmax(w, precision), precision)) {
        assertClose(model.jacobians(batch), KnownFunctions.softmax(w, batch), exact(precision));
      }
    }
  }

  private static double exact(Precision precision) {
    return precision == Precision.FLOAT ? 1e-5 : 1e-12;
  }

  private static ModelGradient given(Optional<ModelGradient> opened, Precision precision) {
    assumeTrue(opened.isPresent(), "the engine cannot express the function");
    ModelGradient model = opened.orElseThrow();
    assertThat(model.info().precision()).isEqualTo(precision);
    return model;
  }
}
