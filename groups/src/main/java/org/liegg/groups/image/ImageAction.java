package org.liegg.groups.image;

import java.util.Optional;
import org.liegg.api.ActionException;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.Matrix;
import org.liegg.api.spi.Flow;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.basic.BasicActions;
import org.liegg.groups.field.ActionLimits;
import org.liegg.groups.field.FeatureMap;
import org.liegg.groups.field.FieldAssembler;
import org.liegg.groups.field.Fit;
import org.liegg.groups.field.HomogeneousMatrix;

/**
 * Linear or affine maps of the plane on images: {@code (gI)(p) = I(g⁻¹p)}, so that the field of a
 * generator A is {@code v(I)(p) = −∇I(p)·(Ap)}, or {@code −∇I(p)·(Ap + b)}.
 *
 * <p>p = (x, y) is the center of a pixel, x to the right and y down from the center of the image,
 * in units of half the longer side. ∇ is by a {@link DerivativeFilter}. Corners in place of
 * centers, or forward differences, would shift the center of rotation by half a pixel and make
 * every rotation a little wrong.
 */
public final class ImageAction implements GroupAction {
  private static final int LEAST = 3;
  private static final String SMALLER =
      "take smaller images, or a filter of fewer weights, the fewest has 'central'";

  private final String spec;
  private final GroupAction plane;
  private final ImageGrid grid;
  private final boolean resampled;
  private final FieldBasis fields;

  private ImageAction(
      String name,
      GroupAction plane,
      int height,
      int width,
      int channels,
      DerivativeFilter filter) {
    this.spec =
        "%s(%dx%d%s%s)"
            .formatted(
                name,
                height,
                width,
                channels == 1 ? "" : "x" + channels,
                filter.equals(DerivativeFilter.central()) ? "" : "," + filter);
    this.plane = plane;
    this.grid = new ImageGrid(height, width, channels);
    if (height < LEAST || width < LEAST || channels < 1) {
      throw new ActionException(
          "LIEGG-ACTION-ARGUMENT",
          "'%s'".formatted(spec),
          "the image is %d × %d with %d channels".formatted(height, width, channels),
          "differences need at least 3 × 3 pixels and a channel");
    }
    filter.requireFits(spec, Math.min(height, width));
    this.resampled = filter.equals(DerivativeFilter.central());
    this.fields = assemble(filter);
  }

  /** gl(2) on images. */
  public static ImageAction linear(int height, int width, int channels, DerivativeFilter filter) {
    return new ImageAction("image", BasicActions.gl(2), height, width, channels, filter);
  }

  /** aff(2) on images. */
  public static ImageAction affine(int height, int width, int channels, DerivativeFilter filter) {
    return new ImageAction("aff-image", BasicActions.aff(2), height, width, channels, filter);
  }

  /** The group as it acts on the plane. */
  public GroupAction plane() {
    return plane;
  }

  /**
   * Whether its flows are those of pictures, by resampling: what a central difference belongs to.
   * Other filters have the flows of their fields.
   */
  public boolean isResampled() {
    return resampled;
  }

  /** In pixels. */
  public int longerSide() {
    return Math.max(grid.height(), grid.width());
  }

  /** Moves pictures by exp(tA) of the plane. */
  public Flow resampling(double[] coefficients) {
    FeatureMap map = FeatureMap.of(plane).orElseThrow();
    return new ResampledFlow(grid, HomogeneousMatrix.of(plane, map, coefficients));
  }

  private FieldBasis assemble(DerivativeFilter filter) {
    int count = plane.dimension();
    int inputs = inputs(filter, count);
    LineWeights[] derivative = {filter.derivative(grid.width()), filter.derivative(grid.height())};
    LineWeights[] smoothing = {filter.smoothing(grid.width()), filter.smoothing(grid.height())};
    long alongX = derivative[0].count() * smoothing[1].count();
    long alongY = derivative[1].count() * smoothing[0].count();
    long all = (alongX + alongY) * grid.channels() * count / 2;
    int entries = ActionLimits.entries(spec, count, all, SMALLER);
    FieldAssembler basis = new FieldAssembler(count, entries, inputs, inputs);
    FieldBasis motions = plane.fields();
    for (int a = 0; a < count; a++) {
      // Every motion of the plane here has one entry: (Ap + b)_i = p_j or 1.
      int e = motions.offsets()[a];
      for (int row = 0; row < grid.height(); row++) {
        for (int column = 0; column < grid.width(); column++) {
          double speed = coordinate(motions.feature()[e], row, column);
          if (motions.component()[e] == 0) {
            derivative(basis, row, column, smoothing[1], derivative[0], -speed);
          } else {
            derivative(basis, row, column, derivative[1], smoothing[0], -speed);
          }
        }
      }
      basis.endField();
    }
    return basis.build();
  }

  /** Numbers of an image, unless there would be too many weights even to count. */
  private int inputs(DerivativeFilter filter, int count) {
    int pixels = ActionLimits.size(spec, "pixels", (long) grid.height() * grid.width(), SMALLER);
    int inputs = ActionLimits.size(spec, "inputs", (long) pixels * grid.channels(), SMALLER);
    long least =
        (long) inputs
            * count
            / 2
            * ((long) filter.fewest(grid.width()) + filter.fewest(grid.height()));
    ActionLimits.size(spec, "field entries or more", least, SMALLER);
    return inputs;
  }

  private double coordinate(int feature, int row, int column) {
    return switch (feature) {
      case 0 -> grid.x(column);
      case 1 -> grid.y(row);
      default -> 1;
    };
  }

  /** Adds scale · ∂I at a pixel, the product of weights by row and by column, for every channel. */
  private void derivative(
      FieldAssembler basis,
      int row,
      int column,
      LineWeights byRow,
      LineWeights byColumn,
      double scale) {
    double[] down = byRow.row(row);
    double[] right = byColumn.row(column);
    int here = row * grid.width() + column;
    for (int i = 0; i < down.length; i++) {
      for (int j = 0; j < right.length; j++) {
        int there = (byRow.first(row) + i) * grid.width() + byColumn.first(column) + j;
        // Weights of a filter are 0 at the same places always, and have no entry there.
        if (down[i] != 0 && right[j] != 0) {
          double value = scale * down[i] * right[j] / grid.pixel();
          for (int channel = 0; channel < grid.channels(); channel++) {
            basis.entry(here * grid.channels() + channel, there * grid.channels() + channel, value);
          }
        }
      }
    }
  }

  @Override
  public String spec() {
    return spec;
  }

  @Override
  public int inputSize() {
    return fields.components();
  }

  @Override
  public FieldBasis fields() {
    return fields;
  }

  @Override
  public Batch features(Batch batch) {
    return Fit.requireColumns(this, batch);
  }

  @Override
  public String fieldName(int a) {
    return plane.fieldName(a);
  }

  /** The motion of the plane, A or [[A, b], [0, 0]]. */
  @Override
  public Optional<Matrix> matrix(double[] coefficients) {
    return plane.matrix(coefficients);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ImageAction action && action.spec.equals(spec);
  }

  @Override
  public int hashCode() {
    return spec.hashCode();
  }

  @Override
  public String toString() {
    return spec;
  }
}
