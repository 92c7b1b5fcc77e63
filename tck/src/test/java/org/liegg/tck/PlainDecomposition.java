package org.liegg.tck;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.liegg.api.Accuracy;
import org.liegg.api.Batch;
import org.liegg.api.DefectSpectrum;
import org.liegg.api.FieldBasis;
import org.liegg.api.Jacobians;
import org.liegg.api.NumericalException;
import org.liegg.api.Polarization;
import org.liegg.api.Rows;
import org.liegg.api.Spectrum;
import org.liegg.api.spi.Decomposition;

/**
 * A decomposition that keeps its contract in the plainest way, and whose steps can be overridden to
 * break it: it keeps all that it was given.
 */
class PlainDecomposition implements Decomposition {
  final List<Rows> rows = new ArrayList<>();
  final List<Polarization> polarizations = new ArrayList<>();
  private final int columns;
  private boolean over;

  PlainDecomposition(int columns) {
    this.columns = columns;
  }

  PlainDecomposition restore(byte[] state) {
    DoubleBuffer in = ByteBuffer.wrap(state).asDoubleBuffer();
    in.position(1);
    PlainState.read(in, this);
    return this;
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public void accept(Rows more) {
    requireOpen();
    requireWidth(more.columns());
    if (!polarizations.isEmpty()) {
      throw new IllegalStateException("rows after polarizations");
    }
    requireFinite(more.values());
    rows.add(more);
  }

  @Override
  public void accept(Polarization more) {
    requireOpen();
    requireWidth(more.columns());
    if (!rows.isEmpty()) {
      throw new IllegalStateException("polarizations after rows");
    }
    if (!polarizations.isEmpty() && !same(polarizations.get(0).fields(), more.fields())) {
      throw new IllegalArgumentException("other fields");
    }
    requireFinite(more.rows().values());
    requireFinite(more.jacobians().values());
    polarizations.add(more);
  }

  @Override
  public void merge(Decomposition other) {
    requireOpen();
    if (other == this || !(other instanceof PlainDecomposition theirs)) {
      throw new IllegalArgumentException("merge of another kind");
    }
    requireWidth(other.columns());
    theirs.requireOpen();
    takeOver(theirs);
    theirs.over = true;
  }

  void takeOver(PlainDecomposition other) {
    rows.addAll(other.rows);
    polarizations.addAll(other.polarizations);
  }

  @Override
  public byte[] state() {
    requireOpen();
    return PlainState.write(columns, rows, polarizations);
  }

  @Override
  public Spectrum finish() {
    requireOpen();
    over = true;
    if (polarizations.isEmpty()) {
      Rows e = concatenated(rows);
      return spectrum(e, e.rows(), Optional.empty());
    }
    Polarization all = joined(polarizations);
    return spectrum(all.rows(), all.samples(), Optional.of(defects().of(all)));
  }

  private Spectrum spectrum(Rows e, int samples, Optional<DefectSpectrum> defects) {
    PlainSvd svd = svd(e);
    orient(svd.vectors());
    return new Spectrum(
        samples, e.rows(), columns, svd.values(), svd.vectors(), defects, Accuracy.BACKWARD_STABLE);
  }

  PlainSvd svd(Rows e) {
    return PlainSvd.of(e);
  }

  void orient(double[] vectors) {
    PlainSvd.orient(vectors, columns);
  }

  PlainDefects defects() {
    return new PlainDefects();
  }

  void requireFinite(double[] values) {
    if (!Arrays.stream(values).allMatch(Double::isFinite)) {
      throw new NumericalException("LIEGG-ROWS-NONFINITE", "rows", "NaN", "check the data");
    }
  }

  void requireOpen() {
    if (over) {
      throw new IllegalStateException("over");
    }
  }

  @Override
  public void close() {
    over = true;
  }

  private void requireWidth(int width) {
    if (width != columns) {
      throw new IllegalArgumentException("width");
    }
  }

  private Rows concatenated(List<Rows> parts) {
    double[] values =
        parts.stream().flatMapToDouble(part -> Arrays.stream(part.values())).toArray();
    return new Rows(parts.stream().mapToInt(Rows::rows).sum(), columns, values);
  }

  private static Polarization joined(List<Polarization> parts) {
    Polarization first = parts.get(0);
    int n = parts.stream().mapToInt(Polarization::samples).sum();
    double[] features =
        parts.stream().flatMapToDouble(p -> Arrays.stream(p.features().values())).toArray();
    double[] gradients =
        parts.stream().flatMapToDouble(p -> Arrays.stream(p.jacobians().values())).toArray();
    int outputs = first.outputs();
    int inputs = first.jacobians().inputs();
    return new Polarization(
        first.fields(),
        new Batch(n, first.features().columns(), features),
        new Jacobians(n, outputs, inputs, gradients, new double[n * outputs]));
  }

  private static boolean same(FieldBasis a, FieldBasis b) {
    return Arrays.equals(a.offsets(), b.offsets())
        && Arrays.equals(a.component(), b.component())
        && Arrays.equals(a.feature(), b.feature())
        && Arrays.equals(a.values(), b.values());
  }
}
