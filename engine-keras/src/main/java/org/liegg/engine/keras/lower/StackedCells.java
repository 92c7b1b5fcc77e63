package org.liegg.engine.keras.lower;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.liegg.engine.keras.program.Values;
import org.liegg.engine.keras.read.Fields;
import org.liegg.engine.keras.read.KerasFaults;
import org.liegg.engine.keras.read.KerasLayer;
import org.liegg.engine.keras.read.LayerWeights;
import org.liegg.engine.keras.read.StoredNames;
import org.liegg.engine.keras.read.WeightScope;

/** Cells each of which takes what the one before it gives, at every step. */
final class StackedCells implements Cell {
  private static final String STACKED = "StackedRNNCells";

  private final List<Cell> cells;

  private StackedCells(List<Cell> cells) {
    this.cells = List.copyOf(cells);
  }

  /**
   * The cell in the settings of a layer: one, or several on top of each other.
   *
   * @param outer the layer
   * @param inputs values of one step
   */
  static Cell of(LowerContext outer, int inputs) {
    JsonNode node = outer.fields().get("cell");
    LayerWeights weights = outer.weights().part("", "cell");
    if (!node.path("class_name").asText("").equals(STACKED)) {
      return single(outer, node, weights, inputs);
    }
    LowerContext stack = context(outer, node, weights);
    stack.fields().require("reverse_state_order", "false");
    WeightScope cells = weights.part("", "cells").scope();
    StoredNames stored = new StoredNames();
    List<Cell> read = new ArrayList<>();
    int width = inputs;
    for (JsonNode cell : stack.fields().get("cells")) {
      WeightScope scope = scope(outer, cells, cell, stored);
      read.add(single(outer, cell, new LayerWeights(outer.layer(), scope, outer.faults()), width));
      Cell last = read.get(read.size() - 1);
      width = Values.size(last.states().get(last.given()));
    }
    if (read.isEmpty()) {
      throw outer.corrupt("stacks no cells");
    }
    stack.fields().requireAllKnown();
    return new StackedCells(read);
  }

  /** Archives count the cells by their class, other files know them by their own names. */
  private static WeightScope scope(
      LowerContext outer, WeightScope cells, JsonNode cell, StoredNames stored) {
    String archived = stored.next(cell.path("class_name").asText(""));
    if (!cells.isNamed()) {
      return cells.part("", List.of(archived));
    }
    String name = cell.path("config").path("name").asText("");
    WeightScope own = cells.layer(name, archived);
    if (own.weights().isEmpty()) {
      throw outer.unsupported(
          "stacks the cell %s, whose weights are not stored under its name"
              .formatted(KerasFaults.printable(name)));
    }
    return own;
  }

  private static LowerContext context(LowerContext outer, JsonNode node, LayerWeights weights) {
    KerasLayer layer =
        new KerasLayer(
            outer.layer().name(),
            node.path("class_name").asText(""),
            node.path("config"),
            List.of(),
            Map.of(),
            weights.scope());
    return new LowerContext(
        outer.lowering(),
        layer,
        new Fields(layer, outer.fields().dialect(), outer.faults()),
        weights,
        outer.inputs(),
        Map.of(),
        false);
  }

  private static Cell single(LowerContext outer, JsonNode node, LayerWeights weights, int inputs) {
    LowerContext context = context(outer, node, weights);
    Cell cell = new Cells(context, weights, inputs).of(context.layer().type());
    weights.requireAllTaken();
    Fields fields = context.fields();
    fields.ignore("dropout", "recurrent_dropout", "unit_forget_bias");
    // These are read at every step.
    fields.ignore("activation", "recurrent_activation");
    fields.requireAllKnown();
    return cell;
  }

  @Override
  public List<int[]> states() {
    return cells.stream().flatMap(cell -> cell.states().stream()).toList();
  }

  @Override
  public int given() {
    int last = cells.size() - 1;
    int before = cells.subList(0, last).stream().mapToInt(cell -> cell.states().size()).sum();
    return before + cells.get(last).given();
  }

  @Override
  public List<Values> step(Values x, List<Values> before) {
    List<Values> after = new ArrayList<>();
    Values given = x;
    for (Cell cell : cells) {
      int from = after.size();
      List<Values> states = cell.step(given, before.subList(from, from + cell.states().size()));
      given = states.get(cell.given());
      after.addAll(states);
    }
    return after;
  }
}
