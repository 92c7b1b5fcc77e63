package org.liegg.benchmarks.measure;

import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;

/**
 * A function in memory as a model of the product.
 *
 * @param name how reports call it
 * @param map the function
 */
record MapModel(String name, DifferentiableMap map) implements ModelGradient {

  @Override
  public ModelInfo info() {
    return new ModelInfo(
        new ModelInfo.Origin(name, "0", "exact", "1"),
        map.inputs(),
        new ModelInfo.Taken(map.outputs(), "output", "output"),
        Precision.DOUBLE);
  }

  @Override
  public Jacobians jacobians(Batch batch) {
    return map.jacobians(batch);
  }

  @Override
  public Batch outputs(Batch batch) {
    return new Batch(batch.rows(), map.outputs(), map.jacobians(batch).responses());
  }

  @Override
  public ModelGradient fork() {
    return this;
  }

  /** There is nothing to release. */
  @Override
  public void close() {}
}
