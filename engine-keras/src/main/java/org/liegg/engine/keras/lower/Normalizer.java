package org.liegg.engine.keras.lower;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.liegg.engine.keras.program.Values;
import org.liegg.engine.keras.read.Fields;
import org.liegg.engine.keras.read.LayerWeights;

/**
 * What the layer {@code Normalization} does, y = ax + b.
 *
 * @param factors a, in the shape below
 * @param offsets b, in the shape below
 * @param shape of both: the lengths of the axes that are kept, 1 elsewhere
 */
public record Normalizer(double[] factors, double[] offsets, int[] shape) {
  /** The least deviation that Keras divides by. */
  private static final double LEAST_DEVIATION = 1e-7;

  /**
   * Reads mean and variance, from the settings where they are given and from the weights otherwise.
   *
   * @param input the shape of one sample
   * @throws org.liegg.api.ModelException if they do not fit the samples
   */
  public static Normalizer of(Fields fields, LayerWeights weights, int... input) {
    int[] kept = kept(fields, input.length);
    int[] own = IntStream.of(kept).map(axis -> input[axis]).toArray();
    int[] shape = new int[input.length];
    Arrays.fill(shape, 1);
    IntStream.of(kept).forEach(axis -> shape[axis] = input[axis]);
    int size = Values.size(own);
    double[] mean = fields.numbers("mean");
    double[] variance = fields.numbers("variance");
    if (mean.length == 0) {
      mean = weights.take("mean", own).doubles();
      variance = weights.take("variance", own).doubles();
      weights.ignore("count");
    }
    return of(
        repeated(fields, "mean", mean, size),
        repeated(fields, "variance", variance, size),
        shape,
        fields.flag("invert", false));
  }

  private static Normalizer of(double[] mean, double[] variance, int[] shape, boolean invert) {
    double[] factors = new double[mean.length];
    double[] offsets = new double[mean.length];
    for (int i = 0; i < factors.length; i++) {
      double deviation = Math.max(Math.sqrt(variance[i]), LEAST_DEVIATION);
      factors[i] = invert ? deviation : 1 / deviation;
      offsets[i] = invert ? mean[i] : -mean[i] / deviation;
    }
    return new Normalizer(factors, offsets, shape);
  }

  private static double[] repeated(Fields fields, String key, double[] values, int size) {
    if (values.length != size && values.length != 1) {
      throw fields.unsupported(key, fields.get(key));
    }
    double[] repeated = new double[size];
    Arrays.setAll(repeated, i -> values[values.length == 1 ? 0 : i]);
    return repeated;
  }

  /** The axes of one sample, in order, that have a mean for every place. */
  private static int[] kept(Fields fields, int rank) {
    JsonNode setting = fields.get("axis");
    int[] said = setting.isMissingNode() ? new int[] {-1} : fields.integers("axis");
    int[] kept =
        IntStream.of(said).map(axis -> axis < 0 ? axis + rank : axis - 1).sorted().toArray();
    boolean fits = IntStream.of(kept).allMatch(axis -> axis >= 0 && axis < rank);
    if (!fits || IntStream.of(kept).distinct().count() < kept.length) {
      throw fields.unsupported("axis", setting);
    }
    return kept;
  }
}
