package org.liegg.linalg.defect;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.liegg.api.DefectSettings;
import org.liegg.api.DirectionBaseline;
import org.liegg.api.FieldBasis;
import org.liegg.api.InsensitiveDirections;
import org.liegg.api.Matrix;
import org.liegg.blas.DenseKernel;
import org.liegg.blas.Kernels;
import org.liegg.blas.SymmetricEigen;
import org.liegg.linalg.dense.EigenSolver;

/**
 * The baseline of the defect: what F would change along a field if gradients and positions had
 * nothing to do with each other. With v̄ the mean of the field and ṽ what varies of it,
 *
 * <pre>b(h) = E[ṽᵀCṽ] + tᵀDt + sᵀGs + rᵀCr        v̄ = t + s + r</pre>
 *
 * where t and s are the parts of the mean of {@link MeanFields}, D and L are those of {@link
 * MomentAverages}, and {@code G_ii} is C_ii, or L_ii where that is more. Where no candidate is
 * constant and none moves an input by itself, {@code E[ṽᵀCṽ] + rᵀCr = E[vᵀCv]}. Components that are
 * outputs of the model count by {@code E‖w(F)‖²}.
 *
 * @param averages over the samples
 * @param means the parts of the mean of the fields
 * @param tolerance the largest defect that counts as a symmetry
 * @param kernels by which forms are computed
 */
