package org.liegg.linalg.lobpcg;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.liegg.api.DecompositionOptions;
import org.liegg.api.DefectSettings;
import org.liegg.api.DefectSpectrum;
import org.liegg.api.FieldBasis;
import org.liegg.api.NumericalException;
import org.liegg.api.Polarization;
import org.liegg.api.Rows;
import org.liegg.api.Spectrum;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.IterationWatch;
import org.liegg.api.spi.WantedDefects;
import org.liegg.blas.Kernels;
import org.liegg.blas.NativeBlas;
import org.liegg.linalg.factors.AcceptedFactors;
import org.liegg.linalg.factors.DistributedFactors;
import org.liegg.linalg.factors.FactorBounds;
import org.liegg.linalg.factors.FactorPiece;
import org.liegg.linalg.factors.FactorStore;
import org.liegg.linalg.state.StateReader;
import org.liegg.linalg.state.StateWriter;
import org.liegg.linalg.streaming.GramDecomposition;
import org.liegg.linalg.sums.AccumulatedInput;
import org.liegg.linalg.sums.Finite;
import org.liegg.linalg.sums.Lifecycle;
import org.liegg.linalg.sums.MemoryBudget;
import org.liegg.linalg.sums.RowCollector;

/**
 * Keeps the factors of the rows and finds the smallest singular values and defects by iteration;
 * neither E nor EᵀE is ever formed. A small problem, where EᵀE is the lesser matter, is handed to
 * {@code gram}, and all of its spectrum returned.
 */
public final class LobpcgDecomposition implements Decomposition {
  public static final String KIND = "lobpcg";

  /** Whose work it is, as messages name it. */
  static final String OWNER = "decomposition " + KIND;

  private final int columns;
  private final LobpcgSettings settings;
  private final NativeBlas natives;
  private final Kernels kernels;
  private final AccumulatedInput input;
  private final Lifecycle life;
  private final RowCollector rows;
  private final AcceptedFactors factors = new AcceptedFactors();
  private UnaryOperator<byte[]> pass = LobpcgDecomposition::unreachable;
  private String description;

  public LobpcgDecomposition(int columns, NativeBlas natives, LobpcgSettings settings) {
    life = new Lifecycle(KIND, columns);
    this.columns = columns;
    this.settings = settings;
    this.natives = natives;
    kernels = new Kernels(natives);
    input = new AccumulatedInput(kernels, settings.budget());
    rows = new RowCollector(columns);
    description = "LOBPCG on the factors of E";
    new LobpcgMemory(columns, settings).requireColumns();
  }

  /** The same, with this baseline of the defect. */
  public LobpcgDecomposition judgedBy(DefectSettings wanted) {
    input.judgeBy(wanted);
    return this;
  }

  private static byte[] unreachable(byte[] question) {
    throw new IllegalStateException("its rows were detached: attach what reaches them");
  }

  /** Takes the rows away, and accepts no more. */
  List<byte[]> detach() {
    life.requireOpen();
    if (rows.rows() > 0) {
      throw new IllegalStateException("plain rows are not detached");
    }
    return factors.takeAway();
  }

