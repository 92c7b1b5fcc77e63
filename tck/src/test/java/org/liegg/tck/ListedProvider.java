package org.liegg.tck;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.liegg.api.ModelException;
import org.liegg.api.ModelInfo;
import org.liegg.api.ModelLayout;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelPort;
import org.liegg.api.ModelSource;
import org.liegg.api.SelfCheck;
import org.liegg.api.spi.Availability;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.ModelGradientProvider;

/** An engine with one model of two inputs, two hidden layers and an output. */
class ListedProvider implements ModelGradientProvider {
  static final ModelSource SOURCE = ModelSource.live("listed");

  private static final List<ModelPort> INPUTS = List.of(port("image", 2, 3), port("condition", 4));
  private static final List<ModelPort> OUTPUTS =
      List.of(port("conv", 2, 2, 2), port("dense", 5), port("scores", 3));

  @Override
  public String name() {
    return "listed";
  }

  @Override
  public Availability availability() {
    return new Availability.Available("1", "");
  }

  @Override
  public boolean accepts(ModelSource source) {
    return source.equals(SOURCE);
  }

  @Override
  public ModelLayout layout(ModelSource source, ModelOptions options) {
    if (!accepts(source)) {
      throw new ModelException("LIEGG-MODEL-MISSING", source.description(), "nothing", "look");
    }
    return new ModelLayout(INPUTS, OUTPUTS);
  }

  @Override
  public ModelGradient open(ModelSource source, ModelOptions options) {
    int output = options.output().map(this::output).orElse(OUTPUTS.size() - 1);
    Optional<Integer> input = options.input().map(this::input);
    return new ListedModel(
        new ModelInfo(
            new ModelInfo.Origin("listed", "0".repeat(64), name(), "1"),
            input.map(i -> size(INPUTS.get(i))).orElse(sampleSize()),
            new ModelInfo.Taken(
                size(OUTPUTS.get(output)), OUTPUTS.get(output).name(), options.head().label()),
            options.precision(),
            new ModelInfo.Varying(
                input.map(i -> INPUTS.get(i).name()).orElse(ModelInfo.ONLY_INPUT),
                sampleSize(),
                input.map(this::inputFrom).orElse(0)),
            SelfCheck.skipped()));
  }

  /** The output of this name or number. */
  int output(String asked) {
    return IntStream.range(0, OUTPUTS.size())
        .filter(i -> OUTPUTS.get(i).name().equals(asked) || String.valueOf(i).equals(asked))
        .findFirst()
        .orElseThrow(() -> unknown("output", asked, OUTPUTS));
  }

  int input(String asked) {
    return IntStream.range(0, INPUTS.size())
        .filter(i -> INPUTS.get(i).name().equals(asked))
        .findFirst()
        .orElseThrow(() -> unknown("input", asked, INPUTS));
  }

  int inputFrom(int input) {
    return INPUTS.stream().limit(input).mapToInt(ListedProvider::size).sum();
  }

  ModelException unknown(String what, String asked, List<ModelPort> there) {
    return new ModelException(
        "LIEGG-MODEL-" + what.toUpperCase(Locale.ROOT),
        "listed",
        "no " + what + " " + asked,
        "take " + there.stream().map(ModelPort::name).collect(Collectors.joining(", ")));
  }

  static ModelPort port(String name, Integer... shape) {
    return new ModelPort(name, "dense", List.of(shape));
  }

  private static int sampleSize() {
    return INPUTS.stream().mapToInt(ListedProvider::size).sum();
  }

  private static int size(ModelPort port) {
    return port.shape().stream().reduce(1, (a, b) -> a * b);
  }
}
