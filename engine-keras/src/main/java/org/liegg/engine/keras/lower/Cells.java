package org.liegg.engine.keras.lower;

import java.util.Arrays;
import java.util.List;
import org.liegg.engine.keras.program.Matrix;
import org.liegg.engine.keras.program.ProgramBuilder;
import org.liegg.engine.keras.program.Values;
import org.liegg.engine.keras.read.LayerWeights;
import org.liegg.engine.keras.read.Weight;

/** The cells of recurrent layers. */
final class Cells {
  private final LowerContext context;
  private final LayerWeights weights;
  private final int inputs;
  private final int units;

  /**
   * @param context whose settings are the cell's
   * @param weights of the cell
   * @param inputs values of one step
   */
  Cells(LowerContext context, LayerWeights weights, int inputs) {
    this.context = context;
    this.weights = weights;
    this.inputs = inputs;
    this.units = context.fields().size("units");
  }

  /** The cell of a layer of this class. */
  Cell of(String type) {
    return switch (type) {
      case "LSTM", "LSTMCell" -> new LongShortTerm(halves(4));
      case "GRU", "GRUCell" -> gated();
      case "SimpleRNN", "SimpleRNNCell" -> new Simple(halves(1));
      default -> throw context.unsupported("has a cell that is not read");
    };
  }

  /**
   * The maps of the input and of the state before, {@code gates} blocks each.
   *
   * @param input with the bias
   * @param recurrent without
   */
  private record Halves(Matrix input, Matrix recurrent) {}

  private Halves halves(int gates) {
    Weight kernel = weights.take("kernel", inputs, gates * units);
    Weight recurrent = weights.take("recurrent_kernel", units, gates * units);
    double[] bias = bias(gates * units);
    return new Halves(
        matrix(kernel, inputs, bias), matrix(recurrent, units, new double[gates * units]));
  }

  private double[] bias(int size) {
    return context.fields().flag("use_bias", true)
        ? weights.take("bias", size).doubles()
        : new double[size];
  }

  private Matrix matrix(Weight weight, int rows, double[] bias) {
    return context
        .program()
        .matrix(weight, List.of(), () -> Matrix.of(rows, bias.length, weight.doubles(), bias));
  }

  private Values apply(Matrix matrix, Values x) {
    return new Values(new int[] {matrix.outputs()}, context.program().affine(matrix, x.slots()));
  }

  /** xW + hU + b. */
  private Values applied(Halves halves, Values x, Values h) {
    return context
        .program()
        .sum(List.of(apply(halves.input(), x), apply(halves.recurrent(), h)), 1);
  }

  private Values block(Values gates, int i) {
    return gates.slice(0, i * units, (i + 1) * units);
  }

  private Values activation(Values x) {
    return Activations.named(context, "activation", x);
  }

  private Values gate(Values x) {
    return Gates.gate(context, x);
  }

  /** i, f, g, o = gates of xW + hU + b; c′ = f c + i g; h′ = o a(c′). */
  private final class LongShortTerm implements Cell {
    private final Halves halves;

    LongShortTerm(Halves halves) {
      this.halves = halves;
    }

    @Override
    public List<int[]> states() {
      return List.of(new int[] {units}, new int[] {units});
    }

    @Override
    public List<Values> step(Values x, List<Values> before) {
      Values z = applied(halves, x, before.get(0));
      return Gates.longShortTerm(context, z, before.get(1));
    }
  }

  /** h′ = a(xW + hU + b). */
  private final class Simple implements Cell {
    private final Halves halves;

    Simple(Halves halves) {
      this.halves = halves;
    }

    @Override
    public List<int[]> states() {
      return List.of(new int[] {units});
    }

    @Override
    public List<Values> step(Values x, List<Values> before) {
      return List.of(activation(applied(halves, x, before.get(0))));
    }
  }

  private Cell gated() {
    // Before it was a setting, the reset came first.
    boolean after = context.fields().flag("reset_after", context.fields().dialect().major() > 2);
    Weight kernel = weights.take("kernel", inputs, 3 * units);
    Weight recurrent = weights.take("recurrent_kernel", units, 3 * units);
    double[] bias = new double[6 * units];
    if (context.fields().flag("use_bias", true)) {
      int[] shape = after ? new int[] {2, 3 * units} : new int[] {3 * units};
      double[] stored = weights.take("bias", shape).doubles();
      System.arraycopy(stored, 0, bias, 0, stored.length);
    }
    double[] first = Arrays.copyOf(bias, 3 * units);
    double[] second = Arrays.copyOfRange(bias, 3 * units, 6 * units);
    return new Gated(
        new Maps(
            matrix(kernel, inputs, first),
            matrix(recurrent, units, second),
            after ? matrix(recurrent, units, second) : candidates(recurrent),
            after));
  }

  /** The part of the map of states that belongs to the candidates. */
  private Matrix candidates(Weight recurrent) {
    return context
        .program()
        .matrix(
            recurrent,
            List.of(1),
            () -> {
              double[] all = recurrent.doubles();
              double[] part = new double[units * units];
              for (int row = 0; row < units; row++) {
                System.arraycopy(all, row * 3 * units + 2 * units, part, row * units, units);
              }
              return Matrix.of(units, units, part, new double[units]);
            });
  }

  /**
   * The maps of a gated cell.
   *
   * @param input with the first bias, three blocks
   * @param recurrent of the state before, with the second bias, three blocks
   * @param candidates the part of that for what may become the state
   * @param after whether the reset comes after the product
   */
  private record Maps(Matrix input, Matrix recurrent, Matrix candidates, boolean after) {}

  /**
   * z, r = gates of xW + hU + b; h′ = z h + (1 − z) a(g), where g = xW + b + (r h)U, or, with the
   * reset after the product, g = xW + b + r (hU + b′).
   */
  private final class Gated implements Cell {
    private final Maps maps;

    Gated(Maps maps) {
      this.maps = maps;
    }

    @Override
    public List<int[]> states() {
      return List.of(new int[] {units});
    }

    @Override
    public List<Values> step(Values x, List<Values> before) {
      ProgramBuilder program = context.program();
      Values h = before.get(0);
      Values a = apply(maps.input(), x);
      Values b = apply(maps.recurrent(), h);
      Values update = gate(program.sum(List.of(block(a, 0), block(b, 0)), 1));
      Values reset = gate(program.sum(List.of(block(a, 1), block(b, 1)), 1));
      Values back =
          maps.after()
              ? program.multiply(reset, block(b, 2))
              : apply(maps.candidates(), program.multiply(reset, h));
      Values candidate = activation(program.sum(List.of(block(a, 2), back), 1));
      Values kept = program.multiply(update, h);
      Values taken = program.multiply(program.scale(update, -1, 1), candidate);
      return List.of(program.sum(List.of(kept, taken), 1));
    }
  }
}
