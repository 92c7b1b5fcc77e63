package org.liegg.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.liegg.api.Polarization;
import org.liegg.api.Spectrum;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.DistributedRows;

/** That rows which stay in parts say what they say in one place, where a provider leaves them. */
public interface DistributedRowsContract extends DecompositionSubject {

  @Test
  default void rowsThatStayInPartsGiveTheSpectrumOfOnePass() {
    Polarization all = KnownFields.quadratic(new double[] {1, 2, 4}, 900, 99);

    Spectrum found = inParts(all, 0, 200, 900);

    Spectrum whole = spectrumOf(all);
    assertThat(found.samples()).isEqualTo(whole.samples());
    isTailOf(
        found.singularValues(),
        whole.singularValues(),
        whole.singularValues()[0] * sigmaTolerance(),
        "singular values of parts");
    isTailOf(
        found.defects().orElseThrow().withTrivial(),
        whole.defects().orElseThrow().withTrivial(),
        defectTolerance(),
        "defects of parts");
  }

  @Test
  default void askingTwiceGivesTheSameBits() {
    Polarization all = KnownFields.quadratic(new double[] {1, 2, 4}, 300, 101);

    Spectrum once = inParts(all, 100, 300);

    assertThat(inParts(all, 100, 300).rightSingularVectors())
        .containsExactly(once.rightSingularVectors());
  }

  /** The spectrum of rows that are cut at these ends, taken away, and asked there twice. */
  private Spectrum inParts(Polarization all, int... ends) {
    Assumptions.assumeTrue(provider().distributedRows().isPresent(), "keeps no rows in parts");
    DistributedRows distributed = provider().distributedRows().orElseThrow();
    List<List<byte[]>> parts = new ArrayList<>();
    try (Decomposition sum = open(all.columns())) {
      int from = 0;
      for (int end : ends) {
        Decomposition part = open(all.columns());
        part.accept(all.slice(from, end));
        parts.add(distributed.detach(part));
        sum.merge(provider().restore(part.state()));
        part.close();
        from = end;
      }
      distributed.attach(sum, question -> asked(distributed, question, parts));
      return sum.finish();
    }
  }

  private static byte[] asked(
      DistributedRows distributed, byte[] question, List<List<byte[]>> parts) {
    byte[] sum = distributed.answer(question, parts.get(0).iterator());
    for (List<byte[]> part : parts.subList(1, parts.size())) {
      byte[] answer = distributed.answer(question, part.iterator());
      assertThat(distributed.answer(question, part.iterator())).isEqualTo(answer);
      sum = distributed.sum(question, sum, answer);
    }
    return sum;
  }
}
