package org.liegg.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;

/** The shapes of {@link Matrix}, {@link Rows} and {@link Jacobians}. */
class ShapesTest extends Misfits {
  private static final Jacobians JACOBIANS =
      new Jacobians(2, 2, 3, new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, new double[4]);

  static Stream<Arguments> misfits() {
    return Stream.of(
        misfit("Matrix: 3 values given, the shape says 4", () -> new Matrix(2, 2, new double[3])),
        misfit("rows: -1 is negative", () -> new Matrix(-1, -1, new double[1])),
        misfit("columns: -1 is negative", () -> new Matrix(0, -1, new double[0])),
        misfit("Rows: 7 values given, the shape says 6", () -> new Rows(3, 2, new double[7])),
        misfit("rows: -3 is negative", () -> new Rows(-3, -2, new double[6])),
        misfit("columns: -2 is negative", () -> new Rows(0, -2, new double[0])),
        misfit(
            "Jacobians: 11 values given, the shape says 12",
            () -> new Jacobians(2, 2, 3, new double[11], new double[4])),
        misfit(
            "Jacobians.responses: 5 values given, the shape says 4",
            () -> new Jacobians(2, 2, 3, new double[12], new double[5])),
        misfit(
            "samples: -1 is negative", () -> new Jacobians(-1, 0, 0, new double[0], new double[0])),
        misfit(
            "outputs: -1 is negative", () -> new Jacobians(0, -1, 0, new double[0], new double[0])),
        misfit(
            "inputs: -1 is negative", () -> new Jacobians(0, 0, -1, new double[0], new double[0])));
  }

  @Test
  void readsMatricesAndRowsRowMajor() {
    double[] values = {1, 2, 3, 4, 5, 6};
    assertThat(new Matrix(2, 3, values).get(1, 0)).isEqualTo(4);
    assertThat(new Rows(3, 2, values).get(1, 0)).isEqualTo(3);
  }

  @Test
  void readsJacobiansBySampleThenOutputThenInput() {
    assertThat(JACOBIANS.get(1, 0, 2)).isEqualTo(9);
    assertThat(new Jacobians(2, 2, 0, new double[0], new double[] {1, 2, 3, 4}).response(1, 0))
        .isEqualTo(3);
  }

  @Test
  void slicesJacobiansWithTheirResponses() {
    Jacobians all = new Jacobians(3, 1, 2, new double[] {1, 2, 3, 4, 5, 6}, new double[] {7, 8, 9});
    Jacobians slice = all.slice(1, 2);
    assertThat(slice.values()).containsExactly(3, 4);
    assertThat(slice.responses()).containsExactly(8);
    assertThat(all.slice(0, 3)).isSameAs(all);
  }

  @Test
  void inventsNoJacobiansBeyondTheEnd() {
    assertThatThrownBy(() -> JACOBIANS.slice(1, 3)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void givesResponsesAsABatch() {
    Batch responses =
        new Jacobians(2, 2, 0, new double[0], new double[] {1, 2, 3, 4}).responseBatch();
    assertThat(responses.rows()).isEqualTo(2);
    assertThat(responses.columns()).isEqualTo(2);
    assertThat(responses.get(0, 1)).isEqualTo(2);
  }

  @Test
  void slicesAPolarizationInBothFactors() {
    FieldBasis field = FieldBasis.builder(2, 2).entry(0, 1, 1).endField().build();
    Batch features = new Batch(2, 2, new double[] {1, 2, 3, 4});
    Jacobians jacobians = new Jacobians(2, 1, 2, new double[] {5, 6, 7, 8}, new double[2]);
    Polarization whole = new Polarization(field, features, jacobians);
    Polarization second = whole.slice(1, 2);
    assertThat(second.samples()).isEqualTo(1);
    assertThat(second.rows().values()).containsExactly(7 * 4);
    assertThat(whole.slice(0, 2)).isSameAs(whole);
  }

  @Test
  void rejectsAPolarizationOfUnequalSamples() {
    FieldBasis field = FieldBasis.builder(2, 2).build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Polarization(field, new Batch(3, 2, new double[6]), jacobians(2, 2)))
        .withMessage("Polarization: features of 3 samples, Jacobians of 2");
  }

  @Test
  void rejectsAPolarizationOfOtherFields() {
    FieldBasis field = FieldBasis.builder(2, 3).build();
    Batch features = new Batch(2, 3, new double[6]);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Polarization(field, features, jacobians(2, 4)))
        .withMessage("Polarization: 3 features and 4 inputs, the fields take 3 and 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Polarization(field, new Batch(2, 1, new double[2]), jacobians(2, 2)))
        .withMessage("Polarization: 1 features and 2 inputs, the fields take 3 and 2");
  }

  private static Jacobians jacobians(int samples, int inputs) {
    return new Jacobians(samples, 1, inputs, new double[samples * inputs], new double[samples]);
  }
}
