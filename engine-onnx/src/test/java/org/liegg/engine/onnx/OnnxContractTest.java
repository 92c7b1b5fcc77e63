package org.liegg.engine.onnx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.Head;
import org.liegg.api.Matrix;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.ModelGradientProvider;
import org.liegg.tck.HeadContract;
import org.liegg.tck.KnownFunctionsContract;
import org.liegg.tck.ModelGradientContract;
import org.liegg.tck.ModelLayoutContract;

class OnnxContractTest {
  @TempDir static Path folder;

  private static Path save(Path in, String name, TestModel model) {
    try {
      return model.save(Files.createDirectories(in.resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path classifier(Path in) {
    TestModel model = new TestModel(13);
    model.input("x", -1, 3);
    String hidden = model.op("Tanh", model.dense("x", 3, 7));
    model.output(model.op("Softmax", model.dense(hidden, 7, 4)), -1, 4);
    return save(in, "classifier", model);
  }

  static Path convolution(Path in, int samples) {
    TestModel model = new TestModel(11);
    model.input("image", samples, 1, 4, 4);
    String seen = model.op("Conv", "image", model.weights(2, 1, 3, 3), model.weights(2));
    String flat = model.op("Reshape", model.op("Softplus", seen), model.integers(samples, 8));
    model.output(model.dense(flat, 8, 3), samples, 3);
    return save(in, "convolution" + samples, model);
  }

  @Nested
  class AClassifier extends ModelGradientContract {
    @Override
    protected ModelGradient open(Precision precision) {
      return RuleCheck.open(classifier(folder), new ModelOptions(precision));
    }
  }

  @Nested
  class AConvolution extends ModelGradientContract {
    @Override
    protected ModelGradient open(Precision precision) {
      return RuleCheck.open(convolution(folder, -1), new ModelOptions(precision));
    }
  }

  @Nested
  class AConvolutionOfOneSampleAtATime extends ModelGradientContract {
    @Override
    protected ModelGradient open(Precision precision) {
      return RuleCheck.open(convolution(folder, 1), new ModelOptions(precision));
    }
  }

  @Nested
  class AHiddenLayerOfTwoInputs extends ModelGradientContract {
    @Override
    protected ModelGradient open(Precision precision) {
      TestModel model = new TestModel(15);
      model.input("a", -1, 2);
      model.input("b", -1, 3);
      String both = model.op("Concat", Map.of("axis", 1), "a", "b");
      String hidden = model.op("Sigmoid", model.dense(both, 5, 4));
      model.output(model.dense(hidden, 4, 2), -1, 2);
      return RuleCheck.open(
          save(folder, "two", model),
          new ModelOptions(precision).withInput("b").withOutput(hidden));
    }
  }

  @Nested
  class Heads extends HeadContract {
    @Override
    protected ModelGradient open(Head head, Precision precision) {
      return RuleCheck.open(classifier(folder), new ModelOptions(precision).withHead(head));
    }
  }

  @Nested
  class Layout extends ModelLayoutContract {
    @Override
    protected ModelGradientProvider provider() {
      return new OnnxGradientProvider();
    }

    @Override
    protected ModelSource source() {
      return ModelSource.of(classifier(folder));
    }
  }

  @Nested
  class Known extends KnownFunctionsContract {
    @Override
    protected Optional<ModelGradient> cube(int size, Precision precision) {
      TestModel model = new TestModel(13);
      model.input("x", -1, size);
      model.output(model.op("Pow", "x", model.real(3)), -1, size);
      return Optional.of(RuleCheck.open(save(folder, "cube", model), new ModelOptions(precision)));
    }

    @Override
    protected Optional<ModelGradient> quadratic(Matrix q, Precision precision) {
      TestModel model = new TestModel(13);
      model.input("x", -1, q.rows());
      String product = model.op("MatMul", "x", matrix(model, q));
      String sum = model.op("ReduceSum", model.op("Mul", "x", product), model.integers(1));
      model.output(sum, -1, 1);
      return Optional.of(
          RuleCheck.open(save(folder, "quadratic", model), new ModelOptions(precision)));
    }

    @Override
    protected Optional<ModelGradient> softmax(Matrix w, Precision precision) {
      TestModel model = new TestModel(13);
      model.input("x", -1, w.columns());
      String scores = model.op("Gemm", Map.of("transB", 1), "x", matrix(model, w));
      model.output(model.op("Softmax", scores), -1, w.rows());
      return Optional.of(
          RuleCheck.open(save(folder, "softmax", model), new ModelOptions(precision)));
    }

    private String matrix(TestModel model, Matrix matrix) {
      return model.reals(new long[] {matrix.rows(), matrix.columns()}, matrix.values());
    }
  }
}
