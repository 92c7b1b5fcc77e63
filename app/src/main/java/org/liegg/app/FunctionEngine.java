package org.liegg.app;

import java.util.List;
import java.util.Locale;
import org.liegg.api.Batch;
import org.liegg.api.Head;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelException;
import org.liegg.api.ModelInfo;
import org.liegg.api.ModelLayout;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelPort;
import org.liegg.api.ModelSource;
import org.liegg.api.SelfCheck;
import org.liegg.api.SymmetryReport.Warning;
import org.liegg.api.spi.Availability;
import org.liegg.api.spi.GradientCheck;
import org.liegg.api.spi.HeadedGradient;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.ModelGradientProvider;

/** Takes what differentiates itself: a function of the caller's, or a session of an engine. */
final class FunctionEngine implements ModelGradientProvider {
  static final String NAME = "function";

  FunctionEngine() {}

  static boolean takes(ModelSource source) {
    return source instanceof ModelSource.Live live && live.model() instanceof ModelGradient;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Availability availability() {
    return new Availability.Available("1", "functions of the caller's");
  }

  @Override
  public boolean accepts(ModelSource source) {
    return takes(source);
  }

  @Override
  public ModelGradient open(ModelSource source, ModelOptions options) {
    ModelGradient given = given(source);
    ModelInfo info = given.info();
    requireItsOwn(
        "LIEGG-MODEL-OUTPUT",
        info,
        "output",
        info.output(),
        options.output().orElse(info.output()));
    requireItsOwn(
        "LIEGG-MODEL-INPUT", info, "input", info.input(), options.input().orElse(info.input()));
    if (options.head() != Head.OUTPUT && !info.head().equals(Head.OUTPUT.label())) {
      throw new ModelException(
          "LIEGG-MODEL-HEAD",
          "model " + info.path(),
          "it has the head %s already".formatted(info.head()),
          "give the model without a head, or ask for none");
    }
    SelfCheck check =
        options.selfCheck() && info.selfCheck().status() == SelfCheck.Status.SKIPPED
            ? verified(given, options)
            : info.selfCheck();
    return HeadedGradient.of(new Borrowed(given.fork(), check), options.head());
  }

  @Override
  public ModelLayout layout(ModelSource source, ModelOptions options) {
    ModelInfo info = given(source).info();
    return new ModelLayout(
        List.of(new ModelPort(info.input(), NAME, List.of(info.sampleSize()))),
        List.of(new ModelPort(info.output(), NAME, List.of(info.outputSize()))));
  }

  private static ModelGradient given(ModelSource source) {
    if (source instanceof ModelSource.Live live && live.model() instanceof ModelGradient model) {
      return model;
    }
    throw new ModelException(
        "LIEGG-MODEL-UNSUPPORTED",
        "model " + source.description(),
        "it does not differentiate itself",
        "choose the engine that opens it, or leave --engine out");
  }

  private static void requireItsOwn(
      String code, ModelInfo info, String what, String own, String asked) {
    if (!asked.equals(own)) {
      throw new ModelException(
          code,
          "model " + info.path(),
          "it has no %s '%s'".formatted(what, asked),
          "its only %s is '%s'".formatted(what, own));
    }
  }

  private static SelfCheck verified(ModelGradient model, ModelOptions options) {
    Batch samples =
        options
            .probe()
            .filter(batch -> batch.rows() > 0)
            .orElseGet(() -> GradientCheck.randomSamples(model.info().sampleSize()));
    double error = GradientCheck.error(model, samples);
    if (error <= GradientCheck.TOLERANCE) {
      return SelfCheck.passed(samples.rows(), error);
    }
    throw new ModelException(
        "LIEGG-MODEL-WRONG-GRADIENT",
        "model " + model.info().path(),
        String.format(
            Locale.ROOT,
            "the derivatives it gives are not those of its values: off by %.2g of the largest, at"
                + " %d samples",
            error,
            samples.rows()),
        "correct its Jacobian: ∂F_o/∂x_i stands at o·d + i");
  }

  /**
   * A session on what the caller goes on holding.
   *
   * @param session closed with this
   * @param check what opening it found
   */
  private record Borrowed(ModelGradient session, SelfCheck check) implements ModelGradient {
    @Override
    public ModelInfo info() {
      return session.info().withSelfCheck(check);
    }

    @Override
    public List<Warning> warnings() {
      return session.warnings();
    }

    @Override
    public Jacobians jacobians(Batch batch) {
      return session.jacobians(batch);
    }

    @Override
    public Batch outputs(Batch batch) {
      return session.outputs(batch);
    }

    @Override
    public ModelGradient fork() {
      return new Borrowed(session.fork(), check);
    }

    @Override
    public void close() {
      session.close();
    }
  }
}
