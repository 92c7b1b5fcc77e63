package org.liegg.tck;

import java.util.function.UnaryOperator;
import org.liegg.api.Precision;
import org.liegg.tck.fixtures.ExactModel;

/** Models of functions of dual numbers, one pass for every input. */
final class DualModel {

  /** A function of a sample. */
  @FunctionalInterface
  interface Formula {
    Dual[] apply(Dual[] x);
  }

  private DualModel() {}

  /**
   * @param single whether values are in single precision whatever is asked for
   */
  static ExactModel of(
      int inputs, int outputs, Precision precision, boolean single, Formula formula) {
    UnaryOperator<double[]> rounded =
        single || precision == Precision.FLOAT ? DualModel::singles : UnaryOperator.identity();
    return new ExactModel(
        inputs,
        0,
        inputs,
        outputs,
        precision,
        x -> rounded.apply(values(formula, x, outputs)),
        x -> rounded.apply(jacobian(formula, x, outputs)));
  }

  private static double[] values(Formula formula, double[] x, int outputs) {
    Dual[] f = formula.apply(seeded(x, -1));
    double[] values = new double[outputs];
    for (int o = 0; o < outputs; o++) {
      values[o] = f[o].value();
    }
    return values;
  }

  private static double[] jacobian(Formula formula, double[] x, int outputs) {
    double[] jacobian = new double[outputs * x.length];
    for (int i = 0; i < x.length; i++) {
      Dual[] f = formula.apply(seeded(x, i));
      for (int o = 0; o < outputs; o++) {
        jacobian[o * x.length + i] = f[o].derivative();
      }
    }
    return jacobian;
  }

  private static double[] singles(double[] values) {
    double[] rounded = values.clone();
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = (float) rounded[i];
    }
    return rounded;
  }

  /** A point that moves along one input, or along none. */
  private static Dual[] seeded(double[] x, int along) {
    Dual[] point = new Dual[x.length];
    for (int i = 0; i < x.length; i++) {
      point[i] = new Dual(x[i], i == along ? 1 : 0);
    }
    return point;
  }
}
