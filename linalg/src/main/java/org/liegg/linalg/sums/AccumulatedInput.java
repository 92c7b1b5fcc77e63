package org.liegg.linalg.sums;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liegg.api.Accuracy;
import org.liegg.api.DefectSettings;
import org.liegg.api.DefectSpectrum;
import org.liegg.api.FieldBasis;
import org.liegg.api.Matrix;
import org.liegg.api.Polarization;
import org.liegg.api.Spectrum;
import org.liegg.blas.Kernels;
import org.liegg.linalg.state.StateReader;
import org.liegg.linalg.state.StateWriter;

/**
 * What a decomposition has taken in so far, beside the rows themselves: how many samples and rows,
 * whether with their factors, and with factors the moments of the defect.
 */
public final class AccumulatedInput implements AutoCloseable {

  private enum Mode {
    NOTHING,
    ROWS,
    POLARIZATIONS
  }

  private final Kernels kernels;
  private final MemoryBudget budget;
  private Mode mode = Mode.NOTHING;
  private long samples;
  private long rows;
  private @Nullable BaselineMoments moments;
  private @Nullable FieldBasis borrowed;
  private DefectSettings settings = DefectSettings.defaults();

  public AccumulatedInput(Kernels kernels, MemoryBudget budget) {
    this.kernels = kernels;
    this.budget = budget;
  }

  /** What the defect is to be judged by; said before anything is finished. */
  public void judgeBy(DefectSettings wanted) {
    settings = wanted;
  }

  public DefectSettings settings() {
    return settings;
  }

  public long samples() {
    return samples;
  }

  public long rows() {
    return rows;
  }

  /** The fields that polarizations were of, null before the first. */
  public @Nullable FieldBasis fields() {
    BaselineMoments present = moments;
    return present == null ? borrowed : present.basis();
  }

  /** Counts what another keeps the moments of. */
  public void count(AccumulatedInput other) {
    samples = other.samples;
    rows = other.rows;
    borrowed = other.fields();
  }

  /**
   * The spectrum of the rows that were taken in.
   *
   * @param values σ, descending
   * @param vectors right singular vectors, a row each
   */
  public Spectrum spectrum(
      int columns,
      double[] values,
      double[] vectors,
      Optional<DefectSpectrum> defects,
      Accuracy accuracy) {
    return new Spectrum(samples, rows, columns, values, vectors, defects, accuracy);
  }

  /** What the metric of the defect is made of, null for plain rows. */
  public BaselineMoments.@Nullable Finished finishMoments() {
    BaselineMoments present = moments;
    return present == null ? null : present.finish();
  }

  /**
   * Refuses plain rows after polarizations.
   *
   * @throws IllegalStateException if polarizations were taken in before
   */
  public void requireRows() {
    if (mode == Mode.POLARIZATIONS) {
      throw new IllegalStateException("plain rows after polarizations: accept one or the other");
    }
  }

  /**
   * Refuses polarizations after plain rows, and such of other fields.
   *
   * @throws IllegalStateException if plain rows were taken in before
   * @throws IllegalArgumentException if earlier polarizations were of other fields
   */
  public void requirePolarizations(FieldBasis basis) {
    if (mode == Mode.ROWS) {
      throw new IllegalStateException("polarizations after plain rows: accept one or the other");
    }
    BaselineMoments present = moments;
    if (present != null && !FieldBases.same(present.basis(), basis)) {
      throw new IllegalArgumentException(
          "polarization of other fields than the ones accepted before");
    }
  }

  public void addRows(int count) {
    mode = Mode.ROWS;
    samples += count;
    rows += count;
  }

  public void add(Polarization polarization) {
    BaselineMoments sum = moments;
    if (sum == null) {
      sum = new BaselineMoments(polarization.fields(), polarization.responses(), kernels, budget);
      moments = sum;
      mode = Mode.POLARIZATIONS;
    }
    sum.add(polarization);
    samples += polarization.samples();
    rows += (long) polarization.samples() * polarization.outputs();
  }

  /** Throws what {@link #merge} would, and changes nothing. */
  public void requireMergeable(AccumulatedInput other) {
    if (other.mode == Mode.ROWS) {
      requireRows();
    }
    BaselineMoments theirs = other.moments;
    if (theirs != null) {
      requirePolarizations(theirs.basis());
    }
  }

  public void merge(AccumulatedInput other) {
    if (other.mode != Mode.NOTHING) {
      mode = other.mode;
    }
    BaselineMoments theirs = other.moments;
    BaselineMoments ours = moments;
    if (theirs != null) {
      if (ours == null) {
        ours = new BaselineMoments(theirs.basis(), theirs.responses(), kernels, budget);
        moments = ours;
      }
      ours.merge(theirs);
    }
    samples += other.samples;
    rows += other.rows;
  }

  public void write(StateWriter out) {
    out.writeText(mode.name()).writeLong(samples).writeLong(rows).writeDouble(kernels.work());
    out.writeDouble(settings.tolerance());
    out.writeDoubles(settings.variances(), settings.variances().length);
    Matrix deviations = settings.deviations();
    out.writeInt(deviations.rows()).writeInt(deviations.columns());
    out.writeDoubles(deviations.values(), deviations.values().length);
    BaselineMoments present = moments;
    if (present != null) {
      present.write(out);
    }
  }

  /** Reads what {@link #write} wrote into this, which has taken in nothing yet. */
  public void read(StateReader in, int columns) {
    mode = Mode.valueOf(in.readText());
    samples = in.readLong();
    rows = in.readLong();
    in.require(samples >= 0 && rows >= 0);
    kernels.addWork(in.readDouble());
    double tolerance = in.readDouble();
    double[] variances = in.readDoubles();
    settings =
        new DefectSettings(
            tolerance, variances, new Matrix(in.readSize(), in.readSize(), in.readDoubles()));
    if (mode == Mode.POLARIZATIONS) {
      BaselineMoments present = BaselineMoments.read(in, kernels);
      in.require(present.basis().fields() == columns);
      moments = present;
    }
  }

  @Override
  public void close() {
    BaselineMoments present = moments;
    if (present != null) {
      present.close();
      moments = null;
    }
  }
}
