package org.liegg.data.scaling;

import java.util.ArrayList;
import java.util.List;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.Warning;
import org.liegg.api.WarningCode;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.support.FilterModelGradient;

/**
 * A model behind the standardisation of its inputs: F(x) = source((x − mean)/std). Owns the session
 * that it is given.
 */
public record StandardizedGradient(ModelGradient source, InputScaling scaling)
    implements FilterModelGradient {
  @Override
  public List<Warning> warnings() {
    List<Warning> all = new ArrayList<>(source.warnings());
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
      return source.jacobians(batch);
    }
    return scaling.applied(source.jacobians(scaling.applied(batch)), info().inputFrom());
  }

  @Override
  public Batch outputs(Batch batch) {
    return source.outputs(batch.columns() == info().sampleSize() ? scaling.applied(batch) : batch);
  }

  @Override
  public ModelGradient fork() {
    return new StandardizedGradient(source.fork(), scaling);
  }
}
