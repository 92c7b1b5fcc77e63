package org.liegg.engine.dl4j.dense;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.liegg.api.ModelInfo;
import org.liegg.api.ModelLayout;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelPort;
import org.liegg.api.Precision;
import org.liegg.engine.dl4j.session.ChosenNetwork;
import org.liegg.engine.dl4j.session.InputShape;
import org.liegg.engine.dl4j.session.JacobianKernel;
import org.liegg.engine.dl4j.session.ModelFaults;
import org.liegg.engine.dl4j.session.OpenNetwork;
import org.liegg.engine.dl4j.session.Origin;
import org.liegg.engine.dl4j.session.PortNames;

/**
 * A chain of dense layers, differentiated without Deeplearning4j.
 *
 * @param origin where it comes from
 * @param builder its layers
 * @param parameters its parameters
 */
public record ChainModel(Origin origin, ChainBuilder builder, double[] parameters)
    implements OpenNetwork {

  @Override
  public ChosenNetwork chosen(ModelOptions options) {
    ModelFaults faults = new ModelFaults(origin.path());
    options.shapes().values().forEach(shape -> requireFit(shape, faults));
    PortNames names = new PortNames(faults);
    List<String> layers = builder.layers().stream().map(LayerPlan::name).toList();
    options.input().ifPresent(input -> names.input(input, List.of(ModelInfo.ONLY_INPUT)));
    int last =
        options
            .output()
            .filter(output -> !output.equals(PortNames.OUTPUT) || layers.contains(output))
            .map(output -> names.output(output, layers))
            .orElse(layers.size() - 1);
    String output = options.output().isPresent() ? layers.get(last) : PortNames.OUTPUT;
    return new Chosen(this, last, output, options.fromLogits());
  }

  /** A chain takes samples flattened: any shape of as many values will do, no other. */
  private void requireFit(List<Integer> shape, ModelFaults faults) {
    if (InputShape.length(shape) != builder.inputs()) {
      throw faults.inputShape(
          "it takes %d values a sample, not %s".formatted(builder.inputs(), InputShape.text(shape)),
          "give another --input-shape, or none",
          null);
    }
  }

  @Override
  public ModelLayout layout(ModelOptions options) {
    return new ModelLayout(
        List.of(new ModelPort(ModelInfo.ONLY_INPUT, "input", List.of(builder.inputs()))),
        IntStream.range(0, builder.layers().size())
            .mapToObj(
                i ->
                    new ModelPort(
                        builder.layers().get(i).name(),
                        builder.layers().get(i).kind(),
                        List.of(builder.outputs(i))))
            .toList());
  }

  private record Chosen(ChainModel model, int last, String output, boolean logits)
      implements ChosenNetwork {

    @Override
    public String input() {
      return ModelInfo.ONLY_INPUT;
    }

    @Override
    public Optional<String> activation() {
      return logits ? Optional.empty() : ChainEndings.of(model.builder, last);
    }

    @Override
    public JacobianKernel kernel(Precision precision) {
      DenseChain chain = model.builder.build(model.parameters, last, logits);
      return switch (precision) {
        case FLOAT -> new FloatChainKernel(chain);
        case DOUBLE -> new DoubleChainKernel(chain);
      };
    }

    @Override
    public List<Stage> stages() {
      return IntStream.range(0, last + 1)
          .mapToObj(
              i ->
                  new Stage(
                      model.builder.layers().get(i).title(),
                      () -> new Chosen(model, i, output, false).kernel(Precision.DOUBLE)))
          .toList();
    }
  }
}
