package org.liegg.groups.image;

import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.Matrix;
import org.liegg.api.spi.Flow;
import org.liegg.api.spi.GroupElement;

/**
 * Turns images about their center, between pixels by cubic convolution.
 *
 * @param name how reports call it
 * @param flow the turn by 1
 * @param angle counterclockwise as the image is seen, in radians
 * @param back whether it is turned back again
 */
public record TurnedImage(String name, Flow flow, double angle, boolean back)
    implements GroupElement {
  /** Rows and columns of pixels that cubic convolution takes at least. */
  public static final int LEAST = 3;

  /**
   * A turn.
   *
   * @param height rows of pixels, at least 3
   * @param width pixels of a row, at least 3
   * @param channels numbers of a pixel, next to each other
   * @param angle counterclockwise as the image is seen, in radians
   */
  public static GroupElement by(String name, int height, int width, int channels, double angle) {
    // y points down.
    Matrix generator = new Matrix(3, 3, new double[] {0, 1, 0, -1, 0, 0, 0, 0, 0});
    Flow flow = new ResampledFlow(new ImageGrid(height, width, channels), generator);
    return new TurnedImage(name, flow, angle, false);
  }

  @Override
  public Batch inputs(Batch inputs) {
    Batch turned = flow.at(inputs, angle);
    return back ? flow.at(turned, -angle) : turned;
  }

  @Override
  public Optional<GroupElement> thereAndBack() {
    return Optional.of(new TurnedImage(name + " and back", flow, angle, true));
  }
}
