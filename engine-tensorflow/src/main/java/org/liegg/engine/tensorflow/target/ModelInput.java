package org.liegg.engine.tensorflow.target;

import java.util.List;
import org.tensorflow.proto.DataType;

/**
 * An input as samples fill it.
 *
 * @param name how it is asked for
 * @param node its placeholder
 * @param type of the numbers that it takes
 * @param shape of one sample
 * @param from where in a sample they begin
 * @param batched whether an axis of samples comes before the shape
 * @param varies whether outputs are differentiated by it
 */
public record ModelInput(
    String name,
    String node,
    DataType type,
    List<Integer> shape,
    int from,
    boolean batched,
    boolean varies) {

  /** Values of one sample. */
  public int size() {
    return shape.stream().reduce(1, Math::multiplyExact);
  }
}
