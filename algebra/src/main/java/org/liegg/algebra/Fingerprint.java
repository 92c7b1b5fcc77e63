package org.liegg.algebra;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Numbers that isomorphic algebras share, of an algebra and of its nilpotent ideal [g, radical].
 *
 * @param numbers dimension, Killing form, series and center of the one, then of the other
 */
record Fingerprint(List<Integer> numbers) {

  static Fingerprint of(StructureConstants algebra, Structure structure, double tolerance) {
    List<Integer> numbers = new ArrayList<>();
    add(numbers, algebra, structure);
    StructureConstants inner = algebra.within(nilpotent(algebra, structure, tolerance));
    add(numbers, inner, Structure.of(inner, tolerance));
    return new Fingerprint(List.copyOf(numbers));
  }

  /** [g, radical], orthonormal columns: an ideal that is nilpotent. */
  static DMatrixRMaj nilpotent(StructureConstants algebra, Structure structure, double tolerance) {
    DMatrixRMaj all = CommonOps_DDRM.identity(algebra.dimension());
    return Structure.bracketSpan(algebra, all, structure.radical(), tolerance);
  }

  private static void add(List<Integer> numbers, StructureConstants algebra, Structure structure) {
    numbers.add(algebra.dimension());
    numbers.add(structure.radicalDimension());
    numbers.add(structure.centerDimension());
    for (int[] each : List.of(structure.killing(), structure.derived(), structure.lowerCentral())) {
      numbers.add(each.length);
      Arrays.stream(each).forEach(numbers::add);
    }
  }
}
