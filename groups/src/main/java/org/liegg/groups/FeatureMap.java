package org.liegg.groups;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.Monomials;
import org.liegg.api.spi.GroupAction;

/**
 * The features of an action whose fields are at most affine in x. All are selections from the
 * homogeneous coordinates (x_1, …, x_d, 1), so blocks of different kinds can share one set of them.
 */
enum FeatureMap {
  /** φ(x) = x. */
  LINEAR,
  /** φ(x) = (x, 1). */
  AFFINE,
  /** φ(x) = (1). */
  CONSTANT,
  /** φ(x) = (), of an action without fields. */
  NONE;

  /** An action that says which of these its features are; empty where they are none of them. */
  interface Mapped extends GroupAction {
    Optional<FeatureMap> featureMap();

    @Override
    default Optional<Monomials> monomials() {
      return featureMap().map(map -> map.monomials(inputSize()));
    }
  }

  /** The map of an action, where it is known. */
  static Optional<FeatureMap> of(GroupAction action) {
    return action instanceof Mapped mapped ? mapped.featureMap() : Optional.empty();
  }

  /** The smallest map that holds the features of both on neighbouring blocks. */
  FeatureMap join(FeatureMap other) {
    if (this == NONE || other == NONE) {
      return this == NONE ? other : this;
    }
    return this == other ? this : AFFINE;
  }

  /** Number of features of d inputs. */
  int width(int inputs) {
    return switch (this) {
      case LINEAR -> inputs;
      case AFFINE -> inputs + 1;
      case CONSTANT -> 1;
      case NONE -> 0;
    };
  }

  /** The homogeneous coordinate (0 … d − 1 for x, d for the constant) that a feature is. */
  int homogeneous(int feature, int inputs) {
    return this == CONSTANT ? inputs : feature;
  }

  /** The feature that a homogeneous coordinate is. */
  int feature(int homogeneous) {
    return this == CONSTANT ? 0 : homogeneous;
  }

  /** The features as monomials of d inputs. */
  Monomials monomials(int inputs) {
    List<int[]> exponents = new ArrayList<>();
    for (int p = 0; p < width(inputs); p++) {
      int[] powers = new int[inputs];
      int coordinate = homogeneous(p, inputs);
      if (coordinate < inputs) {
        powers[coordinate] = 1;
      }
      exponents.add(powers);
    }
    return new Monomials(inputs, exponents);
  }

  /** φ of every sample; the batch itself where φ(x) = x. */
  Batch apply(Batch batch) {
    return switch (this) {
      case LINEAR -> batch;
      case AFFINE -> withConstant(batch);
      case CONSTANT -> {
        double[] ones = new double[batch.rows()];
        Arrays.fill(ones, 1);
        yield new Batch(batch.rows(), 1, ones);
      }
      case NONE -> new Batch(batch.rows(), 0, new double[0]);
    };
  }

  private static Batch withConstant(Batch batch) {
    int inputs = batch.columns();
    int width = inputs + 1;
    double[] values = new double[Math.multiplyExact(batch.rows(), width)];
    for (int n = 0; n < batch.rows(); n++) {
      System.arraycopy(batch.values(), n * inputs, values, n * width, inputs);
      values[n * width + inputs] = 1;
    }
    return new Batch(batch.rows(), width, values);
  }
}
