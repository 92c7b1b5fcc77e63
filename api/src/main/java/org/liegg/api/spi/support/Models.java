package org.liegg.api.spi.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.Head;
import org.liegg.api.ModelException;
import org.liegg.api.ModelInfo;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.SelfCheck;
import org.liegg.api.Warning;
import org.liegg.api.WarningCode;
import org.liegg.api.spi.GradientCheck;
import org.liegg.api.spi.HeadedGradient;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.ModelGradientProvider;
import org.liegg.api.spi.PreparedModel;

/**
 * Opens models: asks an engine for F and its derivatives, verifies these in double precision
 * against central differences, and puts the head on. Everything that opens a model does so here.
 *
 * <p>All methods throw a {@link ModelException} if the model is missing, broken or cannot be
 * differentiated rightly; {@code LIEGG-MODEL-WRONG-GRADIENT} if its derivatives are off by more
 * than {@link GradientCheck#TOLERANCE} of the largest.
 */
public final class Models {
  private static final Warning TOO_STEEP =
      new Warning(
          WarningCode.NOT_VERIFIED,
          "the gradients were not verified: the model is too steep for differences to show its"
              + " derivatives");

  private Models() {}

  /** Opens a model with its head, verified unless the options say otherwise. */
  public static ModelGradient open(
      ModelGradientProvider engine, ModelSource source, ModelOptions options) {
    return open(prepared(engine, source, options), options);
  }

  /** A model that its engine has read, with derivatives from where the options say. */
  public static PreparedModel prepared(
      ModelGradientProvider engine, ModelSource source, ModelOptions options) {
    return switch (options.derivatives()) {
      case EXACT -> engine.prepare(source, options);
      case NONE -> engine.prepareValues(source, options);
      case DIFFERENCES -> {
        PreparedModel values = engine.prepareValues(source, options);
        yield values.verified() ? values : new DifferenceModel(values, options.probe());
      }
    };
  }

  /** Opens a model that its engine has prepared with these options. */
  public static ModelGradient open(PreparedModel model, ModelOptions options) {
    ModelGradient verified = verified(model, options);
    return switch (options.head()) {
      case LOGITS ->
          new DescribedGradient(verified, info -> info.withHead(Head.LOGITS), Optional.empty());
      case OUTPUT, SOFTMAX, NORMALIZED_LOGITS -> HeadedGradient.of(verified, options.head());
    };
  }

  /**
   * Opens a model without its head, verified unless the options say otherwise: F is what the head
   * is put on.
   */
  public static ModelGradient verified(PreparedModel model, ModelOptions options) {
    ModelGradient session = model.session(options.precision());
    if (!options.selfCheck() || options.valuesAlone() || model.verified()) {
      return session;
    }
    try {
      return checked(session, model, options.probe());
    } catch (RuntimeException | Error e) {
      session.close();
      throw e;
    }
  }

  private static ModelGradient checked(
      ModelGradient session, PreparedModel model, Optional<Batch> probe) {
    Optional<Warning> unverifiable = model.unverifiable();
    if (unverifiable.isPresent()) {
      return unverified(session, unverifiable.get());
    }
    boolean exact = session.info().precision() == Precision.DOUBLE;
    try (ModelGradient twin = exact ? session.fork() : model.session(Precision.DOUBLE)) {
      return checked(session, twin, model, probe.filter(samples -> samples.rows() > 0));
    }
  }

  private static ModelGradient checked(
      ModelGradient session, ModelGradient exact, PreparedModel model, Optional<Batch> probe) {
    ModelInfo info = exact.info();
    List<Batch> places =
        probe
            .map(Models::few)
            .map(List::of)
            .orElseGet(() -> model.samples(GradientCheck.randomSamples(info.sampleSize())));
    List<Warning> excuses = new ArrayList<>();
    for (Batch samples : places) {
      try {
        model.requireSound(exact, samples);
        GradientCheck.Outcome outcome = GradientCheck.outcome(exact, samples);
        if (outcome.passed()) {
          SelfCheck passed = SelfCheck.passed(samples.rows(), outcome.error());
          return new DescribedGradient(
              session, known -> known.withSelfCheck(passed), Optional.empty());
        }
        if (!outcome.decided()) {
          return unverified(session, TOO_STEEP);
        }
        throw model.wrongGradient(info, outcome.error(), samples);
      } catch (ModelException e) {
        excuses.add(model.excuse(e, probe.isPresent()).orElseThrow(() -> e));
      }
    }
    return unverified(session, excuses.get(excuses.size() - 1));
  }

  private static ModelGradient unverified(ModelGradient session, Warning why) {
    return new DescribedGradient(
        session, known -> known.withSelfCheck(SelfCheck.skipped()), Optional.of(why));
  }

  /** A wrong gradient is wrong nearly everywhere. */
  private static Batch few(Batch samples) {
    return samples.slice(0, Math.min(samples.rows(), GradientCheck.SAMPLES));
  }
}
