package org.liegg.api.spi.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.ModelException;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.Warning;
import org.liegg.api.WarningCode;
import org.liegg.api.spi.GradientCheck;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.PreparedModel;

/**
 * A model of which only values are known: its derivatives are central differences of them, at the
 * step at which they are best, and {@link ModelInfo#gradientNoise} says how good that is.
 *
 * <p>For a field v the row of E is the derivative of F along v. Differences along the inputs cost
 * 2d values a sample and give all fields at once; differences along the fields would cost 2m, and m
 * is larger than d for nearly every action.
 */
public final class DifferenceModel implements PreparedModel {
  private final PreparedModel values;
  private final Optional<Batch> probe;

  /** Shared by all sessions, since what they compute has to agree. */
  private Optional<DifferenceSteps> steps = Optional.empty();

  /**
   * @param values makes sessions that are asked for values only
   * @param probe samples near which the step is chosen; random ones where empty
   */
  public DifferenceModel(PreparedModel values, Optional<Batch> probe) {
    this.values = values;
    this.probe = probe.filter(samples -> samples.rows() > 0);
  }

  /**
   * A session.
   *
   * @throws ModelException {@code LIEGG-MODEL-STEPS} if the values are constant nearly everywhere,
   *     {@code LIEGG-MODEL-NOISE} if no step gives a derivative
   */
  @Override
  public ModelGradient session(Precision precision) {
    ModelGradient session = values.session(Precision.DOUBLE);
    try {
      DifferenceSteps best = steps(session);
      ModelInfo info =
          session
              .info()
              .withArithmetic(new ModelInfo.Arithmetic(precision, Optional.of(best.noise())));
      List<Warning> warnings = new ArrayList<>(session.warnings());
      warnings.add(warning(info, best));
      return new DifferenceGradient(session, info, best, warnings);
    } catch (RuntimeException | Error e) {
      session.close();
      throw e;
    }
  }

  private DifferenceSteps steps(ModelGradient session) {
    if (steps.isEmpty()) {
      steps = Optional.of(measured(session));
    }
    return steps.get();
  }

  private DifferenceSteps measured(ModelGradient session) {
    if (probe.isPresent()) {
      return DifferenceSteps.of(session, probe.get());
    }
    List<Batch> places = values.samples(GradientCheck.randomSamples(session.info().sampleSize()));
    for (Batch samples : places.subList(0, places.size() - 1)) {
      try {
        return DifferenceSteps.of(session, samples);
      } catch (ModelException e) {
        if (!e.code().equals("LIEGG-MODEL-NONFINITE")) {
          throw e;
        }
      }
    }
    return DifferenceSteps.of(session, places.get(places.size() - 1));
  }

  private static Warning warning(ModelInfo info, DifferenceSteps best) {
    return new Warning(
        WarningCode.FINITE_DIFFERENCES,
        String.format(
            Locale.ROOT,
            "the gradients are central differences of values, %d values a sample, with steps of"
                + " %.1g to %.1g along the inputs; they are right to about %.1g, and every bound"
                + " allows for that",
            2 * info.inputSize(),
            best.shortest(),
            best.longest(),
            best.noise()));
  }

  /** Differences cannot be verified by differences. */
  @Override
  public boolean verified() {
    return true;
  }
}
