package org.liegg.linalg.streaming;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liegg.api.Accuracy;
import org.liegg.api.DefectSettings;
import org.liegg.api.DefectSpectrum;
import org.liegg.api.FieldBasis;
import org.liegg.api.Polarization;
import org.liegg.api.Rows;
import org.liegg.api.Spectrum;
import org.liegg.api.spi.Decomposition;
import org.liegg.linalg.blas.BlasThreads;
import org.liegg.linalg.blas.Kernels;
import org.liegg.linalg.blas.SymmetricEigen;
import org.liegg.linalg.defect.DefectProblem;
import org.liegg.linalg.defect.DefectSolver;
import org.liegg.linalg.dense.Orientation;
import org.liegg.linalg.sums.ChanceMoments;
import org.liegg.linalg.sums.Finite;
import org.liegg.linalg.sums.Intake;
import org.liegg.linalg.sums.MemoryBudget;
import org.liegg.linalg.sums.StateReader;
import org.liegg.linalg.sums.StateWriter;

/**
 * What the decompositions share: the life of an accumulator, the checks on what it is given, the
 * moments of the defect, merging and state. A kind adds what it does with rows.
 */
public abstract class Accumulator implements Decomposition {

  /** Rows of E that are made from their factors at a time: entries of one such piece. */
  private static final int PIECE = 1 << 18;

  private enum Phase {
    OPEN,
    FINISHED,
    CLOSED
  }

  private final String kind;
  private final int columns;
  private final Kernels kernels;
  private final Intake intake;
  private Phase phase = Phase.OPEN;

  /** Takes the rows as they are judged, where outputs have weights; null where they have none. */
  private @Nullable Accumulator judged;

  Accumulator(String kind, int columns, Kernels kernels, MemoryBudget budget) {
    if (columns < 0) {
      throw new IllegalArgumentException("columns: %d is negative".formatted(columns));
    }
    this.kind = kind;
    this.columns = columns;
    this.kernels = kernels;
    this.intake = new Intake(kernels, budget);
  }

  /** One of the same kind that holds nothing yet. */
  abstract Accumulator sibling();

  /** The same, with this baseline of the defect. */
  public final Accumulator judgedBy(DefectSettings settings) {
    intake.judgeBy(settings);
    return this;
  }

  /** Makes room, or refuses before anything has changed. */
  abstract void reserve(long rows);

  /** Takes rows, all finite. */
  abstract void add(double[] values, int rows);

  /**
   * Takes rows by their factors, both finite, where this kind does better by them.
   *
   * @return whether it did; otherwise the rows are formed and added
   */
  boolean addFactors(Polarization piece) {
    return false;
  }

  /** Takes over what another of the same kind holds. */
  abstract void absorb(Accumulator other);

  abstract void writeRows(StateWriter out);

  abstract void readRows(StateReader in);

  /** σ and v of all rows added; none is added afterwards. */
  abstract Factored factor();

  abstract void release();

  /** What a kind makes of its rows. */
  interface Factored {

    /** σ, descending, and v, a row a vector. */
    SymmetricEigen singular();

    /** The whitened problem of the defect, on the same rows. */
    DefectSolver.Whitened whitened();

    /** The power of two by which EᵀE is scaled down in the whitened problem. */
    int exponent();

    Accuracy accuracy();
  }

  @Override
  public final int columns() {
    return columns;
  }

  final long rowsSoFar() {
    return intake.rows();
  }

  /** The fields of all polarizations so far; null before the first. */
  final @Nullable FieldBasis fieldsSoFar() {
    return intake.fields();
  }

  /** On how many threads native calls may run while this finishes. */
  int threads() {
    return 1;
  }

  final Kernels kernels() {
    return kernels;
  }

  @Override
  public final void accept(Rows rows) {
    requireOpen();
    requireWidth("rows", rows.columns());
    intake.requireRows();
    Finite.require("rows of E", rows.values(), columns, intake.rows());
    reserve(rows.rows());
    add(rows.values(), rows.rows());
    intake.addRows(rows.rows());
  }

  @Override
  public final void accept(Polarization polarization) {
    requireOpen();
    requireWidth("polarization", polarization.columns());
    intake.requirePolarizations(polarization.fields());
    Finite.require(
        "Jacobians",
        polarization.jacobians().values(),
        polarization.jacobians().inputs(),
        intake.rows());
    Finite.require(
        "features",
        polarization.features().values(),
        polarization.features().columns(),
        intake.samples());
    reserve((long) polarization.samples() * polarization.outputs());
    long entriesPerSample = Math.max(1L, (long) polarization.outputs() * columns);
    int step = (int) Math.max(1, PIECE / entriesPerSample);
    try {
      for (int from = 0; from < Math.max(1, polarization.samples()); from += step) {
        int to = Math.min(polarization.samples(), from + step);
        Polarization piece = polarization.slice(from, to);
        addPiece(piece);
        Polarization weighed = piece.weighed();
        if (piece.weights().length > 0) {
          judging().addPiece(weighed);
        }
        intake.add(weighed);
      }
    } catch (RuntimeException e) {
      // Some pieces may be in already: there is no going on from here.
      close();
      throw e;
    }
  }

