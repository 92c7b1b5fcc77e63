package org.liegg.engine.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.Batch;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.spi.GradientCheck;
import org.liegg.api.spi.ModelGradient;
import org.tensorflow.Graph;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/** Bundles and sessions that the caller holds. */
class LiveModelsTest {
  private static final ModelOptions DOUBLE = new ModelOptions(Precision.DOUBLE);

  @ParameterizedTest
  @ValueSource(strings = {"o5-mlp/saved_model", "half-plus-two", "half-plus-two-2"})
  void aBundleIsTheModelThatItWasLoadedFrom(String name) {
    try (SavedModelBundle bundle = SavedModelBundle.load(Resources.path(name).toString(), "serve");
        ModelGradient live = TensorFlowGradients.of(bundle, DOUBLE);
        ModelGradient file = Resources.open(name, DOUBLE)) {
      int nodes = bundle.graph().toGraphDef().getNodeCount();
      Batch x = GradientCheck.randomSamples(file.info().sampleSize());
      assertThat(live.jacobians(x).values())
          .containsExactly(file.jacobians(x).values(), within(1e-15));
      assertThat(live.info().sha256()).matches("[0-9a-f]{64}");
      assertThat(bundle.graph().toGraphDef().getNodeCount()).isEqualTo(nodes);
    }
  }

  @Test
  void aSessionKeepsItsVariables() {
    try (Graph graph = new Graph();
        Session session = new Session(graph)) {
      Ops tf = Ops.create(graph);
      Placeholder<TFloat32> x =
          tf.withName("x").placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 2)));
      Variable<TFloat32> weights = tf.variable(tf.constant(new float[][] {{1, 2, 3}, {4, 5, 6}}));
      tf.withName("y").linalg.matMul(x, weights);
      ModelOptions options = DOUBLE.withInput("x").withOutput("y");
      session.initialize();
      try (ModelGradient model = TensorFlowGradients.of(graph, session, options)) {
        assertThat(model.jacobians(new Batch(1, 2, new double[] {0, 0})).values())
            .containsExactly(1, 4, 2, 5, 3, 6);
      }
      assertThat(new TensorFlowGradientProvider().accepts(ModelSource.live(session))).isTrue();
      try (ModelGradient model = TensorFlowGradients.of(graph, session, DOUBLE)) {
        assertThat(model.info().output()).as("the initialisers are no outputs").isEqualTo("y");
      }
    }
  }
}
