package org.liegg.app.orbit;

import org.liegg.api.ActionException;
import org.liegg.api.Batch;
import org.liegg.api.report.Orbit;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.spi.GroupAction;
import org.liegg.app.generators.Manifests;
import org.liegg.core.SampleOrbits;

/**
 * A wish about a report that has the generator.
 *
 * @param generator its coefficients
 * @param wish which sample, and how far
 */
public record ReportOrbit(double[] generator, OrbitWish wish) {

  /**
   * Finds the generator.
   *
   * @throws ActionException {@code LIEGG-GENERATORS-NONE} if the report has none, {@code
   *     LIEGG-ORBIT-GENERATOR} if it has others
   */
  public static ReportOrbit of(SymmetryReport report, OrbitWish wish) {
    int generators = report.generators().size();
    if (generators == 0) {
      throw Manifests.none(report.action().spec());
    }
    if (wish.generator() < 0 || wish.generator() >= generators) {
      throw new ActionException(
          "LIEGG-ORBIT-GENERATOR",
          "the report",
          "generator %d was asked for, and there are %d, counted from 0"
              .formatted(wish.generator(), generators),
          "ask for one from 0 to %d".formatted(generators - 1));
    }
    return new ReportOrbit(report.generators().get(wish.generator()).coefficients(), wish);
  }

  /**
   * Moves the sample.
   *
   * @param candidates the action that the generator is of
   * @throws org.liegg.api.LieggException as {@link SampleOrbits#of}
   */
  public OrbitValues on(SampleOrbits samples, GroupAction candidates) {
    SampleOrbits.Moved moved = samples.of(candidates, generator, wish.sample(), wish.t());
    Orbit orbit =
        new Orbit(
            wish.generator(),
            wish.sample(),
            moved.shape(),
            wish.t(),
            rows(moved.inputs()),
            rows(moved.outputs()));
    return new OrbitValues(orbit, rows(moved.expected()), moved.period());
  }

  private static double[][] rows(Batch batch) {
    double[][] rows = new double[batch.rows()][];
    for (int n = 0; n < rows.length; n++) {
      rows[n] = batch.slice(n, n + 1).values().clone();
    }
    return rows;
  }
}
