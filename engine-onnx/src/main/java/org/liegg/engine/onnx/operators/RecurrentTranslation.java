package org.liegg.engine.onnx.operators;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.liegg.engine.onnx.graph.GraphException;
import org.liegg.engine.onnx.graph.Shape;
import org.liegg.engine.onnx.graph.Tensor;
import org.liegg.engine.onnx.ops.Arithmetic;
import org.liegg.engine.onnx.ops.Layout;
import org.liegg.engine.onnx.ops.Products;
import org.liegg.engine.onnx.translate.Call;

/**
 * A recurrent layer, X: T × N × I, in one direction or both, written out step by step.
 *
 * <p>Its results are Y: T × D × N × H, the last states Y_h: D × N × H and, of an LSTM, Y_c; with
 * {@code layout} 1 samples stand in front of all of them.
 */
final class RecurrentTranslation {
  private final Call call;
  private final RecurrentCell.Kind kind;
  private final Tensor x;
  private final boolean samplesFirst;
  private final int hidden;
  private final int directions;

  RecurrentTranslation(Call call, RecurrentCell.Kind kind) {
    this.call = call;
    this.kind = kind;
    this.samplesFirst = call.version() >= 14 && call.flag("layout", false);
    Tensor given = call.real(0);
    if (given.rank() != 3) {
      throw GraphException.shape("series of the shape " + given.shape());
    }
    this.x = samplesFirst ? Layout.swapped(given, 0, 1) : given;
    this.directions = call.text("direction", "forward").equals("bidirectional") ? 2 : 1;
    Tensor r = call.real(2);
    this.hidden = r.rank() == 3 ? r.shape().size(2) : 0;
    requireSizes();
  }

  private void requireSizes() {
    int gates = kind.gates();
    int steps = x.shape().size(0);
    int samples = x.shape().size(1);
    requireShape(1, Shape.of(directions, gates * hidden, x.shape().size(2)));
    requireShape(2, Shape.of(directions, gates * hidden, hidden));
    requireShape(3, Shape.of(directions, 2 * gates * hidden));
    Shape state =
        samplesFirst
            ? Shape.of(samples, directions, hidden)
            : Shape.of(directions, samples, hidden);
    requireShape(5, state);
    if (kind == RecurrentCell.Kind.LSTM) {
      requireShape(6, state);
      requireShape(7, Shape.of(directions, 3 * hidden));
    }
    if (steps < 1 || hidden < 1) {
      throw GraphException.shape("%d steps of %d units".formatted(steps, hidden));
    }
    if (call.has("hidden_size") && call.integer("hidden_size", 0) != hidden) {
      throw GraphException.corrupt("its hidden_size is not that of its weights");
    }
    if (call.has(4) && Arrays.stream(call.longs(4)).anyMatch(length -> length != steps)) {
      throw GraphException.unsupported("its series have lengths of their own");
    }
  }

  private void requireShape(int operand, Shape shape) {
    if (call.has(operand) && !call.operand(operand).shape().equals(shape)) {
      throw GraphException.shape(
          "its input %d has the shape %s in place of %s"
              .formatted(operand, call.operand(operand).shape(), shape));
    }
  }

  /** Y, Y_h and, of an LSTM, Y_c. */
  List<Tensor> results() {
    List<Tensor> series = new ArrayList<>();
    List<Tensor> states = new ArrayList<>();
    List<Tensor> cells = new ArrayList<>();
    boolean backwards = call.text("direction", "forward").equals("reverse");
    for (int d = 0; d < directions; d++) {
      boolean reversed = backwards || d == 1;
      List<RecurrentCell.State> steps = run(d, reversed);
      RecurrentCell.State last = steps.get(reversed ? 0 : steps.size() - 1);
      series.add(
          Layout.concat(steps.stream().map(step -> unsqueezedTwice(step.hidden())).toList(), 0));
      states.add(Layout.unsqueezed(last.hidden(), 0));
      last.cell().ifPresent(cell -> cells.add(Layout.unsqueezed(cell, 0)));
    }
    List<Tensor> results = new ArrayList<>();
    Tensor y = Layout.concat(series, 1);
    results.add(samplesFirst ? Layout.transpose(y, 2, 0, 1, 3) : y);
    results.add(state(states));
    if (!cells.isEmpty()) {
      results.add(state(cells));
    }
    return results;
  }

  private static Tensor unsqueezedTwice(Tensor step) {
    return Layout.unsqueezed(Layout.unsqueezed(step, 0), 0);
  }

  private Tensor state(List<Tensor> directions) {
    Tensor all = Layout.concat(directions, 0);
    return samplesFirst ? Layout.swapped(all, 0, 1) : all;
  }

  /** The states after every step, in the order of the series. */
  private List<RecurrentCell.State> run(int d, boolean reversed) {
    int steps = x.shape().size(0);
    int samples = x.shape().size(1);
    Tensor w = Products.transposed(part(call.real(1), d));
    Optional<Tensor> bias = call.optionalReal(3).map(b -> part(b, d));
    int wide = kind.gates() * hidden;
    Tensor inputs = Products.matMul(x, w);
    if (bias.isPresent()) {
      inputs = Arithmetic.add(inputs, Layout.slice(bias.get(), 0, 0, wide));
    }
    Optional<Tensor> recurrentBias = bias.map(b -> Layout.slice(b, 0, wide, 2 * wide));
    RecurrentCell cell =
        new RecurrentCell(
            call,
            kind,
            d,
            new RecurrentCell.Weights(
                Products.transposed(part(call.real(2), d)),
                recurrentBias,
                kind == RecurrentCell.Kind.LSTM
                    ? call.optionalReal(7).map(p -> part(p, d))
                    : Optional.empty()));
    Tensor zero = Layout.expand(x.graph().scalar(0), Shape.of(samples, hidden));
    RecurrentCell.State state =
        new RecurrentCell.State(
            initial(5, d).orElse(zero),
            kind == RecurrentCell.Kind.LSTM
                ? Optional.of(initial(6, d).orElse(zero))
                : Optional.empty());
    RecurrentCell.State[] states = new RecurrentCell.State[steps];
    for (int i = 0; i < steps; i++) {
      int t = reversed ? steps - 1 - i : i;
      Tensor input = Layout.squeezed(Layout.slice(inputs, 0, t, t + 1), 0);
      state = cell.step(input, state);
      states[t] = state;
    }
    return List.of(states);
  }

  private Optional<Tensor> initial(int operand, int d) {
    return call.optionalReal(operand)
        .map(given -> samplesFirst ? Layout.swapped(given, 0, 1) : given)
        .map(given -> part(given, d));
  }

  private static Tensor part(Tensor x, int d) {
    return Layout.squeezed(Layout.slice(x, 0, d, d + 1), 0);
  }
}
