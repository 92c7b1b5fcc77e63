package org.liegg.core.samples;

import org.liegg.api.Batch;

/** Distributes by the hash of a sample's values. */
final class HashReading implements BlockAssignment.Reading {
  private long hash;

  @Override
  public void next(Batch batch, int row) {
    hash = SampleSplit.hash(batch, row);
  }

  @Override
  public boolean measures() {
    return SampleSplit.measures(hash);
  }

  @Override
  public int block() {
    return SampleSplit.block(hash);
  }

  @Override
  public long unit() {
    return hash;
  }
}
