package org.liegg.core;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.liegg.api.FieldBasis;
import org.liegg.api.spi.DecompositionProvider.Capabilities;

/**
 * The sizes of an extraction, which its memory follows from.
 *
 * @param basis the candidate fields, m of them
 * @param outputs k of the model
 * @param columns values of a sample
 * @param samples N, where it is known
 * @param batch samples held at a time
 * @param threads workers of a pass
 * @param heldOut whether samples are held out
 * @param reference directions of a known algebra
 * @param floats whether gradients are in single precision
 * @param decomposition what the decomposition can do
 * @param smallest directions that are wanted, all where empty
 * @param finiteSamples on which finite group elements are tried
 */
record Workload(
    FieldBasis basis,
    int outputs,
    int columns,
    OptionalLong samples,
    int batch,
    int threads,
    boolean heldOut,
    int reference,
    boolean floats,
    Capabilities decomposition,
    OptionalInt smallest,
    int finiteSamples) {

  double fields() {
    return basis.fields();
  }

  /** Numbers that the gradients of one sample are. */
  double gradients() {
    return (double) outputs * basis.components();
  }

  /** Numbers of a sample that a matrix-free decomposition keeps. */
  double factors() {
    return gradients() + basis.features();
  }

  /** N, or none where it is not known: then what grows with it is refused when it has grown. */
  double known() {
    return (double) samples.orElse(0);
  }

  /** So many samples, or as many as there are. */
  double atMost(double count) {
    return samples.isPresent() ? Math.min(count, (double) samples.getAsLong()) : count;
  }

  Workload withBatch(int size) {
    return with(samples, size, threads, heldOut, decomposition);
  }

  Workload withThreads(int count) {
    return with(samples, batch, count, heldOut, decomposition);
  }

  Workload withSamples(long count) {
    return with(OptionalLong.of(count), batch, threads, heldOut, decomposition);
  }

  Workload withDecomposition(Capabilities other) {
    return with(samples, batch, threads, heldOut, other);
  }

  Workload withoutHeldOut() {
    return with(samples, batch, threads, false, decomposition);
  }

  private Workload with(
      OptionalLong samples, int batch, int threads, boolean heldOut, Capabilities decomposition) {
    return new Workload(
        basis,
        outputs,
        columns,
        samples,
        batch,
        threads,
        heldOut,
        reference,
        floats,
        decomposition,
        smallest,
        finiteSamples);
  }
}
