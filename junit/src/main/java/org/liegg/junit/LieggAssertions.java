package org.liegg.junit;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.liegg.app.Extraction;
import org.liegg.app.Liegg;

/**
 * Where assertions on models begin.
 *
 * <pre>{@code
 * import static org.liegg.junit.LieggAssertions.assertThatModel;
 *
 * @Test
 * void keepsRotations() {
 *   assertThatModel("net.zip").isInvariantTo("SO(3)^4").on("x.npy").within(0.01);
 * }
 * }</pre>
 *
 * <p>Engines, group types and decompositions are those that the thread's class loader finds.
 */
public final class LieggAssertions {

  private LieggAssertions() {}

  /**
   * Of a model with what else is asked of it: its engine, its output, a head, samples.
   *
   * @param model as {@code Liegg.create().model("net.zip").output("energy")} gives it
   */
  public static ModelAssert assertThat(Extraction model) {
    return new ModelAssert(model);
  }

  /**
   * Of a model in a file or folder, or behind a server where the text begins with {@code http://}
   * or {@code https://}.
   */
  public static ModelAssert assertThatModel(String location) {
    return assertThat(Liegg.create().model(location));
  }

  /** Of a model in a file or folder. */
  public static ModelAssert assertThatModel(Path path) {
    return assertThat(Liegg.create().model(path));
  }

  /**
   * Of a model in memory, which is read and not changed, e.g. a {@code MultiLayerNetwork}: whatever
   * an engine takes.
   */
  public static ModelAssert assertThatModel(Object model) {
    return assertThat(Liegg.create().model(model));
  }

  /**
   * Of a function.
   *
   * @param inputs d, ≥ 1
   * @param outputs k, ≥ 1
   * @param function gives k values for d; called by several threads at a time
   */
  public static ModelAssert assertThatModel(
      int inputs, int outputs, UnaryOperator<double[]> function) {
    return assertThat(Liegg.create().model(inputs, outputs, function));
  }

  /**
   * Fails unless a model certainly does not keep a group or an algebra.
   *
   * @param model with its samples
   * @param group in the action grammar
   */
  public static void assertNotInvariant(Extraction model, String group) {
    assertThat(model).isNotInvariantTo(group).holds();
  }
}
