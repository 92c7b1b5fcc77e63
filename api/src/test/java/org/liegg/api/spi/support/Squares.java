package org.liegg.api.spi.support;

import java.util.ArrayList;
import java.util.List;
import org.liegg.api.Batch;
import org.liegg.api.ModelInfo;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.Warning;
import org.liegg.api.spi.ModelGradient;

/** F_o(x) = (o + 1) x_o² of two inputs, its derivative times a factor; counts what is open. */
final class Squares extends FunctionEngine {
  static final ModelSource SOURCE = ModelSource.live("squares");
  static final Warning OWN = new Warning("own", "what the engine says");

  private final double factor;
  final List<Precision> opened = new ArrayList<>();
  int open;

  Squares(double factor) {
    super("squares", "1", "for tests");
    this.factor = factor;
  }

  @Override
  public boolean accepts(ModelSource source) {
    return true;
  }

  @Override
  protected FunctionModel read(ModelSource source) {
    return new FunctionModel(
        2,
        2,
        (x, values, jacobian) -> {
          for (int o = 0; o < 2; o++) {
            values[o] = (o + 1) * x[o] * x[o];
            jacobian[o * 2 + o] = factor * 2 * (o + 1) * x[o];
          }
        });
  }

  /** A session of this precision that counts itself, and warns. */
  ModelGradient session(Precision precision) {
    opened.add(precision);
    ModelInfo info;
    try (ModelGradient plain = open(SOURCE, new ModelOptions(precision))) {
      info = plain.info();
    }
    return new Counted(info);
  }

  private final class Counted extends AbstractModelGradient {
    private final FunctionSession session;

    Counted(ModelInfo info) {
      super(info, List.of(OWN));
      session = new FunctionSession(read(SOURCE), info);
      open++;
    }

    @Override
    protected void compute(Batch batch, double[] responses, double[] jacobians) {
      session.compute(batch, responses, jacobians);
    }

    @Override
    protected void compute(Batch batch, double[] responses) {
      session.compute(batch, responses);
    }

    @Override
    protected ModelGradient forked() {
      return new Counted(info());
    }

    @Override
    protected void release() {
      open--;
    }
  }
}
