package org.liegg.groups;

import java.util.Optional;
import org.liegg.api.ActionException;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;

/**
 * Linear or affine maps of the plane on images: {@code (gI)(p) = I(g⁻¹p)}, so that the field of a
 * generator A is {@code v(I)(p) = −∇I(p)·(Ap)}, or {@code −∇I(p)·(Ap + b)}.
 *
 * <p>p = (x, y) is the center of a pixel, x to the right and y down from the center of the image,
 * in units of half the longer side. ∇ is by central differences, at the edge by one-sided ones of
 * the same order: errors fall as the square of the pixel's size, and nothing is assumed of what
 * lies outside. Corners in place of centers, or forward differences, shift the center of rotation
 * by half a pixel and make every rotation a little wrong.
 */
final class ImageAction implements GroupAction {
  private static final int LEAST = 3;
  private static final int[] CENTRAL = {-1, 1};
  private static final double[] CENTRAL_WEIGHTS = {-1, 1};
  private static final double[] ONE_SIDED = {-3, 4, -1};

  private final String spec;
  private final GroupAction plane;
  private final int height;
  private final int width;
  private final int channels;
  private final FieldBasis fields;

  private ImageAction(String name, GroupAction plane, int height, int width, int channels) {
    this.spec = "%s(%dx%d%s)".formatted(name, height, width, channels == 1 ? "" : "x" + channels);
    this.plane = plane;
    this.height = height;
    this.width = width;
    this.channels = channels;
    if (height < LEAST || width < LEAST || channels < 1) {
      throw new ActionException(
          "LIEGG-ACTION-ARGUMENT",
          "'%s'".formatted(spec),
          "the image is %d × %d with %d channels".formatted(height, width, channels),
          "differences need at least 3 × 3 pixels and a channel");
    }
    this.fields = assemble();
  }

  /** gl(2) on images. */
  static ImageAction linear(int height, int width, int channels) {
    return new ImageAction("image", Actions.gl(2), height, width, channels);
  }

  /** aff(2) on images. */
  static ImageAction affine(int height, int width, int channels) {
    return new ImageAction("aff-image", Actions.aff(2), height, width, channels);
  }

  /** The group as it acts on the plane. */
  GroupAction plane() {
    return plane;
  }

  private FieldBasis assemble() {
    long pixels = (long) height * width * channels;
    int count = plane.dimension();
    // A derivative has two neighbours, and three at the edge.
    long alongX = 2 * pixels + 2L * height * channels;
    long alongY = 2 * pixels + 2L * width * channels;
    int entries = ActionLimits.size(spec, "field entries", (alongX + alongY) * count / 2);
    FieldAssembler basis = new FieldAssembler(count, entries, (int) pixels, (int) pixels);
    FieldBasis motions = plane.fields();
    for (int a = 0; a < count; a++) {
      // Every motion of the plane here has one entry: (Ap + b)_i = p_j or 1.
      int e = motions.offsets()[a];
      for (int row = 0; row < height; row++) {
        for (int column = 0; column < width; column++) {
          double speed = coordinate(motions.feature()[e], row, column);
          derivative(basis, motions.component()[e] == 0, row, column, -speed);
        }
      }
      basis.endField();
    }
    return basis.build();
  }

  /** Half the longer side is 1. */
  private double pixel() {
    return 2.0 / Math.max(height, width);
  }

  private double coordinate(int feature, int row, int column) {
    return switch (feature) {
      case 0 -> (column - (width - 1) / 2.0) * pixel();
      case 1 -> (row - (height - 1) / 2.0) * pixel();
      default -> 1;
    };
  }

  /** Adds scale · ∂I at a pixel, for every channel. */
  private void derivative(FieldAssembler basis, boolean alongX, int row, int column, double scale) {
    int at = alongX ? column : row;
    int last = (alongX ? width : height) - 1;
    int step = alongX ? channels : channels * width;
    int[] offsets = at == 0 ? new int[] {0, 1, 2} : at == last ? new int[] {0, -1, -2} : CENTRAL;
    double[] weights = at == 0 || at == last ? ONE_SIDED : CENTRAL_WEIGHTS;
    double sign = at == last ? -1 : 1;
    for (int channel = 0; channel < channels; channel++) {
      int here = (row * width + column) * channels + channel;
      for (int k = 0; k < weights.length; k++) {
        basis.entry(here, here + offsets[k] * step, sign * scale * weights[k] / (2 * pixel()));
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
