package org.liegg.core.memory;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.liegg.api.FieldBasis;
import org.liegg.api.spi.DecompositionProvider.Capabilities;

/**
 * The sizes of an extraction, which its memory follows from.
 *
 * @param model what is differentiated, along which fields
 * @param reading what is read of it at a time
 * @param asked what is asked beside the spectrum
 * @param decomposition what the decomposition can do
 */
public record Workload(Model model, Reading reading, Asked asked, Capabilities decomposition) {

  /**
   * The sizes of model and action.
   *
   * @param basis the candidate fields, m of them
   * @param outputs k of the model
   * @param columns values of a sample
   * @param floats whether gradients are in single precision
   */
  public record Model(FieldBasis basis, int outputs, int columns, boolean floats) {}

  /**
   * How samples are read.
   *
   * @param samples N, where it is known
   * @param batch samples held at a time
   * @param threads workers of a pass
   */
  public record Reading(OptionalLong samples, int batch, int threads) {}

  /**
   * What is asked beside the spectrum.
   *
   * @param heldOut whether samples are held out
   * @param reference directions of a known algebra
   * @param smallest directions that are wanted, all where empty
   * @param finiteSamples on which finite group elements are tried
   */
  public record Asked(boolean heldOut, int reference, OptionalInt smallest, int finiteSamples) {}

  FieldBasis basis() {
    return model.basis();
  }

  int outputs() {
    return model.outputs();
  }

  int columns() {
    return model.columns();
  }

  boolean floats() {
    return model.floats();
  }

  OptionalLong samples() {
    return reading.samples();
  }

  int batch() {
    return reading.batch();
  }

  int threads() {
    return reading.threads();
  }

  boolean heldOut() {
    return asked.heldOut();
  }

  int reference() {
    return asked.reference();
  }

  OptionalInt smallest() {
    return asked.smallest();
  }

  int finiteSamples() {
    return asked.finiteSamples();
  }

  double fields() {
    return basis().fields();
  }

  /** Numbers that the gradients of one sample are. */
  double gradients() {
    return (double) outputs() * basis().components();
  }

  /** Numbers of a sample that a matrix-free decomposition keeps. */
  double factors() {
    return gradients() + basis().features();
  }

  /** N, or none where it is not known: then what grows with it is refused when it has grown. */
  double known() {
    return (double) samples().orElse(0);
  }

  /** So many samples, or as many as there are. */
  double atMost(double count) {
    return samples().isPresent() ? Math.min(count, (double) samples().getAsLong()) : count;
  }

  Workload withBatch(int size) {
    return with(new Reading(samples(), size, threads()));
  }

  Workload withThreads(int count) {
    return with(new Reading(samples(), batch(), count));
  }

  Workload withSamples(long count) {
    return with(new Reading(OptionalLong.of(count), batch(), threads()));
  }

  Workload withDecomposition(Capabilities other) {
    return new Workload(model, reading, asked, other);
  }

  Workload withoutHeldOut() {
    return new Workload(
        model, reading, new Asked(false, reference(), smallest(), finiteSamples()), decomposition);
  }

  private Workload with(Reading other) {
    return new Workload(model, other, asked, decomposition);
  }
}
