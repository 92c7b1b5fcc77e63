package org.liegg.groups.image;

import java.util.List;
import java.util.Optional;
import org.liegg.api.ActionException;
import org.liegg.api.Batch;
import org.liegg.api.Matrix;
import org.liegg.api.spi.Flow;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.basic.BasicActions;
import org.liegg.groups.field.FeatureMap;
import org.liegg.groups.field.Fit;
import org.liegg.groups.field.HomogeneousMatrix;
import org.liegg.groups.field.Resampled;
import org.liegg.groups.field.SpecAction;

/**
 * Linear or affine maps of the plane on images: {@code (gI)(p) = I(g⁻¹p)}, so that the field of a
 * generator A is {@code v(I)(p) = −∇I(p)·(Ap)}, or {@code −∇I(p)·(Ap + b)}.
 *
 * <p>p = (x, y) is the center of a pixel, x to the right and y down from the center of the image,
 * in units of half the longer side. ∇ is by a {@link DerivativeFilter}. Corners in place of
 * centers, or forward differences, would shift the center of rotation by half a pixel and make
 * every rotation a little wrong.
 */
public final class ImageAction extends SpecAction implements Resampled {
  private static final int LEAST = 3;

  private final GroupAction plane;
  private final ImageGrid grid;
  private final boolean resampled;

  private ImageAction(String spec, GroupAction plane, ImageGrid grid, DerivativeFilter filter) {
    super(spec, new ImageFields(spec, plane, grid).of(filter));
    this.plane = plane;
    this.grid = grid;
    this.resampled = filter.equals(DerivativeFilter.central());
  }

  private static ImageAction of(
      String name,
      GroupAction plane,
      int height,
      int width,
      int channels,
      DerivativeFilter filter) {
    String spec =
        "%s(%dx%d%s%s)"
            .formatted(
                name,
                height,
                width,
                channels == 1 ? "" : "x" + channels,
                filter.equals(DerivativeFilter.central()) ? "" : "," + filter);
    if (height < LEAST || width < LEAST || channels < 1) {
      throw new ActionException(
          "LIEGG-ACTION-ARGUMENT",
          "'%s'".formatted(spec),
          "the image is %d × %d with %d channels".formatted(height, width, channels),
          "differences need at least 3 × 3 pixels and a channel");
    }
    filter.requireFits(spec, Math.min(height, width));
    return new ImageAction(spec, plane, new ImageGrid(height, width, channels), filter);
  }

  /** gl(2) on images. */
  public static ImageAction linear(int height, int width, int channels, DerivativeFilter filter) {
    return of("image", BasicActions.gl(2), height, width, channels, filter);
  }

  /** aff(2) on images. */
  public static ImageAction affine(int height, int width, int channels, DerivativeFilter filter) {
    return of("aff-image", BasicActions.aff(2), height, width, channels, filter);
  }

  /** The group as it acts on the plane. */
  public GroupAction plane() {
    return plane;
  }

  /** The axes of a picture, {@code [height, width]}, and its channels where there are several. */
  public List<Integer> axes() {
    return grid.channels() == 1
        ? List.of(grid.height(), grid.width())
        : List.of(grid.height(), grid.width(), grid.channels());
  }

  @Override
  public boolean isResampled() {
    return resampled;
  }

  @Override
  public int longerSide() {
    return Math.max(grid.height(), grid.width());
  }

  /** Moves pictures by exp(tA) of the plane. */
  @Override
  public Flow resampling(double[] coefficients) {
    FeatureMap map = FeatureMap.of(plane).orElseThrow();
    return new ResampledFlow(grid, HomogeneousMatrix.of(plane, map, coefficients));
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
}
