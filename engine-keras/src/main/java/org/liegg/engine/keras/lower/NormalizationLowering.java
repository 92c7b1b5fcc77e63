package org.liegg.engine.keras.lower;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.liegg.engine.keras.program.ProgramBuilder;
import org.liegg.engine.keras.program.Values;
import org.liegg.engine.keras.read.Fields;
import org.liegg.engine.keras.read.LayerWeights;

/** Layers that shift and scale, by what training found or by the sample itself. */
final class NormalizationLowering {
  private NormalizationLowering() {}

  /** y = γ(x − μ)/√(σ² + ε) + β along an axis, with μ and σ² from training. */
  static Signal batch(LowerContext context) {
    Fields fields = context.fields();
    fields.ignore("momentum", "renorm_clipping", "renorm_momentum", "synchronized", "fused");
    fields.ignore("virtual_batch_size");
    Values x = context.values();
    int[] axes = fields.integers("axis");
    int axis = context.axis("axis", axes.length == 0 ? -1 : axes[0], x.rank());
    if (axes.length > 1) {
      throw fields.unsupported("axis", fields.get("axis"));
    }
    int size = x.length(axis);
    LayerWeights weights = context.weights();
    double[] gamma = learned(context, "scale", "gamma", 1, size);
    double[] beta = learned(context, "center", "beta", 0, size);
    double[] mean = weights.take("moving_mean", size).doubles();
    double[] variance = weights.take("moving_variance", size).doubles();
    double epsilon = fields.number("epsilon", 1e-3);
    double[] offsets = new double[size];
    for (int i = 0; i < size; i++) {
      gamma[i] /= Math.sqrt(variance[i] + epsilon);
      offsets[i] = beta[i] - mean[i] * gamma[i];
    }
    int[] own = Broadcast.along(axis, size, x.rank());
    return context.input().with(affine(context, x, gamma, offsets, own));
  }

  /** y = (x − μ)/max(σ, 10⁻⁷), or backwards, with a μ and σ for every place along some axes. */
  static Signal given(LowerContext context) {
    Values x = context.values();
    Normalizer normalizer = Normalizer.of(context.fields(), context.weights(), x.shape());
    return Signal.of(
        affine(context, x, normalizer.factors(), normalizer.offsets(), normalizer.shape()));
  }

  /** ax + b, the same for all, or for every channel. */
  static Signal rescaling(LowerContext context) {
    Values x = context.values();
    double[] scale = context.fields().numbers("scale");
    double[] offset = context.fields().numbers("offset");
    return Signal.of(context.program().scale(x, repeated(scale, x, 1), repeated(offset, x, 0)));
  }

  private static double[] repeated(double[] values, Values x, double otherwise) {
    double[] some = values.length == 0 ? new double[] {otherwise} : values;
    return Broadcast.to(some, Broadcast.along(x.rank() - 1, some.length, x.rank()), x.shape());
  }

  /** y = γ(x − μ)/√(σ² + ε) + β with μ and σ² those of each sample along some axes. */
  static Signal layer(LowerContext context) {
    Fields fields = context.fields();
    Values x = context.values();
    fields.require("rms_scaling", "false");
    int[] axes = axes(context, x.rank(), new int[] {-1});
    int[] own = IntStream.of(axes).map(x::length).toArray();
    double[] gamma = learned(context, "scale", "gamma", 1, own);
    double[] beta = learned(context, "center", "beta", 0, own);
    Values y = standardised(context, x, axes, fields.number("epsilon", 1e-3), true);
    int[] wide = new int[x.rank()];
    Arrays.fill(wide, 1);
    IntStream.range(0, axes.length).forEach(i -> wide[axes[i]] = own[i]);
    return context.input().with(affine(context, y, gamma, beta, wide));
  }

  /** As of a layer, with μ and σ² those of all that lies in one group of channels. */
  static Signal groups(LowerContext context) {
    Fields fields = context.fields();
    Values x = context.values();
    int[] said = fields.integers("axis");
    int axis = context.axis("axis", said.length == 0 ? -1 : said[0], x.rank());
    int size = x.length(axis);
    int[] given = fields.integers("groups");
    int groups = given.length == 0 ? 32 : given[0] == -1 ? size : given[0];
    if (said.length > 1 || groups < 1 || size % groups != 0) {
      throw context.corrupt("has %d groups of %d channels".formatted(groups, size));
    }
    double[] gamma = learned(context, "scale", "gamma", 1, size);
    double[] beta = learned(context, "center", "beta", 0, size);
    Values moved = x.moveToEnd(axis);
    int[] order = new int[moved.rank() + 1];
    int[] back = new int[moved.rank() + 1];
    for (int i = 0; i < order.length; i++) {
      // The groups, which are last but one, come first.
      order[i] = i == 0 ? moved.rank() - 1 : i == moved.rank() ? i : i - 1;
      back[order[i]] = i;
    }
    int[] split = Arrays.copyOf(moved.shape(), moved.rank() + 1);
    split[moved.rank() - 1] = groups;
    split[moved.rank()] = size / groups;
    Values apart = moved.reshape(split).permute(order);
    Values rows = apart.reshape(groups, x.slots().length / groups);
    Values y =
        standardised(context, rows, new int[] {1}, fields.number("epsilon", 1e-3), true)
            .reshape(apart.shape())
            .permute(back)
            .reshape(moved.shape())
            .moveLastTo(axis);
    return context
        .input()
        .with(affine(context, y, gamma, beta, Broadcast.along(axis, size, x.rank())));
  }

