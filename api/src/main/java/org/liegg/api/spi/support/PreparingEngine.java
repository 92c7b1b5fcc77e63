package org.liegg.api.spi.support;

import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.ModelGradientProvider;
import org.liegg.api.spi.PreparedModel;

/**
 * An engine that reads a model once and makes sessions in either precision from it: {@link
 * #prepare} is what it writes, and what it opens is a session of that.
 */
public abstract class PreparingEngine implements ModelGradientProvider {
  private final String name;

  /**
   * @param name by which users choose the engine: lower-case letters, digits, {@code -}
   */
  protected PreparingEngine(String name) {
    this.name = name;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final ModelGradient open(ModelSource source, ModelOptions options) {
    return prepare(source, options).session(options.precision());
  }

  @Override
  public abstract PreparedModel prepare(ModelSource source, ModelOptions options);
}
