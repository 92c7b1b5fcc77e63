package org.liegg.algebra.readable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ejml.data.DMatrixRMaj;
import org.liegg.api.FieldBasis;
import org.liegg.api.Monomials;
import org.liegg.api.report.readable.Component;
import org.liegg.api.report.readable.Term;
import org.liegg.api.report.readable.Value;
import org.liegg.api.spi.GroupAction;

/**
 * Candidate fields as polynomials.
 *
 * @param fields entries of each
 * @param monomials what they multiply
 */
record FieldShape(FieldBasis fields, Monomials monomials) {

  /** Empty where the action is none of polynomial fields on the inputs alone. */
  static Optional<FieldShape> of(GroupAction action) {
    return action.equivariant()
        ? Optional.empty()
        : action.monomials().map(monomials -> new FieldShape(action.fields(), monomials));
  }

  int inputs() {
    return monomials.variables();
  }

  /** The unit in which a coefficient of a field is an entry of a matrix: its first entry's. */
  double[] units() {
    double[] units = new double[fields.fields()];
    for (int a = 0; a < units.length; a++) {
      int first = fields.offsets()[a];
      units[a] = first == fields.offsets()[a + 1] ? 1 : fields.values()[first];
    }
    return units;
  }

  /**
   * The field of some coefficients.
   *
   * @param exact whether the coefficients are exact, so that sums of them are
   */
  List<Component> components(double[] coefficients, boolean exact) {
    Map<Integer, Map<Integer, Value>> terms = new TreeMap<>();
    for (int a = 0; a < coefficients.length; a++) {
      for (int e = fields.offsets()[a]; e < fields.offsets()[a + 1]; e++) {
        if (coefficients[a] != 0) {
          double value = coefficients[a] * fields.values()[e];
          terms
              .computeIfAbsent(fields.component()[e], i -> new TreeMap<>())
              .merge(fields.feature()[e], Value.of(value), FieldShape::sum);
        }
      }
    }
    List<Component> components = new ArrayList<>();
    terms.forEach(
        (i, sums) -> {
          List<Term> kept = new ArrayList<>();
          sums.forEach(
              (p, sum) -> {
                if (Math.abs(sum.value()) > 1e-12) {
                  kept.add(new Term(monomials.name(p), exact ? rounded(sum) : sum));
                }
              });
          if (!kept.isEmpty()) {
            components.add(new Component(i + 1, kept));
          }
        });
    return components;
  }

  private static Value sum(Value a, Value b) {
    return Value.of(a.value() + b.value());
  }

  private static Value rounded(Value sum) {
    return ExactNumbers.ofRounding(sum.value()).map(Exact::toValue).orElse(sum);
  }

  /** The homogeneous matrix [[A, b], [0, 0]] of an affine field. */
  DMatrixRMaj matrix(double[] coefficients) {
    int d = inputs();
    DMatrixRMaj matrix = new DMatrixRMaj(d + 1, d + 1);
    for (int a = 0; a < coefficients.length; a++) {
      for (int e = fields.offsets()[a]; e < fields.offsets()[a + 1]; e++) {
        int[] powers = monomials.exponents().get(fields.feature()[e]);
        int column = d;
        for (int i = 0; i < d; i++) {
          column = powers[i] > 0 ? i : column;
        }
        matrix.add(fields.component()[e], column, coefficients[a] * fields.values()[e]);
      }
    }
    return matrix;
  }

  /** Whether the terms of degree 2 and more of these coefficients vanish. */
  boolean isAffine(double[] coefficients) {
    for (int a = 0; a < coefficients.length; a++) {
      for (int e = fields.offsets()[a]; e < fields.offsets()[a + 1]; e++) {
        int[] powers = monomials.exponents().get(fields.feature()[e]);
        if (coefficients[a] != 0 && Arrays.stream(powers).sum() > 1) {
          return false;
        }
      }
    }
    return true;
  }
}
