package org.liegg.engine.dl4j.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.graph.FrozenVertex;
import org.deeplearning4j.nn.conf.graph.L2Vertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.liegg.api.Batch;
import org.liegg.api.ModelException;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.spi.GradientCheck;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.support.Models;
import org.liegg.engine.dl4j.Dl4jGradientProvider;
import org.liegg.engine.dl4j.Dl4jGradients;
import org.liegg.engine.dl4j.ForgetfulGraphs;
import org.liegg.engine.dl4j.Graphs;
import org.liegg.engine.dl4j.LayerNets;
import org.liegg.engine.dl4j.Nets;
import org.liegg.engine.dl4j.dense.NetworkReader;
import org.liegg.engine.dl4j.session.ModelFaults;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Graphs whose own copies are other functions. */
class FaithfulCopiesTest {
  private static final ModelFaults FAULTS = new ModelFaults("a graph");

  @TempDir Path directory;

  static Stream<ForgetfulGraphs> forgetful() {
    return ForgetfulGraphs.all();
  }

  @ParameterizedTest
  @MethodSource("forgetful")
  void outputsAreTheGraphsOwnLiveAndSaved(ForgetfulGraphs kind) {
    int size = kind.shape().stream().reduce(1, (a, b) -> a * b);
    Batch batch = Nets.samples(5, size);
    long[] shape =
        LongStream.concat(LongStream.of(5), kind.shape().stream().mapToLong(Integer::longValue))
            .toArray();
    INDArray x = Nets.array(batch, DataType.DOUBLE).reshape('c', shape);
    double[] expected = kind.graph().outputSingle(x).dup('c').data().asDouble();
    ModelOptions options =
        new ModelOptions(Precision.DOUBLE).withDataShape(ModelOptions.ANY_INPUT, kind.shape());
    try (ModelGradient live = Dl4jGradients.of(kind.graph(), options);
        ModelGradient fork = live.fork()) {
      for (ModelGradient model : List.of(live, fork)) {
        assertThat(model.outputs(batch).values()).containsExactly(expected, within(1e-14));
        assertThat(GradientCheck.error(model, batch)).isLessThan(1e-8);
      }
    }
    Path file = Graphs.save(kind.graph(), directory);
    try (ModelGradient saved =
        Models.open(new Dl4jGradientProvider(), ModelSource.of(file), options)) {
      assertThat(saved.outputs(batch).values()).containsExactly(expected, within(1e-14));
    }
  }

  /** Were they not, there would be nothing to restore. */
  @ParameterizedTest
  @MethodSource("forgetful")
  void deeplearning4jsOwnCopiesAreOtherGraphs(ForgetfulGraphs kind) {
    ComputationGraphConfiguration graph = kind.graph().getConfiguration();
    assertThat(vertices(graph.clone())).isNotEqualTo(vertices(graph));
    assertThat(vertices(FaithfulCopies.of(graph, FAULTS))).isEqualTo(vertices(graph));
  }

  @Test
  void fieldsOfTheUsersOwnAreCopied() {
    ComputationGraph graph = ForgetfulGraphs.factor();
    Batch batch = Nets.samples(3, 4);
    double[] expected = graph.outputSingle(Nets.array(batch, DataType.DOUBLE)).data().asDouble();
    ModelOptions options = new ModelOptions(Precision.DOUBLE).withSelfCheck(false);
    try (ModelGradient live = Dl4jGradients.of(graph, options)) {
      assertThat(live.outputs(batch).values()).containsExactly(expected, within(1e-14));
    }
  }

  @Test
  void whatIsFrozenIsCopiedToo() {
    MergeVertex merge = new MergeVertex();
    merge.setMergeAxis(2);
    ComputationGraphConfiguration graph =
        LayerNets.graph()
            .addInputs("x", "y")
            .addVertex("distance", new FrozenVertex(new L2Vertex(0.5)), "x", "y")
            .addVertex("both", new FrozenVertex(merge), "x", "y")
            .setOutputs("both", "distance")
            .build();
    ComputationGraphConfiguration copy = FaithfulCopies.of(graph, FAULTS);
    assertThat(copy.getVertices().get("distance")).extracting("underlying.eps").isEqualTo(0.5);
    assertThat(copy.getVertices().get("both")).extracting("underlying.mergeAxis").isEqualTo(2);
    assertThat(copy.getVertices().get("both")).extracting("underlying").isNotSameAs(merge);
  }

  @Test
  void aVertexWhoseCopyIsAnotherKindIsRefused() {
    ComputationGraphConfiguration graph =
        LayerNets.graph()
            .addInputs("x", "y")
            .addVertex("both", new AKindOfItsOwn(), "x", "y")
            .setOutputs("both")
            .build();
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> FaithfulCopies.of(graph, FAULTS))
        .withMessage(
            "LIEGG-MODEL-UNSUPPORTED: model a graph: layer both (AKindOfItsOwn) cannot be copied:"
                + " its clone() makes a MergeVertex of it; let its clone() return the same layer"
                + " again");
  }

  private static JsonNode vertices(ComputationGraphConfiguration graph) {
    byte[] json = graph.toJson().getBytes(StandardCharsets.UTF_8);
    return new NetworkReader(FAULTS).parse(json).path("vertices");
  }

  /** Inherits the copies of another. */
  private static final class AKindOfItsOwn extends MergeVertex {
    private static final long serialVersionUID = 1L;
  }
}
