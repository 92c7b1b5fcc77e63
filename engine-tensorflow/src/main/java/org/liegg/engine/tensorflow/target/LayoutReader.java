package org.liegg.engine.tensorflow.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liegg.api.ModelException;
import org.liegg.api.ModelLayout;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelPort;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.graph.OpCatalog;
import org.liegg.engine.tensorflow.read.Port;
import org.liegg.engine.tensorflow.read.Signature;
import org.liegg.engine.tensorflow.read.SourceModel;
import org.liegg.engine.tensorflow.runtime.Shapes;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.TensorShapeProto;

/** Lists what of a model can be chosen. */
public record LayoutReader(SourceModel source, ModelOptions options, ModelFaults faults) {
  /**
   * The inputs, outputs and layers of the signature that the options name an output of, or of the
   * default one, and the outputs of all others as {@code signature:output}.
   */
  public ModelLayout read() {
    Signature signature = new OutputChoice(source, faults).signature(options);
    ModelBody body = ModelBody.of(source, signature, faults);
    Optional<SamplePlan> plan = plan(signature);
    try {
      return read(signature, body, plan);
    } catch (ModelException e) {
      if (plan.isEmpty()) {
        throw e;
      }
      return read(signature, body, Optional.empty());
    }
  }

  private ModelLayout read(Signature signature, ModelBody body, Optional<SamplePlan> plan) {
    List<ModelPort> inputs = new ArrayList<>();
    for (int i = 0; i < signature.inputs().size(); i++) {
      Port port = signature.inputs().get(i);
      int at = i;
      inputs.add(
          new ModelPort(
              port.name(),
              port.type().name(),
              plan.map(known -> known.inputs().get(at).shape()).orElse(List.of())));
    }
    List<ModelPort> outputs = new ArrayList<>();
    GraphDef shaped =
        plan.map(known -> new ShapeInputs(known).apply(body.graph())).orElse(body.graph());
    try (Shapes shapes = new Shapes(shaped, faults)) {
      for (int i = 0; i < signature.outputs().size(); i++) {
        outputs.add(
            new ModelPort(
                signature.outputs().get(i).name(), "output", shape(shapes, ModelBody.output(i))));
      }
      for (HiddenLayers.Layer layer : HiddenLayers.of(body, OpCatalog.registered()).all()) {
        outputs.add(new ModelPort(layer.name(), layer.kind(), shape(shapes, layer.tensor())));
      }
    }
    for (Signature other : source.signatures()) {
      if (!other.equals(signature)) {
        for (Port port : other.outputs()) {
          outputs.add(
              new ModelPort(other.name() + ":" + port.name(), "signature", sample(port.shape())));
        }
      }
    }
    return new ModelLayout(inputs, outputs);
  }

  /** Shapes are a help, not a condition, for listing. */
  private Optional<SamplePlan> plan(Signature signature) {
    try {
      return Optional.of(new SampleShapes(signature, options, faults).plan());
    } catch (ModelException e) {
      return Optional.empty();
    }
  }

  private static List<Integer> shape(Shapes shapes, String tensor) {
    long[] sizes = shapes.find(tensor).orElse(new long[0]);
    List<Integer> sample = new ArrayList<>();
    for (int i = 1; i < sizes.length; i++) {
      if (sizes[i] < 0) {
        return List.of();
      }
      sample.add(Math.toIntExact(sizes[i]));
    }
    return sample;
  }

  private static List<Integer> sample(TensorShapeProto shape) {
    List<Integer> sample = new ArrayList<>();
    for (int i = 1; i < shape.getDimCount(); i++) {
      if (shape.getDim(i).getSize() < 0) {
        return List.of();
      }
      sample.add((int) shape.getDim(i).getSize());
    }
    return sample;
  }
}
