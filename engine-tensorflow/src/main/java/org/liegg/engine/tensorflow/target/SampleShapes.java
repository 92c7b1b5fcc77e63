package org.liegg.engine.tensorflow.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liegg.api.ModelOptions;
import org.liegg.engine.tensorflow.graph.DataTypes;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.graph.TensorName;
import org.liegg.engine.tensorflow.read.Port;
import org.liegg.engine.tensorflow.read.Signature;
import org.tensorflow.proto.TensorShapeProto;

/**
 * Decides what one sample is. What the user says of its shape comes first, then what the graph
 * says, then the shape of the data. A shape that is one axis shorter than the graph's leaves out
 * the axis of samples; one of the graph's length means that the graph takes one sample at a time.
 */
public record SampleShapes(Signature signature, ModelOptions options, ModelFaults faults) {
  /**
   * The shapes of all inputs.
   *
   * @throws org.liegg.api.ModelException if an input leaves its size open, contradicts what was
   *     said of it, or is not there
   */
  public SamplePlan plan() {
    Optional<String> varying = varying();
    List<ModelInput> inputs = new ArrayList<>();
    int batch = 0;
    int from = 0;
    boolean single = false;
    for (int i = 0; i < signature.inputs().size(); i++) {
      Port port = signature.inputs().get(i);
      boolean varies = varying.isEmpty() || varying.get().equals(port.name());
      requireNumbers(port, varies);
      Fit fit = fit(port);
      int size = size(port, fit.shape());
      inputs.add(
          new ModelInput(
              port.name(),
              ModelBody.input(i),
              port.type(),
              fit.shape(),
              from,
              fit.batched(),
              varies));
      from = Math.addExact(from, size);
      single |= !fit.batched();
      if (fit.batch() > 0 && batch > 0 && fit.batch() != batch) {
        throw faults.of(
            "LIEGG-MODEL-INPUT-SHAPE",
            "its inputs take %d and %d samples at a time".formatted(batch, fit.batch()),
            "save it with an open number of samples");
      }
      batch = Math.max(batch, fit.batch());
    }
    return new SamplePlan(List.copyOf(inputs), single ? 1 : batch);
  }

