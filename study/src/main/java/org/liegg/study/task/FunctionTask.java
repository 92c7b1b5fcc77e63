package org.liegg.study.task;

import java.util.Map;
import org.liegg.api.Batch;
import org.liegg.study.network.DenseLoss;
import org.liegg.study.spec.Cell;

/**
 * A function to be fitted at standard normal inputs.
 *
 * @param function that is fitted
 * @param motions how samples are moved
 * @param heldOut samples that no cell is trained on
 */
record FunctionTask(InvariantFunction function, Motions motions, Samples heldOut)
    implements StudyTask {

  /**
   * A task.
   *
   * @param heldOutSamples how many are held out
   * @param seed of those
   */
  static FunctionTask of(
      InvariantFunction function, Motions motions, int heldOutSamples, long seed) {
    // Training samples are drawn from the seeds of cells: keep clear of small numbers.
    return new FunctionTask(
        function, motions, draw(function, heldOutSamples, Seeds.of(seed, "held-out")));
  }

  private static Samples draw(InvariantFunction function, int samples, long seed) {
    Batch x = function.inputs(samples, seed);
    return new Samples(x, function.targets(x));
  }

  @Override
  public int inputs() {
    return function.inputs();
  }

  @Override
  public int outputs() {
    return 1;
  }

  @Override
  public DenseLoss loss() {
    return DenseLoss.MEAN_SQUARED_ERROR;
  }

  @Override
  public int trainingSamples() {
    return Integer.MAX_VALUE;
  }

  @Override
  public Epochs training(Cell cell) {
    return motions.shown(draw(function, cell.samples(), Seeds.of(cell.seed(), "training")), cell);
  }

  @Override
  public Map<String, String> sources() {
    return Map.of();
  }
}
