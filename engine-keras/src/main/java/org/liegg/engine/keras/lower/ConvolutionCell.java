package org.liegg.engine.keras.lower;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.liegg.engine.keras.program.Matrix;
import org.liegg.engine.keras.program.Values;
import org.liegg.engine.keras.read.Fields;
import org.liegg.engine.keras.read.LayerWeights;
import org.liegg.engine.keras.read.Weight;

/** The cell of {@code ConvLSTM}: an LSTM whose maps are convolutions, that of the state padded. */
final class ConvolutionCell implements Cell {
  private final LowerContext context;
  private final Matrix input;
  private final Matrix recurrent;
  private final Window taken;
  private final Window kept;
  private final int[] state;
  private final boolean first;

  /**
   * @param input of a window of the step, with the bias
   * @param recurrent of a window of the state before
   * @param state shape of a state, channels last
   */
  private ConvolutionCell(
      LowerContext context,
      Matrix input,
      Matrix recurrent,
      Window taken,
      Window kept,
      int... state) {
    this.context = context;
    this.input = input;
    this.recurrent = recurrent;
    this.taken = taken;
    this.kept = kept;
    this.state = state;
    this.first = Window.isFirst(context);
  }

  /**
   * Reads the cell.
   *
   * @param series steps of images of {@code space} axes with channels
   */
  static ConvolutionCell of(LowerContext context, LayerWeights weights, Values series, int space) {
    Fields fields = context.fields();
    if (fields.dialect().flipsKernels()) {
      throw context.unsupported("was saved by Theano");
    }
    boolean first = Window.isFirst(context);
    Values image = first ? series.at(0, 0).moveToEnd(0) : series.at(0, 0);
    int filters = fields.size("filters");
    Window taken = ConvolutionLowering.window(context, image, space);
    int[] ones = IntStream.range(0, space).map(i -> 1).toArray();
    Window kept = Window.of(context, "same", taken.counts(), taken.size(), ones, ones);
    Weight kernel = weights.take("kernel", shape(taken.size(), image.last(), 4 * filters));
    Weight back = weights.take("recurrent_kernel", shape(taken.size(), filters, 4 * filters));
    double[] bias =
        fields.flag("use_bias", true)
            ? weights.take("bias", 4 * filters).doubles()
            : new double[4 * filters];
    int[] state = Arrays.copyOf(taken.counts(), space + 1);
    state[space] = filters;
    return new ConvolutionCell(
        context,
        matrix(context, kernel, bias),
        matrix(context, back, new double[bias.length]),
        taken,
        kept,
        state);
  }

  private static int[] shape(int[] size, int inputs, int outputs) {
    int[] shape = Arrays.copyOf(size, size.length + 2);
    shape[size.length] = inputs;
    shape[size.length + 1] = outputs;
    return shape;
  }

  private static Matrix matrix(LowerContext context, Weight kernel, double[] bias) {
    double[] values = kernel.doubles();
    return context
        .program()
        .matrix(
            kernel,
            List.of(),
            () -> Matrix.of(values.length / bias.length, bias.length, values, bias));
  }

  @Override
  public List<int[]> states() {
    int[] shape = state.clone();
    if (first) {
      int last = shape.length - 1;
      System.arraycopy(state, 0, shape, 1, last);
      shape[0] = state[last];
    }
    return List.of(shape, shape);
  }

  @Override
  public List<Values> step(Values x, List<Values> before) {
    Values a = ConvolutionLowering.windows(context, last(x), taken, input);
    Values b = ConvolutionLowering.windows(context, last(before.get(0)), kept, recurrent);
    Values z = context.program().sum(List.of(a, b), 1);
    return Gates.longShortTerm(context, z, last(before.get(1))).stream().map(this::back).toList();
  }

  private Values last(Values x) {
    return first ? x.moveToEnd(0) : x;
  }

  private Values back(Values x) {
    return first ? x.moveLastTo(0) : x;
  }
}
