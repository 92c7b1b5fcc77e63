package org.liegg.groups.flow;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.jspecify.annotations.Nullable;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.NumericalException;
import org.liegg.api.spi.Flow;
import org.liegg.api.spi.GroupAction;

/** dx/dt = v(x), sample by sample, by the embedded Runge–Kutta method of Dormand and Prince. */
final class IntegratedFlow implements Flow {
  private static final double TOLERANCE = 1e-12;
  private static final double SMALLEST_STEP = 1e-10;
  private static final int MAX_EVALUATIONS = 1_000_000;

  private final GroupAction action;
  private final UnaryOperator<Batch> features;
  private final double[] coefficients;

  IntegratedFlow(GroupAction action, double[] coefficients) {
    this(action, action::features, coefficients);
  }

  /**
   * @param features of points that have a coordinate for every component of the fields
   */
  IntegratedFlow(GroupAction action, UnaryOperator<Batch> features, double[] coefficients) {
    this.action = action;
    this.features = features;
    this.coefficients = coefficients;
  }

  @Override
  public Batch at(Batch batch, double t) {
    if (t == 0) {
      return batch;
    }
    double[] moved = new double[batch.values().length];
    int width = batch.columns();
    for (int n = 0; n < batch.rows(); n++) {
      double[] x = Arrays.copyOfRange(batch.values(), n * width, (n + 1) * width);
      System.arraycopy(integrate(x, t), 0, moved, n * width, width);
    }
    return new Batch(batch.rows(), width, moved);
  }

  private double[] integrate(double[] x, double t) {
    DormandPrince853Integrator integrator =
        new DormandPrince853Integrator(
            Math.abs(t) * SMALLEST_STEP, Math.abs(t), TOLERANCE, TOLERANCE);
    integrator.setMaxEvaluations(MAX_EVALUATIONS);
    try {
      double[] end = integrator.integrate(new Field(), new ODEState(0, x), t).getPrimaryState();
      for (double value : end) {
        if (!Double.isFinite(value)) {
          throw leaves(t, null);
        }
      }
      return end;
    } catch (MathRuntimeException e) {
      throw leaves(t, e);
    }
  }

  private NumericalException leaves(double t, @Nullable Throwable cause) {
    return new NumericalException(
        "LIEGG-FLOW-OVERFLOW",
        "a flow of '%s' over t = %s".formatted(action.spec(), t),
        "a sample leaves every bound before its time is over",
        "choose a smaller t",
        cause);
  }

  private final class Field implements OrdinaryDifferentialEquation {
    @Override
    public int getDimension() {
      return action.fields().components();
    }

    @Override
    public double[] computeDerivatives(double time, double[] x) {
      FieldBasis fields = action.fields();
      Batch phi = features.apply(new Batch(1, x.length, x));
      double[] velocity = new double[x.length];
      for (int a = 0; a < fields.fields(); a++) {
        if (coefficients[a] != 0) {
          for (int e = fields.offsets()[a]; e < fields.offsets()[a + 1]; e++) {
            velocity[fields.component()[e]] +=
                coefficients[a] * fields.values()[e] * phi.values()[fields.feature()[e]];
          }
        }
      }
      return velocity;
    }
  }
}
