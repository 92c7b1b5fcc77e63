package org.liegg.engine.dl4j.dense;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.liegg.blas.NativeBlas;
import org.liegg.blas.WorthLoading;
import org.liegg.engine.dl4j.session.JacobianKernel;

/** Kernels on chains with known Jacobians, in both arithmetics, in Java and by OpenBLAS. */
class ChainKernelTest {
  private static final NativeBlas JAVA = NativeBlas.off();
  private static final NativeBlas NATIVE = NativeBlas.after(0);
  private static final Elementwise CUBE = new Elementwise(SmoothScalar.CUBE);

  /** z = (x₁ + 2x₂ + ½, 3x₁ + 4x₂ − ½), which is (−½, −1½) at (1, −1). */
  private static final Affine FIRST =
      new Affine(2, 2, new double[] {1, 2, 3, 4}, new double[] {0.5, -0.5});

  private static final double[] AT = {1, -1};

  record Known(DenseChain chain, double[] at, double[] responses, double[] jacobian) {}

  static Stream<Named<Known>> known() {
    Affine one = new Affine(2, 1, new double[] {2, -1}, new double[] {1});
    Affine three = new Affine(2, 3, new double[] {2, -1, 0, 1, 1, 1}, new double[3]);
    Affine apart = new Affine(1, 2, new double[] {1, -1}, new double[2]);
    return Stream.of(
        known("one output", AT, new double[] {4.125}, new double[] {-18.75, -24}, FIRST, CUBE, one),
        known(
            "three outputs",
            AT,
            new double[] {3.125, -3.375, -3.5},
            new double[] {-18.75, -24, 20.25, 27, 21, 28.5},
            FIRST,
            CUBE,
            three),
        known("one affine map", AT, new double[] {-0.5, -1.5}, new double[] {1, 2, 3, 4}, FIRST),
        known(
            "an activation at the end",
            AT,
            new double[] {-0.125, -3.375},
            new double[] {0.75, 1.5, 20.25, 27},
            FIRST,
            CUBE),
        known(
            "an activation at the beginning",
            new double[] {1, -2},
            new double[] {-14.5, -29.5},
            new double[] {3, 24, 9, 48},
            CUBE,
            FIRST),
        known(
            "softmax",
            new double[] {0},
            new double[] {0.5, 0.5},
            new double[] {0.5, -0.5},
            apart,
            new Softmax()));
  }

  private static Named<Known> known(
      String name, double[] at, double[] responses, double[] jacobian, Step... steps) {
    DenseChain chain = new DenseChain(at.length, responses.length, List.of(steps));
    return Named.of(name, new Known(chain, at, responses, jacobian));
  }

  @ParameterizedTest
  @MethodSource("known")
  void knownJacobiansComeOutForAnyNumberOfSamples(Known known) {
    for (JacobianKernel kernel : kernels(known.chain())) {
      for (int samples : new int[] {1, 3, 40, 512, 1100}) {
        double[] responses = new double[samples * known.responses().length];
        double[] jacobians = new double[samples * known.jacobian().length];
        kernel.jacobians(repeated(known.at(), samples), samples, responses, jacobians);
        assertThat(difference(responses, repeated(known.responses(), samples))).isLessThan(1e-6);
        assertThat(difference(jacobians, repeated(known.jacobian(), samples))).isLessThan(1e-6);
      }
    }
  }

  static Stream<Named<DenseChain>> random() {
    Elementwise relu = new Elementwise(new PiecewiseScalar.Relu(0, 0, Double.POSITIVE_INFINITY));
    Elementwise swish = new Elementwise(SmoothScalar.SWISH);
    return Stream.of(
        Named.of("one output", chain(10, swish, 64, 33, 1)),
        Named.of("ten outputs, wide", chain(300, relu, 131, 70, 10)),
        Named.of("softmax inside", chain(7, new Softmax(), 19, 18, 5)));
  }

  @ParameterizedTest
  @MethodSource("random")
  void javaAndOpenBlasAgree(DenseChain chain) {
    assertThat(NATIVE.products()).as("OpenBLAS on the class path of this test").isPresent();
    double[] expected = jacobians(new DoubleChainKernel(chain, JAVA), chain);
    double scale = Math.sqrt(sumOfSquares(expected) / expected.length);
    double[] natively = jacobians(new DoubleChainKernel(chain, NATIVE), chain);
    assertThat(difference(natively, expected)).isLessThan(1e-12 * scale);
    for (NativeBlas natives : List.of(JAVA, NATIVE)) {
      double[] single = jacobians(new FloatChainKernel(chain, natives), chain);
      assertThat(difference(single, expected)).isBetween(1e-9 * scale, 1e-4 * scale);
    }
  }

  @ParameterizedTest
  @MethodSource("random")
  void aLibraryThatDoesNotLoadChangesNothing(DenseChain chain) {
    NativeBlas broken =
        new NativeBlas(
            true,
            WorthLoading.from(0),
            () -> {
              throw new UnsatisfiedLinkError("no library");
            });
    assertThat(jacobians(new FloatChainKernel(chain, broken), chain))
        .isEqualTo(jacobians(new FloatChainKernel(chain, JAVA), chain));
    assertThat(jacobians(new DoubleChainKernel(chain, broken), chain))
        .isEqualTo(jacobians(new DoubleChainKernel(chain, JAVA), chain));
  }

  @ParameterizedTest
  @MethodSource("random")
  void aForkGivesTheSameBits(DenseChain chain) {
    for (int i = 0; i < 4; i++) {
      double[] first = jacobians(kernels(chain).get(i), chain);
      assertThat(jacobians(kernels(chain).get(i).fork(), chain)).isEqualTo(first);
    }
  }

  private static List<JacobianKernel> kernels(DenseChain chain) {
    return List.of(
        new FloatChainKernel(chain, JAVA),
        new FloatChainKernel(chain, NATIVE),
        new DoubleChainKernel(chain, JAVA),
        new DoubleChainKernel(chain, NATIVE));
  }

  /** Seven hundred samples: more than a chunk, and no multiple of anything. */
  private static double[] jacobians(JacobianKernel kernel, DenseChain chain) {
    int samples = 701;
    double[] x = normal(new Random(9), samples * chain.inputs(), 1);
    double[] jacobians = new double[samples * chain.outputs() * chain.inputs()];
    kernel.jacobians(x, samples, new double[samples * chain.outputs()], jacobians);
    return jacobians;
  }

  private static DenseChain chain(int inputs, Activation activation, int... widths) {
    Random random = new Random(3);
    List<Step> steps = new ArrayList<>();
    int from = inputs;
    for (int to : widths) {
      if (!steps.isEmpty()) {
        steps.add(activation);
      }
      double[] weights = normal(random, from * to, 1.5 / Math.sqrt(from));
      steps.add(new Affine(from, to, weights, normal(random, to, 0.3)));
      from = to;
    }
    return new DenseChain(inputs, from, steps);
  }

  private static double[] normal(Random random, int count, double scale) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = scale * random.nextGaussian();
    }
    return values;
  }

  private static double[] repeated(double[] values, int times) {
    double[] all = new double[values.length * times];
    for (int i = 0; i < all.length; i++) {
      all[i] = values[i % values.length];
    }
    return all;
  }

  /** The largest. */
  private static double difference(double[] actual, double[] expected) {
    double largest = 0;
    for (int i = 0; i < expected.length; i++) {
      largest = Math.max(largest, Math.abs(actual[i] - expected[i]));
    }
    return largest;
  }

  private static double sumOfSquares(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return sum;
  }
}
