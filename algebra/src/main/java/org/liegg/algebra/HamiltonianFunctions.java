package org.liegg.algebra;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ejml.data.DMatrixRMaj;
import org.liegg.algebra.polynomial.Polynomial;
import org.liegg.api.Matrix;
import org.liegg.api.Monomials;
import org.liegg.api.spi.PolynomialFields;
import org.liegg.metrics.ReadableBasis;

/**
 * The functions Q that canonical fields come from, {@code v = (∂Q/∂p, −∂Q/∂q)} on (q, p): what
 * Noether's theorem says is conserved where v is a symmetry of the Hamiltonian (Arnold,
 * Mathematical Methods of Classical Mechanics, section 40). A field has one where {@code (−v_p,
 * v_q)} is a gradient.
 */
public final class HamiltonianFunctions {
  /** What rounding leaves of an exact 0. */
  private static final double ROUNDING = 1e-9;

  private HamiltonianFunctions() {}

  /**
   * The functions of all canonical fields in a span, a basis that is easy to read.
   *
   * @param fields polynomial ones on (q, p), an even number of variables
   * @param rows coefficients of the fields that span, a row each
   * @param noise how far they may be from those that are meant, as an angle
   * @return as many as there are canonical fields; the largest coefficient of each is 1
   */
  public static List<Polynomial> of(PolynomialFields fields, Matrix rows, double noise) {
    int variables = fields.monomials().variables();
    if (variables % 2 != 0) {
      throw new IllegalArgumentException(
          "HamiltonianFunctions: %d variables are not positions and momenta".formatted(variables));
    }
    List<Polynomial[]> covectors = new ArrayList<>();
    for (int r = 0; r < rows.rows(); r++) {
      Polynomial[] v = PolynomialInvariants.field(fields.fields(), fields.monomials(), rows, r);
      covectors.add(covector(v));
    }
    double tolerance = Math.max(ROUNDING, 3 * noise);
    DMatrixRMaj canonical = Spans.nullspace(curls(covectors), tolerance);
    List<Polynomial> functions = new ArrayList<>();
    for (int k = 0; k < canonical.numCols; k++) {
      Map<List<Integer>, Double> sum = new LinkedHashMap<>();
      for (int r = 0; r < covectors.size(); r++) {
        double weight = canonical.get(r, k);
        integral(covectors.get(r))
            .forEach((powers, value) -> sum.merge(powers, weight * value, Double::sum));
      }
      functions.add(Polynomial.of(variables, sum));
    }
    return readable(functions, variables, tolerance);
  }

  /** (−v_p, v_q). */
  private static Polynomial[] covector(Polynomial[] v) {
    int n = v.length / 2;
    Polynomial[] g = new Polynomial[v.length];
    for (int i = 0; i < n; i++) {
      double[] minus = Arrays.stream(v[n + i].coefficients()).map(value -> -value).toArray();
      g[i] = new Polynomial(v[n + i].monomials(), minus);
      g[n + i] = v[i];
    }
    return g;
  }

  /** The numbers of ∂_i g_j − ∂_j g_i, a column a field. */
  private static DMatrixRMaj curls(List<Polynomial[]> covectors) {
    Map<List<Integer>, Integer> rows = new HashMap<>();
    List<Map<Integer, Double>> columns = new ArrayList<>();
    for (Polynomial[] g : covectors) {
      Map<Integer, Double> column = new HashMap<>();
      for (int i = 0; i < g.length; i++) {
        for (int j = i + 1; j < g.length; j++) {
          List<Integer> place = List.of(i, j);
          add(g[j].derivative(i), 1, place, rows, column);
          add(g[i].derivative(j), -1, place, rows, column);
        }
      }
      columns.add(column);
    }
    DMatrixRMaj matrix = new DMatrixRMaj(Math.max(1, rows.size()), covectors.size());
    for (int r = 0; r < columns.size(); r++) {
      int column = r;
      columns.get(r).forEach((row, value) -> matrix.set(row, column, value));
    }
    return matrix;
  }

  private static void add(
      Polynomial term,
      int sign,
      List<Integer> place,
      Map<List<Integer>, Integer> rows,
      Map<Integer, Double> column) {
    term.terms()
        .forEach(
            (powers, value) -> {
              List<Integer> key = new ArrayList<>(powers);
              key.addAll(place);
              int row = rows.computeIfAbsent(key, unseen -> rows.size());
              column.merge(row, sign * value, Double::sum);
            });
  }

  /** {@code ∫ x·g(sx) ds} from 0 to 1, whose gradient is g where that is one. */
  private static Map<List<Integer>, Double> integral(Polynomial[] g) {
    Map<List<Integer>, Double> sum = new LinkedHashMap<>();
    for (int i = 0; i < g.length; i++) {
      int variable = i;
      g[i].terms()
          .forEach(
              (powers, value) -> {
                List<Integer> higher = new ArrayList<>(powers);
                higher.set(variable, powers.get(variable) + 1);
                int degree = powers.stream().mapToInt(Integer::intValue).sum() + 1;
                sum.merge(higher, value / degree, Double::sum);
              });
    }
    return sum;
  }

  private static List<Polynomial> readable(
      List<Polynomial> functions, int variables, double tolerance) {
    Set<List<Integer>> all = new LinkedHashSet<>();
    functions.forEach(function -> all.addAll(function.terms().keySet()));
    List<List<Integer>> keys = List.copyOf(all);
    double[] values = new double[functions.size() * keys.size()];
    for (int k = 0; k < functions.size(); k++) {
      Map<List<Integer>, Double> terms = functions.get(k).terms();
      for (int c = 0; c < keys.size(); c++) {
        values[k * keys.size() + c] = terms.getOrDefault(keys.get(c), 0.0);
      }
    }
    ReadableBasis basis = ReadableBasis.of(new Matrix(functions.size(), keys.size(), values));
    Monomials monomials =
        new Monomials(
            variables,
            keys.stream().map(key -> key.stream().mapToInt(Integer::intValue).toArray()).toList());
    List<Polynomial> readable = new ArrayList<>();
    for (int k = 0; k < functions.size(); k++) {
      readable.add(new Polynomial(monomials, basis.vector(k)).readable(tolerance));
    }
    return readable;
  }
}
