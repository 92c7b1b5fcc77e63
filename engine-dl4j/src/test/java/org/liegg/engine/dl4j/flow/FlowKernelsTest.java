package org.liegg.engine.dl4j.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.junit.jupiter.api.Test;
import org.liegg.api.Precision;
import org.liegg.blas.NativeBlas;
import org.liegg.engine.dl4j.session.JacobianKernel;

/** Flows whose values and gradients are known. */
class FlowKernelsTest {
  /** Weights of a kernel of 2 × 2, row by row. */
  private static final double[] KERNEL = {1, 2, 3, 4};

  @Test
  void aSmallConvolutionIsWhatItIsByHand() {
    JacobianKernel kernel = java(convolved(3, 1, 10), Precision.DOUBLE);
    double[] x = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    double[] values = new double[4];
    double[] jacobian = new double[4 * 9];
    kernel.jacobians(x, 1, values, jacobian);
    assertThat(values).containsExactly(15, 13, 12, 15);
    assertThat(jacobian)
        .containsExactly(
            1, 2, 0, 3, 4, 0, 0, 0, 0, //
            0, 1, 2, 0, 3, 4, 0, 0, 0, //
            0, 0, 0, 1, 2, 0, 3, 4, 0, //
            0, 0, 0, 0, 1, 2, 0, 3, 4);
  }

  @Test
  void ofEqualValuesTheFirstIsTheLargest() {
    Axis axis = axis(4, 2, 2, ConvolutionMode.Truncate);
    Flow flow = chain(16, new Operation.Largest(new Window(axis, axis, 1)));
    double[] jacobian = new double[4 * 16];
    java(flow, Precision.DOUBLE).jacobians(new double[16], 1, new double[4], jacobian);
    for (int window = 0; window < 4; window++) {
      for (int i = 0; i < 16; i++) {
        int first = window / 2 * 8 + window % 2 * 2;
        assertThat(jacobian[window * 16 + i]).isEqualTo(i == first ? 1 : 0);
      }
    }
  }

  @Test
  void windowsReachOverBordersInTheModeSame() {
    Axis axis = axis(5, 3, 2, ConvolutionMode.Same);
    assertThat(axis.count()).isEqualTo(3);
    assertThat(axis.before()).isEqualTo(1);
    Window window = new Window(axis, axis, 2);
    assertThat(window.isInside()).isFalse();
    assertThat(window.pixelStarts()).startsWith(0, 4, 10).endsWith(49);
    assertThat(window.pixels()).startsWith(0, 1, 5, 6);
    // Two pixels of two channels lie together, behind a row and a cell outside.
    Stretches stretches = window.stretches();
    assertThat(stretches.starts()).startsWith(0, 2, 4).hasSize(10);
    assertThat(stretches.windows()).startsWith(8, 14);
    assertThat(stretches.images()).startsWith(0, 10);
    assertThat(stretches.lengths()).startsWith(4, 4, 6);
  }

  @Test
  void windowsThatDoNotFitAreNone() {
    assertThat(Axis.of(3, 4, 1, 1, 0, ConvolutionMode.Truncate)).isEmpty();
    assertThat(Axis.of(4, 3, 2, 1, 0, ConvolutionMode.Strict)).isEmpty();
    assertThat(Axis.of(6, 1, 3, 1, 0, ConvolutionMode.Same)).isEmpty();
    assertThat(Axis.of(5, 2, 1, 1, 0, ConvolutionMode.Causal)).isEmpty();
  }

  @Test
  void theNativeLibraryComputesTheSame() {
    Flow flow = network();
    double[] x = samples(flow, 9);
    for (Precision precision : Precision.values()) {
      double near = precision == Precision.FLOAT ? 1e-5 : 1e-13;
      double[] java = jacobians(flow, java(flow, precision), x);
      double[] library = jacobians(flow, kernel(flow, precision, NativeBlas.after(0)), x);
      assertThat(library).containsExactly(java, within(near));
    }
  }

