package org.liegg.core.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
 * @param rows pieces of the rows that the decomposition asks, by part; empty where it keeps none,
 *     or they are elsewhere
 */
public record PassSums(
    String decomposition,
    byte[] accumulated,
    long samples,
    GradientAudit audit,
    Optional<HeldOutState> sums,
    List<List<byte[]>> rows) {

  /** Keeps a copy of the lists. */
  public PassSums {
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** The same without rows. */
  public PassSums withoutRows() {
    return new PassSums(decomposition, accumulated, samples, audit, sums, List.of());
  }

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
        sums.map(mine -> mine.plus(next.sums.orElseThrow())),
        Stream.concat(rows.stream(), next.rows.stream()).toList());
  }

  /** All of it as bytes. */
  public byte[] toBytes() {
    StateOutput out = new StateOutput();
    out.writeText(decomposition).writeBytes(accumulated).writeLong(samples);
    audit.writeTo(out);
    out.writeBoolean(sums.isPresent());
    sums.ifPresent(all -> all.writeTo(out));
    out.writeInt(rows.size());
    for (List<byte[]> part : rows) {
      out.writeInt(part.size());
      part.forEach(out::writeBytes);
    }
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
            in.readBoolean() ? Optional.of(HeldOutState.readFrom(in)) : Optional.empty(),
            list(in, () -> list(in, in::readBytes)));
    in.requireEnd();
    return sums;
  }

  private static <T> List<T> list(StateInput in, Supplier<T> each) {
    List<T> all = new ArrayList<>();
    for (int left = in.readSize(); left > 0; left--) {
      all.add(each.get());
    }
    return all;
  }
}
