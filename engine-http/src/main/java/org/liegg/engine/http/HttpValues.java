package org.liegg.engine.http;

import java.util.List;
import org.liegg.api.Batch;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.support.AbstractModelGradient;

/** A session that gives values; its derivatives are taken by differences of them. */
final class HttpValues extends AbstractModelGradient {
  private final ServedModel model;

  HttpValues(ServedModel model) {
    super(model.info(), List.of());
    this.model = model;
  }

  @Override
  protected void compute(Batch batch, double[] responses) {
    model.values(batch.values(), batch.rows(), responses);
  }

  @Override
  protected void compute(Batch batch, double[] responses, double[] jacobians) {
    throw new IllegalStateException("A server has no derivatives");
  }

  @Override
  protected ModelGradient forked() {
    return new HttpValues(model);
  }
}
