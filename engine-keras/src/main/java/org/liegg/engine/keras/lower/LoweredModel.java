package org.liegg.engine.keras.lower;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.liegg.api.Batch;
import org.liegg.api.Head;
import org.liegg.api.ModelException;
import org.liegg.api.ModelInfo;
import org.liegg.api.ModelLayout;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelPort;
import org.liegg.api.Precision;
import org.liegg.api.SelfCheck;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.PreparedModel;
import org.liegg.api.spi.support.KernelGradient;
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
   * The model with its output and input chosen.
   *
   * @throws org.liegg.api.ModelException if a layer that the output depends on does what is not
   *     read, or there is no such output or input
   */
  public PreparedModel prepare(ModelOptions options) {
    OutputChoice choice = OutputChoice.of(model.graph(), options, faults);
    Written written = written(choice.before(), choice.varying(), choice.leftOff());
    Program program = program(written, choice.output());
    return new Prepared(choice, program);
  }

  /** A model that makes sessions. */
  private final class Prepared implements PreparedModel {
    private final OutputChoice choice;
    private final Program program;

    Prepared(OutputChoice choice, Program program) {
      this.choice = choice;
      this.program = program;
    }

    @Override
    public ModelGradient session(Precision precision) {
      return new KernelGradient(
          info(choice, program, precision), List.of(), new ProgramKernel(program));
    }

    @Override
    public List<Batch> samples(Batch random) {
      return List.of(fit(random));
    }

    @Override
    public ModelException wrongGradient(ModelInfo info, double error, Batch samples) {
      return faults.wrongGradient(error, samples.rows());
    }
  }

  private Program program(Written written, String output) {
    Signal signal = written.known().get(output);
    if (signal == null) {
      throw faults.unsupported(
          "its output %s is not read".formatted(KerasFaults.printable(output)));
    }
    return written.builder().build(signal.values().slots());
  }

  private ModelInfo info(OutputChoice choice, Program program, Precision precision) {
    int from = 0;
    for (Map.Entry<String, List<Integer>> input : shapes.entrySet()) {
      if (choice.varying().contains(input.getKey())) {
        break;
      }
      from += input.getValue().stream().reduce(1, (a, b) -> a * b);
    }
    return new ModelInfo(
            new ModelInfo.Origin(path, model.sha256(), ENGINE, engineVersion),
            program.varyingSize(),
            new ModelInfo.Taken(program.outputSize(), choice.name(), Head.OUTPUT.label()),
            precision,
            new ModelInfo.Varying(choice.input(), program.sampleSize(), from),
            SelfCheck.skipped())
        .withActivation(choice.activation());
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
