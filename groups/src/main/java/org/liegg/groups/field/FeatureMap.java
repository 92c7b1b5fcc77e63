package org.liegg.groups.field;

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
public enum FeatureMap {
  /** φ(x) = x. */
  LINEAR,
  /** φ(x) = (x, 1). */
  AFFINE,
  /** φ(x) = (1). */
  CONSTANT,
  /** φ(x) = (), of an action without fields. */
  NONE;

  /** An action that says which of these its features are; empty where they are none of them. */
  public interface Mapped extends GroupAction {
    Optional<FeatureMap> featureMap();

    @Override
    default Optional<Monomials> monomials() {
      return featureMap().map(map -> map.monomials(inputSize()));
    }
  }

  /** The map of an action that says so itself, or whose monomials on the inputs alone are one. */
  public static Optional<FeatureMap> of(GroupAction action) {
    if (action instanceof Mapped mapped) {
      return mapped.featureMap();
    }
    return action.equivariant() ? Optional.empty() : action.monomials().flatMap(FeatureMap::of);
  }

  private static Optional<FeatureMap> of(Monomials monomials) {
    return Arrays.stream(values()).filter(map -> map.isOf(monomials)).findFirst();
  }

  private boolean isOf(Monomials monomials) {
    int inputs = monomials.variables();
    if (monomials.count() != width(inputs)) {
      return false;
    }
    for (int p = 0; p < monomials.count(); p++) {
      int coordinate = homogeneous(p, inputs);
      int[] powers = monomials.exponents().get(p);
      for (int i = 0; i < inputs; i++) {
        if (powers[i] != (i == coordinate ? 1 : 0)) {
          return false;
        }
      }
    }
    return true;
  }

  /** The smallest map that holds the features of both on neighbouring blocks. */
  public FeatureMap join(FeatureMap other) {
    if (this == NONE || other == NONE) {
      return this == NONE ? other : this;
    }
    return this == other ? this : AFFINE;
  }

  /** Number of features of d inputs. */
  public int width(int inputs) {
    return switch (this) {
      case LINEAR -> inputs;
      case AFFINE -> inputs + 1;
      case CONSTANT -> 1;
      case NONE -> 0;
    };
  }

  /** The homogeneous coordinate (0 … d − 1 for x, d for the constant) that a feature is. */
  public int homogeneous(int feature, int inputs) {
    return this == CONSTANT ? inputs : feature;
  }

  /** The feature that a homogeneous coordinate is. */
  public int feature(int homogeneous) {
    return this == CONSTANT ? 0 : homogeneous;
  }

  /** The features as monomials of d inputs. */
  public Monomials monomials(int inputs) {
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
  public Batch apply(Batch batch) {
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