  /** The inputs whose shapes the graph leaves open, with what they were taken to be. */
  public List<String> chosen(SamplePlan plan) {
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i < signature.inputs().size(); i++) {
      if (own(signature.inputs().get(i).shape()).isEmpty()) {
        ModelInput input = plan.inputs().get(i);
        chosen.add("%s %s".formatted(input.name(), input.shape()));
      }
    }
    return chosen;
  }

  /** The one input that varies; none if all of them do. */
  private Optional<String> varying() {
    List<String> names = signature.inputNames();
    if (names.isEmpty()) {
      throw faults.of(
          "LIEGG-MODEL-NO-INPUT",
          "signature %s has no inputs".formatted(signature.name()),
          "take another signature with --output");
    }
    if (options.input().isPresent()) {
      String wanted = options.input().get();
      Optional<String> found =
          names.stream()
              .filter(name -> name.equals(wanted) || name.equals(TensorName.of(wanted).node()))
              .findFirst();
      if (found.isEmpty()) {
        throw faults.noSuch("LIEGG-MODEL-NO-INPUT", "input", wanted, names);
      }
      return found;
    }
    List<String> floating =
        signature.inputs().stream()
            .filter(port -> DataTypes.isFloating(port.type()))
            .map(Port::name)
            .toList();
    // Where only one of several can vary, it is that one.
    return floating.size() == 1 && names.size() > 1
        ? Optional.of(floating.get(0))
        : Optional.empty();
  }

  private void requireNumbers(Port port, boolean varies) {
    boolean floating = DataTypes.isFloating(port.type());
    if (varies ? !floating : !floating && !DataTypes.isInteger(port.type())) {
      throw faults.of(
          "LIEGG-MODEL-INPUT-TYPE",
          varies
              ? "its input %s takes %s, by which nothing can be differentiated"
                  .formatted(port.name(), port.type())
              : "its input %s takes %s".formatted(port.name(), port.type()),
          varies
              ? "name an input of floating-point numbers with --input, or take a signature that has"
                  + " one"
              : "take a signature whose inputs are numbers");
    }
  }

  private Fit fit(Port port) {
    String name = port.name();
    Optional<List<Integer>> said = said(options.shapes(), name);
    TensorShapeProto known = port.shape();
    if (said.isPresent()) {
      return matched(said.get(), known)
          .orElseThrow(
              () ->
                  faults.of(
                      "LIEGG-MODEL-INPUT-SHAPE",
                      "its input %s has the shape %s, which samples of %s do not fit"
                          .formatted(name, text(known), said.get()),
                      "say the shape of one sample with --input-shape, without the axis of"
                          + " samples"));
    }
    Optional<Fit> own = own(known);
    if (own.isPresent()) {
      return own.get();
    }
    return said(options.dataShapes(), name)
        .flatMap(shape -> matched(shape, known))
        .orElseThrow(() -> faults.inputShape(name, text(known)));
  }

  private Optional<List<Integer>> said(Map<String, List<Integer>> shapes, String name) {
    List<Integer> shape = shapes.get(name);
    boolean only = signature.inputs().size() == 1;
    return Optional.ofNullable(shape == null && only ? shapes.get(ModelOptions.ANY_INPUT) : shape);
  }

  private static Optional<Fit> matched(List<Integer> shape, TensorShapeProto known) {
    if (known.getUnknownRank() || agree(shape, known, 1)) {
      long batch = known.getUnknownRank() ? -1 : known.getDim(0).getSize();
      return Optional.of(new Fit(shape, true, (int) Math.max(0, batch)));
    }
    return agree(shape, known, 0) ? Optional.of(new Fit(shape, false, 1)) : Optional.empty();
  }

  private static boolean agree(List<Integer> shape, TensorShapeProto known, int skipped) {
    if (known.getDimCount() != shape.size() + skipped) {
      return false;
    }
    for (int i = 0; i < shape.size(); i++) {
      long size = known.getDim(i + skipped).getSize();
      if (size >= 0 && size != shape.get(i)) {
        return false;
      }
    }
    return true;
  }

  /** The shape that the graph declares; empty where it leaves a size open. */
  private Optional<Fit> own(TensorShapeProto known) {
    if (known.getUnknownRank()) {
      return Optional.empty();
    }
    List<Integer> sizes = new ArrayList<>();
    for (TensorShapeProto.Dim dimension : known.getDimList()) {
      sizes.add((int) Math.max(-1, Math.min(Integer.MAX_VALUE, dimension.getSize())));
    }
    List<Integer> inner = sizes.isEmpty() ? List.of() : sizes.subList(1, sizes.size());
    if (inner.contains(-1)) {
      return Optional.empty();
    }
    boolean whole = sizes.size() <= 1 && !sizes.contains(-1);
    return Optional.of(
        whole || isOneSample(sizes)
            ? new Fit(List.copyOf(sizes), false, 1)
            : new Fit(List.copyOf(inner), true, Math.max(0, sizes.get(0))));
  }

  /**
   * A graph of fixed size takes a batch if what comes out has as many rows as what goes in, and is
   * one sample otherwise.
   */
  private boolean isOneSample(List<Integer> sizes) {
    if (sizes.get(0) < 0 || sizes.get(0) == 1) {
      return false;
    }
    return signature.outputs().stream()
        .noneMatch(
            port ->
                port.shape().getDimCount() > 0 && port.shape().getDim(0).getSize() == sizes.get(0));
  }

  private int size(Port port, List<Integer> shape) {
    long size = 1;
    for (int dimension : shape) {
      size = DataTypes.product(size, dimension);
    }
    if (size <= 0 || size > Integer.MAX_VALUE / 16) {
      throw faults.inputShape(port.name(), shape.toString());
    }
    return (int) size;
  }

  private static String text(TensorShapeProto shape) {
    if (shape.getUnknownRank()) {
      return "?";
    }
    return shape.getDimList().stream()
        .map(dimension -> dimension.getSize() < 0 ? "?" : String.valueOf(dimension.getSize()))
        .toList()
        .toString();
  }

  /**
   * What a sample is for one input.
   *
   * @param shape of one sample
   * @param batched whether the graph has an axis of samples before it
   * @param batch how many samples at a time; 0 if any number
   */
  private record Fit(List<Integer> shape, boolean batched, int batch) {}
}
