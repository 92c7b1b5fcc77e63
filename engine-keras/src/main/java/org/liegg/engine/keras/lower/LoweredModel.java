package org.liegg.engine.keras.lower;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.liegg.api.Batch;
import org.liegg.api.ModelException;
import org.liegg.api.ModelInfo;
import org.liegg.api.ModelLayout;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelPort;
import org.liegg.api.Precision;
import org.liegg.api.SelfCheck;
import org.liegg.api.SymmetryReport.Warning;
import org.liegg.api.WarningCode;
import org.liegg.api.spi.GradientCheck;
import org.liegg.api.spi.HeadedGradient;
import org.liegg.api.spi.ModelGradient;
import org.liegg.engine.keras.program.Program;
import org.liegg.engine.keras.program.ProgramBuilder;
import org.liegg.engine.keras.program.ProgramKernel;
import org.liegg.engine.keras.read.GraphReader;
import org.liegg.engine.keras.read.KerasFaults;
import org.liegg.engine.keras.read.KerasGraph;
import org.liegg.engine.keras.read.KerasLayer;
import org.liegg.engine.keras.read.KerasModel;

/** A model that is computed by a program, layer by layer. */
public final class LoweredModel {
  private static final String ENGINE = "keras";
  private static final String NONFINITE = "LIEGG-MODEL-NONFINITE";

  /** Of the memory there is, what a program and one sample may take. */
  private static final int MEMORY_SHARE = 4;

  private final String path;
  private final KerasModel model;
  private final Map<String, List<Integer>> shapes;
  private final String engineVersion;
  private final KerasFaults faults;

  /**
   * @param path of the file
   * @param shapes of one sample of every input
   * @param engineVersion what sessions say of the engine
   */
  public LoweredModel(
      String path,
      KerasModel model,
      Map<String, List<Integer>> shapes,
      String engineVersion,
      KerasFaults faults) {
    this.path = path;
    this.model = model;
    this.shapes = new LinkedHashMap<>(shapes);
    this.engineVersion = engineVersion;
    this.faults = faults;
  }

  /**
   * A session, verified if the options say so.
   *
   * @throws org.liegg.api.ModelException if a layer that the output depends on does what is not
   *     read, there is no such output or input, or the gradients are wrong
   */
  public ModelGradient open(ModelOptions options) {
    OutputChoice choice = OutputChoice.of(model.graph(), options, faults);
    Set<String> varying = choice.varying();
    Written written = written(choice.before(), varying, choice.leftOff());
    Program program = program(written, choice.output());
    ProgramKernel kernel = new ProgramKernel(program);
    ModelInfo info = info(choice, program, options);
    List<Warning> warnings = new ArrayList<>();
    if (options.selfCheck()) {
      ModelInfo exact = info(choice, program, options.withPrecision(Precision.DOUBLE));
      info = info.withSelfCheck(verified(exact, kernel, options, warnings));
    }
    return HeadedGradient.of(new ProgramGradient(info, warnings, kernel), options.head());
  }

  private Program program(Written written, String output) {
    Signal signal = written.known().get(output);
    if (signal == null) {
      throw faults.unsupported(
          "its output %s is not read".formatted(KerasFaults.printable(output)));
    }
    return written.builder().build(signal.values().slots());
  }

  private ModelInfo info(OutputChoice choice, Program program, ModelOptions options) {
    int from = 0;
    for (Map.Entry<String, List<Integer>> input : shapes.entrySet()) {
      if (choice.varying().contains(input.getKey())) {
        break;
      }
      from += input.getValue().stream().reduce(1, (a, b) -> a * b);
    }
    return new ModelInfo(
            path,
            model.sha256(),
            ENGINE,
            engineVersion,
            program.varyingSize(),
            program.outputSize(),
            choice.name(),
            options.head().label(),
            options.precision(),
            choice.input(),
            program.sampleSize(),
            from,
            SelfCheck.skipped())
        .withActivation(choice.activation());
  }

  private SelfCheck verified(
      ModelInfo info, ProgramKernel kernel, ModelOptions options, List<Warning> warnings) {
    Batch samples =
        options
            .probe()
            .filter(batch -> batch.rows() > 0)
            .map(batch -> batch.slice(0, Math.min(batch.rows(), GradientCheck.SAMPLES)))
            .orElseGet(() -> fit(GradientCheck.randomSamples(info.sampleSize())));
    try (ModelGradient session = new ProgramGradient(info, List.of(), kernel)) {
      GradientCheck.Outcome outcome = GradientCheck.outcome(session, samples);
      if (outcome.passed()) {
        return SelfCheck.passed(samples.rows(), outcome.error());
      }
      if (outcome.decided()) {
        throw faults.wrongGradient(outcome.error(), samples.rows());
      }
      warnings.add(notVerified("it is too steep for differences to show its derivatives"));
    } catch (ModelException e) {
      if (options.probe().isPresent() || !e.code().equals(NONFINITE)) {
        throw e;
      }
      // Random samples need not be such as the model can be evaluated at.
      warnings.add(notVerified(e.getMessage()));
    }
    return SelfCheck.skipped();
  }

  private static Warning notVerified(String why) {
    return new Warning(WarningCode.NOT_VERIFIED, "the gradients were not verified: " + why);
  }

  /** Random samples with 0 where a number of a row is looked up: there is such a row. */
  private Batch fit(Batch random) {
    double[] values = random.values().clone();
    int from = 0;
    for (Map.Entry<String, List<Integer>> input : shapes.entrySet()) {
      int size = input.getValue().stream().reduce(1, (a, b) -> a * b);
      boolean index =
          model.graph().layers().stream()
              .anyMatch(
                  layer ->
                      layer.type().equals("Embedding") && layer.inbound().contains(input.getKey()));
      for (int n = 0; index && n < random.rows(); n++) {
        int at = n * random.columns() + from;
        Arrays.fill(values, at, at + size, 0);
      }
      from += size;
    }
    return new Batch(random.rows(), random.columns(), values);
  }

  /** What of the model can be chosen. */
  public ModelLayout layout() {
    Written written = written(model.graph(), Set.of(), List.of());
    List<ModelPort> inputs =
        shapes.entrySet().stream()
            .map(input -> new ModelPort(input.getKey(), GraphReader.INPUT, input.getValue()))
            .toList();
    List<ModelPort> outputs = new ArrayList<>();
    for (KerasLayer layer : OutputChoice.layers(model.graph())) {
      Signal signal = Objects.requireNonNull(written.known().get(layer.name()));
      outputs.add(new ModelPort(layer.name(), layer.type(), signal.values().lengths()));
    }
    return new ModelLayout(inputs, outputs);
  }

  /**
   * A model written as a program.
   *
   * @param known what every layer gives
   */
  private record Written(ProgramBuilder builder, Map<String, Signal> known) {}

  private Written written(KerasGraph graph, Set<String> varying, List<String> leftOff) {
    ProgramBuilder builder =
        new ProgramBuilder(
            Runtime.getRuntime().maxMemory() / MEMORY_SHARE / Double.BYTES, faults::tooLarge);
    Map<String, Signal> inputs = new LinkedHashMap<>();
    shapes.forEach(
        (name, shape) -> {
          int[] lengths = shape.stream().mapToInt(Integer::intValue).toArray();
          inputs.put(name, Signal.of(builder.input(lengths, varying.contains(name))));
        });
    Lowering lowering = new Lowering(builder, model.dialect(), faults);
    return new Written(builder, lowering.lower(graph, inputs, leftOff));
  }
}
