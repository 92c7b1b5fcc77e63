package org.liegg.study.task;

import java.util.Random;
import org.liegg.api.Batch;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.Flows;
import org.liegg.study.spec.Cell;

/**
 * Moves samples by random elements exp(Σ c_r A_r) of a group, the c_r being normal with standard
 * deviation {@value #SPREAD}; targets stay as they are.
 */
final class Motions {
  static final double SPREAD = 0.5;

  private final GroupAction reference;

  /**
   * @param reference acts on all inputs of a sample
   */
  Motions(GroupAction reference) {
    this.reference = reference;
  }

  /** What a cell is shown. */
  StudyTask.Epochs shown(Samples samples, Cell cell) {
    return StudyTask.Epochs.of(cell, () -> samples, seed -> moved(samples, seed));
  }

  private Samples moved(Samples samples, long seed) {
    Random random = new Random(seed);
    int d = samples.x().columns();
    double[] all = new double[samples.x().values().length];
    double[] coefficients = new double[reference.dimension()];
    for (int n = 0; n < samples.size(); n++) {
      for (int r = 0; r < coefficients.length; r++) {
        coefficients[r] = SPREAD * random.nextGaussian();
      }
      Batch moved = Flows.of(reference, coefficients).at(samples.x().slice(n, n + 1), 1);
      System.arraycopy(moved.values(), 0, all, n * d, d);
    }
    return new Samples(new Batch(samples.size(), d, all), samples.y());
  }
}
