package org.liegg.engine.pytorch;

import java.util.ArrayList;
import java.util.List;
import org.liegg.api.ModelException;
import org.liegg.api.ModelLayout;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelPort;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.spi.Availability;
import org.liegg.api.spi.PreparedModel;
import org.liegg.api.spi.support.PreparingEngine;
import org.liegg.engine.pytorch.file.FileProbe;
import org.liegg.engine.pytorch.run.InputTensor;
import org.liegg.engine.pytorch.run.LoadedModel;
import org.liegg.engine.pytorch.run.NativeLibrary;

/**
 * The engine {@code pytorch}: TorchScript models, as {@code torch.jit.trace} and {@code
 * torch.jit.script} make them and {@code save} writes them.
 *
 * <p>A sample holds all tensors that the method {@code forward} has to be given, in its order.
 */
public final class PytorchGradientProvider extends PreparingEngine {
  static final String NAME = "pytorch";

  /** A provider that has looked at nothing yet. */
  public PytorchGradientProvider() {
    super(NAME);
  }

  @Override
  public Availability availability() {
    return NativeLibrary.availability(PytorchGradientProvider.class.getClassLoader());
  }

  @Override
  public boolean accepts(ModelSource source) {
    return source instanceof ModelSource.File file && FileProbe.looksLikeModel(file.path());
  }

  @Override
  public PreparedModel prepare(ModelSource source, ModelOptions options) {
    PytorchErrors errors = new PytorchErrors(source.description());
    SourceModel model = errors.guarded(() -> SourceModel.read(source, errors));
    return new ModelOpening(model, source.description(), options, errors).prepare();
  }

  /** Where the model cannot be run for want of shapes, names alone are listed. */
  @Override
  public ModelLayout layout(ModelSource source, ModelOptions options) {
    PytorchErrors errors = new PytorchErrors(source.description());
    SourceModel model = errors.guarded(() -> SourceModel.read(source, errors));
    try (LoadedModel loaded = errors.guarded(() -> model.load(Precision.FLOAT))) {
      Probed probed =
          errors.guarded(() -> new SampleShapes(model, shapesOnly(options), errors).probe(loaded));
      List<ModelPort> inputs = new ArrayList<>();
      for (InputTensor input : probed.call().inputs()) {
        inputs.add(new ModelPort(input.name(), "tensor", input.shape()));
      }
      return new ModelLayout(inputs, new OutputChoice(probed, errors).ports());
    } catch (ModelException e) {
      if (!e.code().equals("LIEGG-MODEL-INPUT-SHAPE")) {
        throw e;
      }
      return named(model);
    }
  }

  private static ModelOptions shapesOnly(ModelOptions options) {
    ModelOptions plain = ModelOptions.defaults();
    return new ModelOptions(
        plain.precision(),
        plain.head(),
        plain.ports(),
        options.sampleShapes(),
        plain.verification(),
        plain.limits(),
        plain.derivatives());
  }

  private static ModelLayout named(SourceModel model) {
    return new ModelLayout(
        model.signature().inputs().stream()
            .map(name -> new ModelPort(name, "tensor", List.of()))
            .toList(),
        List.of(new ModelPort("output", model.signature().result(), List.of())));
  }
}
