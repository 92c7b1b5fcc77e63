package org.liegg.report;

import java.util.List;
import java.util.Optional;
import org.liegg.api.report.DiscreteSymmetries;
import org.liegg.api.report.SymmetryReport;

/** Reports with discrete symmetries. */
final class DiscreteReport {
  private DiscreteReport() {}

  static DiscreteSymmetries.Element swap(double defect) {
    return new DiscreteSymmetries.Element(
        "swap of x1 and x2",
        new int[] {1, 0, 2, 3, 4, 5, 6, 7, 8, 9},
        new int[] {1, 1, 1, 1, 1, 1, 1, 1, 1, -1},
        defect,
        new double[] {0, 0.004});
  }

  static DiscreteSymmetries found(DiscreteSymmetries.Element... generators) {
    return new DiscreteSymmetries(
        generators.length == 0 ? "trivial" : "B(2)",
        generators.length == 0 ? "1" : "30414093201713378043612608166064768844377641568960",
        List.of(generators),
        generators.length == 0 ? List.of() : List.of(new int[] {0, 1}),
        new int[] {7},
        List.of(new DiscreteSymmetries.Family("swaps of two inputs", 45, generators.length)),
        List.of("quarter turns of two inputs"),
        new DiscreteSymmetries.Trial(45, generators.length, 0.025, 500, 501),
        generators.length == 0
            ? Optional.empty()
            : Optional.of(new DiscreteSymmetries.Products(8, 0.002, new double[] {0.001, 0.003})));
  }

  static SymmetryReport of(DiscreteSymmetries found) {
    SymmetryReport base = Reports.o5();
    return base.completed(
        base.evidence().with(Optional.of(found)), base.nullspace(), List.of(), base.provenance());
  }
}
