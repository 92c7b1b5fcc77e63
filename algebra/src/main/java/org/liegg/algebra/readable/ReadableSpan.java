package org.liegg.algebra.readable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.liegg.algebra.LearnedAlgebra;
import org.liegg.api.DefectSpectrum;
import org.liegg.api.Matrix;
import org.liegg.api.report.readable.Loss;
import org.liegg.api.report.readable.Quadric;
import org.liegg.api.report.readable.ReadableField;
import org.liegg.api.report.readable.ReadableGenerators;
import org.liegg.api.report.readable.Scalings;
import org.liegg.api.spi.GroupAction;
import org.liegg.metrics.RestrictedDefects;
import org.liegg.metrics.Subspaces;

/** Makes learned generators readable. */
public final class ReadableSpan {
  /** More generators are a list that nobody reads. */
  private static final int MOST_GENERATORS = 60;

  private static final int MOST_FIELDS = 2000;

  /** Radians beyond which entries cannot be told from 0. */
  private static final double MOST_NOISE = 0.3;

  private static final double ROUNDING = 1e-9;

  /** Making a basis readable may double its largest defect; what takes more is another space. */
  private static final double MORE = 2;

  private final GroupAction action;
  private final FieldShape shape;
  private final Matrix directions;
  private final double noise;
  private final Optional<DefectSpectrum> defects;

  private ReadableSpan(
      GroupAction action,
      FieldShape shape,
      Matrix directions,
      double noise,
      Optional<DefectSpectrum> defects) {
    this.action = action;
    this.shape = shape;
    this.directions = directions;
    this.noise = Math.max(ROUNDING, noise);
    this.defects = defects.filter(RestrictedDefects::known);
  }

  /**
   * A readable basis; empty where there are no directions or too many, where the action is none of
   * polynomial fields on inputs alone, or where the noise is too large.
   *
   * @param action the candidate fields
   * @param directions coefficients of learned symmetries, a row each, linearly independent
   * @param noise how far, as an angle in radians, a learned generator may be from an exact one
   * @param algebra that they were found to span, where that is known
   * @param defects of all candidate fields, where they are known
   */
  public static Optional<ReadableGenerators> of(
      GroupAction action,
      Matrix directions,
      double noise,
      Optional<LearnedAlgebra> algebra,
      Optional<DefectSpectrum> defects) {
    int count = directions.rows();
    if (count == 0
        || count > MOST_GENERATORS
        || directions.columns() > MOST_FIELDS
        || !(noise <= MOST_NOISE)) {
      return Optional.empty();
    }
    return FieldShape.of(action)
        .map(shape -> new ReadableSpan(action, shape, directions, noise, defects))
        .map(span -> span.read(algebra));
  }

  private ReadableGenerators read(Optional<LearnedAlgebra> algebra) {
    Optional<ExactFields> closed = algebra.flatMap(this::closed);
    if (closed.isPresent()) {
      return generators(closed.get(), "closure");
    }
    ExactFields sparse = sparse();
    boolean some = sparse.exact().stream().anyMatch(Optional::isPresent);
    return generators(sparse, some ? "noise" : "none");
  }

  /**
   * The exact algebra of simple fractions next to a learned one, where it is all of its own
   * brackets: that closes for no random numbers. Others may close whatever their numbers are, as
   * diagonal matrices do.
   */
  private Optional<ExactFields> closed(LearnedAlgebra algebra) {
    int[] derived = algebra.derivedDimensions();
    boolean own = derived.length > 0 && derived[0] == directions.rows() && derived[0] >= 3;
    return algebra
        .nearestExact()
        .filter(found -> own && found.rounded())
        .map(LearnedAlgebra.ExactBasis::coefficients)
        .filter(rows -> rows.rows() == directions.rows())
        .map(rows -> ExactFields.of(shape.units(), SparseSpan.of(rows, ROUNDING), ROUNDING))
        .filter(found -> found.all() && isAsGood(found.rows()));
  }

  /** As many zeros and exact numbers as leave what was learned as good a symmetry. */
  private ExactFields sparse() {
    for (double tolerance : new double[] {noise, noise / 3, noise / 10}) {
      Matrix rows = SparseSpan.of(directions, tolerance);
      if (!isAsGood(rows)) {
        continue;
      }
      ExactFields exact = ExactFields.of(shape.units(), rows, noise);
      if (isAsGood(exact.rows())) {
        return exact;
      }
      return plain(rows);
    }
    return plain(SparseSpan.of(directions, ROUNDING));
  }

  private ExactFields plain(Matrix rows) {
    ExactFields none = ExactFields.of(shape.units(), rows, 1);
    return new ExactFields(
        none.rows(), none.exact().stream().map(one -> Optional.<List<Exact>>empty()).toList());
  }

  private boolean isAsGood(Matrix rows) {
    boolean near = angle(rows) <= 2 * Math.toDegrees(noise) + 1e-6;
    return near && worst(rows).map(found -> found <= MORE * learned() + 1e-12).orElse(true);
  }

  private double learned() {
    return worst(directions).orElse(0.0);
  }

  private Optional<Double> worst(Matrix rows) {
    return defects.map(
        known -> Arrays.stream(RestrictedDefects.of(unit(rows), known).defects()).max().orElse(0));
  }

  private static Matrix unit(Matrix rows) {
    double[] values = rows.values().clone();
    for (int r = 0; r < rows.rows(); r++) {
      double norm = SparseSpan.norm(SparseSpan.row(rows, r));
      for (int c = 0; c < rows.columns(); c++) {
        values[r * rows.columns() + c] /= norm;
      }
    }
    return new Matrix(rows.rows(), rows.columns(), values);
  }

  private double angle(Matrix rows) {
    double[] angles = Subspaces.principalAngles(directions, rows);
    return angles[angles.length - 1];
  }

  private ReadableGenerators generators(ExactFields found, String how) {
    List<ReadableField> fields = new ArrayList<>();
    List<DMatrixRMaj> matrices = new ArrayList<>();
    for (int r = 0; r < found.rows().rows(); r++) {
      double[] coefficients = SparseSpan.row(found.rows(), r);
      boolean exact = found.exact().get(r).isPresent();
      boolean affine = shape.isAffine(coefficients);
      if (affine) {
        matrices.add(shape.matrix(coefficients));
      }
      fields.add(
          new ReadableField(
              coefficients,
              shape.components(coefficients, exact),
              affine
                  ? FlowType.of(shape.matrix(coefficients), exact, spread(coefficients))
                  : Optional.empty()));
    }
    return new ReadableGenerators(
        fields, how, loss(found.rows()), conserved(found, matrices), scalings(found, fields));
  }

  /** The noise as a share of the largest coefficient. */
  private double spread(double[] coefficients) {
    double largest = Arrays.stream(coefficients).map(Math::abs).max().orElse(1);
    return noise * SparseSpan.norm(coefficients) / largest;
  }

  private List<Quadric> conserved(ExactFields found, List<DMatrixRMaj> matrices) {
    return matrices.size() < found.rows().rows()
        ? List.of()
        : Quadrics.of(matrices, found.all(), 2 * noise);
  }

  private Optional<Scalings> scalings(ExactFields found, List<ReadableField> fields) {
    return found.all() ? ScaleGroups.of(action.inputSize(), fields) : Optional.empty();
  }

  private Loss loss(Matrix rows) {
    return new Loss(
        angle(rows),
        Math.toDegrees(noise),
        worst(rows),
        defects.isPresent() ? Optional.of(learned()) : Optional.empty());
  }
}
