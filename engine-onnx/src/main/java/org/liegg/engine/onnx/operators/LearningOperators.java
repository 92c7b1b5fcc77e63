package org.liegg.engine.onnx.operators;

import static org.liegg.engine.onnx.ops.Arithmetic.add;
import static org.liegg.engine.onnx.ops.Arithmetic.choose;
import static org.liegg.engine.onnx.ops.Arithmetic.div;
import static org.liegg.engine.onnx.ops.Arithmetic.mul;
import static org.liegg.engine.onnx.ops.Arithmetic.plus;
import static org.liegg.engine.onnx.ops.Arithmetic.sub;
import static org.liegg.engine.onnx.ops.Arithmetic.times;
import static org.liegg.engine.onnx.ops.Elementwise.abs;
import static org.liegg.engine.onnx.ops.Elementwise.exp;
import static org.liegg.engine.onnx.ops.Elementwise.sqrt;
import static org.liegg.engine.onnx.ops.Elementwise.square;

import java.util.ArrayList;
import java.util.List;
import org.liegg.engine.onnx.graph.GraphException;
import org.liegg.engine.onnx.graph.Shape;
import org.liegg.engine.onnx.graph.Tensor;
import org.liegg.engine.onnx.graph.TensorData;
import org.liegg.engine.onnx.ops.Arithmetic;
import org.liegg.engine.onnx.ops.Elementwise;
import org.liegg.engine.onnx.ops.Layout;
import org.liegg.engine.onnx.ops.Products;
import org.liegg.engine.onnx.ops.Reductions;
import org.liegg.engine.onnx.translate.Call;

/** The operators of the domain {@code ai.onnx.ml}, as scikit-learn's models are exported. */
final class LearningOperators {
  private static final String ML = "ai.onnx.ml:";

  private LearningOperators() {}

  static void addTo(Operators all) {
    all.one(ML + "Scaler", LearningOperators::scaler);
    all.one(ML + "Normalizer", LearningOperators::normalizer);
    all.one(ML + "Imputer", LearningOperators::imputer);
    all.one(ML + "FeatureVectorizer", LearningOperators::features);
    all.one(ML + "LinearRegressor", LearningOperators::linear);
    all.add(ML + "LinearClassifier", LearningOperators::classifier);
    all.one(ML + "SVMRegressor", LearningOperators::supportVectors);
    all.one(ML + "ZipMap", call -> Elementwise.identity(call.operand(0)));
    all.one("com.microsoft:CDist", LearningOperators::distances);
  }

  private static Tensor matrix(Call call, int operand) {
    Tensor x = call.real(operand);
    return switch (x.rank()) {
      case 1 -> Layout.unsqueezed(x, 0);
      case 2 -> x;
      default -> throw GraphException.shape("samples of the shape " + x.shape());
    };
  }

  private static Tensor row(Call call, double[] values) {
    return call.graph().constant(TensorData.reals(Shape.of(values.length), values));
  }

  private static Tensor scaler(Call call) {
    Tensor x = call.real(0);
    Tensor centred = call.has("offset") ? sub(x, row(call, call.doubles("offset"))) : x;
    return call.has("scale") ? mul(centred, row(call, call.doubles("scale"))) : centred;
  }

  private static Tensor normalizer(Call call) {
    Tensor x = matrix(call, 0);
    Tensor size =
        switch (call.text("norm", "MAX")) {
          case "L1" -> Reductions.sum(abs(x), 1);
          case "L2" -> sqrt(Reductions.sum(square(x), 1));
          case "MAX" -> Reductions.max(x, 1);
          default -> throw GraphException.unsupported("the norm " + call.text("norm", ""));
        };
    Tensor zero = x.graph().scalar(0);
    return choose(Arithmetic.compare("Equal", size, zero), x, div(x, size));
  }

  private static Tensor imputer(Call call) {
    Tensor x = call.real(0);
    double[] values = call.doubles("imputed_value_floats");
    if (values.length == 0) {
      throw GraphException.unsupported("it does not replace floating-point numbers");
    }
    double replaced = call.number("replaced_value_float", 0);
    Tensor missing =
        Double.isNaN(replaced)
            ? Elementwise.test("IsNaN", x)
            : Arithmetic.compare("Equal", x, x.graph().scalar(replaced));
    return choose(missing, row(call, values), x);
  }

  private static Tensor features(Call call) {
    List<Tensor> parts = new ArrayList<>();
    for (int i = 0; i < call.operands(); i++) {
      parts.add(matrix(call, i));
    }
    return Layout.concat(parts, 1);
  }

