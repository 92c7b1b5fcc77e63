package org.liegg.core.memory;

import java.util.Locale;

/**
 * How much heap an extraction needs at least, from its sizes alone. All is counted in doubles of 8
 * bytes and as floating-point numbers, so that nothing overflows, however large the sizes are. The
 * parameters and activations of the model are not counted: engines know them.
 *
 * @param reading samples on their way, in bytes
 * @param passes gradients, and the sums of rows, of all threads
 * @param spectrum what decomposing and describing takes
 * @param measuring the least sums of held-out samples, of all threads, and what is made of them
 */
record MemoryNeed(double reading, double passes, double spectrum, double measuring) {
  /** Classes, strings, tables: what the smallest extraction takes. */
  private static final double FIXED = 24.0 * (1 << 20);

  /** Values of samples that wait, or are drawn: {@code 32 MB} each time. */
  private static final double HELD = 4 << 20;

  /** Samples of every block that wait to be mixed, all blocks together. */
  private static final double WAITING = 32 * 256;

  private static final double RESERVOIR = 2_000;

  /** Batches of a worker: one in work, two that wait, one on its way. */
  private static final double BATCHES = 4;

  /** Entries of rows of E that are formed at a time. */
  private static final double PIECE = 1 << 18;

  /** Matrices of order m that are held at once while a spectrum and its defects are found. */
  private static final double MATRICES = 12;

  /** Up to so many fields a matrix-free decomposition forms its matrix. */
  private static final double DENSE = 1024;

  private static final int SMALLEST = 16;

  /** The sums of every thread, and what is made of those of one. */
  private static final double MADE_OF_SUMS = 1.5;

  static MemoryNeed of(Workload work) {
    return new MemoryNeed(
        Double.BYTES * readingOf(work),
        Double.BYTES * passesOf(work),
        Double.BYTES * spectrumOf(work),
        measuringOf(work));
  }

  /** All of it, in bytes. */
  double bytes() {
    return FIXED + reading + Math.max(passes, spectrum) + measuring;
  }

  /** All of it but the sums of held-out samples. */
  double withoutMeasuring() {
    return bytes() - measuring;
  }

  private static double readingOf(Workload work) {
    double columns = work.columns();
    double reservoir = Math.min(HELD, work.atMost(RESERVOIR) * columns);
    double waiting = work.heldOut() ? Math.min(HELD, work.atMost(WAITING) * columns) : 0;
    double finite = Math.min(HELD, work.atMost(work.finiteSamples()) * columns);
    return 2 * reservoir + Math.max(waiting, 4 * finite) + 2.0 * work.batch() * columns;
  }

  private static double passesOf(Workload work) {
    double batch = work.batch();
    double each =
        BATCHES * work.atMost(batch) * work.columns()
            + work.atMost(batch) * (2 * work.gradients() + work.basis().features())
            + 2 * Math.max(PIECE, work.outputs() * work.fields());
    return work.threads() * (each + accumulator(work)) + (work.heldOut() ? accumulator(work) : 0);
  }

  /** What one worker sums up, without what grows with the samples. */
  private static double accumulator(Workload work) {
    double moments = square(work.basis().components()) + square(work.basis().features());
    boolean formed = !work.decomposition().matrixFree() && work.decomposition().streaming();
    double rows = formed ? judged(work) * square(work.fields()) : 0;
    return 2 * moments + rows;
  }

  /** Of several outputs rows are summed twice: as they are, and as they are weighed. */
  private static double judged(Workload work) {
    return work.outputs() > 1 ? 2 : 1;
  }

  private static double spectrumOf(Workload work) {
    double moments = 4 * (square(work.basis().components()) + square(work.basis().features()));
    double m = work.fields();
    if (work.decomposition().matrixFree()) {
      double kept = work.known() * work.factors() * (work.floats() ? 0.5 : 1);
      // The copy that the choosing half is decomposed in, and one whose outputs are weighed.
      double copies = (work.heldOut() ? 1 : 0) + judged(work) - 1;
      return moments + (1 + copies) * kept + (m <= DENSE ? MATRICES * square(m) : search(work) * m);
    }
    double rows =
        work.decomposition().streaming() ? 0 : 2 * judged(work) * work.known() * work.outputs() * m;
    return moments + rows + (MATRICES + judged(work) - 1) * square(m);
  }

  /** Vectors of the smallest search space, its images, and what comes out. */
  private static double search(Workload work) {
    double wanted = work.smallest().orElse(SMALLEST);
    return 3 * (2.5 * wanted + 64) + 6 * wanted + 120;
  }

  private static double measuringOf(Workload work) {
    if (!work.heldOut()) {
      return 0;
    }
    int chosen = Math.min(HeldOutRoom.DIRECTIONS, work.basis().fields());
    double sums = HeldOutRoom.fewest(chosen, work.reference()).bytes();
    double directions = chosen + 2.0 * work.reference();
    double coefficients = directions * (3 * work.fields() + work.basis().values().length);
    double fields = 2.0 * work.threads() * directions * work.basis().components();
    return (work.threads() + MADE_OF_SUMS) * sums + Double.BYTES * (coefficients + fields);
  }

  private static double square(double order) {
    return order * order;
  }

  /** In words, e.g. {@code 1.4 GiB}. */
  static String text(double bytes) {
    return bytes < 1 << 30
        ? String.format(Locale.ROOT, "%.0f MiB", Math.ceil(bytes / (1 << 20)))
        : String.format(Locale.ROOT, "%.1f GiB", bytes / (1 << 30));
  }
}
