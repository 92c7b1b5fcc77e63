package org.liegg.api.spi.support;

import java.util.List;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelInfo;
import org.liegg.api.Warning;
import org.liegg.api.spi.ModelGradient;

/**
 * A session that makes something else of what another one computes, and owns that one: what it does
 * not say or compute itself is the other's.
 */
public interface FilterModelGradient extends ModelGradient {

  /** The other session; closed with this one. */
  ModelGradient source();

  @Override
  default ModelInfo info() {
    return source().info();
  }

  @Override
  default List<Warning> warnings() {
    return source().warnings();
  }

  @Override
  default Jacobians jacobians(Batch batch) {
    return source().jacobians(batch);
  }

  @Override
  default Batch outputs(Batch batch) {
    return source().outputs(batch);
  }

  @Override
  default void close() {
    source().close();
  }
}
