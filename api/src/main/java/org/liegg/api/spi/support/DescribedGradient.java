package org.liegg.api.spi.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.liegg.api.ModelInfo;
import org.liegg.api.Warning;
import org.liegg.api.spi.ModelGradient;

/**
 * A session of which something else is said; the computing is the engine's.
 *
 * @param source the engine's
 * @param description what is said of the model, of what the engine says
 * @param warning comes behind those of the engine
 */
record DescribedGradient(
    ModelGradient source, UnaryOperator<ModelInfo> description, Optional<Warning> warning)
    implements FilterModelGradient {
  @Override
  public ModelInfo info() {
    return description.apply(source.info());
  }

  @Override
  public List<Warning> warnings() {
    List<Warning> all = new ArrayList<>(source.warnings());
    warning.ifPresent(all::add);
    return List.copyOf(all);
  }

  @Override
  public ModelGradient fork() {
    return new DescribedGradient(source.fork(), description, warning);
  }
}
