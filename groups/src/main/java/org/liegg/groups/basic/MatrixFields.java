package org.liegg.groups.basic;

import java.util.ArrayList;
import java.util.List;
import org.liegg.api.FieldBasis;
import org.liegg.api.Matrix;
import org.liegg.groups.field.FeatureMap;

/**
 * Collects the named fields of one block, a sparse matrix each, and makes an action of them. For
 * families whose size follows from a formula only with trouble.
 */
public final class MatrixFields {
  private final String spec;
  private final FeatureMap map;
  private final FieldBasis.Builder basis;
  private final List<String> names = new ArrayList<>();

  /**
   * @param n inputs of the block
   */
  public MatrixFields(String spec, FeatureMap map, int n) {
    this.spec = spec;
    this.map = map;
    this.basis = FieldBasis.builder(n, map.width(n));
  }

  /** Adds {@code A[row, column] = value}, the column a feature of the map. */
  public MatrixFields entry(int row, int column, double value) {
    basis.entry(row, column, value);
    return this;
  }

  /** Ends a field and names it like {@code L[1,2]}; indices count from 0 here, from 1 there. */
  public void named(String letter, int... indices) {
    StringBuilder name = new StringBuilder(letter).append('[');
    for (int k = 0; k < indices.length; k++) {
      name.append(k == 0 ? "" : ",").append(indices[k] + 1);
    }
    named(name.append(']').toString());
  }

  /** Ends a field and names it. */
  public void named(String name) {
    names.add(name);
    basis.endField();
  }

  /** Adds the entries of a dense matrix that are not 0. */
  public MatrixFields entries(Matrix matrix) {
    for (int i = 0; i < matrix.rows(); i++) {
      for (int j = 0; j < matrix.columns(); j++) {
        if (matrix.get(i, j) != 0) {
          entry(i, j, matrix.get(i, j));
        }
      }
    }
    return this;
  }

  public FactoredAction build() {
    List<String> all = List.copyOf(names);
    return new FactoredAction(spec, map, basis.build(), all::get);
  }
}