public record DefectBaseline(
    MomentAverages averages, MeanFields means, double tolerance, Kernels kernels)
    implements DirectionBaseline.Source {

  /** What is said of input directions, where inputs are few enough to be asked. */
  public static InsensitiveDirections insensitive(
      MomentAverages averages, DefectSettings settings, EigenSolver solver) {
    return averages.samples() == 0
        ? InsensitiveDirections.none()
        : InputPencil.of(averages, solver).directions(averages, settings.tolerance());
  }

  /** b as a form on the candidates, {@code m × m}, in the scale of the averages. */
  double[] form(FieldForms forms) {
    double[] form =
        forms.dense(
            averages.c(), means.present() ? averages.centredPhi() : averages.phi(), kernels);
    if (means.present()) {
      addMeans(form);
    }
    return form;
  }

  private void addMeans(double[] form) {
    int m = averages.basis().fields();
    int d = averages.inputs();
    int width = averages.components();
    double[] translations = new double[m * d];
    double[] scalings = new double[m * d];
    double[] rest = new double[m * width];
    for (int a = 0; a < m; a++) {
      MeanFields.Parts parts = parts(a);
      System.arraycopy(parts.translation(), 0, translations, a * d, d);
      System.arraycopy(parts.scaling(), 0, scalings, a * d, d);
      System.arraycopy(parts.rest(), 0, rest, a * width, width);
    }
    addSquares(form, new Matrix(m, d, translations), i -> averages.own()[i]);
    addSquares(form, new Matrix(m, d, scalings), this::scalingWeight);
    Matrix whole = new Matrix(m, width, rest);
    Matrix c = new Matrix(width, width, averages.c());
    double work = 2.0 * m * width * (width + m);
    DenseKernel kernel = kernels.forWork(work);
    addUpper(form, kernel.multiplyByTransposed(whole, kernel.multiplyByTransposed(whole, c)));
  }

  private double scalingWeight(int input) {
    return averages.c()[input * averages.components() + input] * means.ratio(input);
  }

  /** Adds {@code R diag(w) Rᵀ}. */
  private void addSquares(double[] form, Matrix rows, IntToDoubleFunction weight) {
    double[] weighed = rows.values().clone();
    boolean any = false;
    for (int at = 0; at < weighed.length; at++) {
      if (weighed[at] != 0) {
        weighed[at] *= weight.applyAsDouble(at % rows.columns());
        any = true;
      }
    }
    if (any) {
      DenseKernel kernel = kernels.forWork(2.0 * rows.rows() * weighed.length);
      Matrix other = new Matrix(rows.rows(), rows.columns(), weighed);
      addUpper(form, kernel.multiplyByTransposed(rows, other));
    }
  }

  /** Adds a symmetric matrix, whose two triangles may differ by rounding. */
  private static void addUpper(double[] form, Matrix symmetric) {
    int m = symmetric.rows();
    for (int a = 0; a < m; a++) {
      form[a * m + a] += symmetric.get(a, a);
      for (int b = a + 1; b < m; b++) {
        form[a * m + b] += symmetric.get(a, b);
        form[b * m + a] += symmetric.get(a, b);
      }
    }
  }

  private MeanFields.Parts parts(int field) {
    FieldBasis basis = averages.basis();
    double[] mean = new double[basis.components()];
    for (int e = basis.offsets()[field]; e < basis.offsets()[field + 1]; e++) {
      mean[basis.component()[e]] += basis.values()[e] * averages.mean()[basis.feature()[e]];
    }
    return means.parts(mean);
  }

  @Override
  public Matrix sensitive(Matrix directions) {
    int r = directions.rows();
    EigenSolver solver = new EigenSolver(kernels);
    MomentAverages within = averages.of(combined(averages.basis(), directions));
    ConstantFields constants = ConstantFields.of(within, solver);
    FieldSplit split = FieldSplit.of(within, constants, tolerance, solver, kernels);
    Matrix rest =
        split.whole() ? new Matrix(r, r, SymmetricEigen.ofZero(r).vectors()) : split.rest();
    if (rest.rows() == 0) {
      return rest;
    }
    FieldForms forms = new FieldForms(within.basis());
    FormPencil seen =
        FormPencil.of(
            FieldSplit.restricted(forms.dense(within.c(), within.phi(), kernels), rest, kernels),
            FieldSplit.restricted(
                forms.diagonalByDense(anyOwn(within.own()), within.phi()), rest, kernels),
            rest.rows(),
            solver,
            kernels);
    return aboveRounding(seen, rest);
  }

  /** Directions of which more is there than rounding, at the length that their gradients give. */
  private Matrix aboveRounding(FormPencil seen, Matrix rest) {
    int count = 0;
    while (count < seen.values().length && seen.values()[count] > InputPencil.ROUNDING) {
      count++;
    }
    if (count == 0) {
      return new Matrix(0, rest.columns(), new double[0]);
    }
    double[] rows = Arrays.copyOf(seen.vectors().values(), count * rest.rows());
    for (int i = 0; i < rows.length; i++) {
      rows[i] /= Math.sqrt(seen.values()[i / rest.rows()]);
    }
    return kernels.java().multiply(new Matrix(count, rest.rows(), rows), rest);
  }

  /**
   * Of inputs that neither have a gradient nor vary, what others have in the mean: generators that
   * were learned have rounding beside such an input, and 0 of 0 would be as much as anything.
   */
  private static double[] anyOwn(double[] own) {
    double mean = Arrays.stream(own).average().orElse(0);
    return Arrays.stream(own).map(one -> one > 0 ? one : mean).toArray();
  }

  /** The directions as a basis of their own. */
  private static FieldBasis combined(FieldBasis basis, Matrix directions) {
    FieldBasis.Builder builder = FieldBasis.builder(basis.components(), basis.features());
    for (int h = 0; h < directions.rows(); h++) {
      Map<Long, Double> entries = new TreeMap<>();
      for (int a = 0; a < basis.fields(); a++) {
        double factor = directions.get(h, a);
        for (int e = basis.offsets()[a]; e < basis.offsets()[a + 1] && factor != 0; e++) {
          long place = (long) basis.component()[e] * basis.features() + basis.feature()[e];
          entries.merge(place, factor * basis.values()[e], Double::sum);
        }
      }
      entries.forEach(
          (place, value) ->
              builder.entry(
                  (int) (place / basis.features()), (int) (place % basis.features()), value));
      builder.endField();
    }
    return builder.build();
  }

  @Override
  public DirectionBaseline of(Matrix directions) {
    int r = directions.rows();
    int d = averages.inputs();
    double field = Math.scalb(1.0, averages.exponentPhi() / 2);
    double[] centres = new double[r * d];
    double[] translations = new double[r * d];
    double[] scalings = new double[r * d];
    double[][] t = new double[r][];
    for (int h = 0; h < r; h++) {
      MeanFields.Parts parts =
          means.parts(averages.meanField(directions.values(), h * directions.columns()));
      t[h] = parts.translation();
      for (int i = 0; i < d; i++) {
        centres[h * d + i] = field * (parts.translation()[i] + parts.scaling()[i]);
        translations[h * d + i] = field * parts.translation()[i];
        scalings[h * d + i] = field * parts.scaling()[i] * Math.sqrt(means.ratio(i));
      }
    }
    return new DirectionBaseline(
        new Matrix(r, d, centres),
        new Matrix(r, d, translations),
        new Matrix(r, d, scalings),
        new Matrix(r, r, floorOf(t)));
  }

  /** What D has of L along translations, in the scale of the model. */
  private double[] floorOf(double[][] t) {
    int r = t.length;
    double[] floor = new double[r * r];
    for (int h = 0; h < r; h++) {
      for (int g = h; g < r; g++) {
        double sum = 0;
        for (int i = 0; i < averages.inputs(); i++) {
          sum += averages.length()[i] * t[h][i] * t[g][i];
        }
        double value =
            Math.scalb(
                MomentAverages.SHARE_OF_AVERAGE * sum,
                averages.exponentC() + averages.exponentPhi());
        floor[h * r + g] = value;
        floor[g * r + h] = value;
      }
    }
    return floor;
  }
}
