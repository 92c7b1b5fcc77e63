package org.liegg.linalg.spi;

import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.liegg.api.DecompositionOptions;
import org.liegg.api.DefectSpectrum;
import org.liegg.api.FieldBasis;
import org.liegg.api.Polarization;
import org.liegg.api.Rows;
import org.liegg.api.Spectrum;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.IterationWatch;
import org.liegg.api.spi.WantedDefects;
import org.liegg.linalg.defect.Factored;
import org.liegg.linalg.defect.SpectrumSolver;
import org.liegg.linalg.state.StateReader;
import org.liegg.linalg.state.StateWriter;
import org.liegg.linalg.sums.AccumulatedInput;
import org.liegg.linalg.sums.Finite;
import org.liegg.linalg.sums.Lifecycle;
import org.liegg.linalg.sums.PolarizationPieces;
import org.liegg.linalg.sums.Resources;

/**
 * The base class of decompositions that take rows in and solve for the whole spectrum at the end.
 * What all of them share is final here: the life from open to finished or closed, the checks of
 * what is accepted and their codes, the moments of the independence baseline, the defects with
 * their insensitive directions, order and orientation of what is returned, merging, and the state
 * with its checksum. A kind says how it takes rows in ({@link #add}), takes over those of another
 * ({@link #absorb}), what it makes of them ({@link #factor}), and how it writes and reads them
 * ({@link #writeRows}, {@link #readRows}).
 *
 * <p>Rows may be of any size within the range of double, from 1e-300 to 1e300, in one
 * decomposition: a kind that squares entries scales them first, and says by which power of two in
 * its {@link Factor}. Outputs that have weights need the rows twice, as they are and as they are
 * weighed; a second, empty one of the kind ({@link #sibling}) takes the latter.
 */
public abstract class StreamingDecomposition implements Decomposition {

  /** Copies of {@code m × m} that the end of a decomposition takes: factor, vectors, defects. */
  private static final double SQUARES = 6;

  private final String name;
  private final int columns;
  private final Resources resources;
  private final AccumulatedInput input;
  private final Lifecycle life;

  private final WeighedRows weighed = new WeighedRows(this::sibling);

  /**
   * A decomposition that has taken in nothing yet.
   *
   * @param name of its provider; states are marked by it
   * @param columns number of candidate fields m
   * @param options memory and the baseline of the defect
   * @throws IllegalArgumentException if {@code columns} is negative
   * @throws org.liegg.api.NumericalException {@code LIEGG-DECOMPOSITION-MEMORY} if a few {@code m ×
   *     m} matrices do not fit
   */
  protected StreamingDecomposition(String name, int columns, DecompositionOptions options) {
    this(name, columns, Resources.ofProcess(options));
    String remedy = "raise -Xmx, or use an action of fewer fields";
    resources.budget().requireSquare(subject(), columns, remedy);
    requireMemory(SQUARES * columns * columns, "%d candidate fields".formatted(columns), remedy);
  }

  /** For the kinds of this module, which choose their resources and check their memory. */
  protected StreamingDecomposition(String name, int columns, Resources resources) {
    this.life = new Lifecycle(name, columns);
    this.name = name;
    this.columns = columns;
    this.resources = resources;
    this.input = new AccumulatedInput(resources.kernels(), resources.budget());
    input.judgeBy(resources.defect());
  }

  /**
   * Continues a decomposition from its state: what {@code restore} of a provider does.
   *
   * @param name of the provider
   * @param empty makes an empty decomposition of so many columns
   * @throws org.liegg.api.NumericalException {@code LIEGG-STATE-CORRUPT} if the state is truncated,
   *     altered or of another kind
   */
  public static Decomposition restore(
      byte[] state, String name, IntFunction<? extends StreamingDecomposition> empty) {
    return StateReader.read(
        state,
        name,
        in -> {
          StreamingDecomposition fresh = empty.apply(in.readSize());
          fresh.input.read(in, fresh.columns);
          fresh.readRows(in);
          fresh.weighed.read(in, fresh.input);
          return fresh;
        });
  }

  /** Makes one of the same kind, width and options that holds nothing yet. */
  protected abstract StreamingDecomposition sibling();

  /**
   * Takes rows of E, all finite.
   *
   * @param values row-major, {@code rows × m}; not to be kept or written to
   */
  protected abstract void add(double[] values, int rows);

  /** Takes over what another of this class holds; the other is released afterwards. */
  protected abstract void absorb(StreamingDecomposition other);

  /**
   * Makes EᵀE or R of all rows taken in; of none, zeros. Called once, and no row is added
   * afterwards.
   */
  protected abstract Factor factor();

  /** Writes what {@link #readRows} needs to hold the same rows. */
  protected abstract void writeRows(StateWriter out);

  /**
   * Reads what {@link #writeRows} wrote into this, which holds nothing yet. What does not fit this
   * width is refused by {@link StateReader#require}.
   */
  protected abstract void readRows(StateReader in);

