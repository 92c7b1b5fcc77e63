package org.liegg.engine.keras.lower;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.liegg.engine.keras.program.ProgramBuilder;
import org.liegg.engine.keras.program.Values;
import org.liegg.engine.keras.read.Fields;
import org.liegg.engine.keras.read.LayerWeights;

/** Recurrent layers over series of steps × values. */
final class RecurrentLowering {
  private final LowerContext context;
  private final Cell cell;
  private final boolean backwards;
  private final boolean sequences;

  private RecurrentLowering(LowerContext context, Cell cell) {
    Fields fields = context.fields();
    this.context = context;
    this.cell = cell;
    this.backwards = fields.flag("go_backwards", false);
    this.sequences = fields.flag("return_sequences", false);
    fields.require("time_major", "false");
    fields.require("stateful", "false");
    fields.ignore(
        "dropout",
        "recurrent_dropout",
        "unroll",
        "input_length",
        "unit_forget_bias",
        "return_state");
    if (fields.flag("zero_output_for_mask", false) && isMasked()) {
      throw fields.unsupported("zero_output_for_mask", fields.get("zero_output_for_mask"));
    }
  }

  /** {@code LSTM}, {@code GRU}, {@code SimpleRNN}. */
  static List<Signal> lower(LowerContext context) {
    Values x = series(context);
    LayerWeights weights = context.weights().part("", "cell");
    Cell cell = new Cells(context, weights, x.length(1)).of(context.layer().type());
    weights.requireAllTaken();
    return new RecurrentLowering(context, cell).run(x);
  }

  /** {@code RNN}, whose cell stands in its settings. */
  static List<Signal> lowerCell(LowerContext context) {
    Values x = series(context);
    return new RecurrentLowering(context, StackedCells.of(context, x.length(1))).run(x);
  }

  /** {@code ConvLSTM2D} and its like, over series of images. */
  static List<Signal> lowerConvolutions(LowerContext context, int space) {
    Values x = context.inputs().get(0).values();
    if (x.rank() != space + 2) {
      throw context.unsupported("is applied to samples of shape %s".formatted(x.lengths()));
    }
    LayerWeights weights = context.weights().part("", "cell");
    Cell cell = ConvolutionCell.of(context, weights, x, space);
    weights.requireAllTaken();
    return new RecurrentLowering(context, cell).run(x);
  }

  private static Values series(LowerContext context) {
    Values x = context.inputs().get(0).values();
    if (x.rank() != 2) {
      throw context.unsupported("is applied to samples of shape %s".formatted(x.lengths()));
    }
    return x;
  }

  private boolean isMasked() {
    return context.inputs().get(0).mask().isPresent();
  }

  private List<Signal> run(Values x) {
    ProgramBuilder program = context.program();
    Optional<Values> mask = context.inputs().get(0).mask();
    List<Values> states = initial();
    List<Values> given = new ArrayList<>();
    int steps = x.length(0);
    for (int t = 0; t < steps; t++) {
      int at = backwards ? steps - 1 - t : t;
      List<Values> after = cell.step(x.at(0, at), states);
      List<Values> before = states;
      states =
          mask.isEmpty() ? after : Masks.select(program, mask.get().slots()[at], after, before);
      given.add(states.get(cell.given()));
    }
    List<Signal> results = new ArrayList<>();
    if (sequences) {
      Optional<Values> out = backwards ? mask.map(m -> m.flip(0)) : mask;
      results.add(new Signal(Values.stack(given), out));
    } else {
      results.add(Signal.of(states.get(cell.given())));
    }
    if (context.fields().flag("return_state", false)) {
      states.forEach(state -> results.add(Signal.of(state)));
    }
    return results;
  }

  /** The states before the first step: zeros, or what the layer is given beside the series. */
  private List<Values> initial() {
    List<Signal> given = new ArrayList<>(context.inputs().subList(1, context.inputs().size()));
    for (int i = 0; i < cell.states().size(); i++) {
      Optional.ofNullable(context.named().get(i == 0 ? "initial_state" : "initial_state " + i))
          .ifPresent(given::add);
    }
    if (given.isEmpty()) {
      return cell.states().stream().map(this::zeros).toList();
    }
    List<Values> states = given.stream().map(Signal::values).toList();
    if (!fit(states) || isMasked()) {
      throw context.unsupported(
          "is given states of %s".formatted(states.stream().map(Values::lengths).toList()));
    }
    return states;
  }

  private boolean fit(List<Values> states) {
    List<int[]> shapes = cell.states();
    return states.size() == shapes.size()
        && IntStream.range(0, shapes.size())
            .allMatch(i -> Arrays.equals(states.get(i).shape(), shapes.get(i)));
  }

  private Values zeros(int... shape) {
    int[] slots = new int[Values.size(shape)];
    Arrays.fill(slots, context.program().constant(0));
    return new Values(shape, slots);
  }

  /** Whether the layer says that it gives all of its steps. */
  static boolean givesSequences(JsonNode config) {
    return config.path("return_sequences").asBoolean(false);
  }

  /** Steps the other way round, with their mask. */
  static Signal reversed(Signal series) {
    return new Signal(series.values().flip(0), series.mask().map(mask -> mask.flip(0)));
  }
}
