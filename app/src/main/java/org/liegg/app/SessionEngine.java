package org.liegg.app;

import java.util.List;
import org.liegg.api.Head;
import org.liegg.api.ModelException;
import org.liegg.api.ModelInfo;
import org.liegg.api.ModelLayout;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelPort;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.spi.Availability;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.ModelGradientProvider;
import org.liegg.api.spi.PreparedModel;

/** Takes sessions that the caller has opened, and leaves them open. */
final class SessionEngine implements ModelGradientProvider {
  static final String NAME = "session";

  SessionEngine() {}

  static boolean takes(ModelSource source) {
    return LiveModels.is(source, ModelGradient.class);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Availability availability() {
    return new Availability.Available("1", "sessions of the caller's");
  }

  @Override
  public boolean accepts(ModelSource source) {
    return takes(source);
  }

  @Override
  public ModelGradient open(ModelSource source, ModelOptions options) {
    return prepare(source, options).session(options.precision());
  }

  /** Whoever has opened the session has verified it, or not; its precision is its own. */
  @Override
  public PreparedModel prepare(ModelSource source, ModelOptions options) {
    ModelGradient given = given(source);
    requireFit(given.info(), options);
    return new PreparedModel() {
      @Override
      public ModelGradient session(Precision precision) {
        return given.fork();
      }

      @Override
      public boolean verified() {
        return true;
      }
    };
  }

  private static void requireFit(ModelInfo info, ModelOptions options) {
    requireItsOwn(
        "LIEGG-MODEL-OUTPUT",
        info,
        "output",
        info.output(),
        options.output().orElse(info.output()));
    requireItsOwn(
        "LIEGG-MODEL-INPUT", info, "input", info.input(), options.input().orElse(info.input()));
    if (options.fromLogits() && !info.head().equals(Head.OUTPUT.label())) {
      throw new ModelException(
          "LIEGG-MODEL-HEAD",
          "model " + info.path(),
          "it has the head %s already".formatted(info.head()),
          "give the model without a head, or ask for none");
    }
  }

  @Override
  public ModelLayout layout(ModelSource source, ModelOptions options) {
    ModelInfo info = given(source).info();
    return new ModelLayout(
        List.of(new ModelPort(info.input(), NAME, List.of(info.sampleSize()))),
        List.of(new ModelPort(info.output(), NAME, List.of(info.outputSize()))));
  }

  private static ModelGradient given(ModelSource source) {
    return LiveModels.of(
        source,
        ModelGradient.class,
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
}
