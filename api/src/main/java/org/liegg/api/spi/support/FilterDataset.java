package org.liegg.api.spi.support;

import java.util.List;
import org.liegg.api.Dataset;

/** Some samples of another data set, or what becomes of them: what describes it stays. */
public interface FilterDataset extends Dataset {

  /** The other data set. */
  Dataset source();

  @Override
  default String name() {
    return source().name();
  }

  @Override
  default String sha256() {
    return source().sha256();
  }

  @Override
  default int columns() {
    return source().columns();
  }

  @Override
  default List<Integer> sampleShape() {
    return source().sampleShape();
  }
}
