package org.liegg.isolation;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.Head;
import org.liegg.api.ModelOptions;
import org.liegg.api.Precision;

/** What a worker is asked for: a kind, and what belongs to it. */
final class Requests {
  /** Engine, path and options → a session: its number, its model, its warnings. */
  static final int OPEN = 1;

  /** Engine, path and options → the layout. */
  static final int LAYOUT = 2;

  /** A batch → outputs and derivatives. */
  static final int JACOBIANS = 3;

  /** A batch → outputs. */
  static final int OUTPUTS = 4;

  /** Nothing → the number of another session. */
  static final int FORK = 5;

  private static final int MAX_ENTRIES = 1 << 16;

  private Requests() {}

  static void putOptions(Connection to, ModelOptions options) throws IOException {
    to.putText(options.precision().name());
    to.putText(options.head().name());
    putOptional(to, options.output());
    putOptional(to, options.input());
    putShapes(to, options.shapes());
    putShapes(to, options.dataShapes());
    to.putBoolean(options.selfCheck());
    to.putBoolean(options.probe().isPresent());
    if (options.probe().isPresent()) {
      putBatch(to, options.probe().get());
    }
    to.putLong(options.timeout().toNanos());
    to.putLong(options.limits().calls());
    to.putText(options.derivatives().name());
  }

  static ModelOptions getOptions(Connection from) throws IOException {
    return new ModelOptions(
        getConstant(from, Precision.values()),
        getConstant(from, Head.values()),
        new ModelOptions.Ports(getOptional(from), getOptional(from)),
        new ModelOptions.SampleShapes(getShapes(from), getShapes(from)),
        new ModelOptions.Verification(from.getBoolean(), getProbe(from)),
        new ModelOptions.Limits(Duration.ofNanos(from.getLong()), from.getLong()),
        getConstant(from, ModelOptions.Derivatives.values()));
  }

  private static Optional<Batch> getProbe(Connection from) throws IOException {
    return from.getBoolean() ? Optional.of(getBatch(from)) : Optional.empty();
  }

  static void putBatch(Connection to, Batch batch) throws IOException {
    to.putInt(batch.rows());
    to.putInt(batch.columns());
    to.putDoubles(batch.values());
  }

  static Batch getBatch(Connection from) throws IOException {
    int rows = from.getCount("rows", Integer.MAX_VALUE);
    int columns = from.getCount("columns", Integer.MAX_VALUE);
    double[] values = new double[Math.multiplyExact(rows, columns)];
    return new Batch(rows, columns, from.getDoubles(values));
  }

  static void putOptional(Connection to, Optional<String> text) throws IOException {
    to.putBoolean(text.isPresent());
    if (text.isPresent()) {
      to.putText(text.get());
    }
  }

  static Optional<String> getOptional(Connection from) throws IOException {
    return from.getBoolean() ? Optional.of(from.getText()) : Optional.empty();
  }

  static void putShape(Connection to, List<Integer> shape) throws IOException {
    to.putInt(shape.size());
    for (int size : shape) {
      to.putInt(size);
    }
  }

  static List<Integer> getShape(Connection from) throws IOException {
    int count = from.getCount("axes", MAX_ENTRIES);
    List<Integer> shape = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      shape.add(from.getInt());
    }
    return shape;
  }

  static <E extends Enum<E>> E getConstant(Connection from, E[] constants) throws IOException {
    String name = from.getText();
    return Arrays.stream(constants)
        .filter(constant -> constant.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new BadMessageException("a constant '%s'".formatted(name)));
  }

  private static void putShapes(Connection to, Map<String, List<Integer>> shapes)
      throws IOException {
    to.putInt(shapes.size());
    for (Map.Entry<String, List<Integer>> shape : shapes.entrySet()) {
      to.putText(shape.getKey());
      putShape(to, shape.getValue());
    }
  }

  private static Map<String, List<Integer>> getShapes(Connection from) throws IOException {
    int count = from.getCount("shapes", MAX_ENTRIES);
    Map<String, List<Integer>> shapes = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      String name = from.getText();
      shapes.put(name, getShape(from));
    }
    return shapes;
  }
}
