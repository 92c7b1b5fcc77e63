package org.liegg.groups.flow;

import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.spi.Flow;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.GroupFlows;
import org.liegg.groups.compose.CopiesAction;
import org.liegg.groups.compose.EquivarianceAction;
import org.liegg.groups.compose.PairedSpan;
import org.liegg.groups.compose.SumAction;
import org.liegg.groups.field.Fit;
import org.liegg.groups.field.JointAction;
import org.liegg.groups.field.Resampled;

/** The flows of an action's generators, as {@link GeneratorFlows} makes them. */
public record ActionFlows(GroupAction action) implements GroupFlows {
  /** Pixels that one is made of. */
  private static final long RESAMPLING = 16;

  /**
   * Evaluations of a picture's field for every pixel of its side: the finest waves oscillate the
   * faster. Scattered weights take as long as several multiplications in a row, which is in it.
   */
  private static final long EVALUATIONS_A_PIXEL = 60;

  /** Lifted and prolonged fields grow fast: an integration takes as many times more steps. */
  private static final long STEPS_OF_JETS = 10;

  /** How often an integration evaluates its field, about. */
  private static final long EVALUATIONS = 150;

  @Override
  public Flow onInput(double[] coefficients) {
    return GeneratorFlows.of(action, coefficients);
  }

  @Override
  public Optional<Flow> onOutput(double[] coefficients, int outputs) {
    Fit.requireCoefficients(action, coefficients);
    if (action instanceof PairedSpan span) {
      return new ActionFlows(span.whole()).onOutput(span.combined(coefficients), outputs);
    }
    return action instanceof EquivarianceAction
        ? Optional.of(GeneratorFlows.onOutput(action, coefficients, outputs))
        : Optional.empty();
  }

  @Override
  public Optional<Flow> together(double[] coefficients) {
    Fit.requireCoefficients(action, coefficients);
    if (action instanceof PairedSpan span) {
      return new ActionFlows(span.whole()).together(span.combined(coefficients));
    }
    return action instanceof JointAction joint
        ? Optional.of(new IntegratedFlow(joint, points -> features(joint, points), coefficients))
        : Optional.empty();
  }

  /** Of points that have the outputs behind the inputs. */
  private static Batch features(JointAction joint, Batch points) {
    int inputs = joint.inputSize();
    return joint.featuresOfBoth(
        points.features(0, inputs), points.features(inputs, points.columns()));
  }

  @Override
  public Optional<Double> period(double[] coefficients) {
    Fit.requireCoefficients(action, coefficients);
    return action.matrix(coefficients).flatMap(Periods::of);
  }

  @Override
  public long cost() {
    return cost(action);
  }

  private static long cost(GroupAction action) {
    if (action instanceof PairedSpan span) {
      return cost(span.whole());
    }
    if (action instanceof EquivarianceAction equivariance) {
      // Before it is known how many outputs there are, as many as inputs is a guess as good as any.
      GroupAction input = equivariance.input();
      return cost(input) + cost(equivariance.output().orElse(input));
    }
    if (action.dimension() == 0) {
      return 0;
    }
    if (action instanceof CopiesAction copies) {
      return cost(copies.one()) * (copies.inputSize() / copies.one().inputSize());
    }
    if (action instanceof SumAction sum) {
      return sum.terms().stream().mapToLong(ActionFlows::cost).sum();
    }
    long inputs = action.inputSize();
    if (action instanceof JointAction) {
      return STEPS_OF_JETS * EVALUATIONS * action.fields().features() * inputs;
    }
    if (action instanceof Resampled function) {
      return function.isResampled()
          ? RESAMPLING * inputs
          : EVALUATIONS_A_PIXEL * function.longerSide() * function.fields().values().length;
    }
    return GeneratorFlows.isExponential(action)
        ? inputs * inputs
        : EVALUATIONS * action.fields().values().length;
  }
}
