package org.liegg.algebra;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.liegg.algebra.LearnedAlgebra.Closure;
import org.liegg.algebra.LearnedAlgebra.ExactBasis;
import org.liegg.algebra.LearnedAlgebra.Invariants;
import org.liegg.algebra.LearnedAlgebra.Levi;
import org.liegg.algebra.LearnedAlgebra.Naming;

/** Puts readings into words. */
final class Results {

  private Results() {}

  /**
   * What was measured on the way.
   *
   * @param sensitive dimension of the algebra
   * @param trivial number of trivial fields
   * @param closeness how nearly the directions are closed
   * @param tolerance of structure constants
   */
  record Measured(int sensitive, int trivial, Closeness closeness, double tolerance) {}

  static LearnedAlgebra read(
      Structure structure,
      StructureConstants constants,
      Optional<Identity> identity,
      List<InvariantForm> forms,
      Measured measured,
      Optional<ExactBasis> nearestExact) {
    List<String> evidence = new ArrayList<>();
    evidence.add(measured.closeness().evidence());
    if (measured.trivial() > 0) {
      evidence.add(
          "taken modulo %d trivial fields, which are an ideal".formatted(measured.trivial()));
    }
    identity.ifPresent(found -> evidence.addAll(found.evidence()));
    boolean named = identity.isPresent();
    if (!named && measured.sensitive() > 0) {
      evidence.add("nothing in the catalogue has these invariants");
    }
    return new LearnedAlgebra(
        new Naming(
            identity.map(Identity::name).orElseGet(() -> unidentified(structure, measured)),
            named,
            identity.map(Identity::isomorphicTo).orElse(List.of()),
            evidence),
        measured.sensitive(),
        measured.trivial(),
        new Closure(measured.closeness().residual(), measured.closeness().bound()),
        new Invariants(
            structure.killing(),
            structure.derived(),
            structure.lowerCentral(),
            structure.centerDimension(),
            new Levi(
                structure.radicalDimension(),
                measured.sensitive() - structure.radicalDimension(),
                idealDimensions(structure, constants, measured.tolerance())),
            structure.isCompact()),
        forms,
        nearestExact);
  }

  private static String unidentified(Structure structure, Measured measured) {
    if (measured.sensitive() == 0) {
      return "none, %d trivial fields".formatted(measured.trivial());
    }
    int[] killing = structure.killing();
    return "unidentified, dimension %d, signature (%d,%d,%d)"
        .formatted(measured.sensitive(), killing[0], killing[1], killing[2]);
  }

  private static int[] idealDimensions(
      Structure structure, StructureConstants constants, double tolerance) {
    DMatrixRMaj semisimple = structure.derivedAlgebra();
    if (!structure.isReductive() || semisimple.numCols == 0) {
      return new int[0];
    }
    return SimpleIdeals.of(constants.within(semisimple), tolerance).stream()
        .map(ideal -> ideal.numCols)
        .sorted(Comparator.reverseOrder())
        .mapToInt(Integer::intValue)
        .toArray();
  }

  static LearnedAlgebra notClosed(int directions, int trivial, double residual, double bound) {
    return unnamed(
        "not an algebra, closure residual %s".formatted(Closeness.number(residual)),
        directions,
        trivial,
        residual,
        bound,
        ("brackets of the generators leave their span by %s, the noise explains %s: symmetries of"
                + " the samples alone, or directions that are none")
            .formatted(Closeness.number(residual), Closeness.number(bound)));
  }

  static LearnedAlgebra trivialNoIdeal(int directions, int trivial, double residual, double bound) {
    return unnamed(
        "unidentified, dimension %d".formatted(directions + trivial),
        directions,
        trivial,
        residual,
        bound,
        "the trivial fields are no ideal, so that nothing can be taken modulo them");
  }

  static LearnedAlgebra notComputed(int directions, int trivial, String why) {
    return unnamed(
        "unidentified, dimension %d".formatted(directions),
        directions,
        trivial,
        Double.NaN,
        0,
        why);
  }

  private static LearnedAlgebra unnamed(
      String name, int directions, int trivial, double residual, double bound, String evidence) {
    return new LearnedAlgebra(
        new Naming(name, false, List.of(), List.of(evidence)),
        directions,
        trivial,
        new Closure(residual, bound),
        Invariants.unknown(),
        List.of(),
        Optional.empty());
  }
}
