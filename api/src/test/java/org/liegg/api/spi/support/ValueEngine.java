package org.liegg.api.spi.support;

import java.util.function.UnaryOperator;
import org.liegg.api.Batch;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;

/** An engine whose only model is a function without derivatives. */
final class ValueEngine extends FunctionEngine {
  private final FunctionModel model;

  private ValueEngine(FunctionModel model) {
    super("values", "1", "functions");
    this.model = model;
  }

  /** A session on a function in double precision, verified at these samples. */
  static ModelGradient open(
      UnaryOperator<double[]> function, int inputs, int outputs, Batch probe) {
    ValueEngine engine = new ValueEngine(FunctionModel.ofValues(inputs, outputs, function));
    ModelOptions options = new ModelOptions(Precision.DOUBLE).withProbe(probe);
    return Models.open(engine, ModelSource.live("a function"), options);
  }

  @Override
  public boolean accepts(ModelSource source) {
    return true;
  }

  @Override
  protected FunctionModel read(ModelSource source) {
    return model;
  }
}
