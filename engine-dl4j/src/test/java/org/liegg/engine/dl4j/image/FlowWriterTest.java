package org.liegg.engine.dl4j.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.liegg.engine.dl4j.dense.PiecewiseScalar;
import org.liegg.engine.dl4j.flow.Axis;
import org.liegg.engine.dl4j.flow.Flow;
import org.liegg.engine.dl4j.flow.Operation;
import org.liegg.engine.dl4j.flow.Window;

class FlowWriterTest {
  private static final Operation RECTIFIER = rectifier(0);
  private static final Operation POOLING =
      new Operation.Largest(new Window(Axis.whole(2), Axis.whole(2), 3));

  private final FlowWriter writer =
      new FlowWriter(List.of(new ImageInput("image", List.of(2, 2, 3), 0, true)));
  private final Signal image = new Signal(0, List.of(2, 2, 3), false);

  @Test
  void rectifiesTheMaximumOfWindows() {
    Flow flow = writer.finished(pooled(rectified(RECTIFIER)));
    assertThat(operations(flow)).containsExactly(POOLING, RECTIFIER);
    assertThat(flow.size(1)).isEqualTo(3);
    assertThat(flow.size(2)).isEqualTo(3);
    // In place of the maximum.
    assertThat(flow.place(2)).isEqualTo(1);
  }

  @Test
  void leavesOtherFunctionsWhereTheyAre() {
    Operation leaky = rectifier(0.1);
    assertThat(operations(writer.finished(pooled(rectified(leaky)))))
        .containsExactly(leaky, POOLING);
  }

  @Test
  void leavesARectifierThatIsUsedElsewhere() {
    Signal rectified = rectified(RECTIFIER);
    Signal first = pooled(rectified);
    Signal second = pooled(rectified);
    Operation sum = new Operation.Combine(Operation.Combination.SUM);
    Signal last = writer.add(sum, List.of(3), false, List.of(first, second));
    assertThat(operations(writer.finished(last))).containsExactly(RECTIFIER, POOLING, POOLING, sum);
  }

  private Signal rectified(Operation function) {
    return writer.add(function, image);
  }

  private Signal pooled(Signal signal) {
    return writer.add(POOLING, List.of(3), false, List.of(signal));
  }

  private static Operation rectifier(double negativeSlope) {
    return new Operation.Apply(
        new PiecewiseScalar.Relu(0, negativeSlope, Double.POSITIVE_INFINITY));
  }

  private static List<Operation> operations(Flow flow) {
    return flow.nodes().stream().map(Flow.Node::operation).toList();
  }
}
