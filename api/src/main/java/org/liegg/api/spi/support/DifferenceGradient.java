package org.liegg.api.spi.support;

import java.util.List;
import org.liegg.api.Batch;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.Warning;
import org.liegg.api.spi.ModelGradient;

/** A session on another one's values, with differences of them for derivatives. */
final class DifferenceGradient extends AbstractModelGradient {
  private final ModelGradient values;
  private final DifferenceSteps steps;
  private final CentralDifferences differences;

  DifferenceGradient(
      ModelGradient values, ModelInfo info, DifferenceSteps steps, List<Warning> warnings) {
    super(info, warnings);
    this.values = values;
    this.steps = steps;
    this.differences = steps.differences();
  }

  @Override
  protected void compute(Batch batch, double[] responses) {
    System.arraycopy(values.outputs(batch).values(), 0, responses, 0, responses.length);
    round(responses);
  }

  @Override
  protected void compute(Batch batch, double[] responses, double[] jacobians) {
    compute(batch, responses);
    differences.jacobians(
        DifferenceSteps.valuesOf(values), steps, batch.values(), batch.rows(), jacobians);
    round(jacobians);
  }

  private void round(double[] numbers) {
    if (info().precision() == Precision.FLOAT) {
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = (float) numbers[i];
      }
    }
  }

  @Override
  protected ModelGradient forked() {
    return new DifferenceGradient(values.fork(), info(), steps, warnings());
  }

  @Override
  protected void release() {
    values.close();
  }
}