  private void addPiece(Polarization piece) {
    if (!addFactors(piece)) {
      Rows rows = piece.rows();
      Finite.require("rows of E", rows.values(), columns, intake.rows());
      add(rows.values(), rows.rows());
    }
  }

  /** Rows with weights, and rows without, are kept apart from the first one on. */
  private Accumulator judging() {
    Accumulator present = judged;
    if (present == null) {
      if (intake.rows() > 0) {
        throw new IllegalStateException("weights of outputs after rows without any");
      }
      present = sibling();
      judged = present;
    }
    return present;
  }

  @Override
  public final void merge(Decomposition other) {
    requireOpen();
    if (other == this || !(other instanceof Accumulator theirs) || !theirs.kind.equals(kind)) {
      throw new IllegalArgumentException("merge: not another decomposition of the kind " + kind);
    }
    theirs.requireOpen();
    requireWidth("merged decomposition", theirs.columns);
    intake.requireMergeable(theirs.intake);
    reserve(theirs.intake.rows());
    kernels.addWork(theirs.kernels.work());
    Accumulator more = theirs.judged;
    if (intake.rows() > 0 && theirs.intake.rows() > 0 && (more == null) != (judged == null)) {
      throw new IllegalArgumentException("merge: outputs have weights in one and not in the other");
    }
    if (more != null) {
      Accumulator present = judged == null ? sibling() : judged;
      judged = present;
      present.absorb(more);
    }
    absorb(theirs);
    intake.merge(theirs.intake);
    theirs.end(Phase.FINISHED);
  }

  @Override
  public final byte[] state() {
    requireOpen();
    StateWriter out = new StateWriter(kind).writeInt(columns);
    intake.write(out);
    writeRows(out);
    Accumulator weighed = judged;
    out.writeInt(weighed == null ? 0 : 1);
    if (weighed != null) {
      weighed.writeRows(out);
    }
    return out.toBytes();
  }

  /** Reads what follows the number of columns in a state. */
  public final Accumulator continueFrom(StateReader in) {
    intake.read(in, columns);
    readRows(in);
    if (in.readInt() != 0) {
      Accumulator weighed = sibling();
      weighed.intake.count(intake);
      weighed.readRows(in);
      judged = weighed;
    }
    return this;
  }

  @Override
  public final Spectrum finish() {
    requireOpen();
    try {
      return BlasThreads.claim(threads(), this::decompose);
    } finally {
      end(Phase.FINISHED);
    }
  }

  private Spectrum decompose() {
    Factored factored = factor();
    Accumulator weighed = judged;
    if (weighed != null) {
      weighed.intake.count(intake);
    }
    Factored ofDefects = weighed == null ? factored : weighed.factor();
    SymmetricEigen singular = factored.singular();
    Orientation.apply(singular.vectors(), columns);
    return new Spectrum(
        intake.samples(),
        intake.rows(),
        columns,
        singular.values(),
        singular.vectors(),
        Optional.ofNullable(defects(ofDefects)),
        factored.accuracy());
  }

  private @Nullable DefectSpectrum defects(Factored factored) {
    ChanceMoments.Finished moments = intake.finishMoments();
    return moments == null
        ? null
        : DefectSolver.solve(
            DefectProblem.of(moments, intake.settings(), kernels),
            factored.exponent(),
            factored.whitened(),
            kernels);
  }

  @Override
  public final void close() {
    if (phase != Phase.CLOSED) {
      end(Phase.CLOSED);
    }
  }

  private void end(Phase how) {
    phase = how;
    intake.close();
    release();
    Accumulator weighed = judged;
    if (weighed != null) {
      weighed.end(how);
      judged = null;
    }
  }

  private void requireOpen() {
    if (phase != Phase.OPEN) {
      throw new IllegalStateException(
          "the decomposition %s is %s"
              .formatted(kind, phase == Phase.CLOSED ? "closed" : "finished"));
    }
  }

  private void requireWidth(String what, int width) {
    if (width != columns) {
      throw new IllegalArgumentException(
          "%s of %d columns, the decomposition takes %d".formatted(what, width, columns));
    }
  }
}
