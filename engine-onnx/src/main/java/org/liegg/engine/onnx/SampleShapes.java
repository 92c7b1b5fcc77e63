package org.liegg.engine.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liegg.api.ModelException;
import org.liegg.api.ModelOptions;
import org.liegg.engine.onnx.graph.ElementType;
import org.liegg.engine.onnx.graph.Shape;

/**
 * Decides what one sample is. What the user says of its shape comes first, then what the file says,
 * then the shape of the data. A shape that is one axis shorter than the file's leaves out the axis
 * of samples; one of the file's length means that the model takes one sample at a time.
 */
record SampleShapes(SourceModel source, ModelOptions options, OnnxErrors errors) {
  /**
   * The shapes of all inputs.
   *
   * @throws ModelException if an input leaves its size open, contradicts what was said of it, or is
   *     not there
   */
  SamplePlan plan() {
    Optional<String> varying = varying();
    List<ModelInput> inputs = new ArrayList<>();
    int declared = 0;
    long size = 0;
    for (DeclaredTensor port : source.inputs()) {
      boolean varies = varying.isEmpty() || varying.get().equals(port.name());
      ElementType type = type(port, varies);
      Fit fit = fit(port);
      Shape shape = Shape.of(fit.shape());
      size += shape.count();
      if (shape.count() == 0 || size > Shape.MAX_ELEMENTS) {
        throw open(port);
      }
      inputs.add(new ModelInput(port.name(), type, shape, fit.batched(), varies));
      if (fit.declared() > 1 && declared > 1 && fit.declared() != declared) {
        throw errors.of(
            "LIEGG-MODEL-INPUT-SHAPE",
            "its inputs take %d and %d samples at a time".formatted(fit.declared(), declared),
            "export it with an open number of samples");
      }
      declared = Math.max(declared, fit.declared());
    }
    return new SamplePlan(List.copyOf(inputs), declared);
  }

  /** The one input that varies; none if all of them do. */
  private Optional<String> varying() {
    List<String> names = source.inputs().stream().map(DeclaredTensor::name).toList();
    if (names.isEmpty()) {
      throw errors.of("LIEGG-MODEL-NO-INPUT", "it has no inputs", "export it with its inputs");
    }
    if (options.input().isPresent()) {
      String wanted = options.input().get();
      if (!names.contains(wanted)) {
        throw errors.noSuch("LIEGG-MODEL-INPUT", "input", wanted, names);
      }
      return options.input();
    }
    List<String> real =
        source.inputs().stream().filter(DeclaredTensor::isReal).map(DeclaredTensor::name).toList();
    // Where only one of several can vary, it is that one.
    return real.size() == 1 && names.size() > 1 ? Optional.of(real.get(0)) : Optional.empty();
  }

  private ElementType type(DeclaredTensor port, boolean varies) {
    if (port.type().isEmpty() || (varies && !port.isReal())) {
      throw errors.of(
          "LIEGG-MODEL-INPUT-TYPE",
          varies
              ? "its input %s takes no floating-point numbers".formatted(port.name())
              : "its input %s takes no numbers".formatted(port.name()),
          "name an input of floating-point numbers with --input, or export it with one");
    }
    return port.type().get();
  }

  private Fit fit(DeclaredTensor port) {
    Optional<List<Integer>> said = said(options.shapes(), port.name());
    if (said.isPresent()) {
      return matched(said.get(), port)
          .orElseThrow(
              () ->
                  errors.of(
                      "LIEGG-MODEL-INPUT-SHAPE",
                      "its input %s has the shape %s, which samples of %s do not fit"
                          .formatted(port.name(), port.shapeText(), said.get()),
                      "say the shape of one sample with --input-shape, without the axis of"
                          + " samples"));
    }
    Optional<Fit> own = port.sizes().flatMap(this::own);
    if (own.isPresent()) {
      return own.get();
    }
    return said(options.dataShapes(), port.name())
        .flatMap(shape -> matched(shape, port))
        .orElseThrow(() -> open(port));
  }

  private ModelException open(DeclaredTensor port) {
    return errors.of(
        "LIEGG-MODEL-INPUT-SHAPE",
        "its input %s has the shape %s, which leaves open how large a sample is"
            .formatted(port.name(), port.shapeText()),
        "say the shape of one sample: --input-shape %s=AxBxC".formatted(port.name()));
  }

  private Optional<List<Integer>> said(Map<String, List<Integer>> shapes, String name) {
    List<Integer> shape = shapes.get(name);
    boolean only = source.inputs().size() == 1;
    return Optional.ofNullable(shape == null && only ? shapes.get(ModelOptions.ANY_INPUT) : shape);
  }

  private static Optional<Fit> matched(List<Integer> shape, DeclaredTensor port) {
    if (port.sizes().isEmpty()) {
      return Optional.of(new Fit(shape, true, 0));
    }
    List<Integer> known = port.sizes().get();
    if (agree(shape, known, 1)) {
      return Optional.of(new Fit(shape, true, Math.max(0, known.get(0))));
    }
    return agree(shape, known, 0) ? Optional.of(new Fit(shape, false, 1)) : Optional.empty();
  }

  private static boolean agree(List<Integer> shape, List<Integer> known, int skipped) {
    if (known.size() != shape.size() + skipped) {
      return false;
    }
    for (int i = 0; i < shape.size(); i++) {
      int size = known.get(i + skipped);
      if (size >= 0 && size != shape.get(i)) {
        return false;
      }
    }
    return true;
  }

  /** The shape that the file declares; empty where it leaves a size open. */
  private Optional<Fit> own(List<Integer> sizes) {
    List<Integer> inner = sizes.isEmpty() ? sizes : sizes.subList(1, sizes.size());
    if (inner.contains(-1)) {
      return Optional.empty();
    }
    boolean whole = sizes.size() <= 1 && !sizes.contains(-1);
    return Optional.of(
        whole || isOneSample(sizes)
            ? new Fit(sizes, false, 1)
            : new Fit(inner, true, Math.max(0, sizes.get(0))));
  }

  /** A fixed number of rows is one of samples if as many come out, and one sample otherwise. */
  private boolean isOneSample(List<Integer> sizes) {
    int rows = sizes.get(0);
    if (rows < 0 || rows == 1) {
      return false;
    }
    return source.outputs().stream()
        .noneMatch(
            port ->
                port.sizes().filter(found -> !found.isEmpty() && found.get(0) == rows).isPresent());
  }

  /**
   * What a sample is for one input.
   *
   * @param shape of one sample
   * @param batched whether there is an axis of samples before it
   * @param declared how many samples at a time; 0 if any number
   */
  private record Fit(List<Integer> shape, boolean batched, int declared) {}
}