  /** y = γx/√(mean of squares + ε) along some axes. */
  static Signal rootMeanSquare(LowerContext context) {
    Values x = context.values();
    int[] axes = axes(context, x.rank(), new int[] {-1});
    double[] gamma = context.weights().take("scale", x.last()).doubles();
    if (axes.length != 1 || axes[0] != x.rank() - 1) {
      throw context.fields().unsupported("axis", context.fields().get("axis"));
    }
    Values y = standardised(context, x, axes, context.fields().number("epsilon", 1e-6), false);
    int[] wide = Broadcast.along(x.rank() - 1, x.last(), x.rank());
    return context
        .input()
        .with(
            context
                .program()
                .scale(y, Broadcast.to(gamma, wide, x.shape()), new double[x.slots().length]));
  }

  /** x/√(Σx²) along some axes. */
  static Signal unit(LowerContext context) {
    Values x = context.values();
    int[] axes = axes(context, x.rank(), new int[] {-1});
    return context.input().with(unit(context.program(), x, axes));
  }

  /** As Keras does, of a sum of squares below 10⁻¹² it takes 10⁻¹². */
  static Values unit(ProgramBuilder program, Values x, int... axes) {
    Values squares = reduced(program, program.map(Functions.SQUARE, x), axes, 1);
    int[] least = new int[squares.slots().length];
    Arrays.fill(least, program.constant(1e-12));
    Values floored = program.maximum(List.of(squares, new Values(squares.shape(), least)));
    Values share = program.map(Functions.INVERSE_ROOT, floored);
    return program.multiply(x, share.broadcast(x.shape()));
  }

  private static Values standardised(
      LowerContext context, Values x, int[] axes, double epsilon, boolean centred) {
    ProgramBuilder program = context.program();
    double share = 1.0 / IntStream.of(axes).map(x::length).reduce(1, (a, b) -> a * b);
    Values moved =
        centred ? program.subtract(x, reduced(program, x, axes, share).broadcast(x.shape())) : x;
    Values variance = reduced(program, program.map(Functions.SQUARE, moved), axes, share);
    Values factor = program.map(Functions.INVERSE_ROOT, program.scale(variance, 1, epsilon));
    return program.multiply(moved, factor.broadcast(x.shape()));
  }

  /** The sum along some axes, whose lengths become 1, times a factor. */
  static Values reduced(ProgramBuilder program, Values x, int[] axes, double factor) {
    int[] order =
        IntStream.concat(
                IntStream.range(0, x.rank())
                    .filter(axis -> IntStream.of(axes).noneMatch(other -> other == axis)),
                IntStream.of(axes))
            .toArray();
    int inner = IntStream.of(axes).map(x::length).reduce(1, (a, b) -> a * b);
    Values rows = x.permute(order).reshape(x.slots().length / inner, inner);
    int[] shape = x.shape().clone();
    IntStream.of(axes).forEach(axis -> shape[axis] = 1);
    return new Values(shape, program.sums(rows.rows(), factor));
  }

  private static int[] axes(LowerContext context, int rank, int[] otherwise) {
    JsonNode value = context.fields().get("axis");
    int[] said = value.isMissingNode() ? otherwise : context.fields().integers("axis");
    int[] axes = IntStream.of(said).map(axis -> context.axis("axis", axis, rank)).toArray();
    if (axes.length == 0 || IntStream.of(axes).distinct().count() < axes.length) {
      throw context.fields().unsupported("axis", value);
    }
    return axes;
  }

  /** A weight that a setting may switch off, where every entry is the same. */
  private static double[] learned(
      LowerContext context, String setting, String weight, double otherwise, int... shape) {
    if (context.fields().flag(setting, true)) {
      return context.weights().take(weight, shape).doubles();
    }
    double[] same = new double[Values.size(shape)];
    Arrays.fill(same, otherwise);
    return same;
  }

  /** ax + b, with a and b of a shape of as many axes as x, repeated along those of length 1. */
  private static Values affine(
      LowerContext context, Values x, double[] factors, double[] offsets, int... own) {
    return context
        .program()
        .scale(x, Broadcast.to(factors, own, x.shape()), Broadcast.to(offsets, own, x.shape()));
  }
}
