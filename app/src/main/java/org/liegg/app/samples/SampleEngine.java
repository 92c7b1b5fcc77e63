package org.liegg.app.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.liegg.api.ModelException;
import org.liegg.api.ModelInfo;
import org.liegg.api.ModelSource;
import org.liegg.api.Warning;
import org.liegg.api.WarningCode;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.support.FilterModelGradient;
import org.liegg.api.spi.support.FunctionEngine;
import org.liegg.api.spi.support.FunctionModel;

/** Takes functions of samples. */
public final class SampleEngine extends FunctionEngine {
  /** How reports call it. */
  public static final String NAME = "data";

  /** Keeps nothing. */
  public SampleEngine() {
    super(NAME, "1", "functions that samples say");
  }

  /** Whether a source is a function of samples, fitted or not. */
  public static boolean takes(ModelSource source) {
    return source instanceof ModelSource.Live live
        && (live.model() instanceof SampleFunction || live.model() instanceof FittedSamples);
  }

  @Override
  public boolean accepts(ModelSource source) {
    return takes(source);
  }

  @Override
  protected FunctionModel read(ModelSource source) {
    return fitted(source).model();
  }

  private static FittedSamples fitted(ModelSource source) {
    if (source instanceof ModelSource.Live live && live.model() instanceof FittedSamples found) {
      return found;
    }
    throw new ModelException(
        "LIEGG-MODEL-SAMPLES",
        "model " + source.description(),
        "samples in place of a model are looked at by an extraction or a check of an algebra",
        "leave out parts, layers, studies and exports, or name a model");
  }

  /** What a reader must know of a function of samples. */
  static Warning warning(FittedSamples fitted) {
    return new Warning(
        WarningCode.OF_SAMPLES,
        String.format(
            Locale.ROOT,
            "These are symmetries of %s, not of a model. %s at a bandwidth of %.2g standard"
                + " deviations; %d other samples look at it. What is finer is not seen.",
            fitted.subject(),
            fitted.levelSets()
                ? "Targets are fitted by local regression"
                : "It is a kernel density",
            fitted.fit().bandwidth(),
            fitted.fit().queries().rows()));
  }

  /** A session with what is to be said of it, where samples say what it computes. */
  public static ModelGradient described(ModelGradient session, ModelSource source) {
    return source instanceof ModelSource.Live live && live.model() instanceof FittedSamples fitted
        ? new Warned(session, fitted, fitted.fit().gradientNoise())
        : session;
  }

  /**
   * A session that says what it is of, and how exact its gradients are.
   *
   * @param source the session
   * @param fitted what it computes
   * @param noise of its gradients, as a share of them
   */
  private record Warned(ModelGradient source, FittedSamples fitted, double noise)
      implements FilterModelGradient {
    @Override
    public ModelInfo info() {
      ModelInfo info = source.info();
      return new ModelInfo(
          info.origin(),
          info.inputSize(),
          new ModelInfo.Taken(
              info.outputSize(), fitted.levelSets() ? "level-sets" : "density", info.head()),
          new ModelInfo.Arithmetic(info.precision(), Optional.of(noise)),
          info.varying(),
          info.selfCheck(),
          info.activation());
    }

    @Override
    public List<Warning> warnings() {
      List<Warning> all = new ArrayList<>(source.warnings());
      all.add(warning(fitted));
      return all;
    }

    @Override
    public ModelGradient fork() {
      return new Warned(source.fork(), fitted, noise);
    }
  }
}
