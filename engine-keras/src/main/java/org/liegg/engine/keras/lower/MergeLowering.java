package org.liegg.engine.keras.lower;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.liegg.engine.keras.program.ProgramBuilder;
import org.liegg.engine.keras.program.Values;
import org.liegg.engine.keras.read.Fields;

/** Layers that make one of several inputs. */
final class MergeLowering {
  private MergeLowering() {}

  /** Value by value; lengths of 1 are repeated. */
  static Signal elementwise(LowerContext context) {
    ProgramBuilder program = context.program();
    List<Values> x = alike(context);
    String type = context.layer().type().replaceFirst("^ops\\.", "");
    if (type.equals("Subtract") && x.size() != 2) {
      throw context.unsupported("has %d inputs".formatted(x.size()));
    }
    Optional<MergeMasks> masks = MergeMasks.of(context);
    Values y =
        switch (type) {
          case "Add" -> program.sum(x, 1);
          case "Average" -> program.sum(x, 1.0 / x.size());
          case "Subtract" -> program.subtract(x.get(0), x.get(1));
          case "Maximum" -> largest(program, masks, x, 1);
          case "Minimum" -> largest(program, masks, x, -1);
          default -> product(program, masks, x);
        };
    return new Signal(y, masks.flatMap(MergeMasks::elementwise));
  }

  private static Values largest(
      ProgramBuilder program, Optional<MergeMasks> masks, List<Values> x, double sign) {
    if (masks.isPresent()) {
      return masks.get().largest(x, sign);
    }
    List<Values> signed = x.stream().map(v -> sign > 0 ? v : program.scale(v, sign, 0)).toList();
    Values y = program.maximum(signed);
    return sign > 0 ? y : program.scale(y, sign, 0);
  }

  private static Values product(
      ProgramBuilder program, Optional<MergeMasks> masks, List<Values> x) {
    List<Values> factors = masks.map(known -> known.factors(x)).orElse(x);
    Values y = factors.stream().reduce(program::multiply).orElseThrow();
    return masks.map(known -> known.product(y)).orElse(y);
  }

  private static List<Values> alike(LowerContext context) {
    List<Values> x = several(context);
    int rank = x.get(0).rank();
    int[] shape = new int[rank];
    for (Values values : x) {
      if (values.rank() != rank) {
        throw unlike(context);
      }
      for (int axis = 0; axis < rank; axis++) {
        shape[axis] = Math.max(shape[axis], values.length(axis));
      }
    }
    for (Values values : x) {
      for (int axis = 0; axis < rank; axis++) {
        if (values.length(axis) != 1 && values.length(axis) != shape[axis]) {
          throw unlike(context);
        }
      }
    }
    return x.stream().map(values -> values.broadcast(shape)).toList();
  }

  private static RuntimeException unlike(LowerContext context) {
    return context.unsupported(
        "merges samples of the shapes %s"
            .formatted(context.inputs().stream().map(s -> s.values().lengths()).toList()));
  }

  private static List<Values> several(LowerContext context) {
    List<Values> x = context.inputs().stream().map(Signal::values).toList();
    if (x.size() < 2) {
      throw context.unsupported("has a single input");
    }
    return x;
  }

  /** One after the other along an axis. */
  static Signal concatenate(LowerContext context) {
    List<Values> x = several(context);
    int rank = x.get(0).rank();
    int[] said = context.fields().integers("axis");
    int axis = context.axis("axis", said.length == 0 ? -1 : said[0], rank);
    for (Values values : x) {
      int[] shape = values.shape().clone();
      if (values.rank() == rank) {
        shape[axis] = x.get(0).length(axis);
      }
      if (!Arrays.equals(shape, x.get(0).shape())) {
        throw context.corrupt(
            "joins samples of the shapes %s".formatted(x.stream().map(Values::lengths).toList()));
      }
    }
    return new Signal(
        Values.concatenate(x, axis),
        MergeMasks.of(context).flatMap(masks -> masks.concatenated(x, axis)));
  }

  /** Products of two inputs, summed along an axis of each. */
  static Signal dot(LowerContext context) {
    Fields fields = context.fields();
    List<Values> x = several(context);
    int[] axes = fields.integers("axes");
    if (x.size() != 2 || axes.length < 1 || axes.length > 2) {
      throw fields.unsupported("axes", fields.get("axes"));
    }
    Values a = x.get(0);
    Values b = x.get(1);
    int first = context.axis("axes", axes[0], a.rank());
    int second = context.axis("axes", axes[axes.length - 1], b.rank());
    if (fields.flag("normalize", false)) {
      a = NormalizationLowering.unit(context.program(), a, first);
      b = NormalizationLowering.unit(context.program(), b, second);
    }
    return Signal.of(products(context, a.moveToEnd(first), b.moveToEnd(second)));
  }

  /** Σ_j a_ij b_kj, along the last axis of both. */
  static Values products(LowerContext context, Values a, Values b) {
    if (a.last() != b.last()) {
      throw context.corrupt(
          "multiplies samples of the shapes %s and %s".formatted(a.lengths(), b.lengths()));
    }
    int[][] rows = a.rows();
    int[][] columns = b.rows();
    int[][] left = new int[rows.length * columns.length][];
    int[][] right = new int[left.length][];
    for (int i = 0; i < left.length; i++) {
      left[i] = rows[i / columns.length];
      right[i] = columns[i % columns.length];
    }
    int rank = a.rank() + b.rank() - 2;
    int[] shape = new int[Math.max(rank, 1)];
    Arrays.fill(shape, 1);
    for (int axis = 0; axis < rank; axis++) {
      shape[axis] = axis < a.rank() - 1 ? a.length(axis) : b.length(axis - a.rank() + 1);
    }
    return new Values(shape, context.program().products(left, right));
  }
}
