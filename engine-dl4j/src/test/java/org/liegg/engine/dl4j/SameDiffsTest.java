package org.liegg.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.Head;
import org.liegg.api.ModelException;
import org.liegg.api.ModelOptions;
import org.liegg.api.Precision;
import org.liegg.api.SelfCheck;
import org.liegg.api.spi.ModelGradient;
import org.liegg.tck.ModelGradientContract;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

class SameDiffsTest {

  @Nested
  class ASameDiffGraph extends ModelGradientContract {
    private final SameDiff graph = mlp();

    @Override
    protected ModelGradient open(Precision precision) {
      return Dl4jGradients.of(graph, "x", "y", new ModelOptions(precision));
    }
  }

  @Test
  void outputsAreTheGraphsOwn() {
    SameDiff graph = mlp();
    try (ModelGradient model =
        Dl4jGradients.of(graph, "x", "y", new ModelOptions(Precision.DOUBLE))) {
      Batch batch = Nets.samples(4, 4);
      assertThat(model.outputs(batch).values())
          .containsExactly(Nets.outputs(graph, batch, DataType.DOUBLE), within(1e-14));
      assertThat(model.info().selfCheck().status()).isEqualTo(SelfCheck.Status.PASSED);
      assertThat(model.info().selfCheck().error()).isLessThan(1e-8);
      assertThat(model.info().path()).isEqualTo("live SameDiff");
    }
  }

  @Test
  void headsStartBeforeTheActivationAtTheEnd() {
    SameDiff graph = mlp();
    String before = graph.getVariableOutputOp("y").arg(0).name();
    Batch batch = Nets.samples(4, 4);
    ModelOptions options = new ModelOptions(Precision.DOUBLE);
    try (ModelGradient logits = Dl4jGradients.of(graph, "x", before, options);
        ModelGradient whole = Dl4jGradients.of(graph, "x", "y", options);
        ModelGradient left = Dl4jGradients.of(graph, "x", "y", options.withHead(Head.LOGITS));
        ModelGradient softmax = Dl4jGradients.of(graph, "x", "y", options.withHead(Head.SOFTMAX))) {
      assertThat(whole.info().activation()).contains("softmax");
      assertThat(left.info().head()).isEqualTo("logits");
      assertThat(left.info().output()).isEqualTo("y");
      assertThat(left.info().activation()).isEmpty();
      assertThat(left.outputs(batch).values()).containsExactly(logits.outputs(batch).values());
      assertThat(softmax.outputs(batch).values())
          .containsExactly(whole.outputs(batch).values(), within(1e-14));
    }
  }

  @Test
  void theGraphAndNd4jsRandomNumbersAreLeftAlone() {
    SameDiff graph = mlp();
    graph.setLossVariables("y");
    String before = graph.summary();
    double[] weights = graph.getVariable("w").getArr().dup().data().asDouble();
    Nd4j.getRandom().setSeed(5);
    double[] expected = Nd4j.rand(4).data().asDouble();
    Nd4j.getRandom().setSeed(5);
    try (ModelGradient model = Dl4jGradients.of(graph, "x", "y")) {
      model.jacobians(Nets.samples(3, 4));
    }
    assertThat(Nd4j.rand(4).data().asDouble()).containsExactly(expected);
    assertThat(graph.summary()).isEqualTo(before);
    assertThat(graph.getVariable("w").getArr().data().asDouble()).containsExactly(weights);
    assertThat(graph.getLossVariables()).containsExactly("y");
    assertThat(graph.hasGradientFunction()).isFalse();
  }

  /** Results go to standard output, and SameDiff prints there. */
  @Test
  void nothingIsPrinted() {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try (ModelGradient model = Dl4jGradients.of(mlp(), "x", "y")) {
      model.jacobians(Nets.samples(3, 4));
    } finally {
      System.setOut(before);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void namesThatDoNotExistAreToldWithTheNearest() {
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> Dl4jGradients.of(mlp(), "z", "y"))
        .withMessageStartingWith("LIEGG-MODEL-INPUT: model live SameDiff: it has no input 'z'");
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> Dl4jGradients.of(mlp(), "x", "hiden"))
        .withMessageStartingWith("LIEGG-MODEL-OUTPUT")
        .withMessageContaining("did you mean 'hidden'?");
  }

  @Test
  void aShapeThatNobodySaysIsAskedFor() {
    SameDiff graph = SameDiff.create();
    SDVariable x = graph.placeHolder("x", DataType.DOUBLE, -1, -1);
    graph.math.tanh("y", x.mul(x));
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> Dl4jGradients.of(graph, "x", "y"))
        .withMessageStartingWith("LIEGG-MODEL-INPUT-SHAPE");
    ModelOptions options = new ModelOptions(Precision.DOUBLE).withShape("x", java.util.List.of(3));
    try (ModelGradient model = Dl4jGradients.of(graph, "x", "y", options)) {
      assertThat(model.info().inputSize()).isEqualTo(3);
    }
  }

  private static SameDiff mlp() {
    Nd4j.getRandom().setSeed(11);
    SameDiff graph = SameDiff.create();
    SDVariable x = graph.placeHolder("x", DataType.DOUBLE, -1, 4);
    SDVariable w = graph.var("w", Nd4j.randn(DataType.DOUBLE, 4, 6));
    SDVariable b = graph.var("b", Nd4j.randn(DataType.DOUBLE, 1, 6));
    SDVariable hidden = graph.math.tanh("hidden", x.mmul(w).add(b));
    SDVariable v = graph.var("v", Nd4j.randn(DataType.DOUBLE, 6, 3));
    graph.nn.softmax("y", hidden.mmul(v), 1);
    return graph;
  }
}
