package org.liegg.api.spi;

import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;

/** A session that returns always the same arrays. */
record Keeping(Jacobians kept) implements ModelGradient {

  @Override
  public ModelInfo info() {
    return FunctionModel.info(kept.inputs(), kept.outputs(), kept.inputs(), 0, Precision.DOUBLE);
  }

  @Override
  public Jacobians jacobians(Batch batch) {
    return kept;
  }

  @Override
  public Batch outputs(Batch batch) {
    return kept.responseBatch();
  }

  @Override
  public ModelGradient fork() {
    return this;
  }

  @Override
  public void close() {}
}
