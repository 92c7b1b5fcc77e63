package org.liegg.algebra;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.liegg.algebra.polynomial.Polynomial;
import org.liegg.api.ActionException;
import org.liegg.api.FieldBasis;
import org.liegg.api.Matrix;
import org.liegg.api.Monomials;
import org.liegg.metrics.ReadableBasis;

/**
 * Polynomials that polynomial fields leave alone, v_r·∇I = 0 for every r, which is linear in the
 * coefficients of I: they are the nullspace of one matrix, and no samples are needed. Of each
 * degree those are kept that are no polynomials of the ones of lower degrees, so that what is left
 * generates all of them up to the degree that was asked for (Derksen and Kemper, Computational
 * Invariant Theory, section 4).
 */
public final class PolynomialInvariants {
  /** Numbers in the matrix of one degree, beyond which it would take minutes. */
  private static final long LARGEST = 8_000_000;

  /** Monomials that a degree may have. */
  private static final double MOST = 20_000;

  /** What rounding leaves of an exact 0. */
  private static final double ROUNDING = 1e-9;

  /** Points at which gradients are compared; generic ones, drawn once for all. */
  private static final int POINTS = 8;

  private static final long SEED = 20221128;

  private final int variables;
  private final List<Polynomial[]> fields;
  private final boolean homogeneous;
  private final double tolerance;
  private final List<Polynomial> found = new ArrayList<>();

  private PolynomialInvariants(FieldBasis basis, Monomials features, Matrix rows, double noise) {
    variables = features.variables();
    fields = new ArrayList<>();
    for (int r = 0; r < rows.rows(); r++) {
      fields.add(field(basis, features, rows, r));
    }
    homogeneous =
        fields.stream()
            .flatMap(Arrays::stream)
            .flatMap(component -> component.terms().keySet().stream())
            .allMatch(powers -> degree(powers) == 1);
    tolerance = Math.max(ROUNDING, noise);
  }

  /**
   * What was found.
   *
   * @param polynomials by degree; coefficients of the largest magnitude are 1
   * @param independent how many of them are functionally independent: the rank of their gradients
   *     at a generic point
   * @param most how many independent invariants there can be at all: the inputs less the dimension
   *     of an orbit
   */
  public record Found(List<Polynomial> polynomials, int independent, int most) {

    /** Copies the list. */
    public Found {
      polynomials = List.copyOf(polynomials);
    }
  }

  /**
   * The invariants up to a degree.
   *
   * @param basis fields with as many components as the features have variables
   * @param features that they are polynomials by
   * @param rows coefficients of the fields that have to leave a function alone, a row each
   * @param degree the largest, at least 1
   * @param noise how far the fields may be from those that are meant, as an angle; 0 if they are
   *     exact
   * @throws ActionException with code {@code LIEGG-INVARIANTS-SIZE} if there are too many
   *     polynomials of that degree
   */
  public static Found of(
      FieldBasis basis, Monomials features, Matrix rows, int degree, double noise) {
    double candidates = 1;
    for (int e = 1; e <= degree; e++) {
      candidates *= (features.variables() + e) / (double) e;
    }
    if (degree < 1 || candidates > MOST) {
      throw tooLarge(degree, candidates);
    }
    PolynomialInvariants search = new PolynomialInvariants(basis, features, rows, noise);
    for (int e = 1; e <= degree; e++) {
      search.add(e);
    }
    return new Found(
        search.found,
        rank(search.found.stream().map(search::gradient).toList()),
        search.variables - rank(search.fields));
  }

  /** The components of a combination of fields. */
  static Polynomial[] field(FieldBasis basis, Monomials features, Matrix rows, int r) {
    List<Map<List<Integer>, Double>> components = new ArrayList<>();
    for (int i = 0; i < basis.components(); i++) {
      components.add(new LinkedHashMap<>());
    }
    for (int a = 0; a < basis.fields(); a++) {
      for (int e = basis.offsets()[a]; e < basis.offsets()[a + 1]; e++) {
        double value = rows.get(r, a) * basis.values()[e];
        if (value != 0) {
          components
              .get(basis.component()[e])
              .merge(key(features.exponents().get(basis.feature()[e])), value, Double::sum);
        }
      }
    }
    return components.stream()
        .map(terms -> Polynomial.of(features.variables(), terms))
        .toArray(Polynomial[]::new);
  }

  private static List<Integer> key(int[] powers) {
    return Arrays.stream(powers).boxed().toList();
  }

  private static int degree(List<Integer> powers) {
    return powers.stream().mapToInt(Integer::intValue).sum();
  }

  /** Takes the invariants of a degree that those before do not generate. */
  private void add(int degree) {
    Candidates candidates = new Candidates(variables, degree, homogeneous);
    DMatrixRMaj nullspace = Spans.nullspace(scaled(derivatives(candidates)), tolerance);
    if (nullspace.numCols == 0) {
      return;
    }
    List<double[]> known = new ArrayList<>();
    products(degree).forEach(product -> known.add(candidates.coefficients(product)));
    DMatrixRMaj span = Spans.orthonormal(Dense.fromColumns(candidates.count(), known), ROUNDING);
    for (double[] vector : readable(nullspace)) {
      DMatrixRMaj column = DMatrixRMaj.wrap(vector.length, 1, vector);
      if (Spans.rest(span, column) > Math.max(1e-6, tolerance)) {
        known.add(vector);
        span = Spans.orthonormal(Dense.fromColumns(candidates.count(), known), ROUNDING);
        found.add(candidates.polynomial(vector, tolerance));
      }
    }
  }

