package org.liegg.api.spi.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.Head;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.SelfCheck;
import org.liegg.api.spi.ModelGradient;

class KernelGradientTest {
  private static final ModelInfo INFO =
      new ModelInfo(
          new ModelInfo.Origin("square", "", "test", "1"),
          1,
          new ModelInfo.Taken(1, "y", Head.OUTPUT.label()),
          Precision.DOUBLE,
          new ModelInfo.Varying("x", 1, 0),
          SelfCheck.skipped());

  private final List<String> calls = new ArrayList<>();

  private final class Square extends SquareKernel {
    @Override
    public GradientKernel fork() {
      calls.add("fork");
      return new Square();
    }

    @Override
    public void close() {
      calls.add("close");
    }
  }

  @Test
  void computesWhatItsKernelComputes() {
    try (ModelGradient session = new KernelGradient(INFO, List.of(), new Square())) {
      Batch batch = new Batch(2, 1, new double[] {3, -1});
      assertThat(session.outputs(batch).values()).containsExactly(9, 1);
      assertThat(session.jacobians(batch).values()).containsExactly(6, -2);
    }
  }

  @Test
  void closesTheKernelsOfItsForksAndItsOwnOnce() {
    ModelGradient session = new KernelGradient(INFO, List.of(), new Square());
    session.fork().close();
    session.close();
    session.close();
    assertThat(calls).containsExactly("fork", "close", "close");
  }

  @Test
  void computesUnderItsGuardAlsoInForks() {
    ModelGradient guarded =
        new KernelGradient(
            INFO,
            List.of(),
            new Square(),
            action -> {
              throw new IllegalStateException("guarded");
            });
    try (guarded;
        ModelGradient fork = guarded.fork()) {
      Batch batch = new Batch(1, 1, new double[] {1});
      assertThatIllegalStateException().isThrownBy(() -> guarded.outputs(batch));
      assertThatIllegalStateException().isThrownBy(() -> fork.jacobians(batch));
    }
  }
}
