package org.liegg.data.content;

import org.liegg.data.support.Cuttable;

/** Samples of a source, which has their name and their hash. */
abstract class SourceDataset implements Cuttable {
  final Source source;

  SourceDataset(Source source) {
    this.source = source;
  }

  @Override
  public final String name() {
    return source.name();
  }

  @Override
  public final String sha256() {
    return source.digest().get();
  }
}
