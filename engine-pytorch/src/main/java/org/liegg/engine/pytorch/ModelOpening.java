package org.liegg.engine.pytorch;

import java.util.Optional;
import org.liegg.api.Head;
import org.liegg.api.ModelException;
import org.liegg.api.ModelInfo;
import org.liegg.api.ModelOptions;
import org.liegg.api.Precision;
import org.liegg.api.SelfCheck;
import org.liegg.api.Warning;
import org.liegg.api.WarningCode;
import org.liegg.api.spi.PreparedModel;
import org.liegg.engine.pytorch.run.Call;
import org.liegg.engine.pytorch.run.LoadedModel;
import org.liegg.engine.pytorch.run.NativeLibrary;

/** Makes a model ready for sessions: finds out what it takes and gives, and chooses of it. */
record ModelOpening(
    SourceModel source, String description, ModelOptions options, PytorchErrors errors) {
  /** The model with its output and input chosen. */
  PreparedModel prepare() {
    boolean single = options.precision() == Precision.FLOAT;
    if (single && !options.selfCheck()) {
      return prepared(probe(Precision.FLOAT), Optional.empty());
    }
    try {
      return prepared(probe(Precision.DOUBLE), Optional.empty());
    } catch (ModelException e) {
      if (!isOfRunning(e)) {
        throw e;
      }
      Probed narrow = otherwise(e);
      if (single) {
        return prepared(narrow, Optional.of(unverified(e)));
      }
      throw errors.of(
          "LIEGG-MODEL-UNSUPPORTED",
          "it runs in single precision only: " + e.getMessage(),
          "use --precision float",
          e);
    }
  }

  private static boolean isOfRunning(ModelException e) {
    return e.code().equals("LIEGG-MODEL-INPUT-SHAPE") || e.code().equals("LIEGG-MODEL-FAILS");
  }

  /** What does not run in double precision may in single; if not, the first error says why. */
  private Probed otherwise(ModelException inDouble) {
    try {
      return probe(Precision.FLOAT);
    } catch (ModelException inSingle) {
      inDouble.addSuppressed(inSingle);
      throw inDouble;
    }
  }

  private static Warning unverified(ModelException e) {
    return new Warning(
        WarningCode.NOT_VERIFIED,
        "the gradients were not verified: the model does not run in double precision ("
            + e.getMessage()
            + ")");
  }

  /** What the model takes and gives. */
  private Probed probe(Precision precision) {
    return errors.guarded(
        () -> {
          try (LoadedModel model = source.load(precision)) {
            return new SampleShapes(source, options, errors).probe(model);
          }
        });
  }

  private PreparedModel prepared(Probed probed, Optional<Warning> unverifiable) {
    OutputChoice.Taken taken = new OutputChoice(probed, errors).choose(options);
    Call call =
        new Call(
            probed.call().inputs(), probed.call().batched(), probed.call().single(), taken.place());
    return new PreparedPytorch(
        source,
        call,
        taken.size(),
        precision -> info(call, taken, precision),
        errors,
        unverifiable);
  }

  private ModelInfo info(Call call, OutputChoice.Taken taken, Precision precision) {
    String varying =
        call.inputs().size() > 1 && options.input().isPresent()
            ? options.input().get()
            : ModelInfo.ONLY_INPUT;
    return new ModelInfo(
        new ModelInfo.Origin(
            description,
            source.file().sha256(),
            PytorchGradientProvider.NAME,
            NativeLibrary.version()),
        call.inputSize(),
        new ModelInfo.Taken(taken.size(), taken.name(), Head.OUTPUT.label()),
        precision,
        new ModelInfo.Varying(varying, call.sampleSize(), call.inputFrom()),
        SelfCheck.skipped());
  }
}
