package org.liegg.data.support;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.liegg.api.DataException;

/**
 * The shape of an array of samples: the first axis counts them, the others are what one has.
 *
 * @param shape all axes; at least two, none of them 0
 * @param bytes of all numbers together
 */
public record SampleShape(long[] shape, long bytes) {

  /** The shape of targets: a single axis is one number a sample. */
  public static long[] ofTargets(long[] shape) {
    return shape.length == 1 ? new long[] {shape[0], 1} : shape;
  }

  /**
   * A shape that a file gave, once it is known to make sense.
   *
   * @param subject how messages call the file
   * @param bytes of one number
   * @throws DataException if it is no shape of samples, or more than can exist
   */
  public static SampleShape of(String subject, long[] shape, int bytes) {
    String text = text(shape);
    if (Arrays.stream(shape).anyMatch(size -> size < 0)) {
      throw Faults.shape(subject, "shape " + text + " has a negative size", "export it anew");
    }
    if (shape.length < 2) {
      throw Faults.shape(
          subject,
          "shape %s has no axis of features: it could be samples of one feature or one sample"
              .formatted(text),
          "save it as x.reshape(-1, 1) or x.reshape(1, -1) (and check that it is not the labels)");
    }
    if (shape[0] == 0) {
      throw Faults.empty(subject, "shape " + text + " has no samples");
    }
    if (Arrays.stream(shape).anyMatch(size -> size == 0)) {
      throw Faults.shape(
          subject, "shape " + text + " has 0 columns", "give samples of at least one feature");
    }
    try {
      return new SampleShape(
          shape, Math.multiplyExact(Arrays.stream(shape).reduce(1, Math::multiplyExact), bytes));
    } catch (ArithmeticException e) {
      throw new SampleShape(shape, 0).tooLarge(subject);
    }
  }

  /** The error that so much cannot exist. */
  public DataException tooLarge(String subject) {
    return Faults.shape(
        subject, "shape " + text(shape) + " is more than can exist", "export it anew");
  }

  /**
   * Values of a sample.
   *
   * @throws DataException if they are more than an array holds
   */
  public int columns(String subject) {
    long columns = Arrays.stream(shape).skip(1).reduce(1, (a, b) -> a * b);
    if (columns > BatchValues.MOST) {
      throw Faults.shape(
          subject,
          "shape %s has %d columns".formatted(text(shape), columns),
          "give samples of at most %d".formatted(BatchValues.MOST));
    }
    return (int) columns;
  }

  /**
   * The axes of one sample.
   *
   * @throws DataException if its values are more than an array holds
   */
  public List<Integer> axes(String subject) {
    columns(subject);
    return Arrays.stream(shape).skip(1).mapToObj(Math::toIntExact).toList();
  }

  private static String text(long[] shape) {
    return Arrays.stream(shape)
        .limit(8)
        .mapToObj(Long::toString)
        .collect(Collectors.joining(" × ", "(", shape.length > 8 ? " × …)" : ")"));
  }
}
