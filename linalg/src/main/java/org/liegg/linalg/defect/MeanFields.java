package org.liegg.linalg.defect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.liegg.api.FieldBasis;
import org.liegg.linalg.dense.EigenSolver;

/**
 * What is taken out of the mean of a field before it is compared with its baseline, and put back
 * input by input: translations that are among the candidates, and, in inputs that the action moves
 * each by itself, all of the mean that is not along insensitive directions. For such fields the
 * covariance of gradients C is the very thing in question: a field that is the same everywhere has
 * {@code E‖J′v‖² = E‖Jv‖²}, whatever F is.
 */
public final class MeanFields {
  /** An input so much less sensitive than the average one is compared with itself alone. */
  private static final double WEAK = 0.25;

  /** Beside a field's largest entry, what is left of entries that cancel. */
  private static final double CANCELLED = 1e-12;

  private final MomentAverages averages;
  private final double[][] translations; // D-orthonormal rows over the inputs
  private final boolean[] single;
  private final double[] ratio; // of the length of a single input to its own sensitivity
  private final double[][] insensitive; // D-orthonormal rows, where there are single inputs
  private final boolean anySingle;

  private MeanFields(
      MomentAverages averages,
      double[][] translations,
      boolean[] single,
      double[] ratio,
      double[][] insensitive) {
    this.averages = averages;
    this.translations = translations;
    this.single = single;
    this.ratio = ratio;
    this.insensitive = insensitive;
    boolean any = false;
    for (boolean one : single) {
      any |= one;
    }
    anySingle = any;
  }

  /**
   * The mean fields of these averages.
   *
   * @param constants coefficients of the candidates that are constant fields, a row each
   */
  public static MeanFields of(
      MomentAverages averages, double[][] constants, double tolerance, EigenSolver solver) {
    int d = averages.inputs();
    boolean[] single = singleInputs(averages);
    double[] ratio = new double[d];
    boolean any = false;
    for (int i = 0; i < d; i++) {
      double own = averages.c()[i * averages.components() + i];
      double length = averages.length()[i];
      ratio[i] = own >= WEAK * length && own > 0 ? Math.max(1, length / own) : 1;
      any |= single[i];
    }
    double[][] insensitive = {};
    if (any) {
      InputPencil pencil = InputPencil.of(averages, solver);
      int from = pencil.sensitive(tolerance);
      insensitive = new double[pencil.values().length - from][];
      for (int k = from; k < pencil.values().length; k++) {
        insensitive[k - from] = pencil.vectors()[k];
      }
    }
    return new MeanFields(averages, translations(averages, constants), single, ratio, insensitive);
  }

  /** Whether anything is taken out at all. */
  boolean present() {
    return translations.length > 0 || anySingle;
  }

  /**
   * The parts of the mean of one field, each a number an input.
   *
   * @param translation the part that is a translation among the candidates
   * @param scaling the part in single inputs
   * @param rest what stays, a number a component
   */
  record Parts(double[] translation, double[] scaling, double[] rest) {}

  /** Takes a mean field apart. */
  Parts parts(double[] mean) {
    int d = averages.inputs();
    double[] translation = project(translations, mean, d);
    double[] rest = mean.clone();
    double[] scaling = new double[d];
    for (int i = 0; i < d; i++) {
      rest[i] -= translation[i];
    }
    if (anySingle) {
      double[] alone = new double[d];
      for (int i = 0; i < d; i++) {
        alone[i] = single[i] ? rest[i] : 0;
      }
      double[] along = project(insensitive, alone, d);
      for (int i = 0; i < d; i++) {
        // An input that is neither sensitive nor varies has no length to be measured by.
        scaling[i] = averages.own()[i] > 0 ? alone[i] - along[i] : 0;
        rest[i] -= scaling[i];
      }
    }
    return new Parts(translation, scaling, rest);
  }

  /** By how much an average move in an input is longer than the input's own sensitivity says. */
  double ratio(int input) {
    return ratio[input];
  }

  private double[] project(double[][] basis, double[] vector, int d) {
    double[] sum = new double[d];
    // Most fields move few inputs.
    int[] moved = IntStream.range(0, d).filter(i -> vector[i] != 0).toArray();
    for (double[] row : basis) {
      double along = 0;
      for (int i : moved) {
        along += row[i] * averages.own()[i] * vector[i];
      }
      for (int i = 0; along != 0 && i < d; i++) {
        sum[i] += along * row[i];
      }
    }
    return sum;
  }

  /** A D-orthonormal basis of the constant fields' values; what D does not see is left out. */
  private static double[][] translations(MomentAverages averages, double[][] constants) {
    int d = averages.inputs();
    List<double[]> basis = new ArrayList<>();
    for (double[] coefficients : constants) {
      double[] value = new double[d];
      System.arraycopy(averages.meanField(coefficients, 0), 0, value, 0, d);
      double whole = square(averages, value);
      for (int twice = 0; twice < 2; twice++) {
        for (double[] row : basis) {
          double along = 0;
          for (int i = 0; i < d; i++) {
            along += row[i] * averages.own()[i] * value[i];
          }
          for (int i = 0; i < d; i++) {
            value[i] -= along * row[i];
          }
        }
      }
      double left = square(averages, value);
      if (left > CANCELLED * whole) {
        double norm = 1 / Math.sqrt(left);
        for (int i = 0; i < d; i++) {
          value[i] = averages.own()[i] > 0 ? value[i] * norm : 0;
        }
        basis.add(value);
      }
    }
    return basis.toArray(new double[0][]);
  }

  private static double square(MomentAverages averages, double[] value) {
    double sum = 0;
    for (int i = 0; i < value.length; i++) {
      sum += averages.own()[i] * value[i] * value[i];
    }
    return sum;
  }

  /** Inputs that the action moves by features which move no other input. */
  static boolean[] singleInputs(MomentAverages averages) {
    FieldBasis basis = averages.basis();
    int d = averages.inputs();
    int[] moves = new int[basis.features()];
    Arrays.fill(moves, -1);
    boolean[] mixed = new boolean[d];
    boolean[] moved = new boolean[d];
    for (int pass = 0; pass < 2; pass++) {
      for (int e = 0; e < basis.values().length; e++) {
        int i = basis.component()[e];
        int p = basis.feature()[e];
        if (i < d && !averages.constant()[p] && basis.values()[e] != 0) {
          moved[i] = true;
          if (moves[p] >= 0 && moves[p] != i) {
            mixed[i] = true;
            mixed[moves[p]] = true;
          }
          moves[p] = moves[p] < 0 ? i : moves[p];
        }
      }
    }
    boolean[] single = new boolean[d];
    for (int i = 0; i < d; i++) {
      single[i] = moved[i] && !mixed[i];
    }
    return single;
  }
}
