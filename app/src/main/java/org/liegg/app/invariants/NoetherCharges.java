package org.liegg.app.invariants;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.liegg.algebra.HamiltonianFunctions;
import org.liegg.algebra.LieAlgebras;
import org.liegg.algebra.polynomial.Polynomial;
import org.liegg.api.ActionException;
import org.liegg.api.Matrix;
import org.liegg.api.ModelException;
import org.liegg.api.report.Generator;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.PolynomialFields;
import org.liegg.core.integrals.LagrangianCharges;

/**
 * Noether's charges of the symmetries of a Hamiltonian or a Lagrangian.
 *
 * @param values what evaluates them on the samples
 * @param names of the inputs: positions, and then momenta or velocities
 * @param report of the model under the candidates
 */
record NoetherCharges(SampleValues values, List<String> names, SymmetryReport report) {

  /**
   * The charges.
   *
   * @param model H or L, one output
   * @param action the candidates, on all inputs
   * @throws ModelException {@code LIEGG-INTEGRALS-SIZE} if the inputs are no pairs, or it has
   *     another number of outputs
   */
  Invariants of(ModelGradient model, Mechanics kind, GroupAction action) {
    if (names.size() % 2 != 0 || model.info().outputSize() != 1) {
      throw new ModelException(
          "LIEGG-INTEGRALS-SIZE",
          "model " + model.info().path(),
          "it has %d inputs and %d outputs: it is no energy of positions and as many %s"
              .formatted(
                  names.size(),
                  model.info().outputSize(),
                  kind == Mechanics.HAMILTONIAN ? "momenta" : "velocities"),
          "give a model of one output, whose inputs are positions and then %s"
              .formatted(kind == Mechanics.HAMILTONIAN ? "momenta" : "velocities"));
    }
    PolynomialFields fields =
        action
            .polynomialFields()
            .orElseThrow(
                () ->
                    new ActionException(
                        "LIEGG-INVARIANTS-ACTION",
                        "action '%s'".formatted(action.spec()),
                        "its fields are no polynomials of the inputs",
                        "name a linear, an affine or a polynomial action with --action"));
    return kind == Mechanics.HAMILTONIAN ? hamiltonian(fields) : lagrangian(model, action);
  }

  private Invariants hamiltonian(PolynomialFields fields) {
    List<Generator> generators = report.generators();
    double[] rows =
        generators.stream().flatMapToDouble(one -> Arrays.stream(one.coefficients())).toArray();
    int columns = report.action().dimension();
    List<Polynomial> charges =
        generators.isEmpty()
            ? List.of()
            : HamiltonianFunctions.of(
                fields, new Matrix(generators.size(), columns, rows), noise());
    List<String> remarks = new ArrayList<>();
    if (generators.size() > charges.size()) {
      remarks.add(
          "%d of the %d symmetries are canonical; the others have no charge."
              .formatted(charges.size(), generators.size()));
    }
    return new Invariants(
        headline(charges.size()),
        charges.stream()
            .map(one -> new Invariants.Function(one.text(names), worst(), Optional.empty()))
            .toList(),
        remarks,
        verdict(charges.size()),
        values.of(charges));
  }

  private Invariants lagrangian(ModelGradient model, GroupAction action) {
    LagrangianCharges charges =
        new LagrangianCharges(
            action, report.generators().stream().map(Generator::coefficients).toList());
    List<String> texts = charges.texts(names);
    List<Invariants.Function> functions = new ArrayList<>();
    for (int k = 0; k < texts.size(); k++) {
      Generator one = report.generators().get(k);
      functions.add(
          new Invariants.Function(texts.get(k), Optional.of(one.defect()), one.defectInterval()));
    }
    return new Invariants(
        headline(functions.size()),
        functions,
        List.of(),
        verdict(functions.size()),
        values.of(functions.size(), batch -> charges.values(model, batch)));
  }

  private String headline(int count) {
    if (report.nullspace().verdict() == Verdict.INSUFFICIENT_EVIDENCE) {
      return "Not enough evidence to say which charges are conserved.";
    }
    return count == 0
        ? "No symmetry among the %d directions has a charge.".formatted(report.action().dimension())
        : "%d charge%s conserved.".formatted(count, count == 1 ? " is" : "s are");
  }

  private Verdict verdict(int count) {
    Verdict verdict = report.nullspace().verdict();
    return count == 0 && verdict == Verdict.INVARIANT ? Verdict.BROKEN : verdict;
  }

  private Optional<Double> worst() {
    return report.generators().stream().map(Generator::defect).max(Double::compare);
  }

  private double noise() {
    double other =
        Arrays.stream(report.spectrum().defect())
            .filter(defect -> defect > report.nullspace().tolerance())
            .min()
            .orElse(1);
    return LieAlgebras.noise(Math.max(0, worst().orElse(0.0)), other);
  }
}
