package org.liegg.groups.basic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.liegg.api.FieldBasis;
import org.liegg.api.Matrix;
import org.liegg.api.Monomials;

/**
 * Collects named fields of degree 2 at most, with the matrix of each. A field is scaled so that the
 * squares of its coefficients of monomials sum to 1, and its matrix with it.
 */
final class QuadraticFields {
  private final String spec;
  private final int order;
  private final Monomials monomials;
  private final Map<List<Integer>, Integer> index = new HashMap<>();
  private final FieldBasis.Builder basis;
  private final List<String> names = new ArrayList<>();
  private final List<Matrix> matrices = new ArrayList<>();
  private final Map<Integer, Map<Integer, Double>> terms = new TreeMap<>();
  private double[] matrix;

  /**
   * @param n inputs
   * @param order of the matrices
   */
  QuadraticFields(String spec, int n, int order) {
    this.spec = spec;
    this.order = order;
    this.monomials = Monomials.upTo(n, 2);
    for (int p = 0; p < monomials.count(); p++) {
      index.put(key(monomials.exponents().get(p)), p);
    }
    this.basis = FieldBasis.builder(n, monomials.count());
    this.matrix = new double[order * order];
  }

  private static List<Integer> key(int[] powers) {
    List<Integer> variables = new ArrayList<>();
    for (int i = 0; i < powers.length; i++) {
      for (int e = 0; e < powers[i]; e++) {
        variables.add(i);
      }
    }
    return variables;
  }

  /** Adds to component i a multiple of the product of some variables, in ascending order. */
  QuadraticFields term(int i, double value, Integer... variables) {
    int p = Objects.requireNonNull(index.get(List.of(variables)));
    terms.computeIfAbsent(i, k -> new TreeMap<>()).merge(p, value, Double::sum);
    return this;
  }

  /** Adds to an entry of the field's matrix. */
  QuadraticFields entry(int row, int column, double value) {
    matrix[row * order + column] += value;
    return this;
  }

  /** Ends a field; indices count from 0 here, from 1 in its name. */
  void named(String letter, int... indices) {
    StringBuilder name = new StringBuilder(letter);
    for (int k = 0; k < indices.length; k++) {
      name.append(k == 0 ? "[" : ",").append(indices[k] + 1);
    }
    names.add(indices.length == 0 ? letter : name.append(']').toString());
    double squares =
        terms.values().stream()
            .flatMap(component -> component.values().stream())
            .mapToDouble(value -> value * value)
            .sum();
    double unit = 1 / Math.sqrt(squares);
    terms.forEach(
        (i, component) -> component.forEach((p, value) -> basis.entry(i, p, unit * value)));
    basis.endField();
    for (int k = 0; k < matrix.length; k++) {
      matrix[k] *= unit;
    }
    matrices.add(new Matrix(order, order, matrix));
    matrix = new double[order * order];
    terms.clear();
  }

  String spec() {
    return spec;
  }

  Monomials monomials() {
    return monomials;
  }

  FieldBasis basis() {
    return basis.build();
  }

  List<String> names() {
    return List.copyOf(names);
  }

  List<Matrix> matrices() {
    return List.copyOf(matrices);
  }
}
