package org.liegg.engine.dl4j.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex.Op;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.graph.ShiftVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.liegg.api.Precision;
import org.liegg.engine.dl4j.LayerKind;
import org.liegg.engine.dl4j.LayerNets;
import org.liegg.engine.dl4j.session.JacobianKernel;
import org.liegg.engine.dl4j.session.ModelFaults;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Branches of networks of images, and which kernel a network is given. */
class ImageBranchesTest {
  private static final ModelFaults FAULTS = new ModelFaults("a graph");
  private static final int SIZE = 2 * 5 * 4;

  @ParameterizedTest
  @EnumSource(Op.class)
  void branchesMeetAsInDeeplearning4j(Op op) {
    ComputationGraph graph = branches(op);
    compare(plan(graph, Set.of("one", "two")));
    compare(plan(graph, Set.of("two")));
  }

  @Test
  void networksOfKnownLayersAreComputedInJava() {
    GraphPlan plan = plan(branches(Op.Add), Set.of("one"));
    assertThat(plan.kernel(Precision.FLOAT)).isNotInstanceOf(GraphKernel.class);
    assertThat(plan.kernel(Precision.FLOAT).precision()).isEqualTo(Precision.FLOAT);
  }

  @Test
  void networksWithAnotherLayerAreComputedByDeeplearning4j() {
    ComputationGraph graph =
        LayerNets.of(
            LayerNets.graph()
                .addInputs("x")
                .addLayer("cells", new LSTM.Builder().nIn(3).nOut(2).build(), "x")
                .addLayer(
                    "out",
                    new RnnOutputLayer.Builder(LossFunctions.LossFunction.MSE)
                        .nIn(2)
                        .nOut(1)
                        .activation(Activation.IDENTITY)
                        .build(),
                    "cells")
                .setOutputs("out"));
    ComputationGraphConfiguration own = FaithfulCopies.of(graph.getConfiguration(), FAULTS);
    GraphConfigurations.prepare(own);
    GraphPlan plan =
        new GraphPlan(
            own,
            graph.params().dup('c').data().asDouble(),
            "out",
            List.of(new GraphInput("x", List.of(3, 4), 0, true, false)),
            FAULTS);
    assertThat(plan.kernel(Precision.DOUBLE)).isInstanceOf(GraphKernel.class);
  }

  private static void compare(GraphPlan plan) {
    JacobianKernel slow = new GraphKernel(plan, Precision.DOUBLE);
    JacobianKernel fast = plan.image().orElseThrow().kernel(Precision.DOUBLE);
    assertThat(fast.inputs()).isEqualTo(slow.inputs());
    assertThat(fast.inputFrom()).isEqualTo(slow.inputFrom());
    assertThat(fast.sampleSize()).isEqualTo(slow.sampleSize());
    double[] x = new Random(7).doubles(3L * slow.sampleSize(), -1, 1).toArray();
    double[] expected = new double[3 * slow.outputs() * slow.inputs()];
    double[] jacobians = expected.clone();
    double[] expectedValues = new double[3 * slow.outputs()];
    double[] values = expectedValues.clone();
    slow.jacobians(x, 3, expectedValues, expected);
    fast.jacobians(x, 3, values, jacobians);
    assertThat(values).containsExactly(expectedValues, within(1e-12));
    assertThat(jacobians).containsExactly(expected, within(1e-10));
  }

  private static GraphPlan plan(ComputationGraph graph, Set<String> varying) {
    ComputationGraphConfiguration own = FaithfulCopies.of(graph.getConfiguration(), FAULTS);
    GraphConfigurations.prepare(own);
    return new GraphPlan(
        own,
        graph.params().dup('c').data().asDouble(),
        "out",
        List.of(
            new GraphInput("one", List.of(2, 5, 4), 0, varying.contains("one"), false),
            new GraphInput("two", List.of(2, 5, 4), SIZE, varying.contains("two"), false)),
        FAULTS);
  }

  /** A value that is used three times, merged and combined with what comes from another input. */
  private static ComputationGraph branches(Op op) {
    return LayerNets.of(
        LayerNets.graph()
            .addInputs("one", "two")
            .setInputTypes(InputType.convolutional(5, 4, 2), InputType.convolutional(5, 4, 2))
            .addLayer("a", convolution(3), "one")
            .addLayer("b", convolution(3), "two")
            .addVertex("both", new ElementWiseVertex(op), "a", "b")
            .addVertex("more", new ScaleVertex(1.5), "both")
            .addVertex("shifted", new ShiftVertex(0.25), "more")
            .addLayer("bent", new ActivationLayer(Activation.TANH), "both")
            .addVertex("merged", new MergeVertex(), "shifted", "bent", "both")
            .addLayer("c", convolution(2), "merged")
            .addLayer("out", LayerKind.classifier(3), "c")
            .setOutputs("out"));
  }

  private static ConvolutionLayer convolution(int outputs) {
    return new ConvolutionLayer.Builder(2, 2).nOut(outputs).activation(Activation.SIGMOID).build();
  }
}
