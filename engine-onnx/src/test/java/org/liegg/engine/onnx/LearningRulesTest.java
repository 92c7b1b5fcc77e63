package org.liegg.engine.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.liegg.engine.onnx.RuleCheck.rule;
import static org.liegg.engine.onnx.RuleCheck.shape;

import ai.onnx.proto.OnnxMl.TensorProto;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.Batch;
import org.liegg.api.ModelException;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.support.Models;

/** The operators by which models of scikit-learn are exported. */
class LearningRulesTest {
  private static final String ML = "ai.onnx.ml:";
  private static final double[] THREE = {0.5, -1, 2};

  @TempDir Path folder;

  private static DynamicTest learned(String op, Map<String, Object> attributes) {
    return rule(op + attributes.keySet(), 12, shape(3), m -> m.op(ML + op, attributes, "x"));
  }

  @TestFactory
  List<DynamicTest> operators() {
    return List.of(
        learned("Scaler", Map.of("offset", THREE, "scale", new double[] {2, 3, 0.5})),
        learned("Normalizer", Map.of("norm", "L1")),
        learned("Normalizer", Map.of("norm", "L2")),
        learned("LinearRegressor", Map.of("coefficients", THREE, "intercepts", new double[] {1})),
        learned(
            "LinearRegressor",
            Map.of("coefficients", new double[] {1, 2, 3, 4, 5, 6}, "targets", 2)),
        learned("Imputer", Map.of("imputed_value_floats", THREE, "replaced_value_float", 99.0)),
        learned(
            "SVMRegressor",
            Map.of(
                "kernel_type", "RBF",
                "kernel_params", new double[] {0.3, 0, 3},
                "support_vectors", new double[] {1, 2, 3, 0, -1, 1},
                "coefficients", new double[] {0.7, -0.4},
                "n_supports", 2,
                "rho", new double[] {0.1})),
        rule(
            "ArrayFeatureExtractor",
            12,
            shape(3),
            m -> m.op(ML + "ArrayFeatureExtractor", m.op("Sin", "x"), m.integers(2, 0))),
        rule(
            "CDist",
            12,
            shape(3),
            m -> m.op("com.microsoft:CDist", Map.of("metric", "euclidean"), "x", m.weights(4, 3))));
  }

  @TestFactory
  Stream<DynamicTest> classifiers() {
    return Stream.of("NONE", "LOGISTIC", "SOFTMAX")
        .flatMap(transform -> Stream.of(classifier(transform, 1), classifier(transform, 3)));
  }

  private static DynamicTest classifier(String transform, int rows) {
    double[] weights = {0.5, -1, 2, 1, 0.25, -0.5, 0.75, 0.1, -0.3};
    Map<String, Object> settings =
        Map.of(
            "coefficients",
            Arrays.copyOf(weights, 3 * rows),
            "intercepts",
            Arrays.copyOf(THREE, rows),
            "classlabels_ints",
            rows == 1 ? new long[] {0, 1} : new long[] {0, 1, 2},
            "post_transform",
            transform);
    return rule(
        "LinearClassifier %s of %d rows".formatted(transform, rows),
        12,
        shape(3),
        m -> m.ops(ML + "LinearClassifier", 2, settings, "x")[1]);
  }

  @Test
  void theScoresOfAClassifierAreTakenAndNotItsLabels() {
    TestModel model = new TestModel(13).opset("ai.onnx.ml", 1);
    model.input("x", -1, 3);
    Map<String, Object> settings =
        Map.of(
            "coefficients",
            THREE,
            "intercepts",
            new double[] {0.1},
            "classlabels_ints",
            new long[] {0, 1},
            "post_transform",
            "LOGISTIC");
    String[] made = model.ops(ML + "LinearClassifier", 2, settings, "x");
    model.output(made[0], TensorProto.DataType.INT64, -1);
    model.output(made[1], -1, 2);
    try (ModelGradient opened = RuleCheck.open(model.save(folder), ModelOptions.defaults())) {
      assertThat(opened.info().output()).isEqualTo(made[1]);
      assertThat(opened.info().outputSize()).isEqualTo(2);
    }
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(
            () ->
                RuleCheck.open(
                    folder.resolve("model.onnx"), ModelOptions.defaults().withOutput(made[0])))
        .withMessageStartingWith("LIEGG-MODEL-OUTPUT-TYPE");
  }

  @Test
  void treesAreRefusedWithTheReason() {
    TestModel model = new TestModel(13).opset("ai.onnx.ml", 1);
    model.input("x", -1, 3);
    model.output(model.op(ML + "TreeEnsembleRegressor", "x"), -1, 1);
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> RuleCheck.open(model.save(folder), ModelOptions.defaults()))
        .withMessageStartingWith("LIEGG-MODEL-STEPS")
        .withMessageContainingAll("TreeEnsembleRegressor", "constant in pieces", "--reference");
  }

  @Test
  void treesAreOpenedForTheirValues() {
    TestModel model = new TestModel(13).opset("ai.onnx.ml", 1);
    model.input("x", -1, 2);
    // One split: 5 where x₁ ≤ 0.5, else 7.
    Map<String, Object> tree = new HashMap<>();
    tree.put("n_targets", 1);
    tree.put("nodes_treeids", new long[] {0, 0, 0});
    tree.put("nodes_nodeids", new long[] {0, 1, 2});
    tree.put("nodes_featureids", new long[] {1, 0, 0});
    tree.put("nodes_modes", new String[] {"BRANCH_LEQ", "LEAF", "LEAF"});
    tree.put("nodes_values", new double[] {0.5, 0, 0});
    tree.put("nodes_truenodeids", new long[] {1, 0, 0});
    tree.put("nodes_falsenodeids", new long[] {2, 0, 0});
    tree.put("target_treeids", new long[] {0, 0});
    tree.put("target_nodeids", new long[] {1, 2});
    tree.put("target_ids", new long[] {0, 0});
    tree.put("target_weights", new double[] {5, 7});
    model.output(model.ops(ML + "TreeEnsembleRegressor", 1, tree, "x")[0], -1, 1);
    ModelOptions values = ModelOptions.defaults().withDerivatives(ModelOptions.Derivatives.NONE);
    try (ModelGradient opened =
        Models.open(new OnnxGradientProvider(), ModelSource.of(model.save(folder)), values)) {
      assertThat(opened.outputs(new Batch(2, 2, new double[] {1, 0, 0, 1})).values())
          .containsExactly(5, 7);
    }
  }
}
