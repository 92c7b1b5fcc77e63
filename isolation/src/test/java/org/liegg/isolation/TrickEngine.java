package org.liegg.isolation;

import java.util.List;
import java.util.Map;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelException;
import org.liegg.api.ModelInfo;
import org.liegg.api.ModelLayout;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelPort;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.Warning;
import org.liegg.api.spi.Availability;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.ModelGradientProvider;
import org.liegg.api.spi.PreparedModel;

/** An engine for which the path is the model: what is done when it is opened, or used. */
public final class TrickEngine implements ModelGradientProvider {
  static final String NAME = "trick";

  /** Found by its name on the class path of the worker. */
  public TrickEngine() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Availability availability() {
    return new Availability.Available("1", "for tests");
  }

  @Override
  public boolean accepts(ModelSource source) {
    return true;
  }

  @Override
  public ModelGradient open(ModelSource source, ModelOptions options) {
    String trick = source.description();
    Tricks.play(trick);
    return new Curves(options.precision()) {
      @Override
      public ModelInfo info() {
        return trick.equals("escapes") ? Tricks.escapes(super.info()) : super.info();
      }

      @Override
      public List<Warning> warnings() {
        return Tricks.warnings(trick);
      }

      @Override
      public Jacobians jacobians(Batch batch) {
        return Tricks.jacobians(trick, super.jacobians(batch));
      }
    };
  }

  /** Verified already, so that tricks are played when they are meant to be. */
  @Override
  public PreparedModel prepare(ModelSource source, ModelOptions options) {
    return new PreparedModel() {
      @Override
      public ModelGradient session(Precision precision) {
        return open(source, options.withPrecision(precision));
      }

      @Override
      public boolean verified() {
        return true;
      }
    };
  }

  @Override
  public ModelLayout layout(ModelSource source, ModelOptions options) {
    Tricks.play(source.description());
    return new ModelLayout(
        List.of(new ModelPort("input", "Curves", List.of(Curves.INPUTS))),
        List.of(new ModelPort("output", "Curves", List.of(Curves.OUTPUTS))));
  }

  /** An error that says which precision was asked for. */
  static ModelException refused(Precision precision) {
    return new ModelException(
        "LIEGG-MODEL-TRICK", "model: it; s", "found: " + precision, "do; this: and that");
  }

  static Map<String, String> environment() {
    return System.getenv();
  }
}
