package org.liegg.groups.compose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;

/** The brackets of an action's basis, {@code [M_a, M_b] = Σ_c f_abc M_c}, of its matrices. */
final class StructureConstants {
  /** Products of entries beyond which brackets are not computed: about a second. */
  private static final double MAX_WORK = 2e7;

  /** Entries of all matrices, zeros too, beyond which they are not looked through. */
  private static final double MAX_ENTRIES = 8e8;

  private final List<List<Entry>> matrices;
  private final double[] norms;
  private final Map<Long, List<Part>> parts;
  private final DMatrixRMaj inverseGram;

  private StructureConstants(
      List<List<Entry>> matrices, Map<Long, List<Part>> parts, DMatrixRMaj inverseGram) {
    this.matrices = matrices;
    this.parts = parts;
    this.inverseGram = inverseGram;
    this.norms = matrices.stream().mapToDouble(StructureConstants::norm).toArray();
  }

  private record Entry(int row, int column, double value) {}

  /** What a field has at a place of the matrix. */
  private record Part(int field, double value) {}

  /** Whether it takes about a second at most. */
  static boolean isFeasible(GroupAction action) {
    GroupAction group = Representation.group(action);
    double m = group.dimension();
    double n = group.inputSize() + 1.0;
    double entries = Math.ceil(group.fields().values().length / m);
    return m * m * (1 + entries * entries) <= MAX_WORK && m * n * n <= MAX_ENTRIES;
  }

  /** Empty where an element has no matrix, or the matrices do not tell elements apart. */
  static Optional<StructureConstants> of(GroupAction action) {
    List<List<Entry>> matrices = new ArrayList<>();
    Map<Long, List<Part>> parts = new HashMap<>();
    int m = action.dimension();
    for (int a = 0; a < m; a++) {
      double[] unit = new double[m];
      unit[a] = 1;
      Optional<Matrix> matrix = action.matrix(unit);
      if (matrix.isEmpty()) {
        return Optional.empty();
      }
      List<Entry> entries = entries(matrix.get());
      for (Entry entry : entries) {
        parts
            .computeIfAbsent(key(entry.row(), entry.column()), key -> new ArrayList<>(1))
            .add(new Part(a, entry.value()));
      }
      matrices.add(entries);
    }
    DMatrixRMaj gram = new DMatrixRMaj(m, m);
    for (List<Part> here : parts.values()) {
      for (Part left : here) {
        for (Part right : here) {
          gram.add(left.field(), right.field(), left.value() * right.value());
        }
      }
    }
    return invert(gram)
        ? Optional.of(new StructureConstants(matrices, parts, gram))
        : Optional.empty();
  }

  /** [M_a, M_b] in the basis, by least squares. */
  double[] bracket(int a, int b) {
    double[] products = new double[matrices.size()];
    commutator(a, b)
        .forEach(
            (key, value) -> {
              for (Part part : parts.getOrDefault(key, List.of())) {
                products[part.field()] += value * part.value();
              }
            });
    double[] coefficients = new double[products.length];
    for (int c = 0; c < products.length; c++) {
      for (int d = 0; products[c] != 0 && d < products.length; d++) {
        coefficients[d] += inverseGram.get(d, c) * products[c];
      }
    }
    return coefficients;
  }

  /** ‖[M_a, M_b] − Σ_c f_c M_c‖, relative to the largest that a bracket of such matrices can be. */
  double residual(int a, int b, double[] coefficients) {
    Map<Long, Double> rest = commutator(a, b);
    for (int c = 0; c < coefficients.length; c++) {
      if (coefficients[c] != 0) {
        for (Entry entry : matrices.get(c)) {
          double value = -coefficients[c] * entry.value();
          rest.merge(key(entry.row(), entry.column()), value, Double::sum);
        }
      }
    }
    double square = rest.values().stream().mapToDouble(value -> value * value).sum();
    return Math.sqrt(square) / (2 * norms[a] * norms[b]);
  }

  private Map<Long, Double> commutator(int a, int b) {
    Map<Long, Double> bracket = new HashMap<>();
    for (Entry x : matrices.get(a)) {
      for (Entry y : matrices.get(b)) {
        if (x.column() == y.row()) {
          bracket.merge(key(x.row(), y.column()), x.value() * y.value(), Double::sum);
        }
        if (y.column() == x.row()) {
          bracket.merge(key(y.row(), x.column()), -x.value() * y.value(), Double::sum);
        }
      }
    }
    return bracket;
  }

  private static List<Entry> entries(Matrix matrix) {
    List<Entry> entries = new ArrayList<>();
    double[] values = matrix.values();
    for (int i = 0; i < values.length; i++) {
      if (values[i] != 0) {
        entries.add(new Entry(i / matrix.columns(), i % matrix.columns(), values[i]));
      }
    }
    return entries;
  }

  /** Most bases are orthogonal: their inverse is exact, and takes no elimination. */
  private static boolean invert(DMatrixRMaj gram) {
    for (int i = 0; i < gram.numRows; i++) {
      for (int j = 0; j < i; j++) {
        if (Math.abs(gram.get(i, j)) > 1e-15 * Math.sqrt(gram.get(i, i) * gram.get(j, j))) {
          return CommonOps_DDRM.invert(gram);
        }
      }
    }
    for (int i = 0; i < gram.numRows; i++) {
      double square = gram.get(i, i);
      if (!(square > 0)) {
        return false;
      }
      for (int j = 0; j < gram.numCols; j++) {
        gram.set(i, j, i == j ? 1 / square : 0);
      }
    }
    return true;
  }

  private static double norm(List<Entry> matrix) {
    return Math.sqrt(matrix.stream().mapToDouble(entry -> entry.value() * entry.value()).sum());
  }

  private static long key(int row, int column) {
    return ((long) row << 32) | column;
  }
}
