package org.liegg.engine.onnx.operators;

import static org.liegg.engine.onnx.ops.Arithmetic.choose;
import static org.liegg.engine.onnx.ops.Arithmetic.compare;
import static org.liegg.engine.onnx.ops.Arithmetic.div;
import static org.liegg.engine.onnx.ops.Arithmetic.mul;
import static org.liegg.engine.onnx.ops.Arithmetic.plus;
import static org.liegg.engine.onnx.ops.Arithmetic.sub;
import static org.liegg.engine.onnx.ops.Arithmetic.times;
import static org.liegg.engine.onnx.ops.Elementwise.above;
import static org.liegg.engine.onnx.ops.Elementwise.exp;
import static org.liegg.engine.onnx.ops.Elementwise.line;
import static org.liegg.engine.onnx.ops.Elementwise.sigmoid;
import static org.liegg.engine.onnx.ops.Elementwise.softplus;
import static org.liegg.engine.onnx.ops.Elementwise.tanh;

import java.util.stream.IntStream;
import org.liegg.engine.onnx.graph.GraphException;
import org.liegg.engine.onnx.graph.Tensor;
import org.liegg.engine.onnx.ops.Arithmetic;
import org.liegg.engine.onnx.ops.Elementwise;
import org.liegg.engine.onnx.ops.Reductions;
import org.liegg.engine.onnx.translate.Call;

/** Activations of layers. */
final class ActivationOperators {
  /** √(2/π), of the approximate GELU. */
  private static final double GELU_SCALE = Math.sqrt(2 / Math.PI);

  private ActivationOperators() {}

  static void addTo(Operators all) {
    all.function("Relu", Elementwise::relu);
    all.function("Sigmoid", Elementwise::sigmoid);
    all.function("Tanh", Elementwise::tanh);
    all.function("Softplus", Elementwise::softplus);
    all.function("Softsign", ActivationOperators::softsign);
    all.function("HardSwish", x -> mul(x, hardSigmoid(x, 1 / 6.0, 0.5)));
    all.function("Mish", x -> mul(x, tanh(softplus(x))));
    all.one("LeakyRelu", call -> leaky(call.real(0), call.number("alpha", 0.01)));
    all.one("PRelu", ActivationOperators::prelu);
    all.one("Elu", call -> elu(call.real(0), call.number("alpha", 1), 1));
    all.one("Celu", ActivationOperators::celu);
    all.one("Selu", ActivationOperators::selu);
    all.one("Gelu", ActivationOperators::gelu);
    all.one("com.microsoft:Gelu", call -> exactGelu(call.real(0)));
    all.one("com.microsoft:QuickGelu", ActivationOperators::quickGelu);
    all.one("Swish", call -> swish(call.real(0), call.number("alpha", 1)));
    all.one("HardSigmoid", ActivationOperators::hardSigmoid);
    all.one("ThresholdedRelu", ActivationOperators::thresholdedRelu);
    all.one("Shrink", ActivationOperators::shrink);
    all.one("Clip", ActivationOperators::clip);
    all.one("Softmax", call -> Reductions.softmax(call.real(0), softmaxAxes(call)));
    all.one("LogSoftmax", ActivationOperators::logSoftmax);
  }

  static Tensor softsign(Tensor x) {
    return div(x, plus(Elementwise.abs(x), 1));
  }

  static Tensor leaky(Tensor x, double slope) {
    return above(x, 0, x, times(slope, x));
  }

  private static Tensor prelu(Call call) {
    Tensor x = call.real(0);
    return above(x, 0, x, mul(call.real(1), x));
  }

  /** x above 0, and α(exp(x/β) − 1) below. */
  static Tensor elu(Tensor x, double alpha, double beta) {
    Tensor below = Arithmetic.min(x, x.graph().scalar(0));
    return above(x, 0, x, times(alpha, plus(exp(times(1 / beta, below)), -1)));
  }

  private static Tensor celu(Call call) {
    double alpha = call.number("alpha", 1);
    if (alpha == 0) {
      throw GraphException.corrupt("its alpha is 0");
    }
    return elu(call.real(0), alpha, alpha);
  }

