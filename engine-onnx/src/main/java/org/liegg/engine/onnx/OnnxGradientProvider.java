package org.liegg.engine.onnx;

import java.util.Optional;
import org.liegg.api.ModelLayout;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.orbit.SymmetricModelWriter;
import org.liegg.api.spi.Availability;
import org.liegg.api.spi.PreparedModel;
import org.liegg.api.spi.support.PreparingEngine;
import org.liegg.engine.onnx.file.FileProbe;
import org.liegg.engine.onnx.run.NativeLibrary;

/**
 * The engine {@code onnx}: models in {@code .onnx} files, of opsets 7 to 24.
 *
 * <p>A sample holds all inputs in the order of the file. Without a name the only output is taken,
 * or the only one of floating-point numbers.
 */
public final class OnnxGradientProvider extends PreparingEngine {
  static final String NAME = "onnx";

  /** A provider that has looked at nothing yet. */
  public OnnxGradientProvider() {
    super(NAME);
  }

  @Override
  public Availability availability() {
    return NativeLibrary.availability(OnnxGradientProvider.class.getClassLoader());
  }

  @Override
  public boolean accepts(ModelSource source) {
    return source instanceof ModelSource.File file && FileProbe.looksLikeModel(file.path());
  }

  @Override
  public PreparedModel prepare(ModelSource source, ModelOptions options) {
    OnnxErrors errors = new OnnxErrors(source.description());
    return errors.guarded(
        () ->
            new ModelOpening(
                    SourceModel.read(source, errors), source.description(), options, errors)
                .prepare());
  }

  /** Values are computed by the runtime from the file itself, whatever its operators are. */
  @Override
  public PreparedModel prepareValues(ModelSource source, ModelOptions options) {
    OnnxErrors errors = new OnnxErrors(source.description());
    return errors.guarded(
        () ->
            new ValuesOpening(
                    SourceModel.read(source, errors), source.description(), options, errors)
                .prepare());
  }

  /** Files of one input, written with nodes around their own. */
  @Override
  public Optional<SymmetricModelWriter> symmetricModels() {
    return Optional.of(new OnnxModelWriter());
  }

  @Override
  public ModelLayout layout(ModelSource source, ModelOptions options) {
    OnnxErrors errors = new OnnxErrors(source.description());
    return errors.guarded(
        () -> new LayoutReader(SourceModel.read(source, errors), options, errors).read());
  }
}
