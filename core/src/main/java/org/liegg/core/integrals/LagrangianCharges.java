package org.liegg.core.integrals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.liegg.algebra.polynomial.Polynomial;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.Jacobians;
import org.liegg.api.Monomials;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.ModelGradient;

/**
 * Noether's charges of a Lagrangian L(q, dq/dt): for a symmetry that moves positions by v(q),
 * {@code Q = ∂L/∂(dq/dt) · v(q)} does not change along motions (Arnold, Mathematical Methods of
 * Classical Mechanics, section 20).
 *
 * @param action on positions and velocities, {@code tangent(A)}, with polynomial fields
 * @param generators coefficients of symmetries, one each
 */
public record LagrangianCharges(GroupAction action, List<double[]> generators) {

  /** Copies the list. */
  public LagrangianCharges {
    generators = List.copyOf(generators);
  }

  /**
   * The charges at some samples.
   *
   * @param lagrangian L, one output
   * @param batch {@code samples × 2n}, positions and then velocities
   * @return {@code samples × generators}
   */
  public Batch values(ModelGradient lagrangian, Batch batch) {
    Jacobians slopes = lagrangian.jacobians(batch);
    Batch features = action.features(batch);
    int n = batch.columns() / 2;
    double[] values = new double[batch.rows() * generators.size()];
    for (int sample = 0; sample < batch.rows(); sample++) {
      for (int k = 0; k < generators.size(); k++) {
        double[] v = velocity(generators.get(k), features, sample);
        for (int i = 0; i < n; i++) {
          values[sample * generators.size() + k] += slopes.values()[sample * 2 * n + n + i] * v[i];
        }
      }
    }
    return new Batch(batch.rows(), generators.size(), values);
  }

  private double[] velocity(double[] coefficients, Batch features, int sample) {
    FieldBasis fields = action.fields();
    double[] v = new double[fields.components()];
    for (int a = 0; a < fields.fields(); a++) {
      for (int e = fields.offsets()[a]; e < fields.offsets()[a + 1]; e++) {
        v[fields.component()[e]] +=
            coefficients[a] * fields.values()[e] * features.get(sample, fields.feature()[e]);
      }
    }
    return v;
  }

  /**
   * The charges in text, e.g. {@code ∂L/∂u (−y) + ∂L/∂v (x)}.
   *
   * @param names of positions and velocities
   */
  public List<String> texts(List<String> names) {
    Monomials monomials = action.polynomialFields().orElseThrow().monomials();
    return generators.stream().map(one -> text(one, monomials, names)).toList();
  }

  private String text(double[] coefficients, Monomials monomials, List<String> names) {
    FieldBasis fields = action.fields();
    double largest = 0;
    Map<Integer, double[]> components = new TreeMap<>();
    for (int a = 0; a < fields.fields(); a++) {
      for (int e = fields.offsets()[a]; e < fields.offsets()[a + 1]; e++) {
        int i = fields.component()[e];
        if (i < names.size() / 2) {
          double[] terms = components.computeIfAbsent(i, unseen -> new double[monomials.count()]);
          terms[fields.feature()[e]] += coefficients[a] * fields.values()[e];
          largest = Math.max(largest, Math.abs(terms[fields.feature()[e]]));
        }
      }
    }
    List<String> terms = new ArrayList<>();
    double unit = largest;
    components.forEach(
        (i, values) -> {
          String factor = component(monomials, values, unit, names);
          if (!factor.equals("0")) {
            terms.add("∂L/∂%s (%s)".formatted(names.get(names.size() / 2 + i), factor));
          }
        });
    return String.join(" + ", terms);
  }

  private static String component(
      Monomials monomials, double[] values, double unit, List<String> names) {
    List<int[]> powers = new ArrayList<>();
    List<Double> kept = new ArrayList<>();
    for (int p = 0; p < values.length; p++) {
      if (Math.abs(values[p]) > 0.01 * unit) {
        powers.add(monomials.exponents().get(p));
        kept.add(values[p] / unit);
      }
    }
    return new Polynomial(
            new Monomials(monomials.variables(), powers),
            kept.stream().mapToDouble(value -> value).toArray())
        .text(names);
  }
}