  /** x Cᵀ + b, of as many rows as there are targets. */
  private static Tensor scores(Call call, int rows) {
    Tensor x = matrix(call, 0);
    double[] weights = call.doubles("coefficients");
    int columns = x.shape().size(1);
    if (rows < 1 || weights.length != (long) rows * columns) {
      throw GraphException.shape(
          "%d weights for %d targets of %d features".formatted(weights.length, rows, columns));
    }
    Tensor matrix = call.graph().constant(TensorData.reals(Shape.of(rows, columns), weights));
    Tensor product = Products.matMul(x, Products.transposed(matrix));
    double[] intercepts = call.doubles("intercepts");
    return intercepts.length == 0 ? product : add(product, row(call, intercepts));
  }

  private static Tensor linear(Call call) {
    Tensor scores = scores(call, Shape.of(call.integer("targets", 1)).size(0));
    return transformed(call.text("post_transform", "NONE"), scores);
  }

  private static List<Tensor> classifier(Call call) {
    double[] intercepts = call.doubles("intercepts");
    int columns = matrix(call, 0).shape().size(1);
    int rows =
        intercepts.length > 0
            ? intercepts.length
            : call.doubles("coefficients").length / Math.max(1, columns);
    int classes =
        Math.max(call.texts("classlabels_strings").size(), call.longs("classlabels_ints").length);
    Tensor scores = scores(call, rows);
    String transform = call.text("post_transform", "NONE");
    // One score of two classes is not transformed, but taken from 1: as the runtime does.
    scores =
        rows == 1 && classes == 2
            ? Layout.concat(List.of(ArithmeticOperators.rest(scores), scores), 1)
            : transformed(transform, scores);
    // The class that wins is a label, by which nothing can be differentiated.
    Tensor label = Reductions.argument("ArgMax", scores, 1, false);
    return List.of(Layout.squeezed(label, 1), scores);
  }

  private static Tensor transformed(String transform, Tensor scores) {
    return switch (transform) {
      case "NONE" -> scores;
      case "LOGISTIC" -> Elementwise.sigmoid(scores);
      case "SOFTMAX" -> Reductions.softmax(scores, 1);
      default -> throw GraphException.unsupported("the transform " + transform);
    };
  }

  /** Σ α K(x, v) + b over the support vectors v. */
  private static Tensor supportVectors(Call call) {
    Tensor x = matrix(call, 0);
    int columns = x.shape().size(1);
    double[] vectors = call.doubles("support_vectors");
    double[] weights = call.doubles("coefficients");
    int count = (int) call.integer("n_supports", 0);
    if (count < 1 || vectors.length != (long) count * columns || weights.length != count) {
      throw GraphException.unsupported("it has no support vectors, or not as many as it says");
    }
    Tensor v = call.graph().constant(TensorData.reals(Shape.of(count, columns), vectors));
    Tensor alpha = call.graph().constant(TensorData.reals(Shape.of(count, 1), weights));
    double[] rho = call.doubles("rho");
    if (call.flag("one_class", false)) {
      throw GraphException.unsupported("it answers with a class");
    }
    Tensor sum = Products.matMul(kernel(call, x, v), alpha);
    return plus(sum, rho.length > 0 ? rho[0] : 0);
  }

  private static Tensor kernel(Call call, Tensor x, Tensor v) {
    double[] settings = call.doubles("kernel_params");
    double gamma = settings.length > 0 ? settings[0] : 0;
    double offset = settings.length > 1 ? settings[1] : 0;
    double degree = settings.length > 2 ? settings[2] : 3;
    Tensor product = Products.matMul(x, Products.transposed(v));
    return switch (call.text("kernel_type", "LINEAR")) {
      case "LINEAR" -> product;
      case "POLY" -> Arithmetic.pow(plus(times(gamma, product), offset), x.graph().scalar(degree));
      case "SIGMOID" -> Elementwise.tanh(plus(times(gamma, product), offset));
      case "RBF" -> exp(times(-gamma, squaredDistances(x, v)));
      default -> throw GraphException.unsupported("the kernel " + call.text("kernel_type", ""));
    };
  }

  /** ‖a_i − b_j‖². */
  private static Tensor squaredDistances(Tensor a, Tensor b) {
    Tensor apart = sub(Layout.unsqueezed(a, 1), Layout.unsqueezed(b, 0));
    return Layout.squeezed(Reductions.sum(square(apart), 2), 2);
  }

  private static Tensor distances(Call call) {
    Tensor squared = squaredDistances(matrix(call, 0), matrix(call, 1));
    return switch (call.text("metric", "sqeuclidean")) {
      case "sqeuclidean" -> squared;
      case "euclidean" -> sqrt(squared);
      default -> throw GraphException.unsupported("the metric " + call.text("metric", ""));
    };
  }
}
