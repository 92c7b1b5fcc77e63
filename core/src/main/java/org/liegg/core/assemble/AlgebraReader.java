package org.liegg.core.assemble;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liegg.algebra.InvariantForm;
import org.liegg.algebra.LearnedAlgebra;
import org.liegg.algebra.LieAlgebras;
import org.liegg.api.report.Algebra;
import org.liegg.api.report.Form;
import org.liegg.api.report.FormKind;
import org.liegg.api.spi.GroupAction;
import org.liegg.metrics.NullspaceDecision;

/** Has the algebra read that the decided directions span, and writes it down for the report. */
final class AlgebraReader {
  /** A generator that acts on few coordinates keeps every form on the others. */
  private static final int MAX_FORMS = 16;

  private AlgebraReader() {}

  /**
   * The algebra of the directions that are held, modulo the trivial ones. Empty where none is held,
   * where not all of them are known, or where the action has neither matrices nor monomials.
   */
  static Optional<Algebra> read(GroupAction action, NullspaceDecision decision) {
    int told = action.insensitiveCounts() ? decision.dimension() : decision.accepted();
    if (told == 0 || decision.openEnded() || !knowsBrackets(action)) {
      return Optional.empty();
    }
    if (decision.defects().trivialVectors() < decision.defects().trivialCount()) {
      return Optional.empty();
    }
    return Optional.of(section(LieAlgebras.of(action, decision)));
  }

  private static boolean knowsBrackets(GroupAction action) {
    return action.polynomialFields().isPresent()
        || action.matrix(new double[action.dimension()]).isPresent();
  }

  private static Algebra section(LearnedAlgebra found) {
    boolean closureKnown = !Double.isNaN(found.closureResidual());
    boolean structureKnown = found.derivedDimensions().length > 0;
    List<InvariantForm> forms = found.invariantForms();
    List<String> evidence = new ArrayList<>(found.evidence());
    if (forms.size() > MAX_FORMS) {
      evidence.add(
          "%d independent forms are kept, the first %d are given"
              .formatted(forms.size(), MAX_FORMS));
    }
    return new Algebra(
        new Algebra.Identity(found.name(), found.identified(), found.dimension()),
        new Algebra.Closure(
            when(closureKnown, found.closureResidual()), when(closureKnown, found.closureBound())),
        new Algebra.Invariants(
            when(structureKnown, found.killingSignature()),
            when(structureKnown, found.derivedDimensions()),
            when(structureKnown, found.centerDimension())),
        forms.stream().limit(MAX_FORMS).map(AlgebraReader::form).toList(),
        found.isomorphicTo(),
        evidence);
  }

  private static <T> Optional<T> when(boolean known, T value) {
    return known ? Optional.of(value) : Optional.empty();
  }

  private static Form form(InvariantForm form) {
    return new Form(
        form.kind() == InvariantForm.Kind.SYMMETRIC ? FormKind.SYMMETRIC : FormKind.ANTISYMMETRIC,
        form.signature(),
        form.form().copyRows());
  }
}
