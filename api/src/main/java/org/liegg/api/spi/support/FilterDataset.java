package org.liegg.api.spi.support;

import java.util.List;
import org.liegg.api.Dataset;
import org.liegg.api.Warning;

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

  @Override
  default List<String> columnNames() {
    return source().columnNames();
  }

  @Override
  default List<Warning> warnings() {
    return source().warnings();
  }
}
