package org.liegg.core.parts;

import java.util.Optional;
import java.util.function.Function;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.api.spi.DistributedRows;
import org.liegg.api.spi.ProviderKind;
import org.liegg.api.spi.ProviderRegistry;
import org.liegg.api.spi.support.StateInput;
import org.liegg.api.spi.support.StateOutput;
import org.liegg.core.samples.Neighbourhoods;
import org.liegg.core.samples.SampleSums;

/**
 * Adds the sums of two parts that follow each other, by their round. Needs neither model nor
 * samples.
 *
 * @param providers of decompositions by name
 */
public record PartSums(Function<String, DecompositionProvider> providers) {

  /** With the decompositions that the thread's class loader finds. */
  public static PartSums ofRegistry() {
    return new PartSums(name -> ProviderRegistry.find(ProviderKind.DECOMPOSITION).require(name));
  }

  /** How rows stay with their parts, where the decomposition of this name keeps rows. */
  public Optional<DistributedRows> distributedRows(String decomposition) {
    return providers.apply(decomposition).distributedRows();
  }

  /** The same, and first of all this one. */
  public PartSums with(DecompositionProvider known) {
    return new PartSums(name -> name.equals(known.name()) ? known : providers.apply(name));
  }

  /**
   * Both together.
   *
   * @param source what they come from, for messages
   * @throws StateException {@code LIEGG-STATE-CORRUPT} if they contradict each other
   */
  byte[] of(Round round, byte[] first, byte[] second, String source) {
    try {
      return switch (round) {
        case SURVEY -> surveys(first, second);
        case GROUP -> groups(first, second);
        case SELECT, ESTIMATE -> PassSums.of(first).plus(PassSums.of(second), providers).toBytes();
      };
    } catch (IllegalArgumentException e) {
      throw new StateException(
          "LIEGG-STATE-CORRUPT",
          source,
          "its sums do not fit those of other parts (%s)".formatted(e.getMessage()),
          "make this part again",
          e);
    }
  }

  private static byte[] surveys(byte[] first, byte[] second) {
    SampleSums sums = survey(first);
    sums.merge(survey(second));
    StateOutput out = new StateOutput();
    sums.writeTo(out);
    return out.toBytes();
  }

  private static byte[] groups(byte[] first, byte[] second) {
    Neighbourhoods all = groups(first);
    all.merge(groups(second));
    StateOutput out = new StateOutput();
    all.writeTo(out);
    return out.toBytes();
  }

  /**
   * What was grouped.
   *
   * @throws IllegalArgumentException if it contradicts itself
   */
  public static Neighbourhoods groups(byte[] bytes) {
    StateInput in = new StateInput(bytes);
    Neighbourhoods groups = Neighbourhoods.readFrom(in);
    in.requireEnd();
    return groups;
  }

  /**
   * Reads sums of a round, to see that they can be read.
   *
   * @throws IllegalArgumentException if they contradict themselves
   */
  static void check(Round round, byte[] sums) {
    switch (round) {
      case SURVEY -> survey(sums);
      case GROUP -> groups(sums);
      case SELECT, ESTIMATE -> PassSums.of(sums);
    }
  }

  /**
   * What a survey has summed.
   *
   * @throws IllegalArgumentException if it contradicts itself
   */
  public static SampleSums survey(byte[] bytes) {
    StateInput in = new StateInput(bytes);
    SampleSums sums = SampleSums.readFrom(in);
    in.requireEnd();
    return sums;
  }
}
