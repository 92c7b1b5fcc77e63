package org.liegg.study.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liegg.api.ModelException;
import org.liegg.api.NumericalException;
import org.liegg.api.report.Orbit;
import org.liegg.api.spi.ModelGradient;
import org.liegg.study.network.DenseNetwork;
import org.liegg.study.result.CellResult;
import org.liegg.study.result.Findings;
import org.liegg.study.result.TrackPoint;
import org.liegg.study.spec.Cell;
import org.liegg.study.spec.StudySpec;
import org.liegg.study.task.StudyTask;

/** Trains and measures single cells. Safe for use by many threads. */
public final class CellRunner {
  private static final double NANOS = 1e-9;

  private final Examiner examiner;

  public CellRunner(StudySpec spec, StudyTask task) {
    examiner = new Examiner(spec, task);
  }

  /**
   * The result of a cell; the same every time but for the seconds.
   *
   * @param key of the cell
   */
  public CellResult run(Cell cell, String key) {
    long from = System.nanoTime();
    List<TrackPoint> track = new ArrayList<>();
    Optional<Fit> fit = Optional.empty();
    Optional<Findings> findings = Optional.empty();
    List<Orbit> orbits = List.of();
    CellResult.Status status = CellResult.Status.DONE;
    String message = "";
    try {
      fit =
          new Trainer(examiner.spec(), examiner.task(), cell)
              .train((epoch, last, current) -> watch(track, epoch, last, current));
      if (fit.isPresent()) {
        DenseNetwork network = fit.get().network();
        findings = Optional.of(examiner.examine(network));
        orbits = orbits(network, findings.get());
      } else {
        status = CellResult.Status.DIVERGED;
        message = "a parameter left the range of numbers";
      }
    } catch (NumericalException | ModelException e) {
      // Parameters may be numbers still while what is computed from them is not.
      status = CellResult.Status.FAILED;
      message = String.valueOf(e.getMessage());
    }
    double seconds = (System.nanoTime() - from) * NANOS;
    CellResult.Outcome outcome =
        new CellResult.Outcome(status, findings, fit.flatMap(Fit::trained));
    return new CellResult(key, cell, outcome, track, orbits, seconds, message);
  }

  private void watch(List<TrackPoint> track, int epoch, boolean last, DenseNetwork network) {
    int every = examiner.spec().evaluation().trackEvery();
    if (every > 0 && (epoch % every == 0 || last)) {
      track.add(new TrackPoint(epoch, examiner.examine(network)));
    }
  }

  private List<Orbit> orbits(DenseNetwork network, Findings findings) {
    StudyTask task = examiner.task();
    if (task.imageSize().length == 0 || findings.generator().length != 4) {
      return List.of();
    }
    try (ModelGradient model = network.gradients(examiner.options().withSelfCheck(false))) {
      return Orbits.of(task, findings.generator(), model);
    }
  }
}
