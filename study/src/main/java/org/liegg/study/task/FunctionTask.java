package org.liegg.study.task;

import java.util.Map;
import org.liegg.api.Batch;
import org.liegg.study.network.DenseLoss;
import org.liegg.study.spec.Cell;

/** A function to be fitted at standard normal inputs. */
final class FunctionTask implements StudyTask {
  private final InvariantFunction function;
  private final Motions motions;
  private final Samples heldOut;

  /**
   * @param heldOutSamples how many are held out
   * @param seed of those
   */
  FunctionTask(InvariantFunction function, Motions motions, int heldOutSamples, long seed) {
    this.function = function;
    this.motions = motions;
    // Training samples are drawn from the seeds of cells: keep clear of small numbers.
    heldOut = draw(heldOutSamples, Seeds.of(seed, "held-out"));
  }

  private Samples draw(int samples, long seed) {
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
    return motions.shown(draw(cell.samples(), Seeds.of(cell.seed(), "training")), cell);
  }

  @Override
  public Samples heldOut() {
    return heldOut;
  }

  @Override
  public Map<String, String> sources() {
    return Map.of();
  }
}
