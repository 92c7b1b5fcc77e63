package org.liegg.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelPortTest {

  @Test
  void writesItsShape() {
    assertThat(new ModelPort("conv", "Conv2D", List.of(28, 28, 1)).shapeText())
        .isEqualTo("28×28×1");
    assertThat(new ModelPort("dense", "Dense", List.of(10)).shapeText()).isEqualTo("10");
  }

  @Test
  void saysThatItsShapeIsNotKnown() {
    assertThat(new ModelPort("lstm", "LSTM", List.of()).shapeText()).isEqualTo("?");
  }

  @Test
  void doesNotChangeWithTheListsItWasMadeOf() {
    List<Integer> shape = new ArrayList<>(List.of(2, 3));
    ModelPort port = new ModelPort("image", "Input", shape);
    List<ModelPort> ports = new ArrayList<>(List.of(port));
    ModelLayout layout = new ModelLayout(ports, ports);
    shape.add(4);
    ports.clear();
    assertThat(port.shape()).containsExactly(2, 3);
    assertThat(layout.inputs()).containsExactly(port);
    assertThat(layout.outputs()).containsExactly(port);
  }
}
