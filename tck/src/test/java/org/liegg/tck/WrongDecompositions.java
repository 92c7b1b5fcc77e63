package org.liegg.tck;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.liegg.api.Jacobians;
import org.liegg.api.Polarization;
import org.liegg.api.Rows;

/** Decompositions that are wrong in one way each. */
final class WrongDecompositions {

  private WrongDecompositions() {}

  /** Does something to the singular values and vectors. */
  static IntFunction<PlainDecomposition> thatReturn(UnaryOperator<PlainSvd> wrong) {
    return columns ->
        new PlainDecomposition(columns) {
          @Override
          PlainSvd svd(Rows e) {
            return wrong.apply(super.svd(e));
          }
        };
  }

  static PlainSvd ascending(PlainSvd svd) {
    return new PlainSvd(Arrays.stream(svd.values()).sorted().toArray(), svd.vectors());
  }

  /** The values are right, the vectors belong to others. */
  static PlainSvd reversedVectors(PlainSvd svd) {
    int m = svd.values().length;
    double[] reversed = new double[m * m];
    for (int i = 0; i < m; i++) {
      System.arraycopy(svd.vectors(), i * m, reversed, (m - 1 - i) * m, m);
    }
    return new PlainSvd(svd.values(), reversed);
  }

  static PlainSvd stretchedVectors(PlainSvd svd) {
    return new PlainSvd(
        svd.values(), Arrays.stream(svd.vectors()).map(x -> x * (1 + 1e-9)).toArray());
  }

  /** What OpenBLAS 0.3.19 does on some machines: right values, vectors that mean nothing. */
  static PlainSvd garbageVectors(PlainSvd svd) {
    return new PlainSvd(svd.values(), KnownRows.normal(svd.vectors().length, 1));
  }

  /** Right to eight digits, as by way of EᵀE, where sixteen were promised. */
  static PlainSvd noisyValues(PlainSvd svd) {
    double[] values = svd.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.hypot(values[i], 1e-8 * values[0]);
    }
    return new PlainSvd(values, svd.vectors());
  }

  /** Only as many values as a wide matrix has rows. */
  static PlainSvd withoutZeros(PlainSvd svd) {
    int m = svd.values().length;
    int count = (int) Arrays.stream(svd.values()).filter(sigma -> sigma > 0).count();
    return new PlainSvd(
        Arrays.copyOf(svd.values(), count), Arrays.copyOf(svd.vectors(), count * m));
  }

  /** Squares that over- and underflow. */
  static PlainSvd withoutScaling(PlainSvd svd) {
    double[] values = Arrays.stream(svd.values()).map(s -> Math.sqrt(s * s)).toArray();
    return new PlainSvd(values, svd.vectors());
  }

  /** Another last bit every time, as unordered threads give it. */
  static PlainSvd trembling(PlainSvd svd) {
    Random random = new Random();
    double[] vectors = svd.vectors().clone();
    vectors[0] *= 1 + random.nextInt(1000) * Math.ulp(1.0);
    return new PlainSvd(svd.values(), vectors);
  }

  static PlainDecomposition withoutOrientation(int columns) {
    return new PlainDecomposition(columns) {
      @Override
      void orient(double[] vectors) {
        super.orient(vectors);
        for (int i = 0; i < vectors.length; i++) {
          vectors[i] = -vectors[i];
        }
      }
    };
  }

  /** Loses the rows that do not fill a block of four. */
  static PlainDecomposition losingBatchEdges(int columns) {
    return new PlainDecomposition(columns) {
      @Override
      public void accept(Rows more) {
        super.accept(KnownRows.slice(more, 0, more.rows() - more.rows() % 4));
      }
    };
  }

  static PlainDecomposition forgettingMerges(int columns) {
    return new PlainDecomposition(columns) {
      @Override
      void takeOver(PlainDecomposition other) {
        // Forgets.
      }
    };
  }

  /** Takes nothing over while it holds nothing itself. */
  static PlainDecomposition emptyForEver(int columns) {
    return new PlainDecomposition(columns) {
      @Override
      void takeOver(PlainDecomposition other) {
        if (!rows.isEmpty() || !polarizations.isEmpty()) {
          super.takeOver(other);
        }
      }
    };
  }

  /** All that are open share the place where they keep what they accepted last. */
  static IntFunction<PlainDecomposition> sharingAScratch() {
    AtomicReference<@Nullable PlainDecomposition> last = new AtomicReference<>();
    return columns ->
        new PlainDecomposition(columns) {
          @Override
          public void accept(Polarization more) {
            super.accept(more);
            last.set(this);
          }

          @Override
          PlainSvd svd(Rows e) {
            PlainDecomposition scratch = last.get();
            return super.svd(
                scratch == null || scratch == this ? e : scratch.polarizations.get(0).rows());
          }
        };
  }

  /** Merges the rows, but only the last of the moments. */
  static PlainDecomposition replacingMoments(int columns) {
    return new PlainDecomposition(columns) {
      @Override
      void takeOver(PlainDecomposition other) {
        polarizations.clear();
        super.takeOver(other);
      }
    };
  }

  static PlainDecomposition takingAnyValue(int columns) {
    return new PlainDecomposition(columns) {
      @Override
      void requireFinite(double[] values) {
        // Takes NaN as well.
      }
    };
  }

  static PlainDecomposition neverOver(int columns) {
    return new PlainDecomposition(columns) {
      @Override
      void requireOpen() {
        // Never over.
      }
    };
  }

  static PlainDecomposition mixing(int columns) {
    return new PlainDecomposition(columns) {
      @Override
      public void accept(Polarization more) {
        super.accept(more.rows());
      }
    };
  }

  static IntFunction<PlainDecomposition> withDefects(PlainDefects wrong) {
    return columns ->
        new PlainDecomposition(columns) {
          @Override
          PlainDefects defects() {
            return wrong;
          }
        };
  }

  /** Divides by directions that nothing feels. */
  static final class WithoutCut extends PlainDefects {
    @Override
    double cut() {
      return -1;
    }
  }

  /** Counts whatever is weakly sensitive as not sensitive. */
  static final class CoarseCut extends PlainDefects {
    @Override
    double cut() {
      return 0.9;
    }
  }

  /** Compares F with itself: gradient and position of the same sample. */
  static final class OfTheSameSample extends PlainDefects {
    @Override
    double[] metric(Polarization all) {
      return gram(all.rows().values(), all.columns(), all.samples());
    }
  }

  /** Sums the gradients of all outputs first. */
  static final class SummingOutputs extends PlainDefects {
    @Override
    double[] metric(Polarization all) {
      int k = all.outputs();
      int d = all.jacobians().inputs();
      double[] summed = all.jacobians().values().clone();
      for (int n = 0; n < all.samples(); n++) {
        for (int i = 0; i < d; i++) {
          double sum = 0;
          for (int o = 0; o < k; o++) {
            sum += summed[(n * k + o) * d + i];
            summed[(n * k + o) * d + i] = 0;
          }
          summed[n * k * d + i] = sum;
        }
      }
      var jacobians = new Jacobians(all.samples(), k, d, summed, all.jacobians().responses());
      return super.metric(new Polarization(all.fields(), all.features(), jacobians));
    }
  }
}
