package org.liegg.engine.keras;

import java.util.List;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.liegg.engine.keras.read.KerasFaults;

/** Shapes as Deeplearning4j calls them. */
final class InputTypes {
  private InputTypes() {}

  /**
   * A vector, a series of T × C, or an image of H × W × C.
   *
   * @throws org.liegg.api.ModelException if it is none of them
   */
  static InputType of(String name, List<Integer> shape, KerasFaults faults) {
    return switch (shape.size()) {
      case 1 -> InputType.feedForward(shape.get(0));
      case 2 -> InputType.recurrent(shape.get(1), shape.get(0), RNNFormat.NWC);
      case 3 -> InputType.convolutional(shape.get(0), shape.get(1), shape.get(2), CNN2DFormat.NHWC);
      default ->
          throw faults.unsupported(
              "%s has samples of shape %s".formatted(KerasFaults.printable(name), shape));
    };
  }
}
