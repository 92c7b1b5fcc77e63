package org.liegg.algebra;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Gives a closed algebra its name: by the whole space it acts on, else by its simple ideals and
 * center, else as a semidirect sum with an abelian ideal, else as a Heisenberg algebra.
 *
 * @param representation how the basis acts, where it acts by matrices
 * @param affine whether its last coordinate is the constant 1
 * @param exact whether the matrices are those of an exact algebra
 * @param tolerance what the noise may have moved matrices and structure constants by
 */
record Identification(
    StructureConstants algebra,
    Structure structure,
    Optional<Representation> representation,
    boolean affine,
    boolean exact,
    double tolerance) {
  /** Tolerance of what is exact up to rounding. */
  static final double FINE = 1e-8;

  /** The name, empty where nothing in the catalogue fits. */
  Optional<Identity> identity() {
    return byAction()
        .or(this::abelian)
        .or(this::reductive)
        .or(this::semidirect)
        .or(this::nilpotent)
        .or(() -> SpaceTimeNames.of(algebra, structure, tolerance))
        .or(this::besideCenter);
  }

  private Optional<Identity> byAction() {
    int g = algebra.dimension();
    return representation
        .flatMap(space -> classical(space, g))
        .map(found -> found.withAliases(aliases(found.name())));
  }

  /**
   * A classical name by some invariant space on which no element acts as 0. An exact algebra of
   * more than two dimensions mostly acts exactly, so that fine distinctions can be made; a smaller
   * one is closed whatever the noise.
   */
  private Optional<Identity> classical(Representation whole, int dimension) {
    Representation moved = whole.on(whole.moved(tolerance));
    if (moved.rank(tolerance) < dimension) {
      return Optional.empty();
    }
    Optional<Identity> found =
        exact && dimension > 2 ? classical(moved, dimension, FINE) : Optional.empty();
    return found.or(() -> classical(moved, dimension, tolerance));
  }

  private Optional<Identity> classical(Representation moved, int dimension, double fine) {
    return ClassicalNames.of(moved, fine)
        .or(
            () ->
                moved.pieces(fine).stream()
                    .sorted(Comparator.comparingInt(piece -> piece.numCols))
                    .map(moved::on)
                    .filter(piece -> piece.rank(tolerance) == dimension)
                    .flatMap(piece -> ClassicalNames.of(piece, fine).stream())
                    .findFirst());
  }

  private List<String> aliases(String name) {
    List<String> simple =
        structure.radicalDimension() == 0
            ? SimpleCatalogue.names(structure.killing()[0], structure.killing()[1])
            : List.of();
    if (simple.contains(name) && !SimpleCatalogue.isAmbiguous(simple)) {
      return simple.stream().filter(other -> !other.equals(name)).toList();
    }
    return switch (name) {
      case "so(4)" -> List.of("so(3)+so(3)");
      case "so(2,2)" -> List.of("sl(2)+sl(2)");
      case "so(2)" -> List.of("u(1)");
      default -> List.of();
    };
  }

  private Optional<Identity> abelian() {
    if (structure.derived()[0] > 0) {
      return Optional.empty();
    }
    int g = algebra.dimension();
    boolean translations =
        affine
            && representation.isPresent()
            && representation.get().moved(tolerance).numCols == g
            && onlyConstantMoves(representation.get());
    String name = (translations ? "translate(%d)" : "abelian(%d)").formatted(g);
    return ClassicalNames.found(
        name,
        translations
            ? "moves every point alike, in %d directions".formatted(g)
            : "all brackets vanish");
  }

  private boolean onlyConstantMoves(Representation space) {
    int last = space.order() - 1;
    for (DMatrixRMaj a : space.matrices()) {
      DMatrixRMaj linear = CommonOps_DDRM.extract(a, 0, last, 0, last);
      if (CommonOps_DDRM.elementMaxAbs(linear) > tolerance) {
        return false;
      }
    }
    return true;
  }

  private Optional<Identity> reductive() {
    if (!structure.isReductive()) {
      return Optional.empty();
    }
    DMatrixRMaj semisimple = structure.derivedAlgebra();
    if (semisimple.numCols + structure.centerDimension() != algebra.dimension()) {
      return Optional.empty();
    }
    List<Identity> parts = new ArrayList<>();
    StructureConstants own = algebra.within(semisimple);
    for (DMatrixRMaj ideal : SimpleIdeals.of(own, tolerance)) {
      Optional<Identity> part = simple(own.within(ideal), Dense.multiply(semisimple, ideal));
      if (part.isEmpty()) {
        return Optional.empty();
      }
      parts.add(part.get());
    }
    parts.sort(Comparator.comparing(Identity::name));
    if (structure.centerDimension() > 0) {
      parts.add(center());
    }
    return Optional.of(joined(parts));
  }

  private Optional<Identity> simple(StructureConstants ideal, DMatrixRMaj columns) {
    int[] signature =
        InvariantForm.signature(ideal.killing(), Math.max(tolerance, 1e-9) * ideal.largest());
    List<String> names = SimpleCatalogue.names(signature[0], signature[1]);
    if (signature[2] > 0 || names.isEmpty()) {
      return Optional.empty();
    }
    String evidence =
        "a simple ideal of dimension %d with %d noncompact and %d compact directions"
            .formatted(ideal.dimension(), signature[0], signature[1]);
    Optional<Identity> acting =
        representation
            .map(space -> space.of(columns))
            .flatMap(space -> classical(space, ideal.dimension()))
            .filter(found -> names.contains(found.name()));
    if (acting.isPresent()) {
      String name = acting.get().name();
      List<String> others =
          SimpleCatalogue.isAmbiguous(names)
              ? List.of()
              : names.stream().filter(other -> !other.equals(name)).toList();
      return Optional.of(new Identity(name, others, acting.get().evidence()));
    }
    if (SimpleCatalogue.isAmbiguous(names)) {
      return Optional.empty();
    }
    return Optional.of(
        new Identity(names.get(0), names.subList(1, names.size()), List.of(evidence)));
  }

  private Identity center() {
    int z = structure.centerDimension();
    return representation
        .map(space -> space.of(structure.center()))
        .flatMap(space -> z == 1 ? classical(space, 1) : Optional.empty())
        .orElseGet(
            () ->
                new Identity(
                    "abelian(%d)".formatted(z),
                    List.of(),
                    List.of("a center of dimension %d".formatted(z))));
  }

  private static Identity joined(List<Identity> parts) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    List<String> evidence = new ArrayList<>();
    evidence.add("a direct sum of %d ideals".formatted(parts.size()));
    parts.forEach(part -> evidence.addAll(part.evidence()));
    return new Identity(
        parts.stream().map(Identity::name).collect(joining("+")), List.of(), evidence);
  }

  private Optional<Identity> semidirect() {
    DMatrixRMaj ideal = structure.abelianIdeal();
    int m = ideal.numCols;
    if (m == 0 || m == algebra.dimension()) {
      return Optional.empty();
    }
    List<DMatrixRMaj> matrices = new ArrayList<>();
    for (int i = 0; i < algebra.dimension(); i++) {
      matrices.add(Dense.multiplyTransA(ideal, Dense.multiply(algebra.ad(i), ideal)));
    }
    Representation onIdeal = new Representation(m, matrices);
    if (onIdeal.rank(tolerance) + m != algebra.dimension()) {
      return Optional.empty();
    }
    return ClassicalNames.of(onIdeal, tolerance)
        .map(
            rest ->
                new Identity(
                    semidirectName(rest.name(), m),
                    List.of(),
                    List.of(
                        "an abelian ideal of dimension %d, on which the rest acts faithfully"
                            .formatted(m),
                        rest.evidence().get(0))));
  }

  private static String semidirectName(String rest, int m) {
    String full = "(%d)".formatted(m);
    if (rest.equals("so" + full)) {
      return "se" + full;
    }
    if (rest.equals("gl" + full) || rest.equals("scale(1)")) {
      return "aff" + full;
    }
    if (rest.startsWith("so(")) {
      return "iso" + rest.substring(2);
    }
    return "%s⋉R^%d".formatted(rest, m);
  }

  /** The rest, where a part of the center is no bracket of anything and so stands by itself. */
  private Optional<Identity> besideCenter() {
    DMatrixRMaj derived = structure.derivedAlgebra();
    DMatrixRMaj center = structure.center();
    DMatrixRMaj outside = center.copy();
    CommonOps_DDRM.multAdd(-1, derived, Dense.multiplyTransA(derived, center), outside);
    DMatrixRMaj apart = Spans.orthonormal(outside, Math.max(FINE, tolerance));
    if (apart.numCols == 0 || apart.numCols == algebra.dimension()) {
      return Optional.empty();
    }
    StructureConstants rest = algebra.within(Dense.complement(apart));
    return new Identification(
            rest, Structure.of(rest, tolerance), Optional.empty(), false, exact, tolerance)
        .identity()
        .map(
            found ->
                joined(
                    List.of(
                        found,
                        new Identity(
                            "abelian(%d)".formatted(apart.numCols),
                            List.of(),
                            List.of("a center of dimension %d".formatted(apart.numCols))))));
  }

  private Optional<Identity> nilpotent() {
    int[] series = structure.lowerCentral();
    int g = algebra.dimension();
    int z = structure.centerDimension();
    int heisenberg = g - z + 1;
    if (series[series.length - 1] != 0 || structure.derived()[0] != 1 || heisenberg % 2 == 0) {
      return Optional.empty();
    }
    String name = "heisenberg(%d)".formatted(heisenberg);
    return ClassicalNames.found(
        z == 1 ? name : "%s+abelian(%d)".formatted(name, z - 1),
        "nilpotent, all brackets in one central direction");
  }
}
