package org.liegg.app.orbit;

import java.util.OptionalLong;
import org.liegg.api.ActionException;
import org.liegg.api.Batch;
import org.liegg.api.Dataset;
import org.liegg.api.report.Orbit;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.GroupFlows;
import org.liegg.api.spi.ModelGradient;
import org.liegg.app.generators.Manifests;
import org.liegg.core.finite.SamplePath;
import org.liegg.core.samples.SampleRows;
import org.liegg.core.transformation.VaryingModel;
import org.liegg.groups.ActionFit;
import org.liegg.groups.Flows;
import org.liegg.groups.ImageAxes;

/**
 * Moves samples of a model along what a report found.
 *
 * @param model open, of this thread; asked for values alone
 * @param data whole samples
 * @param limit the first samples alone are used
 */
public record SampleOrbits(ModelGradient model, Dataset data, OptionalLong limit) {
  /** Samples that a model is asked for at a time. */
  private static final int BATCH = 64;

  /** Numbers of all points of a path, 64 MiB. */
  private static final long LARGEST = 1L << 23;

  /**
   * Refuses a generator that a report does not have.
   *
   * @throws ActionException {@code LIEGG-GENERATORS-NONE} if it has none, {@code
   *     LIEGG-ORBIT-GENERATOR} if it has others
   */
  public static void requireGenerator(SymmetryReport report, OrbitWish wish) {
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
  }

  /**
   * Moves one sample.
   *
   * @param candidates the action that the report's generators are of
   * @throws org.liegg.api.LieggException as {@link org.liegg.app.Liegg#orbit}
   */
  public OrbitValues of(SymmetryReport report, GroupAction candidates, OrbitWish wish) {
    requireGenerator(report, wish);
    SampleRows.requireFit(data, model.info());
    int d = model.info().inputSize();
    int k = model.info().outputSize();
    GroupAction action = ActionFit.bind(candidates, d, k);
    requireSame(report, action);
    requireSize(wish);
    double[] generator = report.generators().get(wish.generator()).coefficients();
    Batch sample = SampleRows.at(data, wish.sample(), limit);
    VaryingModel varying = new VaryingModel(model, BATCH);
    GroupFlows flows = Flows.of(action);
    SamplePath path = SamplePath.of(varying, flows, generator, sample, wish.t());
    Orbit orbit =
        new Orbit(
            wish.generator(),
            wish.sample(),
            ImageAxes.of(action).orElseGet(() -> varying.axes(data.sampleShape())),
            wish.t(),
            rows(path.inputs()),
            rows(path.outputs()));
    return new OrbitValues(orbit, rows(path.expected()), flows.period(generator));
  }

  private static void requireSame(SymmetryReport report, GroupAction action) {
    if (action.dimension() != report.action().dimension()) {
      throw new ActionException(
          "LIEGG-ORBIT-ACTION",
          "action '%s'".formatted(action.spec()),
          "it has %d fields, those of the report are %d"
              .formatted(action.dimension(), report.action().dimension()),
          "give the report of this model, and the action as it was then");
    }
  }

  private void requireSize(OrbitWish wish) {
    long each = (long) model.info().sampleSize() + 2L * model.info().outputSize();
    if (each * wish.t().length > LARGEST) {
      throw new ActionException(
          "LIEGG-ORBIT-SIZE",
          "the orbit of a sample of %d numbers".formatted(model.info().sampleSize()),
          "%d points of it hold %d numbers, inputs and outputs together"
              .formatted(wish.t().length, each * wish.t().length),
          "ask for at most %d values of t".formatted(Math.max(1, LARGEST / each)));
    }
  }

  private static double[][] rows(Batch batch) {
    double[][] rows = new double[batch.rows()][];
    for (int n = 0; n < rows.length; n++) {
      rows[n] = batch.slice(n, n + 1).values().clone();
    }
    return rows;
  }
}