  @Test
  void blocksOfSamplesAndOutputsDoNotShow() {
    Flow flow = network();
    double[] x = samples(flow, 200);
    double[] all = jacobians(flow, java(flow, Precision.DOUBLE), x);
    int size = flow.sampleSize();
    double[] last = new double[size];
    System.arraycopy(x, 199 * size, last, 0, size);
    double[] one = jacobians(flow, java(flow, Precision.DOUBLE), last);
    for (int i = 0; i < one.length; i++) {
      assertThat(all[199 * one.length + i]).isEqualTo(one[i]);
    }
  }

  @Test
  void forksComputeSideBySide() throws Exception {
    Flow flow = network();
    JacobianKernel first = java(flow, Precision.FLOAT);
    double[] x = samples(flow, 40);
    double[] expected = jacobians(flow, first, x);
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      List<Future<double[]>> results = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        JacobianKernel fork = first.fork();
        results.add(threads.submit(() -> jacobians(flow, fork, x)));
      }
      for (Future<double[]> result : results) {
        assertThat(result.get()).containsExactly(expected);
      }
    } finally {
      threads.shutdown();
    }
  }

  /** A convolution, a maximum of windows and a dense layer. */
  private static Flow network() {
    Random random = new Random(5);
    Axis axis = axis(8, 3, 1, ConvolutionMode.Same);
    Axis pooling = axis(8, 2, 2, ConvolutionMode.Truncate);
    return chain(
        128,
        affine(random, Optional.of(new Window(axis, axis, 2)), 64, 18, 5),
        new Operation.Largest(new Window(pooling, pooling, 5)),
        affine(random, Optional.empty(), 1, 80, 3));
  }

  private static Operation affine(
      Random random, Optional<Window> window, int positions, int inner, int columns) {
    double[] weights = random.doubles((long) inner * columns, -0.5, 0.5).toArray();
    double[] bias = random.doubles(columns).toArray();
    return new Operation.Affine(
        window, positions, inner, columns, (row, column) -> weights[row * columns + column], bias);
  }

  /** A kernel of 2 × 2 over a square image. */
  private static Flow convolved(int length, int stride, double bias) {
    Axis axis = axis(length, 2, stride, ConvolutionMode.Truncate);
    Window window = new Window(axis, axis, 1);
    return chain(
        length * length,
        new Operation.Affine(
            Optional.of(window),
            window.positions(),
            4,
            1,
            (row, column) -> KERNEL[row],
            new double[] {bias}));
  }

  /** Operations one after the other. */
  private static Flow chain(int inputs, Operation... operations) {
    List<Flow.Node> nodes = new ArrayList<>();
    for (int i = 0; i < operations.length; i++) {
      int size =
          operations[i] instanceof Operation.Affine map
              ? map.positions() * map.columns()
              : size(((Operation.Largest) operations[i]).window());
      nodes.add(new Flow.Node(operations[i], new int[] {i}, size, true, i + 1));
    }
    return new Flow(inputs, List.of(new Flow.Source(0, inputs, true)), nodes);
  }

  private static int size(Window window) {
    return window.positions() * window.channels();
  }

  private static Axis axis(int length, int cells, int stride, ConvolutionMode mode) {
    return Axis.of(length, cells, stride, 1, 0, mode).orElseThrow();
  }

  private static JacobianKernel java(Flow flow, Precision precision) {
    return kernel(flow, precision, NativeBlas.off());
  }

  private static JacobianKernel kernel(Flow flow, Precision precision, NativeBlas natives) {
    return FlowKernels.of(flow, precision, natives);
  }

  private static double[] samples(Flow flow, int count) {
    return new Random(3).doubles((long) count * flow.sampleSize(), -1, 1).toArray();
  }

  private static double[] jacobians(Flow flow, JacobianKernel kernel, double[] x) {
    int samples = x.length / flow.sampleSize();
    double[] jacobians = new double[x.length * flow.outputs()];
    kernel.jacobians(x, samples, new double[samples * flow.outputs()], jacobians);
    return jacobians;
  }
}
