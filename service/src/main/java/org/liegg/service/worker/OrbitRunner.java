package org.liegg.service.worker;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.liegg.api.report.SymmetryReport;
import org.liegg.app.Extraction;
import org.liegg.app.Liegg;
import org.liegg.app.orbit.OrbitValues;
import org.liegg.app.orbit.OrbitWish;
import org.liegg.client.SampleOrbit;
import org.liegg.report.ReportFiles;
import org.liegg.report.ReportJson;
import org.liegg.service.worker.Assignment.OrbitAsk;

/** Values along a generator of a report that lies in the folder. */
final class OrbitRunner {
  private final Liegg liegg;

  OrbitRunner(Liegg liegg) {
    this.liegg = liegg;
  }

  /**
   * Writes them beside the report.
   *
   * @param asked the extraction that the report is of
   */
  void run(OrbitAsk ask, Extraction asked, Path folder) {
    SymmetryReport report = ReportJson.read(folder.resolve(Assignment.REPORT));
    OrbitWish wish = new OrbitWish(ask.generator(), ask.sample(), times(ask));
    OrbitValues values = liegg.orbit(asked.request(), report, wish);
    SampleOrbit answer =
        new SampleOrbit(
            values.t(),
            values.inputs(),
            values.outputs(),
            values.expected(),
            values.period(),
            image(values.shape()));
    ReportFiles.writeAtomically(folder.resolve(Assignment.ORBIT), Spoken.line(answer));
  }

  /** From −reach to reach, as far from each other. */
  private static double[] times(OrbitAsk ask) {
    int last = ask.steps() - 1;
    return IntStream.rangeClosed(0, last)
        .mapToDouble(i -> ask.reach() * (2.0 * i - last) / last)
        .toArray();
  }

  private static Optional<SampleOrbit.Image> image(List<Integer> shape) {
    if (shape.size() < 2) {
      return Optional.empty();
    }
    int channels = shape.size() > 2 ? shape.get(2) : 1;
    return Optional.of(new SampleOrbit.Image(shape.get(0), shape.get(1), channels));
  }
}