  /** Says how rows that were taken away are asked. */
  void attach(UnaryOperator<byte[]> reaching) {
    life.requireOpen();
    pass = reaching;
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public void accept(Rows more) {
    life.requireOpen();
    life.requireWidth("rows", more.columns());
    input.requireRows();
    Finite.require("rows of E", more.values(), columns, input.rows());
    new LobpcgMemory(columns, settings).requireRows(rows.rows() + more.rows());
    rows.add(more.values(), more.rows());
    input.addRows(more.rows());
  }

  @Override
  public void accept(Polarization polarization) {
    life.requireOpen();
    life.requireWidth("polarization", polarization.columns());
    if (factors.areTaken()) {
      throw new IllegalStateException("rows after those that were detached");
    }
    input.requirePolarizations(polarization.fields());
    Finite.requireFactors(polarization, input.rows(), input.samples());
    int most = Math.max(factors.outputs(), polarization.outputs());
    new LobpcgMemory(columns, settings)
        .requireFactors(factors.bytes(), polarization.samples(), most, polarization.fields());
    FactorBounds.requireProducts(polarization, input.rows());
    factors.requireWeights(polarization.weights(), input.rows());
    factors.add(polarization);
    input.add(polarization.weighed());
  }

  @Override
  public void merge(Decomposition other) {
    life.requireOpen();
    if (other == this || !(other instanceof LobpcgDecomposition theirs)) {
      throw new IllegalArgumentException("merge: not another decomposition of the kind " + KIND);
    }
    theirs.life.requireOpen();
    life.requireWidth("merged decomposition", theirs.columns);
    input.requireMergeable(theirs.input);
    factors.requireMergeable(theirs.factors, input.rows());
    LobpcgMemory memory = new LobpcgMemory(columns, settings);
    memory.requireRows(rows.rows() + theirs.rows.rows());
    kernels.addWork(theirs.kernels.work());
    rows.addAll(theirs.rows);
    factors.merge(theirs.factors);
    input.merge(theirs.input);
    theirs.end();
  }

  @Override
  public byte[] state() {
    life.requireOpen();
    StateWriter out = new StateWriter(KIND).writeInt(columns);
    out.writeInt(settings.wanted()).writeInt(settings.most());
    out.writeInt(settings.threads()).writeDouble(settings.residual());
    out.writeInt(settings.iterations()).writeInt(settings.denseUpTo());
    factors.writeOutputs(out);
    input.write(out);
    rows.write(out);
    factors.write(out);
    return out.toBytes();
  }

  public static LobpcgDecomposition read(StateReader in, NativeBlas natives, MemoryBudget budget) {
    int columns = in.readSize();
    LobpcgSettings settings =
        new LobpcgSettings(
            in.readSize(),
            in.readSize(),
            in.readSize(),
            in.readDouble(),
            in.readSize(),
            in.readSize(),
            budget);
    in.require(settings.wanted() > 0 && settings.most() >= settings.wanted());
    in.require(settings.threads() > 0 && settings.residual() > 0);
    LobpcgDecomposition read = new LobpcgDecomposition(columns, natives, settings);
    read.factors.readOutputs(in);
    read.input.read(in, columns);
    read.rows.read(in);
    read.factors.read(in, columns);
    return read;
  }

  @Override
  public Spectrum finish() {
    return finish(IterationWatch.none());
  }

  @Override
  public Spectrum finish(IterationWatch watch) {
    return finish(watch, true);
  }

  @Override
  public Optional<DefectSpectrum> finishDefects(WantedDefects wanted, IterationWatch watch) {
    // How many are iterated on, the options said.
    return finish(watch, false).defects();
  }

  /**
   * @param singular whether singular values are wanted where there are defects
   */
  private Spectrum finish(IterationWatch watch, boolean singular) {
    life.requireOpen();
    try {
      return columns <= settings.denseUpTo() ? dense() : iteratedIfRegular(watch, singular);
    } finally {
      end();
    }
  }

  /**
   * Where it was not said how many are wanted, all of them by a matrix if degenerate directions
   * cannot be counted without one, and it fits.
   */
  private Spectrum iteratedIfRegular(IterationWatch watch, boolean singular) {
    IteratedSpectrum iterated =
        new IteratedSpectrum(columns, settings, input, rows, factors, kernels, pass);
    try {
      Spectrum spectrum = iterated.of(watch, singular);
      description = iterated.description();
      return spectrum;
    } catch (NumericalException e) {
      double numbers = factors.bytes() / Double.BYTES + LobpcgMemory.GRAM * columns * columns;
      boolean open = settings.most() > settings.wanted() && !iterated.rescaled();
      if (open && e.code().equals(FieldSupport.SINGULAR) && settings.budget().holds(numbers)) {
        return dense();
      }
      throw e;
    }
  }

  /** Everything, by {@code gram}. */
  private Spectrum dense() {
    DecompositionOptions options = DecompositionOptions.defaults().withDefect(input.settings());
    try (GramDecomposition gram =
        new GramDecomposition(columns, natives, settings.budget(), options)) {
      hand(gram);
      Spectrum spectrum = gram.finish();
      description =
          "%d columns are few: all of the spectrum, %s".formatted(columns, gram.description());
      return spectrum;
    }
  }

  /** Gives all rows to another. */
  private void hand(GramDecomposition gram) {
    FactorStore store = factors.store();
    FieldBasis basis = factors.basis();
    if (basis == null) {
      rows.forEach(gram::accept);
      return;
    }
    gram.accept(factors.none(basis));
    if (store == null) {
      DistributedFactors.Asked asked = new DistributedFactors.Asked(pass, input.rows(), 0);
      gram.merge(factors.distributed(asked).gram(natives));
      return;
    }
    for (FactorPiece piece : store.pieces()) {
      gram.accept(factors.polarization(piece, basis));
    }
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public void close() {
    if (life.close()) {
      letGo();
    }
  }

  private void end() {
    life.finish();
    letGo();
  }

  private void letGo() {
    input.close();
    rows.clear();
    factors.clear();
  }
}