  /** Makes room for rows to come, or refuses before anything has changed. */
  protected void reserve(long rows) {
    // For kinds that keep rows; what streams has its room.
  }

  /**
   * Takes rows by their factors, both finite, where this kind does better by them.
   *
   * @return whether it did; otherwise the rows are formed and added
   */
  protected boolean addFactors(Polarization piece) {
    return false;
  }

  /** Lets go of what is held beside arrays; more than once does no harm. */
  protected void release() {
    // For kinds that hold native memory.
  }

  /** Number of rows of E accepted so far, counted after they have been added. */
  protected final long rowsSoFar() {
    return input.rows();
  }

  /** The fields of all polarizations so far; null before the first. */
  protected final @Nullable FieldBasis fieldsSoFar() {
    return input.fields();
  }

  /**
   * Refuses what does not fit into the memory that the options and the heap allow.
   *
   * @param numbers how many doubles have to be held at once
   * @param what for what, e.g. {@code 10000 rows × 400 columns}
   * @param remedy what to do where it does not fit
   * @throws org.liegg.api.NumericalException {@code LIEGG-DECOMPOSITION-MEMORY}
   */
  protected final void requireMemory(double numbers, String what, String remedy) {
    resources.budget().require(subject(), numbers, what, remedy);
  }

  /** For the kinds of this module. */
  protected final Resources resources() {
    return resources;
  }

  /** Counts the rows of another, which this has taken in by their pieces. */
  final void count(AccumulatedInput other) {
    input.count(other);
  }

  private String subject() {
    return "decomposition " + name;
  }

  @Override
  public final int columns() {
    return columns;
  }

  @Override
  public final void accept(Rows rows) {
    life.requireOpen();
    life.requireWidth("rows", rows.columns());
    input.requireRows();
    Finite.require("rows of E", rows.values(), columns, input.rows());
    reserve(rows.rows());
    add(rows.values(), rows.rows());
    input.addRows(rows.rows());
  }

  @Override
  public final void accept(Polarization polarization) {
    life.requireOpen();
    life.requireWidth("polarization", polarization.columns());
    input.requirePolarizations(polarization.fields());
    Finite.requireFactors(polarization, input.rows(), input.samples());
    reserve((long) polarization.samples() * polarization.outputs());
    try {
      PolarizationPieces.forEach(
          polarization,
          piece -> {
            addPiece(piece);
            weighed.add(piece, input.rows());
            input.add(piece.weighed());
          });
    } catch (RuntimeException e) {
      // Some pieces may be in already: there is no going on from here.
      close();
      throw e;
    }
  }

  /** Takes rows by their factors, or as they are where this kind does not. */
  final void addPiece(Polarization piece) {
    if (!addFactors(piece)) {
      Rows rows = piece.rows();
      Finite.require("rows of E", rows.values(), columns, input.rows());
      add(rows.values(), rows.rows());
    }
  }

  @Override
  public final void merge(Decomposition other) {
    life.requireOpen();
    if (other == this
        || !(other instanceof StreamingDecomposition theirs)
        || theirs.getClass() != getClass()
        || !theirs.name.equals(name)) {
      throw new IllegalArgumentException("merge: not another decomposition of the kind " + name);
    }
    theirs.life.requireOpen();
    life.requireWidth("merged decomposition", theirs.columns);
    input.requireMergeable(theirs.input);
    reserve(theirs.input.rows());
    resources.kernels().addWork(theirs.resources.kernels().work());
    weighed.merge(theirs.weighed, input.rows() > 0 && theirs.input.rows() > 0);
    absorb(theirs);
    input.merge(theirs.input);
    theirs.end();
  }

  @Override
  public final byte[] state() {
    life.requireOpen();
    StateWriter out = new StateWriter(name).writeInt(columns);
    input.write(out);
    writeRows(out);
    weighed.write(out);
    return out.toBytes();
  }

  @Override
  public final Spectrum finish() {
    life.requireOpen();
    try {
      Factored factored = factored();
      return SpectrumSolver.solve(input, columns, factored, judged(factored), resources);
    } finally {
      end();
    }
  }

  @Override
  public final Optional<DefectSpectrum> finishDefects(WantedDefects wanted, IterationWatch watch) {
    life.requireOpen();
    try {
      return SpectrumSolver.defects(input, judged(factored()), wanted, resources.kernels());
    } finally {
      end();
    }
  }

  /** The rows as their outputs are weighed. */
  private Factored judged(Factored factored) {
    return weighed.factored(input).orElse(factored);
  }

  /** What the rows come to, for the solver. */
  final Factored factored() {
    return Factors.solvable(factor(), columns, input.rows(), resources);
  }

  @Override
  public final void close() {
    if (life.close()) {
      letGo();
    }
  }

  private void end() {
    life.finish();
    letGo();
  }

  /** Releases everything; more than once does no harm. */
  final void letGo() {
    input.close();
    release();
    weighed.close();
  }
}
