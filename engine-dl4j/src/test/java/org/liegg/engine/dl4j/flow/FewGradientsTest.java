package org.liegg.engine.dl4j.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.api.Precision;
import org.liegg.blas.NativeBlas;
import org.liegg.engine.dl4j.session.JacobianKernel;

/** Convolutions most of whose gradients are 0, because a maximum of windows follows. */
class FewGradientsTest {
  private static final int LENGTH = 6;
  private static final int CHANNELS = 8;
  private static final int COLUMNS = 5;
  private static final int OUTPUTS = 3;
  private static final double STEP = 1e-6;

  @ParameterizedTest
  @CsvSource({"1,1,Same", "2,1,Same", "1,1,Truncate", "1,2,Same"})
  void areDifferentiatedRightly(int stride, int dilation, ConvolutionMode mode) {
    Flow flow = pooled(stride, dilation, mode);
    JacobianKernel kernel = FlowKernels.of(flow, Precision.DOUBLE, NativeBlas.off());
    int size = flow.sampleSize();
    double[] x = new Random(8).doubles(size, -1, 1).toArray();
    double[] jacobian = new double[OUTPUTS * size];
    kernel.jacobians(x, 1, new double[OUTPUTS], jacobian);
    for (int i = 0; i < size; i++) {
      double[] above = moved(kernel, x, i, STEP);
      double[] below = moved(kernel, x, i, -STEP);
      for (int o = 0; o < OUTPUTS; o++) {
        double slope = (above[o] - below[o]) / (2 * STEP);
        assertThat(jacobian[o * size + i]).isCloseTo(slope, within(1e-8));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1,1,Same", "2,1,Truncate"})
  void areTheSameInBothPrecisions(int stride, int dilation, ConvolutionMode mode) {
    Flow flow = pooled(stride, dilation, mode);
    int size = flow.sampleSize();
    double[] x = new Random(9).doubles(4L * size, -1, 1).toArray();
    double[] single = new double[4 * OUTPUTS * size];
    double[] twice = new double[single.length];
    FlowKernels.of(flow, Precision.FLOAT, NativeBlas.after(0))
        .jacobians(x, 4, new double[4 * OUTPUTS], single);
    FlowKernels.of(flow, Precision.DOUBLE, NativeBlas.off())
        .jacobians(x, 4, new double[4 * OUTPUTS], twice);
    assertThat(single).containsExactly(twice, within(1e-5));
  }

  private static double[] moved(JacobianKernel kernel, double[] x, int at, double by) {
    double[] there = x.clone();
    there[at] += by;
    double[] values = new double[OUTPUTS];
    kernel.outputs(there, 1, values);
    return values;
  }

  private static Flow pooled(int stride, int dilation, ConvolutionMode mode) {
    Random random = new Random(5);
    Axis axis = Axis.of(LENGTH, 3, stride, dilation, 0, mode).orElseThrow();
    Window window = new Window(axis, axis, CHANNELS);
    Axis all = Axis.whole(axis.count());
    int positions = window.positions();
    Operation convolution = affine(random, Optional.of(window), positions, window.patch(), COLUMNS);
    Operation maximum = new Operation.Largest(new Window(all, all, COLUMNS));
    Operation dense = affine(random, Optional.empty(), 1, COLUMNS, OUTPUTS);
    int size = LENGTH * LENGTH * CHANNELS;
    return new Flow(
        size,
        List.of(new Flow.Source(0, size, true)),
        List.of(
            new Flow.Node(convolution, new int[] {0}, positions * COLUMNS, true, 1),
            new Flow.Node(maximum, new int[] {1}, COLUMNS, true, 2),
            new Flow.Node(dense, new int[] {2}, OUTPUTS, true, 3)));
  }

  private static Operation affine(
      Random random, Optional<Window> window, int positions, int inner, int columns) {
    double[] weights = random.doubles((long) inner * columns, -0.5, 0.5).toArray();
    double[] bias = random.doubles(columns).toArray();
    return new Operation.Affine(
        window, positions, inner, columns, (row, column) -> weights[row * columns + column], bias);
  }
}