  private static Tensor selu(Call call) {
    double alpha = call.number("alpha", 1.6732631921768188);
    double gamma = call.number("gamma", 1.0507010221481323);
    return times(gamma, elu(call.real(0), alpha, 1));
  }

  private static Tensor gelu(Call call) {
    Tensor x = call.real(0);
    if (!call.text("approximate", "none").equals("tanh")) {
      return exactGelu(x);
    }
    Tensor inner = mul(x, plus(times(0.044715, mul(x, x)), 1));
    return mul(times(0.5, x), plus(tanh(times(GELU_SCALE, inner)), 1));
  }

  /** x Φ(x), Φ the normal distribution. */
  private static Tensor exactGelu(Tensor x) {
    return mul(times(0.5, x), plus(SpecialFunctions.erf(times(Math.sqrt(0.5), x)), 1));
  }

  private static Tensor quickGelu(Call call) {
    return swish(call.real(0), call.number("alpha", 1.702));
  }

  private static Tensor swish(Tensor x, double alpha) {
    return mul(x, sigmoid(times(alpha, x)));
  }

  private static Tensor hardSigmoid(Call call) {
    return hardSigmoid(call.real(0), call.number("alpha", 0.2), call.number("beta", 0.5));
  }

  static Tensor hardSigmoid(Tensor x, double alpha, double beta) {
    return between(line(alpha, x, beta), 0, 1);
  }

  private static Tensor thresholdedRelu(Call call) {
    return thresholded(call.real(0), call.number("alpha", 1));
  }

  static Tensor thresholded(Tensor x, double alpha) {
    return above(x, alpha, x, x.graph().scalar(0));
  }

  private static Tensor shrink(Call call) {
    Tensor x = call.real(0);
    double lambda = call.number("lambd", 0.5);
    double bias = call.number("bias", 0);
    Tensor low =
        choose(compare("Less", x, x.graph().scalar(-lambda)), plus(x, bias), x.graph().scalar(0));
    return above(x, lambda, plus(x, -bias), low);
  }

  private static Tensor clip(Call call) {
    Tensor x = call.operand(0);
    if (call.version() < 11) {
      double low = call.number("min", x.graph().lowest());
      return between(x, low, call.number("max", -x.graph().lowest()));
    }
    Tensor result = x;
    if (call.has(1)) {
      result = ArithmeticOperators.sameType(result, call.operand(1), Arithmetic::max);
    }
    if (call.has(2)) {
      result = ArithmeticOperators.sameType(result, call.operand(2), Arithmetic::min);
    }
    return result;
  }

  /** x, but no lower and no higher; with the derivative 1 at both bounds. */
  static Tensor between(Tensor x, double low, double high) {
    return Arithmetic.min(Arithmetic.max(x, x.graph().scalar(low)), x.graph().scalar(high));
  }

  private static Tensor logSoftmax(Call call) {
    Tensor x = call.real(0);
    return sub(x, Reductions.logSumExp(x, softmaxAxes(call)));
  }

  /** Up to opset 12 all axes from one on, flattened; later one axis. */
  private static int[] softmaxAxes(Call call) {
    Tensor x = call.operand(0);
    if (call.version() >= 13) {
      return new int[] {call.axis(x, -1)};
    }
    return IntStream.range(call.axis(x, 1), x.rank()).toArray();
  }

  /** An activation of a recurrent layer. */
  static Tensor named(String name, Tensor x, double alpha, double beta) {
    return switch (name) {
      case "Relu" -> Elementwise.relu(x);
      case "Tanh" -> tanh(x);
      case "Sigmoid" -> sigmoid(x);
      case "Affine" -> line(alpha, x, beta);
      case "LeakyRelu" -> leaky(x, alpha);
      case "ThresholdedRelu" -> thresholded(x, alpha);
      case "ScaledTanh" -> times(alpha, tanh(times(beta, x)));
      case "HardSigmoid" -> hardSigmoid(x, alpha, beta);
      case "Elu" -> elu(x, alpha, 1);
      case "Softsign" -> softsign(x);
      case "Softplus" -> softplus(x);
      default -> throw GraphException.unsupported("the activation %s".formatted(name));
    };
  }
}
