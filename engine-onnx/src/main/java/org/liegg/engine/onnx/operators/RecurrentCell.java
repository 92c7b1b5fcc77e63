package org.liegg.engine.onnx.operators;

import static org.liegg.engine.onnx.ops.Arithmetic.add;
import static org.liegg.engine.onnx.ops.Arithmetic.mul;

import java.util.List;
import java.util.Optional;
import org.liegg.engine.onnx.graph.GraphException;
import org.liegg.engine.onnx.graph.Tensor;
import org.liegg.engine.onnx.ops.Layout;
import org.liegg.engine.onnx.ops.Products;
import org.liegg.engine.onnx.translate.Call;

/** One step of a recurrent layer in one direction. */
final class RecurrentCell {
  /** A kind of recurrent layer. */
  enum Kind {
    RNN(1),
    GRU(3),
    LSTM(4);

    private final int gates;

    Kind(int gates) {
      this.gates = gates;
    }

    int gates() {
      return gates;
    }

    /** The activations where the node names none. */
    private List<String> activations() {
      return switch (this) {
        case RNN -> List.of("Tanh");
        case GRU -> List.of("Sigmoid", "Tanh");
        case LSTM -> List.of("Sigmoid", "Tanh", "Tanh");
      };
    }
  }

  /**
   * What goes from step to step.
   *
   * @param hidden N × H
   * @param cell the same, of an LSTM
   */
  record State(Tensor hidden, Optional<Tensor> cell) {}

  private final Call call;
  private final Kind kind;
  private final int direction;
  private final Weights weights;
  private final int size;

  /**
   * What a step multiplies with.
   *
   * @param recurrent weights of the hidden state, H × gates·H
   * @param bias of the recurrent part, gates·H
   * @param peepholes weights of the cell, 3·H
   */
  record Weights(Tensor recurrent, Optional<Tensor> bias, Optional<Tensor> peepholes) {}

  /**
   * @param direction 0 or 1
   */
  RecurrentCell(Call call, Kind kind, int direction, Weights weights) {
    this.call = call;
    this.kind = kind;
    this.direction = direction;
    this.weights = weights;
    this.size = weights.recurrent().shape().size(0);
  }

  /**
   * The state after a step.
   *
   * @param input W x + b, N × gates·H
   */
  State step(Tensor input, State state) {
    return switch (kind) {
      case RNN -> rnn(input, state);
      case GRU -> gru(input, state);
      case LSTM -> lstm(input, state);
    };
  }

  private State rnn(Tensor input, State state) {
    Tensor sum = add(input, biased(Products.matMul(state.hidden(), weights.recurrent()), 0, 1));
    return new State(activated(0, sum), Optional.empty());
  }

  /** Gates z, r, h: H' = (1 − z) h + z H. */
  private State gru(Tensor input, State state) {
    Tensor h = state.hidden();
    Tensor both =
        add(
            Layout.slice(input, 1, 0, 2 * size),
            biased(Products.matMul(h, Layout.slice(weights.recurrent(), 1, 0, 2 * size)), 0, 2));
    Tensor z = activated(0, Layout.slice(both, 1, 0, size));
    Tensor r = activated(0, Layout.slice(both, 1, size, 2 * size));
    Tensor own = Layout.slice(weights.recurrent(), 1, 2 * size, 3 * size);
    Tensor inner =
        call.flag("linear_before_reset", false)
            ? mul(r, biased(Products.matMul(h, own), 2, 3))
            : biased(Products.matMul(mul(r, h), own), 2, 3);
    Tensor candidate = activated(1, add(Layout.slice(input, 1, 2 * size, 3 * size), inner));
    return new State(add(mul(ArithmeticOperators.rest(z), candidate), mul(z, h)), Optional.empty());
  }

  /** Gates i, o, f, c: C' = f C + i c, H' = o h(C'). */
  private State lstm(Tensor input, State state) {
    Tensor sum = add(input, biased(Products.matMul(state.hidden(), weights.recurrent()), 0, 4));
    Tensor cell = state.cell().orElseThrow();
    Tensor i = activated(0, peeped(gate(sum, 0), cell, 0));
    Tensor f =
        call.flag("input_forget", false)
            ? ArithmeticOperators.rest(i)
            : activated(0, peeped(gate(sum, 2), cell, 2));
    Tensor next = add(mul(f, cell), mul(i, activated(1, gate(sum, 3))));
    Tensor o = activated(0, peeped(gate(sum, 1), next, 1));
    return new State(mul(o, activated(2, next, false)), Optional.of(next));
  }

  private Tensor gate(Tensor sum, int gate) {
    return Layout.slice(sum, 1, gate * size, (gate + 1) * size);
  }

  private Tensor peeped(Tensor sum, Tensor cell, int gate) {
    return weights
        .peepholes()
        .map(p -> add(sum, mul(Layout.slice(p, 0, gate * size, (gate + 1) * size), cell)))
        .orElse(sum);
  }

  private Tensor biased(Tensor product, int from, int to) {
    return weights
        .bias()
        .map(b -> add(product, Layout.slice(b, 0, from * size, to * size)))
        .orElse(product);
  }

  private Tensor activated(int which, Tensor x) {
    return activated(which, x, true);
  }

  private Tensor activated(int which, Tensor x, boolean clipped) {
    List<String> named = call.texts("activations");
    int count = kind.activations().size();
    int at = direction * count + which;
    if (!named.isEmpty() && named.size() <= at) {
      throw GraphException.corrupt("%d activations".formatted(named.size()));
    }
    String name = named.isEmpty() ? kind.activations().get(which) : named.get(at);
    double clip = clipped ? call.number("clip", 0) : 0;
    Tensor within = clip > 0 ? ActivationOperators.between(x, -clip, clip) : x;
    return ActivationOperators.named(
        name,
        within,
        setting("activation_alpha", at, alpha(name)),
        setting("activation_beta", at, beta(name)));
  }

  private double setting(String attribute, int at, double otherwise) {
    double[] given = call.doubles(attribute);
    return at < given.length ? given[at] : otherwise;
  }

  private static double alpha(String name) {
    return switch (name) {
      case "LeakyRelu" -> 0.01;
      case "HardSigmoid" -> 0.2;
      default -> 1;
    };
  }

  private static double beta(String name) {
    return switch (name) {
      case "HardSigmoid" -> 0.5;
      case "Affine" -> 0;
      default -> 1;
    };
  }
}
