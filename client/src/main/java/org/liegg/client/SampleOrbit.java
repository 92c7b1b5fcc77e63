package org.liegg.client;

import java.util.Optional;

/**
 * A sample moved along a generator, and what the model says of it there.
 *
 * @param t lengths of the path
 * @param inputs the moved sample, a row for every t
 * @param outputs what the model says of it, a row for every t
 * @param expected what it would say if the generator were a symmetry exactly, a row for every t
 * @param period after which the sample is where it was, where there is one
 * @param image how the sample is a picture, where the action moves pictures
 */
public record SampleOrbit(
    double[] t,
    double[][] inputs,
    double[][] outputs,
    double[][] expected,
    Optional<Double> period,
    Optional<Image> image) {

  /**
   * The sizes of a picture, whose numbers stand row by row, and the channels of a pixel together.
   *
   * @param height rows
   * @param width columns
   * @param channels of a pixel
   */
  public record Image(int height, int width, int channels) {}
}
