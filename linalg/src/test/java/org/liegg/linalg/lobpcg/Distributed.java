package org.liegg.linalg.lobpcg;

import java.util.ArrayList;
import java.util.List;
import org.liegg.api.Polarization;
import org.liegg.api.Spectrum;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.DistributedRows;
import org.liegg.api.spi.IterationWatch;
import org.liegg.blas.NativeBlas;
import org.liegg.linalg.GivenProviders;

/** Rows that stay in parts, each of which is nothing but bytes, and is asked over and over. */
final class Distributed {
  static final DistributedRows ROWS = new LobpcgRows(NativeBlas.off());

  private final List<List<byte[]>> parts = new ArrayList<>();
  private final byte[] merged;
  private int passes;

  /**
   * Cuts a polarization.
   *
   * @param ends where parts end
   */
  Distributed(Polarization all, LobpcgSettings settings, int... ends) {
    int from = 0;
    try (Decomposition sum = Iterated.open(all.columns(), settings)) {
      for (int end : ends) {
        try (Decomposition part = Iterated.open(all.columns(), settings)) {
          if (end > from) {
            part.accept(all.slice(from, end));
          }
          parts.add(ROWS.detach(part));
          sum.merge(restored(part.state()));
        }
        from = end;
      }
      merged = sum.state();
    }
  }

  /** A decomposition of the state. */
  static Decomposition restored(byte[] state) {
    return GivenProviders.lobpcg(NativeBlas.off()).restore(state);
  }

  /** What all parts are merged to. */
  byte[] state() {
    return merged;
  }

  /** Passes over all parts so far. */
  int passes() {
    return passes;
  }

  /** The spectrum, asked of the parts. */
  Spectrum spectrum(IterationWatch watch) {
    try (Decomposition all = restored(merged)) {
      ROWS.attach(all, this::pass);
      return all.finish(watch);
    }
  }

  /** The sum of all answers. */
  byte[] pass(byte[] question) {
    passes++;
    byte[] sum = ROWS.answer(question, parts.get(0).iterator());
    for (List<byte[]> part : parts.subList(1, parts.size())) {
      sum = ROWS.sum(question, sum, ROWS.answer(question, part.iterator()));
    }
    return sum;
  }
}
