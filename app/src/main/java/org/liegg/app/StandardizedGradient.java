package org.liegg.app;

import java.util.ArrayList;
import java.util.List;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelInfo;
import org.liegg.api.Warning;
import org.liegg.api.WarningCode;
import org.liegg.api.spi.ModelGradient;

/** A model behind the standardisation of its inputs: F(x) = model((x − mean)/std). */
final class StandardizedGradient implements ModelGradient {
  private final ModelGradient model;
  private final InputScaling scaling;

  /** Owns the session that it is given. */
  StandardizedGradient(ModelGradient model, InputScaling scaling) {
    this.model = model;
    this.scaling = scaling;
  }

  @Override
  public ModelInfo info() {
    return model.info();
  }

  @Override
  public List<Warning> warnings() {
    List<Warning> all = new ArrayList<>(model.warnings());
    int constant = scaling.standards().unscaled();
    if (constant > 0) {
      all.add(
          new Warning(
              WarningCode.UNSCALED_INPUTS,
              "--standardize: the standard deviation of %d of %d inputs is 0, which are shifted by their mean and not scaled"
                  .formatted(constant, scaling.standards().size())));
    }
    return List.copyOf(all);
  }

  @Override
  public Jacobians jacobians(Batch batch) {
    if (batch.columns() != info().sampleSize()) {
      return model.jacobians(batch);
    }
    return scaling.applied(model.jacobians(scaling.applied(batch)), info().inputFrom());
  }

  @Override
  public Batch outputs(Batch batch) {
    return model.outputs(batch.columns() == info().sampleSize() ? scaling.applied(batch) : batch);
  }

  @Override
  public ModelGradient fork() {
    return new StandardizedGradient(model.fork(), scaling);
  }

  @Override
  public void close() {
    model.close();
  }
}
