package org.liegg.engine.dl4j.graph;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Objects;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.graph.FrozenVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.jspecify.annotations.Nullable;
import org.liegg.engine.dl4j.session.ModelFaults;
import org.liegg.engine.dl4j.session.Text;

/**
 * Copies configurations of graphs. Their own {@code clone()} makes other networks of them: copies
 * of a {@code MergeVertex} forget the axis along which they merge, those of a {@code ReshapeVertex}
 * the order of the values, those of an {@code L2Vertex} its ε, and those of a {@code
 * SameDiffLambdaVertex} all fields of the user's own. What was forgotten is put back.
 */
public final class FaithfulCopies {

  private FaithfulCopies() {}

  /**
   * A copy that can be changed without changing the original.
   *
   * @throws org.liegg.api.ModelException if the copy of a vertex is something else
   */
  public static ComputationGraphConfiguration of(
      ComputationGraphConfiguration graph, ModelFaults faults) {
    ComputationGraphConfiguration copy = graph.clone();
    graph
        .getVertices()
        .forEach(
            (name, vertex) -> {
              GraphVertex copied = Objects.requireNonNull(copy.getVertices().get(name));
              try {
                restore(vertex, copied);
              } catch (ReflectiveOperationException | RuntimeException e) {
                throw faults.unsupported(
                    "layer %s (%s) cannot be copied: %s"
                        .formatted(
                            Text.printable(name),
                            vertex.getClass().getSimpleName(),
                            Text.message(e)),
                    "let its clone() return the same layer again",
                    e);
              }
            });
    return copy;
  }

  private static void restore(GraphVertex vertex, GraphVertex copy)
      throws ReflectiveOperationException {
    restoreFields(vertex, copy);
    if (vertex instanceof FrozenVertex frozen && copy instanceof FrozenVertex other) {
      restore(frozen.getUnderlying(), other.getUnderlying());
    }
    if (vertex instanceof LayerVertex layer && copy instanceof LayerVertex other) {
      restoreFields(layer.getLayerConf().getLayer(), other.getLayerConf().getLayer());
      if (layer.getPreProcessor() != null) {
        restoreFields(layer.getPreProcessor(), other.getPreProcessor());
      }
    }
  }

  private static void restoreFields(Object original, Object copy)
      throws ReflectiveOperationException {
    if (original.getClass() != copy.getClass()) {
      throw new IllegalStateException(
          "its clone() makes a %s of it".formatted(copy.getClass().getSimpleName()));
    }
    for (Class<?> type = original.getClass(); type != Object.class; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        int modifiers = field.getModifiers();
        if (!Modifier.isStatic(modifiers) && !Modifier.isTransient(modifiers)) {
          restoreField(field, original, copy);
        }
      }
    }
  }

  private static void restoreField(Field field, Object original, Object copy)
      throws IllegalAccessException {
    field.setAccessible(true);
    Object value = field.get(original);
    Object copied = field.get(copy);
    // Copies of what can be changed itself are not expected to be equal.
    boolean forgotten = copied == null ? value != null : isPlain(value);
    if (forgotten && !Objects.deepEquals(value, copied)) {
      field.set(copy, isPlainArray(value) ? duplicate(value) : value);
    }
  }

  private static boolean isPlain(@Nullable Object value) {
    return value == null
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof Character
        || value instanceof String
        || value instanceof Enum
        || isPlainArray(value);
  }

  private static boolean isPlainArray(@Nullable Object value) {
    return value != null
        && value.getClass().isArray()
        && value.getClass().getComponentType().isPrimitive();
  }

  private static @Nullable Object duplicate(@Nullable Object array) {
    if (array == null) {
      return null;
    }
    int length = Array.getLength(array);
    Object copy = Array.newInstance(array.getClass().getComponentType(), length);
    System.arraycopy(array, 0, copy, 0, length);
    return copy;
  }
}
