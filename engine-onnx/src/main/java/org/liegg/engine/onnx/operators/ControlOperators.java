package org.liegg.engine.onnx.operators;

import ai.onnx.proto.OnnxMl.GraphProto;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.liegg.engine.onnx.graph.GraphException;
import org.liegg.engine.onnx.graph.Shape;
import org.liegg.engine.onnx.graph.Tensor;
import org.liegg.engine.onnx.graph.TensorData;
import org.liegg.engine.onnx.ops.Layout;
import org.liegg.engine.onnx.translate.Call;

/** Branches and loops that the samples do not decide, written out. */
final class ControlOperators {
  private static final int MAX_TURNS = 10_000;

  private ControlOperators() {}

  static void addTo(Operators all) {
    all.add("If", ControlOperators::branch);
    all.add("Loop", ControlOperators::loop);
    all.add("Scan", ControlOperators::scan);
  }

  private static List<Tensor> branch(Call call) {
    boolean then = known(call, call.operand(0), "its condition") != 0;
    return call.inline(call.body(then ? "then_branch" : "else_branch"), List.of());
  }

  private static double known(Call call, Tensor tensor, String what) {
    if (!tensor.isConstant()) {
      throw GraphException.unsupported(what + " depends on the samples");
    }
    double[] values = tensor.value().asReals();
    if (values.length != 1) {
      throw GraphException.corrupt(
          "%s of %s has %d elements".formatted(what, call.op(), values.length));
    }
    return values[0];
  }

  /** Inputs M, condition, states; the body makes condition, states, and elements of series. */
  private static List<Tensor> loop(Call call) {
    GraphProto body = call.body("body");
    double most =
        call.has(0) ? known(call, call.operand(0), "its number of turns") : Double.MAX_VALUE;
    Tensor condition =
        call.has(1)
            ? call.operand(1)
            : call.graph().constant(TensorData.booleans(Shape.scalar(), 1));
    List<Tensor> states = new ArrayList<>();
    for (int i = 2; i < call.operands(); i++) {
      states.add(call.operand(i));
    }
    List<List<Tensor>> series = new ArrayList<>();
    for (int turn = 0; turn < most; turn++) {
      if (known(call, condition, "its condition") == 0) {
        break;
      }
      requireFew(turn);
      List<Tensor> operands = new ArrayList<>();
      operands.add(call.graph().constant(TensorData.integers(Shape.scalar(), turn)));
      operands.add(condition);
      operands.addAll(states);
      List<Tensor> made = call.inline(body, operands);
      requireAtLeast(made, 1 + states.size());
      condition = made.get(0);
      states = made.subList(1, 1 + states.size());
      series.add(made.subList(1 + states.size(), made.size()));
    }
    List<Tensor> results = new ArrayList<>(states);
    results.addAll(stacked(series, Collections.nCopies(call.results(), 0L), new long[0]));
    return results;
  }

  /** Inputs states, series; the body takes their elements, and makes states and elements. */
  private static List<Tensor> scan(Call call) {
    if (call.version() < 9) {
      throw GraphException.unsupported("it is of opset 8, where it takes batches");
    }
    GraphProto body = call.body("body");
    int count = (int) call.integer("num_scan_inputs", 0);
    int first = call.operands() - count;
    if (count < 1 || first < 0) {
      throw GraphException.corrupt("it has %d inputs to go along".formatted(count));
    }
    List<Tensor> states = new ArrayList<>(call.all().subList(0, first));
    List<Tensor> inputs = call.all().subList(first, call.operands());
    long[] axes = call.longs("scan_input_axes");
    long[] backwards = call.longs("scan_input_directions");
    int turns = size(inputs.get(0), at(axes, 0));
    requireFew(turns);
    List<List<Tensor>> series = new ArrayList<>();
    for (int turn = 0; turn < turns; turn++) {
      List<Tensor> operands = new ArrayList<>(states);
      for (int i = 0; i < count; i++) {
        Tensor input = inputs.get(i);
        int axis = input.shape().axis(at(axes, i));
        int place = at(backwards, i) == 0 ? turn : input.shape().size(axis) - 1 - turn;
        operands.add(Layout.squeezed(Layout.slice(input, axis, place, place + 1), axis));
      }
      List<Tensor> made = call.inline(body, operands);
      requireAtLeast(made, first);
      states = made.subList(0, first);
      series.add(made.subList(first, made.size()));
    }
    List<Tensor> results = new ArrayList<>(states);
    List<Long> places = new ArrayList<>();
    for (int i = 0; i < call.results(); i++) {
      places.add(at(call.longs("scan_output_axes"), i));
    }
    results.addAll(stacked(series, places, call.longs("scan_output_directions")));
    return results;
  }

  private static int size(Tensor tensor, long axis) {
    return tensor.shape().size(tensor.shape().axis(axis));
  }

  private static long at(long[] values, int i) {
    return i < values.length ? values[i] : 0;
  }

  private static void requireFew(int turns) {
    if (turns > MAX_TURNS) {
      throw GraphException.tooLarge("more than %d turns".formatted(MAX_TURNS));
    }
  }

  private static void requireAtLeast(List<Tensor> made, int count) {
    if (made.size() < count) {
      throw GraphException.corrupt("its body makes %d tensors".formatted(made.size()));
    }
  }

  /** The elements of series, made turn by turn, along an axis of their own. */
  private static List<Tensor> stacked(List<List<Tensor>> turns, List<Long> axes, long[] backwards) {
    List<Tensor> all = new ArrayList<>();
    for (int i = 0; !turns.isEmpty() && i < turns.get(0).size(); i++) {
      List<Tensor> elements = new ArrayList<>();
      for (List<Tensor> turn : turns) {
        Tensor element = turn.get(i);
        int axis = element.shape().inserted(0, 1).axis(axes.get(i));
        elements.add(Layout.unsqueezed(element, axis));
      }
      if (at(backwards, i) != 0) {
        Collections.reverse(elements);
      }
      int axis = elements.get(0).shape().axis(axes.get(i));
      all.add(Layout.concat(elements, axis));
    }
    return all;
  }
}
