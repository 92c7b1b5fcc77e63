package org.liegg.engine.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.liegg.api.ModelException;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.orbit.SymmetricModelWriter;
import org.liegg.api.orbit.Symmetrization;
import org.liegg.engine.onnx.write.SymmetricGraph;

/** Writes a model again, with nodes before its input and behind its output. */
final class OnnxModelWriter implements SymmetricModelWriter {
  /** Constants of any type, and the choice of one of several, are there from here on. */
  private static final int OPSET = 9;

  @Override
  public void write(ModelSource.File model, ModelOptions options, Symmetrization how, Path target)
      throws IOException {
    OnnxErrors errors = new OnnxErrors(model.description());
    ModelProto written =
        errors.guarded(() -> written(SourceModel.read(model, errors), options, how, errors));
    Files.write(target, written.toByteArray());
  }

  private static ModelProto written(
      SourceModel source, ModelOptions options, Symmetrization how, OnnxErrors errors) {
    ModelProto proto = source.file().proto();
    if (source.file().opsets().getOrDefault("", 0) < OPSET) {
      throw refused(
          errors, "its operators are of an opset before " + OPSET, "export it for a later one");
    }
    GraphProto graph = proto.getGraph();
    if (graph.getInitializerList().stream().anyMatch(weight -> weight.getExternalDataCount() > 0)) {
      throw refused(errors, "its weights are in files beside it", "save it in one file");
    }
    SamplePlan plan = new SampleShapes(source, options, errors).plan();
    if (plan.inputs().size() != 1) {
      throw refused(
          errors,
          "it has %d inputs, and one is moved".formatted(plan.inputs().size()),
          "export it with one input");
    }
    ModelInput input = plan.inputs().get(0);
    if (!input.batched() || plan.declared() > 0) {
      throw refused(
          errors,
          "its input takes a fixed number of samples",
          "export it with an open number of samples");
    }
    if (input.shape().count() != how.inputs()) {
      throw refused(
          errors,
          "its samples have the shape %s, and the group acts on %d inputs"
              .formatted(input.shape(), how.inputs()),
          "name a group of as many inputs");
    }
    DeclaredTensor output = output(source, options, errors);
    int type = type(graph.getInputList(), input.name());
    if ((type != TensorProto.DataType.FLOAT_VALUE && type != TensorProto.DataType.DOUBLE_VALUE)
        || type(graph.getOutputList(), output.name()) != type) {
      throw refused(
          errors,
          "its input and its output are not of one floating type, single or double precision",
          "export it so");
    }
    List<Integer> known =
        output.sizes().map(sizes -> sizes.subList(1, sizes.size())).orElse(List.of(-1));
    return proto.toBuilder()
        .setGraph(
            new SymmetricGraph(graph, type == TensorProto.DataType.FLOAT_VALUE)
                .with(
                    how,
                    new SymmetricGraph.End(
                        input.name(), Arrays.stream(input.shape().sizes()).boxed().toList()),
                    new SymmetricGraph.End(
                        output.name(), known.contains(-1) ? List.of(how.outputs()) : known)))
        .build();
  }

  private static DeclaredTensor output(
      SourceModel source, ModelOptions options, OnnxErrors errors) {
    String wanted = new OutputChoice(source, errors).choose(options).tensor();
    return source.outputs().stream()
        .filter(output -> output.name().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                errors.noSuch(
                    "LIEGG-MODEL-OUTPUT",
                    "output",
                    wanted,
                    source.outputs().stream().map(DeclaredTensor::name).toList()));
  }

  private static int type(List<ValueInfoProto> tensors, String name) {
    return tensors.stream()
        .filter(tensor -> tensor.getName().equals(name))
        .mapToInt(tensor -> tensor.getType().getTensorType().getElemType())
        .findFirst()
        .orElse(TensorProto.DataType.UNDEFINED_VALUE);
  }

  private static ModelException refused(OnnxErrors errors, String found, String remedy) {
    return errors.of("LIEGG-EXPORT-MODEL", found, remedy);
  }
}
