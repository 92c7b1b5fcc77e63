package org.liegg.engine.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.liegg.api.ModelException;
import org.liegg.api.ModelLayout;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelPort;

/** Lists what of a model can be chosen: all inputs, and the outputs that have derivatives. */
record LayoutReader(SourceModel source, ModelOptions options, OnnxErrors errors) {
  /** Inputs, outputs and hidden layers. */
  ModelLayout read() {
    ModelOptions shapes = shapesOnly();
    Optional<SamplePlan> plan = plan(shapes);
    List<ModelPort> outputs = new ArrayList<>();
    List<Choice> choices = choices();
    choices.forEach(choice -> outputs.add(choice.port()));
    return new ModelLayout(inputs(plan), outputs);
  }

  /** Everything that can be taken as the output, in the order of its numbers. */
  List<Choice> choices() {
    Optional<HiddenLayers> measured =
        plan(shapesOnly()).map(plan -> new HiddenLayers(source, new Programs(source, plan)));
    List<Choice> all = new ArrayList<>(outputs(measured));
    measured
        .map(HiddenLayers::all)
        .orElse(List.of())
        .forEach(
            layer ->
                all.add(
                    new Choice(
                        new ModelPort(layer.name(), layer.kind(), layer.shape()), layer.tensor())));
    return all;
  }

  /** The outputs that can be taken; where none can, those that are of floating-point numbers. */
  private List<Choice> outputs(Optional<HiddenLayers> measured) {
    List<Choice> real = new ArrayList<>();
    List<Choice> fit = new ArrayList<>();
    for (DeclaredTensor output : source.outputs()) {
      if (output.isReal() || output.type().isEmpty()) {
        Optional<List<Integer>> row = measured.flatMap(found -> found.output(output.name()));
        ModelPort port = new ModelPort(output.name(), "output", row.orElseGet(() -> shape(output)));
        Choice choice = new Choice(port, output.name());
        real.add(choice);
        row.ifPresent(found -> fit.add(choice));
      }
    }
    return fit.isEmpty() ? real : fit;
  }

  /**
   * What can be taken as the output.
   *
   * @param port how it is listed
   * @param tensor that it is
   */
  record Choice(ModelPort port, String tensor) {}

  private List<ModelPort> inputs(Optional<SamplePlan> plan) {
    List<ModelPort> inputs = new ArrayList<>();
    for (int i = 0; i < source.inputs().size(); i++) {
      DeclaredTensor input = source.inputs().get(i);
      int at = i;
      inputs.add(
          new ModelPort(
              input.name(),
              input.type().map(type -> type.name().toLowerCase(Locale.ROOT)).orElse("?"),
              plan.map(known -> known.inputs().get(at).shape().list()).orElse(List.of())));
    }
    return inputs;
  }

  /** The shape of one sample, as far as the file says it. */
  private static List<Integer> shape(DeclaredTensor output) {
    List<Integer> sizes = output.sizes().orElse(List.of());
    List<Integer> sample = sizes.isEmpty() ? sizes : sizes.subList(1, sizes.size());
    return sample.contains(-1) ? List.of() : sample;
  }

  private ModelOptions shapesOnly() {
    ModelOptions plain = ModelOptions.defaults();
    for (var entry : options.shapes().entrySet()) {
      plain = plain.withShape(entry.getKey(), entry.getValue());
    }
    for (var entry : options.dataShapes().entrySet()) {
      plain = plain.withDataShape(entry.getKey(), entry.getValue());
    }
    return plain;
  }

  /** Shapes are a help, not a condition, for listing. */
  private Optional<SamplePlan> plan(ModelOptions shapes) {
    try {
      return Optional.of(new SampleShapes(source, shapes, errors).plan());
    } catch (ModelException e) {
      return Optional.empty();
    }
  }
}
