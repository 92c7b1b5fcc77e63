package org.liegg.engine.keras.lower;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.liegg.engine.keras.program.Matrix;
import org.liegg.engine.keras.program.Values;
import org.liegg.engine.keras.read.Fields;
import org.liegg.engine.keras.read.LayerWeights;
import org.liegg.engine.keras.read.Weight;

/** Layers that multiply by a matrix. */
final class DenseLowering {
  private DenseLowering() {}

  /** a(xW + b) along the last axis. */
  static Signal dense(LowerContext context) {
    Fields fields = context.fields();
    // What Keras 1 says again of its input.
    fields.ignore("input_length");
    int units = fields.size("units");
    Values x = context.values();
    Matrix matrix =
        matrix(context, context.weights(), x.last(), units, fields.flag("use_bias", true));
    return context.input().with(context.activated(alongLast(context, matrix, x)));
  }

  /** The matrix of weights {@code kernel} and {@code bias}. */
  static Matrix matrix(
      LowerContext context, LayerWeights weights, int inputs, int outputs, boolean bias) {
    Weight kernel = weights.take("kernel", inputs, outputs);
    double[] added = bias ? weights.take("bias", outputs).doubles() : new double[outputs];
    return context
        .program()
        .matrix(kernel, List.of(), () -> Matrix.of(inputs, outputs, kernel.doubles(), added));
  }

  /** A matrix applied along the last axis. */
  static Values alongLast(LowerContext context, Matrix matrix, Values x) {
    int[] slots =
        Arrays.stream(x.rows())
            .flatMapToInt(row -> Arrays.stream(context.program().affine(matrix, row)))
            .toArray();
    int[] shape = x.shape().clone();
    shape[x.rank() - 1] = matrix.outputs();
    return new Values(shape, slots);
  }

  /** Where 0 stands for no word, the numbers that are another. */
  private static Optional<Values> mask(LowerContext context, Values x) {
    if (!context.fields().flag("mask_zero", false)) {
      return Optional.empty();
    }
    if (x.rank() != 1) {
      throw context.fields().unsupported("mask_zero", context.fields().get("mask_zero"));
    }
    int[][] each =
        Arrays.stream(x.slots()).mapToObj(slot -> new int[] {slot}).toArray(int[][]::new);
    return Optional.of(new Values(x.shape(), context.program().differs(each, 0)));
  }

  /** Rows of a table by numbers, which have no derivative. */
  static Signal embedding(LowerContext context) {
    Fields fields = context.fields();
    Values x = context.values();
    if (context.program().varies(x)) {
      throw context
          .faults()
          .unsupported(
              "%s looks up what stands at whole numbers, and has no derivative in them"
                  .formatted(context.layer().label()),
              "let another input vary, if there is one; from the vectors on, a SavedModel of the"
                  + " rest of the model has derivatives");
    }
    fields.ignore("input_length", "dropout");
    int rows = fields.size("input_dim");
    int width = fields.size(fields.isLeftOut("output_dim") ? "units" : "output_dim");
    double[] table = context.weights().take("embeddings", rows, width).doubles();
    double[][] lines = new double[rows][];
    for (int row = 0; row < rows; row++) {
      lines[row] = Arrays.copyOfRange(table, row * width, (row + 1) * width);
    }
    return new Signal(context.program().lookup(x, lines), mask(context, x));
  }
}
