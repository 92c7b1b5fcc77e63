package org.liegg.engine.pytorch;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liegg.api.ModelException;
import org.liegg.api.ModelOptions;
import org.liegg.engine.pytorch.run.Call;
import org.liegg.engine.pytorch.run.InputTensor;
import org.liegg.engine.pytorch.run.Kernel;
import org.liegg.engine.pytorch.run.LoadedModel;
import org.liegg.engine.pytorch.run.ModelOutput;
import org.liegg.engine.pytorch.run.RuntimeFailure;

/**
 * Finds out what one sample is, by running the model: a TorchScript file does not say it. What the
 * user says comes first, then the shape of the data, then what the first weights multiply. A model
 * is given several samples, else one with an axis of samples in front, else one without.
 */
record SampleShapes(SourceModel source, ModelOptions options, PytorchErrors errors) {
  private static final String REMEDY =
      "say the shape of one sample, without the axis of samples: --input-shape %sAxBxC";

  /** Values of a sample. */
  private static final int MAX_VALUES = 1 << 26;

  /**
   * A way in which the model runs.
   *
   * @throws ModelException if there is no such input, no shape of it is known, or the model runs at
   *     none
   */
  Probed probe(LoadedModel model) {
    List<String> names = names();
    List<List<InputTensor>> candidates = candidates(names);
    candidates.forEach(this::requireSize);
    Optional<RuntimeFailure> first = Optional.empty();
    for (List<InputTensor> inputs : candidates) {
      for (Call call : calls(inputs)) {
        try {
          Optional<Probed> found = run(model, call);
          if (found.isPresent()) {
            return found.get();
          }
        } catch (RuntimeFailure e) {
          first = first.isPresent() ? first : Optional.of(e);
        }
      }
    }
    String shape = String.join(", ", candidates.get(0).stream().map(this::text).toList());
    throw errors.of(
        "LIEGG-MODEL-INPUT-SHAPE",
        first
            .map(e -> "it does not run on samples of %s: %s".formatted(shape, e.getMessage()))
            .orElse("no tensor comes out of it for samples of " + shape),
        REMEDY.formatted(names.size() == 1 ? "" : names.get(0) + "="));
  }

  private void requireSize(List<InputTensor> inputs) {
    double size =
        inputs.stream()
            .mapToDouble(
                input -> input.shape().stream().mapToDouble(n -> n).reduce(1, (a, b) -> a * b))
            .sum();
    if (size < 1 || size > MAX_VALUES) {
      throw errors.of(
          "LIEGG-MODEL-INPUT-SHAPE",
          String.format(
              Locale.ROOT,
              "a sample would have %.0f values, and may have 1 to %d",
              size,
              MAX_VALUES),
          "say the shape of one sample with --input-shape");
    }
  }

  private String text(InputTensor input) {
    return input.name() + " " + input.shape();
  }

  private List<String> names() {
    List<String> names = source.signature().inputs();
    if (names.isEmpty()) {
      throw errors.of("LIEGG-MODEL-NO-INPUT", "it takes no tensors", "save it with its inputs");
    }
    options
        .input()
        .filter(wanted -> !names.contains(wanted))
        .ifPresent(
            wanted -> {
              throw errors.noSuch("LIEGG-MODEL-INPUT", "input", wanted, names);
            });
    return names;
  }

  /** Shapes of all inputs, the likeliest first. */
  private List<List<InputTensor>> candidates(List<String> names) {
    if (names.size() == 1) {
      return shapes(names.get(0)).stream()
          .map(shape -> List.of(new InputTensor(names.get(0), shape, true)))
          .toList();
    }
    List<InputTensor> inputs = new ArrayList<>();
    for (String name : names) {
      List<Integer> shape =
          Optional.ofNullable(options.shapes().get(name))
              .or(() -> Optional.ofNullable(options.dataShapes().get(name)))
              .orElseThrow(() -> open(name, names));
      boolean varies = options.input().map(name::equals).orElse(true);
      inputs.add(new InputTensor(name, shape, varies));
    }
    return List.of(inputs);
  }

  private ModelException open(String name, List<String> names) {
    return errors.of(
        "LIEGG-MODEL-INPUT-SHAPE",
        "the file does not say how large its input %s is".formatted(name),
        REMEDY.formatted(names.size() == 1 ? "" : name + "="));
  }

  /** Shapes of the only input. */
  private List<List<Integer>> shapes(String name) {
    Optional<List<Integer>> said = said(options.shapes(), name);
    if (said.isPresent()) {
      return List.of(said.get());
    }
    Set<List<Integer>> all = new LinkedHashSet<>();
    said(options.dataShapes(), name).ifPresent(shape -> all.addAll(relatives(shape)));
    if (all.isEmpty()) {
      source.file().matrices().stream()
          .map(sizes -> sizes.get(1))
          .filter(size -> size > 0 && size <= Integer.MAX_VALUE)
          .forEach(size -> all.add(List.of(size.intValue())));
    }
    if (all.isEmpty()) {
      throw open(name, List.of(name));
    }
    return List.copyOf(all);
  }

  /** Data may lack the axis of one channel, or have axes that the model does without. */
  private static List<List<Integer>> relatives(List<Integer> shape) {
    List<List<Integer>> all = new ArrayList<>();
    all.add(shape);
    if (shape.size() == 2) {
      all.add(List.of(1, shape.get(0), shape.get(1)));
    }
    if (shape.size() > 1) {
      long flat = shape.stream().mapToLong(n -> n).reduce(1, (a, b) -> Math.min(a * b, 1L << 31));
      all.add(List.of((int) Math.min(flat, Integer.MAX_VALUE)));
    }
    return all;
  }

  private static Optional<List<Integer>> said(Map<String, List<Integer>> shapes, String name) {
    return Optional.ofNullable(shapes.get(name))
        .or(() -> Optional.ofNullable(shapes.get(ModelOptions.ANY_INPUT)));
  }

  private static List<Call> calls(List<InputTensor> inputs) {
    return List.of(
        new Call(inputs, true, false, 0),
        new Call(inputs, true, true, 0),
        new Call(inputs, false, true, 0));
  }

  /** What comes out; nothing where several samples do not come out as rows. */
  private static Optional<Probed> run(LoadedModel model, Call call) {
    if (call.single()) {
      List<ModelOutput> found = Kernel.outputs(model, call, 1);
      return found.isEmpty() ? Optional.empty() : Optional.of(new Probed(call, found));
    }
    List<ModelOutput> two = Kernel.outputs(model, call, 2);
    List<ModelOutput> three = Kernel.outputs(model, call, 3);
    boolean rows = isOfRows(two, 2) && isOfRows(three, 3) && two.size() == three.size();
    for (int i = 0; rows && i < two.size(); i++) {
      rows =
          two.get(i)
              .sizes()
              .subList(1, two.get(i).sizes().size())
              .equals(three.get(i).sizes().subList(1, three.get(i).sizes().size()));
    }
    return rows ? Optional.of(new Probed(call, two)) : Optional.empty();
  }

  private static boolean isOfRows(List<ModelOutput> outputs, int rows) {
    return !outputs.isEmpty()
        && outputs.stream()
            .allMatch(output -> !output.sizes().isEmpty() && output.sizes().get(0) == rows);
  }
}