  /** Readable vectors of a space, those of few terms first. */
  private List<double[]> readable(DMatrixRMaj columns) {
    ReadableBasis basis = ReadableBasis.of(Dense.unwrap(CommonOps_DDRM.transpose(columns, null)));
    return IntStream.range(0, columns.numCols)
        .mapToObj(basis::vector)
        .sorted(
            Comparator.comparingLong(
                vector ->
                    Arrays.stream(vector).filter(c -> Math.abs(c) > Math.sqrt(tolerance)).count()))
        .toList();
  }

  /** The Lie derivatives of all candidates along all fields, a column a candidate. */
  private DMatrixRMaj derivatives(Candidates candidates) {
    Map<List<Integer>, Integer> rows = new HashMap<>();
    List<Map<Integer, Double>> columns = new ArrayList<>();
    for (int j = 0; j < candidates.count(); j++) {
      Map<Integer, Double> column = new HashMap<>();
      Polynomial candidate = candidates.monomial(j);
      for (int r = 0; r < fields.size(); r++) {
        for (int i = 0; i < variables; i++) {
          int place = r;
          fields
              .get(r)[i]
              .times(candidate.derivative(i))
              .terms()
              .forEach(
                  (powers, value) -> {
                    List<Integer> key = new ArrayList<>(powers);
                    key.add(place);
                    int row = rows.computeIfAbsent(key, unseen -> rows.size());
                    column.merge(row, value, Double::sum);
                  });
        }
      }
      columns.add(column);
      if ((long) rows.size() * candidates.count() > LARGEST) {
        throw tooLarge(candidates.degree, candidates.count());
      }
    }
    DMatrixRMaj matrix = new DMatrixRMaj(Math.max(1, rows.size()), candidates.count());
    for (int j = 0; j < columns.size(); j++) {
      int column = j;
      columns.get(j).forEach((row, value) -> matrix.set(row, column, value));
    }
    return matrix;
  }

  private static ActionException tooLarge(int degree, double candidates) {
    return new ActionException(
        "LIEGG-INVARIANTS-SIZE",
        "invariants of degree " + degree,
        "there are about %.0f monomials to choose among".formatted(candidates),
        "--degree with a smaller one, at least 1");
  }

  /** The same with a largest singular value of 1, so that a tolerance is an angle. */
  private static DMatrixRMaj scaled(DMatrixRMaj matrix) {
    double[] values = Dense.svd(matrix).values();
    double largest = values.length == 0 ? 0 : values[0];
    if (largest > 0) {
      CommonOps_DDRM.scale(1 / largest, matrix);
    }
    return matrix;
  }

  /** Products of what was found, of this degree or, where degrees mix, up to it. */
  private List<Polynomial> products(int degree) {
    List<Polynomial> all = new ArrayList<>();
    extend(List.of(), 0, degree, all);
    return all.stream().filter(product -> !homogeneous || product.degree() == degree).toList();
  }

  private void extend(List<Polynomial> prefix, int from, int rest, List<Polynomial> all) {
    for (int k = from; k < found.size(); k++) {
      Polynomial factor = found.get(k);
      if (factor.degree() <= rest) {
        Polynomial product = prefix.isEmpty() ? factor : prefix.get(0).times(factor);
        all.add(product);
        extend(List.of(product), k, rest - factor.degree(), all);
      }
    }
  }

  private Polynomial[] gradient(Polynomial function) {
    return IntStream.range(0, variables).mapToObj(function::derivative).toArray(Polynomial[]::new);
  }

  /** The rank of vectors that depend on a point, where it is generic. */
  private static int rank(List<Polynomial[]> vectors) {
    if (vectors.isEmpty()) {
      return 0;
    }
    int variables = vectors.get(0).length;
    SplittableRandom random = new SplittableRandom(SEED);
    int rank = 0;
    for (int point = 0; point < POINTS; point++) {
      double[] x = random.doubles(variables, -1, 1).toArray();
      DMatrixRMaj matrix = new DMatrixRMaj(vectors.size(), variables);
      for (int r = 0; r < vectors.size(); r++) {
        for (int i = 0; i < variables; i++) {
          matrix.set(r, i, vectors.get(r)[i].at(x));
        }
      }
      rank = Math.max(rank, Dense.svd(scaled(matrix)).rank(1e-7));
    }
    return rank;
  }

  /** The monomials that invariants of a degree are sums of. */
  private static final class Candidates {
    private final int degree;
    private final Monomials monomials;
    private final Map<List<Integer>, Integer> index = new HashMap<>();

    Candidates(int variables, int degree, boolean homogeneous) {
      this.degree = degree;
      List<int[]> all =
          Monomials.upTo(variables, degree).exponents().stream()
              .filter(
                  powers -> {
                    int sum = Arrays.stream(powers).sum();
                    return homogeneous ? sum == degree : sum > 0;
                  })
              .toList();
      monomials = new Monomials(variables, all);
      for (int j = 0; j < all.size(); j++) {
        index.put(key(all.get(j)), j);
      }
    }

    int count() {
      return monomials.count();
    }

    Polynomial monomial(int j) {
      return new Polynomial(
          new Monomials(monomials.variables(), List.of(monomials.exponents().get(j))),
          new double[] {1});
    }

    double[] coefficients(Polynomial polynomial) {
      double[] vector = new double[count()];
      double norm = 0;
      for (double value : polynomial.coefficients()) {
        norm = Math.hypot(norm, value);
      }
      double scale = norm;
      polynomial
          .terms()
          .forEach(
              (powers, value) ->
                  vector[Objects.requireNonNull(index.get(powers))] += value / scale);
      return vector;
    }

    /** The polynomial of a vector, without what is within the noise. */
    Polynomial polynomial(double[] vector, double noise) {
      return new Polynomial(monomials, vector).readable(3 * noise);
    }
  }
}
