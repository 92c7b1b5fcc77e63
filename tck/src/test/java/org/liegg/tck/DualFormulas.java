package org.liegg.tck;

import java.util.function.UnaryOperator;
import org.liegg.api.Matrix;
import org.liegg.tck.DualModel.Formula;

/**
 * The known functions in dual numbers. One factor of each goes through an operator that may lose
 * its derivative, as gradients that are stopped in the wrong place do.
 */
final class DualFormulas {

  private DualFormulas() {}

  static Formula cube(UnaryOperator<Dual> factor) {
    return x -> {
      Dual[] f = new Dual[x.length];
      for (int i = 0; i < f.length; i++) {
        f[i] = factor.apply(x[i]).times(x[i]).times(x[i]);
      }
      return f;
    };
  }

  static Formula quadratic(Matrix q, UnaryOperator<Dual> factor) {
    return x -> {
      Dual sum = Dual.of(0);
      for (int i = 0; i < x.length; i++) {
        for (int j = 0; j < x.length; j++) {
          sum = sum.plus(factor.apply(x[i]).times(Dual.of(q.get(i, j))).times(x[j]));
        }
      }
      return new Dual[] {sum};
    };
  }

  static Formula softmax(Matrix w, UnaryOperator<Dual> denominator) {
    return x -> {
      Dual[] f = new Dual[w.rows()];
      Dual total = Dual.of(0);
      for (int o = 0; o < f.length; o++) {
        Dual z = Dual.of(0);
        for (int i = 0; i < x.length; i++) {
          z = z.plus(Dual.of(w.get(o, i)).times(x[i]));
        }
        f[o] = z.exp();
        total = total.plus(f[o]);
      }
      for (int o = 0; o < f.length; o++) {
        f[o] = f[o].over(denominator.apply(total));
      }
      return f;
    };
  }
}
