package org.liegg.api.spi.support;

import java.util.List;
import java.util.Optional;
import org.liegg.api.Head;
import org.liegg.api.ModelException;
import org.liegg.api.ModelInfo;
import org.liegg.api.ModelLayout;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelPort;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.spi.Availability;
import org.liegg.api.spi.PreparedModel;

/**
 * An engine whose models are functions of one input and one output: what is left to write is which
 * sources it takes, and how the function is read. Names, precision, and sessions with their checks
 * are done here; {@link Models} verifies the Jacobian and puts the head on.
 */
public abstract class FunctionEngine extends PreparingEngine {
  private static final String OUTPUT = "output";
  private static final String FIRST = "0";

  private final String version;
  private final String detail;

  /**
   * @param name by which users choose the engine: lower-case letters, digits, {@code -}
   * @param version of the engine
   * @param detail what it opens, for {@code liegg plugins}
   */
  protected FunctionEngine(String name, String version, String detail) {
    super(name);
    this.version = version;
    this.detail = detail;
  }

  /**
   * Reads a model. Nothing that the source contains may be executed.
   *
   * @throws ModelException {@code LIEGG-MODEL-CORRUPT} if its bytes contradict themselves, {@code
   *     LIEGG-MODEL-UNREADABLE} if it cannot be read, {@code LIEGG-MODEL-UNSUPPORTED} if it is none
   *     of this engine's
   */
  protected abstract FunctionModel read(ModelSource source);

  @Override
  public Availability availability() {
    return new Availability.Available(version, detail);
  }

  @Override
  public final ModelLayout layout(ModelSource source, ModelOptions options) {
    FunctionModel model = read(source);
    return new ModelLayout(
        List.of(new ModelPort(ModelInfo.ONLY_INPUT, "vector", List.of(model.inputs()))),
        List.of(new ModelPort(OUTPUT, "function", List.of(model.outputs()))));
  }

  @Override
  public final PreparedModel prepare(ModelSource source, ModelOptions options) {
    FunctionModel model = read(source);
    Optional<String> output = options.output().filter(asked -> !asked.equals(FIRST));
    requireKnown("LIEGG-MODEL-OUTPUT", source, OUTPUT, output);
    requireKnown("LIEGG-MODEL-INPUT", source, ModelInfo.ONLY_INPUT, options.input());
    PreparedModel prepared =
        precision -> new FunctionSession(model, info(model, source, precision));
    return model.isOfValues() && !options.valuesAlone()
        ? new DifferenceModel(prepared, options.probe())
        : prepared;
  }

  private ModelInfo info(FunctionModel model, ModelSource source, Precision precision) {
    return new ModelInfo(
        new ModelInfo.Origin(source.description(), model.sha256(), name(), version),
        model.inputs(),
        new ModelInfo.Taken(model.outputs(), OUTPUT, Head.OUTPUT.label()),
        precision);
  }

  private static void requireKnown(
      String code, ModelSource source, String only, Optional<String> asked) {
    if (asked.isPresent() && !asked.get().equals(only)) {
      throw new ModelException(
          code,
          "model " + source.description(),
          "it has no %s '%s'".formatted(only, asked.get()),
          "its only one is '%s'".formatted(only));
    }
  }
}
