package org.liegg.app;

import org.liegg.api.ModelException;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelOptions.Derivatives;
import org.liegg.api.ModelSource;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.ModelGradientProvider;
import org.liegg.api.spi.support.Models;
import org.liegg.app.samples.SampleEngine;

/**
 * A model that was opened for an extraction.
 *
 * @param model closed with this
 * @param byValues whether it is known by its values alone: they jump and are constant between the
 *     jumps, or nobody asked for derivatives
 */
record OpenedModel(ModelGradient model, boolean byValues) implements AutoCloseable {

  /**
   * Opens a model; one that turns out to have no derivatives again for its values.
   *
   * @throws org.liegg.api.LieggException if it cannot be opened
   */
  static OpenedModel of(ModelSource source, ModelGradientProvider engine, ModelInputs inputs) {
    ModelOptions options = inputs.options();
    try {
      return new OpenedModel(
          described(inputs, Models.open(engine, source, options), source), options.valuesAlone());
    } catch (ModelException e) {
      if (!e.code().equals("LIEGG-MODEL-STEPS")) {
        throw e;
      }
      ModelOptions values = options.withDerivatives(Derivatives.NONE);
      return new OpenedModel(described(inputs, Models.open(engine, source, values), source), true);
    }
  }

  private static ModelGradient described(
      ModelInputs inputs, ModelGradient model, ModelSource source) {
    return inputs.scaled(SampleEngine.described(model, source));
  }

  @Override
  public void close() {
    model.close();
  }
}
