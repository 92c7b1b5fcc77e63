package org.liegg.engine.pytorch;

import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.engine.pytorch.code.Operations;
import org.liegg.engine.pytorch.code.PrecisionText;
import org.liegg.engine.pytorch.code.Signature;
import org.liegg.engine.pytorch.code.TrainingMode;
import org.liegg.engine.pytorch.file.Archive;
import org.liegg.engine.pytorch.file.ModelFile;
import org.liegg.engine.pytorch.run.LoadedModel;

/**
 * A model that was read, and of which everything was checked.
 *
 * @param file what was read
 * @param signature what it takes and gives
 */
record SourceModel(ModelFile file, Signature signature) {

  /**
   * Reads a model.
   *
   * @throws org.liegg.api.ModelException if there is none, or it cannot be read
   * @throws org.liegg.engine.pytorch.file.ModelFault if it is damaged, or not what can be opened
   */
  static SourceModel read(ModelSource source, PytorchErrors errors) {
    return errors.readFile(
        source,
        "TorchScript file",
        path -> of(new ModelFile(Archive.read(path, errors::corrupt, errors::tooLarge))));
  }

  private static SourceModel of(ModelFile file) {
    Operations.requireComputing(file.sources());
    TrainingMode.requireEvaluation(file.sources());
    return new SourceModel(file, Signature.of(file.sources(), file.type()));
  }

  /**
   * Loads the model in this precision; the caller closes it.
   *
   * @throws org.liegg.engine.pytorch.run.RuntimeFailure if PyTorch does not take it
   */
  LoadedModel load(Precision precision) {
    return LoadedModel.of(
        file.archive(precision, PrecisionText.of(file.sources(), precision)), precision);
  }
}
