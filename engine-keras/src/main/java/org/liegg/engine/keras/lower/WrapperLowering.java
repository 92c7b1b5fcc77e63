package org.liegg.engine.keras.lower;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liegg.engine.keras.program.ProgramBuilder;
import org.liegg.engine.keras.program.Values;
import org.liegg.engine.keras.read.GraphReader;
import org.liegg.engine.keras.read.KerasGraph;
import org.liegg.engine.keras.read.KerasLayer;
import org.liegg.engine.keras.read.LayerWeights;
import org.liegg.engine.keras.read.WeightScope;

/** Layers that hold a layer. */
final class WrapperLowering {
  private WrapperLowering() {}

  /** The same layer, or model, at every step. */
  static Signal timeDistributed(LowerContext context) {
    Values x = context.values();
    if (x.rank() < 2) {
      throw context.unsupported("is applied to samples of shape %s".formatted(x.lengths()));
    }
    JsonNode node = context.fields().get("layer");
    if (!LayerKinds.isBlindToMasks(node.path("class_name").asText(""))) {
      context.requireNoMask(context.input());
    }
    WeightScope weights = context.weights().part("", "layer").scope();
    List<Values> steps = new ArrayList<>();
    if (GraphReader.isModel(node.path("class_name").asText(""))) {
      KerasGraph model = context.lowering().model(node, weights);
      for (int t = 0; t < x.length(0); t++) {
        steps.add(through(context, model, x.at(0, t)));
      }
    } else {
      KerasLayer layer = context.lowering().inner(context, node, weights);
      for (int t = 0; t < x.length(0); t++) {
        steps.add(only(context, layer, Signal.of(x.at(0, t))).values());
      }
    }
    return context.input().with(Values.stack(steps));
  }

  /** {@code SpectralNormalization}: training has left the kernel normalised. */
  static Signal normalized(LowerContext context) {
    context.fields().ignore("power_iterations");
    JsonNode node = context.fields().get("layer");
    WeightScope weights = context.weights().part("", "layer").scope();
    KerasLayer layer = context.lowering().inner(context, node, weights);
    return context
        .lowering()
        .lower(layer, List.of(context.input()), Map.of(), context.leaveOff())
        .get(0);
  }

  private static Values through(LowerContext context, KerasGraph model, Values x) {
    if (model.inputs().size() != 1 || model.outputs().size() != 1) {
      throw context.unsupported("holds a model of several inputs or outputs");
    }
    Map<String, Signal> known =
        context.lowering().lower(model, Map.of(model.inputs().get(0), Signal.of(x)), List.of());
    Signal signal = known.get(model.outputs().get(0));
    if (signal == null || signal.mask().isPresent()) {
      throw context.unsupported("holds a model whose output is masked or not read");
    }
    return signal.values();
  }

  private static Signal only(LowerContext context, KerasLayer layer, Signal x) {
    return context.lowering().lower(layer, List.of(x), Map.of(), false).get(0);
  }

  /** A recurrent layer forwards, and one backwards. */
  static List<Signal> bidirectional(LowerContext context) {
    if (context.inputs().size() != 1 || !context.named().isEmpty()) {
      throw context.unsupported("is given states");
    }
    JsonNode ahead = context.fields().get("layer");
    JsonNode behind = context.fields().get("backward_layer");
    ObjectNode reversed = (behind.isObject() ? behind : ahead).deepCopy();
    if (!behind.isObject() && reversed.path("config") instanceof ObjectNode config) {
      config.put("go_backwards", !config.path("go_backwards").asBoolean(false));
    }
    if (!LayerKinds.isRecurrent(ahead.path("class_name").asText(""))
        || !LayerKinds.isRecurrent(reversed.path("class_name").asText(""))) {
      throw context.unsupported("holds what is no recurrent layer");
    }
    List<Signal> forward = direction(context, ahead, "forward");
    List<Signal> backward = direction(context, reversed, "backward");
    Signal back = backward.get(0);
    if (RecurrentLowering.givesSequences(ahead.path("config"))) {
      back = RecurrentLowering.reversed(back);
    }
    List<Signal> results = merged(context, forward.get(0), back);
    results.addAll(forward.subList(1, forward.size()));
    results.addAll(backward.subList(1, backward.size()));
    return results;
  }

  private static List<Signal> direction(LowerContext context, JsonNode node, String name) {
    LayerWeights weights = context.weights().part(name + "_", name + "_layer");
    KerasLayer layer = context.lowering().inner(context, node, weights.scope());
    return context.lowering().lower(layer, context.inputs(), Map.of(), false);
  }

  private static List<Signal> merged(LowerContext context, Signal forward, Signal backward) {
    ProgramBuilder program = context.program();
    List<Values> both = List.of(forward.values(), backward.values());
    int last = forward.values().rank() - 1;
    JsonNode mode = context.fields().get("merge_mode");
    Optional<Values> merged =
        switch (mode.isMissingNode() ? "concat" : mode.asText("")) {
          case "concat" -> Optional.of(Values.concatenate(both, last));
          case "sum" -> Optional.of(program.sum(both, 1));
          case "ave" -> Optional.of(program.sum(both, 0.5));
          case "mul" -> Optional.of(program.multiply(both.get(0), both.get(1)));
          default -> Optional.empty();
        };
    List<Signal> results = new ArrayList<>();
    if (merged.isPresent()) {
      results.add(forward.with(merged.get()));
    } else if (mode.isNull()) {
      results.add(forward);
      results.add(backward);
    } else {
      throw context.fields().unsupported("merge_mode", mode);
    }
    return results;
  }
}
