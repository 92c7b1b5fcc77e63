package org.liegg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.ActionException;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.ProviderKind;
import org.liegg.api.spi.ProviderRegistry;
import org.liegg.data.Datasets;
import org.liegg.groups.Actions;

class EquivarianceExtractionTest {

  @ParameterizedTest
  @ValueSource(strings = {"gram", "qr", "ejml-svd", "lobpcg"})
  void reportsPairsThatActOnNothingApart(String decomposition) {
    SymmetryReport report = extract(new Inertia(), "gl(3)^3 -> gl(9)", decomposition);
    assertThat(report.nullspace().dimension()).isEqualTo(36);
    assertThat(report.nullspace().trivial()).isEqualTo(27);
    assertThat(report.action().spec()).isEqualTo("gl(3)^3->gl(9)");
    assertThat(report.warnings())
        .filteredOn(warning -> warning.explains().isPresent())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.code()).isEqualTo("degenerate-fields");
              assertThat(warning.message()).contains("27 of the 36", "pairs that act on nothing");
            });
  }

  @Test
  void aRigidBodyHasTwoAndNothingTrivial() {
    SymmetryReport report = extract(new RigidBody(), "gl(3) -> same", "qr");
    assertThat(report.nullspace().dimension()).isEqualTo(2);
    assertThat(report.nullspace().trivial()).isZero();
    assertThat(report.generators().get(0).matrix()).isPresent();
  }

  @Test
  void theIdentityIsEquivariantToEverythingAndInsensitiveToNothing() {
    SymmetryReport report = extract(new Identity(), "gl(2) -> same", "gram");
    assertThat(report.nullspace().dimension()).isEqualTo(4);
    assertThat(report.nullspace().trivial()).isZero();
    assertThat(report.spectrum().defect()[0]).isCloseTo(0, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 2", "2, 1", "2, 2"})
  void everyBlockOfTheOutputIsMeasuredOnHeldOutSamples(int in, int out) {
    String action = in == 1 ? "gl(3)->same" : "gl(3)^2->same";
    GroupAction candidates = Actions.parse(action);
    SymmetryReport report =
        extractor(new Blocks(in, out), candidates, "qr")
            .reference("so(3)")
            .with(s -> s.withStability(true))
            .build()
            .extract();
    // S ⊗ 1 commutes with A ⊗ 1 of every A.
    assertThat(report.nullspace().interval().orElseThrow()).containsExactly(9, 9);
    assertThat(report.nullspace().verdict()).isEqualTo(Verdict.INVARIANT);
    assertThat(report.generators())
        .allSatisfy(
            generator -> assertThat(generator.defectInterval().orElseThrow()[1]).isLessThan(1e-12));
    assertThat(report.reference().orElseThrow().defect().orElseThrow().worst()).isLessThan(1e-12);
    assertThat(report.stability().orElseThrow().holds()).isTrue();
    assertThat(report.warnings()).isEmpty();
  }

  @Test
  void aModelWhoseOutputsAreNoBlocksIsRefusedBeforeAnySampleIsRead() {
    assertThatThrownBy(
            () -> extractor(new Identity(), Actions.parse("gl(1)^2->gl(3)"), "qr").build())
        .isInstanceOf(ActionException.class)
        .hasMessageStartingWith("LIEGG-ACTION-OUTPUTS");
  }

  private static SymmetryReport extract(ModelGradient model, String action, String name) {
    return extractor(model, Actions.parse(action), name).build().extract();
  }

  private static SymmetryExtractorBuilder extractor(
      ModelGradient model, GroupAction action, String name) {
    SplittableRandom random = new SplittableRandom(20221104);
    int inputs = model.info().inputSize();
    double[] values = new double[1500 * inputs];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextGaussian();
    }
    return SymmetryExtractor.builder()
        .model(model)
        .data(Datasets.of("normal", new Batch(1500, inputs, values)))
        .action(action)
        .decomposition(
            ProviderRegistry.load(
                    ProviderKind.DECOMPOSITION, EquivarianceExtractionTest.class.getClassLoader())
                .require(name));
  }

  /** Σ (r²1 − rrᵀ) over three points of R³. */
  private static final class Inertia extends VectorModel {
    Inertia() {
      super(9, 9);
    }

    @Override
    void evaluate(double[] x, double[] f, double[] jacobian) {
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          for (int point = 0; point < 9; point += 3) {
            f[3 * i + j] -= x[point + i] * x[point + j];
            for (int k = 0; k < 3; k++) {
              double diagonal = i == j ? 2 * x[point + k] : 0;
              f[3 * i + j] += i == j ? x[point + k] * x[point + k] : 0;
              double outer = (i == k ? x[point + j] : 0) + (j == k ? x[point + i] : 0);
              jacobian[(3 * i + j) * 9 + point + k] = diagonal - outer;
            }
          }
        }
      }
    }
  }

  /** Euler's equations with moments 1, 1, 2. */
  private static final class RigidBody extends VectorModel {
    RigidBody() {
      super(3, 3);
    }

    @Override
    void evaluate(double[] w, double[] f, double[] jacobian) {
      f[0] = -w[1] * w[2];
      f[1] = w[2] * w[0];
      jacobian[1] = -w[2];
      jacobian[2] = -w[1];
      jacobian[3] = w[2];
      jacobian[5] = w[0];
    }
  }

  /** (S ⊗ 1₃)x of some S. */
  private static final class Blocks extends VectorModel {
    private final int in;

    Blocks(int in, int out) {
      super(3 * in, 3 * out);
      this.in = in;
    }

    @Override
    void evaluate(double[] x, double[] f, double[] jacobian) {
      for (int o = 0; o < f.length; o++) {
        for (int i = 0; i < in; i++) {
          int block = o / 3;
          double s = 1 + 0.5 * block - 0.3 * i;
          f[o] += s * x[3 * i + o % 3];
          jacobian[o * x.length + 3 * i + o % 3] = s;
        }
      }
    }
  }

  private static final class Identity extends VectorModel {
    Identity() {
      super(2, 2);
    }

    @Override
    void evaluate(double[] x, double[] f, double[] jacobian) {
      f[0] = x[0];
      f[1] = x[1];
      jacobian[0] = 1;
      jacobian[3] = 1;
    }
  }

  /** A function with several outputs and its exact Jacobian. */
  private abstract static class VectorModel implements ModelGradient {
    private final int inputs;
    private final int outputs;

    VectorModel(int inputs, int outputs) {
      this.inputs = inputs;
      this.outputs = outputs;
    }

    /** Writes F and its Jacobian into arrays of zeros. */
    abstract void evaluate(double[] x, double[] f, double[] jacobian);

    @Override
    public ModelInfo info() {
      return new ModelInfo(
          new ModelInfo.Origin("exact", "0", "exact", "1"),
          inputs,
          new ModelInfo.Taken(outputs, "output", "output"),
          Precision.DOUBLE);
    }

    @Override
    public Jacobians jacobians(Batch batch) {
      int width = outputs * inputs;
      double[] values = new double[batch.rows() * width];
      double[] responses = new double[batch.rows() * outputs];
      for (int n = 0; n < batch.rows(); n++) {
        double[] f = new double[outputs];
        double[] jacobian = new double[width];
        evaluate(batch.slice(n, n + 1).values(), f, jacobian);
        System.arraycopy(jacobian, 0, values, n * width, width);
        System.arraycopy(f, 0, responses, n * outputs, outputs);
      }
      return new Jacobians(batch.rows(), outputs, inputs, values, responses);
    }

    @Override
    public Batch outputs(Batch batch) {
      return jacobians(batch).responseBatch();
    }

    @Override
    public ModelGradient fork() {
      return this;
    }

    @Override
    public void close() {}
  }
}
