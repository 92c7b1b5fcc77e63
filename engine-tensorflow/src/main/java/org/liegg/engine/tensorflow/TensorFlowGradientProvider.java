package org.liegg.engine.tensorflow;

import java.util.Optional;
import java.util.function.Function;
import org.liegg.api.ModelLayout;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.orbit.SymmetricModelWriter;
import org.liegg.api.spi.Availability;
import org.liegg.api.spi.PreparedModel;
import org.liegg.api.spi.support.PreparingEngine;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.read.FileProbe;
import org.liegg.engine.tensorflow.read.LiveModels;
import org.liegg.engine.tensorflow.read.SavedModelFile;
import org.liegg.engine.tensorflow.read.SavedModelZip;
import org.liegg.engine.tensorflow.read.SourceModel;
import org.liegg.engine.tensorflow.runtime.NativeLibrary;
import org.liegg.engine.tensorflow.target.LayoutReader;
import org.liegg.engine.tensorflow.write.SavedModelWriter;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;

/**
 * The engine {@code tensorflow}: saved models, frozen graphs, and live bundles and sessions.
 *
 * <p>What {@link ModelOptions#output} names is looked for in this order: an output of the default
 * signature ({@code serving_default}, or the only one there is); a signature of one output; {@code
 * signature:output} or {@code signature:layer}; a layer of the default signature; a number among
 * its outputs and layers. A sample holds all inputs of the signature by name. A graph without
 * signatures needs its input and its output named, by their tensors, unless it has but one
 * placeholder and one tensor that nothing reads.
 */
public final class TensorFlowGradientProvider extends PreparingEngine {
  static final String NAME = "tensorflow";

  /** A provider that has looked at nothing yet. */
  public TensorFlowGradientProvider() {
    super(NAME);
  }

  @Override
  public Availability availability() {
    return NativeLibrary.availability(TensorFlowGradientProvider.class.getClassLoader());
  }

  @Override
  public boolean accepts(ModelSource source) {
    if (source instanceof ModelSource.File file) {
      return FileProbe.looksLikeModel(file.path());
    }
    return source instanceof ModelSource.Live live
        && (live.model() instanceof SavedModelBundle || live.model() instanceof Session);
  }

  @Override
  public PreparedModel prepare(ModelSource source, ModelOptions options) {
    ModelFaults faults = new ModelFaults(source.description());
    return faults.guarded(
        () ->
            reading(source, faults, model -> new ModelOpening(model, options, faults).prepared()));
  }

  @Override
  public ModelLayout layout(ModelSource source, ModelOptions options) {
    ModelFaults faults = new ModelFaults(source.description());
    return faults.guarded(
        () -> reading(source, faults, model -> new LayoutReader(model, options, faults).read()));
  }

  /** Folders of saved models, written with a graph around their own. */
  @Override
  public Optional<SymmetricModelWriter> symmetricModels() {
    return Optional.of(new SavedModelWriter());
  }

  /** Reads a model for a use of it, at whose end the files of an unpacked one are gone. */
  private static <T> T reading(
      ModelSource source, ModelFaults faults, Function<SourceModel, T> use) {
    if (source instanceof ModelSource.File file && SavedModelZip.looksLikeModel(file.path())) {
      return SavedModelZip.use(
          file.path(),
          faults,
          folder -> use.apply(SavedModelFile.directory(file.path(), folder, faults)));
    }
    return use.apply(read(source, faults));
  }

  private static SourceModel read(ModelSource source, ModelFaults faults) {
    if (source instanceof ModelSource.File file) {
      return SavedModelFile.read(file.path(), faults);
    }
    if (source instanceof ModelSource.Live live
        && live.model() instanceof SavedModelBundle bundle) {
      return LiveModels.of(bundle, source.description(), faults);
    }
    if (source instanceof ModelSource.Live live && live.model() instanceof Session session) {
      return LiveModels.of(session.graph(), session, source.description(), faults);
    }
    throw faults.unsupported(
        "it is no SavedModelBundle and no Session, and no file of one",
        "give a saved model's directory, a frozen graph, or one of these");
  }
}
