package org.liegg.core.parts;

import java.util.Optional;
import java.util.function.Function;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.api.spi.support.StateInput;
import org.liegg.api.spi.support.StateOutput;
import org.liegg.core.pass.GradientAudit;
import org.liegg.metrics.HeldOutState;

/**
 * What was summed while samples were differentiated.
 *
 * @param decomposition by name
 * @param accumulated the state of the decomposition
 * @param samples how many they were
 * @param audit what was noticed about the gradients
 * @param sums of the directions that were measured
 */
public record PassSums(
    String decomposition,
    byte[] accumulated,
    long samples,
    GradientAudit audit,
    Optional<HeldOutState> sums) {

  /**
   * These sums and others that follow them; neither is to be used afterwards.
   *
   * @param providers of decompositions by name
   * @throws org.liegg.api.NumericalException if what was accumulated is damaged
   * @throws IllegalArgumentException if they do not add up
   */
  PassSums plus(PassSums next, Function<String, DecompositionProvider> providers) {
    if (!decomposition.equals(next.decomposition) || sums.isPresent() != next.sums.isPresent()) {
      throw new IllegalArgumentException("sums of two kinds");
    }
    DecompositionProvider provider = providers.apply(decomposition);
    byte[] merged;
    try (Decomposition mine = provider.restore(accumulated);
        Decomposition theirs = provider.restore(next.accumulated)) {
      mine.merge(theirs);
      merged = mine.state();
    }
    audit.merge(next.audit);
    return new PassSums(
        decomposition,
        merged,
        samples + next.samples,
        audit,
        sums.map(mine -> mine.plus(next.sums.orElseThrow())));
  }

  /** All of it as bytes. */
  public byte[] toBytes() {
    StateOutput out = new StateOutput();
    out.writeText(decomposition).writeBytes(accumulated).writeLong(samples);
    audit.writeTo(out);
    out.writeBoolean(sums.isPresent());
    sums.ifPresent(all -> all.writeTo(out));
    return out.toBytes();
  }

  /**
   * Reads what was written.
   *
   * @throws IllegalArgumentException if it contradicts itself
   */
  public static PassSums of(byte[] bytes) {
    StateInput in = new StateInput(bytes);
    PassSums sums =
        new PassSums(
            in.readText(),
            in.readBytes(),
            in.readLong(),
            GradientAudit.readFrom(in),
            in.readBoolean() ? Optional.of(HeldOutState.readFrom(in)) : Optional.empty());
    in.requireEnd();
    return sums;
  }
}
