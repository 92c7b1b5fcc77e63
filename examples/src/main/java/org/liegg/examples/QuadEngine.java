package org.liegg.examples;

import java.util.List;
import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.ModelException;
import org.liegg.api.ModelInfo;
import org.liegg.api.ModelLayout;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelPort;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.SelfCheck;
import org.liegg.api.spi.Availability;
import org.liegg.api.spi.GradientCheck;
import org.liegg.api.spi.HeadedGradient;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.ModelGradientProvider;

/** The engine {@code quad}: opens the text files of {@link QuadForms}. */
public final class QuadEngine implements ModelGradientProvider {
  private static final String OUTPUT = "output";

  @Override
  public String name() {
    return "quad";
  }

  @Override
  public Availability availability() {
    return new Availability.Available("1", "quadratic forms, a line of a .quad file each");
  }

  @Override
  public boolean accepts(ModelSource source) {
    return source instanceof ModelSource.File file && file.path().toString().endsWith(".quad");
  }

  @Override
  public ModelLayout layout(ModelSource source, ModelOptions options) {
    QuadForms forms = QuadForms.read(source);
    return new ModelLayout(
        List.of(new ModelPort(ModelInfo.ONLY_INPUT, "vector", List.of(forms.inputs()))),
        List.of(new ModelPort(OUTPUT, "quadratic forms", List.of(forms.count()))));
  }

  @Override
  public ModelGradient open(ModelSource source, ModelOptions options) {
    QuadForms forms = QuadForms.read(source);
    requireKnown(source, "output", options.output().filter(name -> !name.equals("0")), OUTPUT);
    requireKnown(source, "input", options.input(), ModelInfo.ONLY_INPUT);
    ModelInfo info =
        new ModelInfo(
                source.description(),
                forms.sha256(),
                name(),
                "1",
                forms.inputs(),
                forms.count(),
                OUTPUT,
                options.head().label(),
                options.precision())
            .withSelfCheck(
                options.selfCheck() ? check(forms, source, options) : SelfCheck.skipped());
    return HeadedGradient.of(new QuadModel(forms, info), options.head());
  }

  private static void requireKnown(
      ModelSource source, String what, Optional<String> asked, String only) {
    if (asked.isPresent() && !asked.get().equals(only)) {
      throw new ModelException(
          "LIEGG-MODEL-" + (what.equals("input") ? "INPUT" : "OUTPUT"),
          "model " + source.description(),
          "it has no %s '%s'".formatted(what, asked.get()),
          "the only one is " + only);
    }
  }

  /** Opens the model once more, in double precision, for differences of what it gives. */
  private SelfCheck check(QuadForms forms, ModelSource source, ModelOptions options) {
    ModelOptions unchecked = options.withPrecision(Precision.DOUBLE).withSelfCheck(false);
    Batch samples =
        options
            .probe()
            .filter(probe -> probe.rows() > 0)
            .orElseGet(() -> GradientCheck.randomSamples(forms.inputs()));
    try (ModelGradient model = open(source, unchecked)) {
      double error = GradientCheck.error(model, samples);
      if (!(error <= GradientCheck.TOLERANCE)) {
        throw new ModelException(
            "LIEGG-MODEL-WRONG-GRADIENT",
            "model " + source.description(),
            "its gradient is off by %s of the largest".formatted(error),
            "report this to whoever made the engine");
      }
      return SelfCheck.passed(samples.rows(), error);
    }
  }
}
