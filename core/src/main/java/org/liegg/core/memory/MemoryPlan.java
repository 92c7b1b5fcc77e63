package org.liegg.core.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.liegg.api.Accuracy;
import org.liegg.api.NumericalException;
import org.liegg.api.spi.DecompositionProvider.Capabilities;

/**
 * Compares what an extraction needs with the heap there is, before the work starts. What does not
 * fit is refused with what is needed, and with the options that would make it fit.
 *
 * @param work the sizes
 * @param heapBytes the largest heap there may be
 */
public record MemoryPlan(Workload work, double heapBytes) {
  /** What lobpcg can do. */
  private static final Capabilities MATRIX_FREE =
      new Capabilities(false, false, true, Accuracy.GRAM);

  private static final double LONGEST_ARRAY = Integer.MAX_VALUE - 8.0;

  /** Fewer samples than this many times the fields are no use. */
  private static final int MIN_SAMPLES = 4;

  /** Garbage that a collector needs room for, as a share. */
  private static final double ROOM = 1.15;

  /** Bytes that are left for the sums of held-out samples. */
  public double left() {
    return heapBytes / ROOM - MemoryNeed.of(work).withoutMeasuring();
  }

  /**
   * Goes on where it fits.
   *
   * @param subject what is extracted, for the message
   * @throws NumericalException {@code LIEGG-MEMORY}
   */
  public void require(String subject) {
    MemoryNeed need = MemoryNeed.of(work);
    boolean arrays = arraysHold(work);
    if (arrays && fits(work)) {
      return;
    }
    String found =
        arrays
            ? "%d candidate fields on %d inputs, %d outputs, need about %s (%s), of a heap of at most %s"
                .formatted(
                    work.basis().fields(),
                    work.basis().components(),
                    work.outputs(),
                    MemoryNeed.text(need.bytes()),
                    parts(need),
                    MemoryNeed.text(heapBytes))
            : "a batch of %d samples, %d values each and %.0f derivatives, does not fit into one array"
                .formatted(work.batch(), work.columns(), work.gradients());
    throw new NumericalException("LIEGG-MEMORY", subject, found, String.join("; or ", advice()));
  }

  private static String parts(MemoryNeed need) {
    return "samples %s, gradients and sums %s, spectrum %s, held-out samples %s"
        .formatted(
            MemoryNeed.text(need.reading()),
            MemoryNeed.text(need.passes()),
            MemoryNeed.text(need.spectrum()),
            MemoryNeed.text(need.measuring()));
  }

  private boolean fits(Workload other) {
    return arraysHold(other) && ROOM * MemoryNeed.of(other).bytes() <= heapBytes;
  }

  private static boolean arraysHold(Workload work) {
    double widest = Math.max(work.columns(), Math.max(work.gradients(), work.basis().features()));
    return work.batch() * widest <= LONGEST_ARRAY;
  }

  /** What would make it fit, the least loss first; all of it was tried on the sizes. */
  private List<String> advice() {
    List<String> advice = new ArrayList<>();
    if (arraysHold(work)) {
      double gibibytes = Math.ceil(ROOM * MemoryNeed.of(work).bytes() / (1L << 29)) / 2;
      advice.add(
          gibibytes < 1 << 20
              ? "give it more, LIEGG_JAVA_OPTS=-Xmx%.0fm".formatted(1024 * gibibytes)
              : "no machine has that");
    }
    batch().ifPresent(size -> advice.add("--batch-size " + size));
    if (work.threads() > 1 && fits(work.withThreads(1))) {
      advice.add("--threads 1");
    }
    Workload free = work.withDecomposition(MATRIX_FREE);
    if (!work.decomposition().matrixFree()) {
      if (work.samples().isPresent() && fits(free)) {
        advice.add("--decomposition lobpcg, for the smallest directions only");
      } else {
        limit(free).ifPresent(n -> advice.add("--decomposition lobpcg --limit %.0f".formatted(n)));
      }
    }
    if (!work.decomposition().streaming()) {
      limit(work).ifPresent(n -> advice.add("--limit %.0f".formatted(n)));
    }
    if (work.heldOut() && fits(work.withoutHeldOut())) {
      advice.add("--no-held-out, without bounds");
    }
    if (advice.size() < (arraysHold(work) ? 2 : 1)) {
      advice.add("use an action of fewer fields");
    }
    return advice;
  }

  /** A power of two. */
  private Optional<Integer> batch() {
    for (int size = Integer.highestOneBit(Math.max(1, work.batch() - 1)); size >= 1; size /= 2) {
      if (fits(work.withBatch(size))) {
        return Optional.of(size);
      }
    }
    return Optional.empty();
  }

  /** The most samples, in round numbers; none where so few would say nothing. */
  private OptionalDouble limit(Workload of) {
    double most = (double) of.samples().orElse(Long.MAX_VALUE);
    for (double n = Math.pow(10, Math.floor(Math.log10(most))); n >= 1; n /= 10) {
      for (double times : new double[] {5, 2, 1}) {
        double count = times * n;
        boolean useful = count * of.outputs() >= MIN_SAMPLES * of.fields();
        if (count < most && useful && fits(of.withSamples((long) count))) {
          return OptionalDouble.of(count);
        }
      }
    }
    return OptionalDouble.empty();
  }
}
