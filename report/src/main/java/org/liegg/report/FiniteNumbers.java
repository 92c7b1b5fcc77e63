package org.liegg.report;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Looks for numbers in a report that are none, in every field that there is. */
final class FiniteNumbers {

  private FiniteNumbers() {}

  /**
   * The first field that holds NaN or infinity, e.g. {@code generators[2].defect is NaN}.
   *
   * @param report a record whose components are records, numbers, texts, and lists, maps, arrays
   *     and Optionals of them
   */
  static Optional<String> firstExceptionOf(Record report) {
    return components(report, "").findFirst();
  }

  private static Stream<String> exceptions(String name, Object value) {
    if (value instanceof Double number) {
      return exception(name, number);
    }
    if (value instanceof double[] numbers) {
      return IntStream.range(0, numbers.length)
          .boxed()
          .flatMap(i -> exception(indexed(name, i), numbers[i]));
    }
    if (value instanceof Object[] elements) {
      return exceptions(name, Arrays.stream(elements).toList());
    }
    if (value instanceof Iterable<?> elements) {
      int[] next = {0};
      return stream(elements).flatMap(one -> exceptions(indexed(name, next[0]++), one));
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .flatMap(
              one -> exceptions(name + "." + one.getKey(), Objects.requireNonNull(one.getValue())));
    }
    if (value instanceof Optional<?> optional) {
      return optional.stream().flatMap(one -> exceptions(name, one));
    }
    return value instanceof Record part ? components(part, name + ".") : Stream.empty();
  }

  private static Stream<Object> stream(Iterable<?> elements) {
    Stream.Builder<Object> all = Stream.builder();
    elements.forEach(all::add);
    return all.build();
  }

  private static Stream<String> exception(String name, double number) {
    return Double.isFinite(number) ? Stream.empty() : Stream.of("%s is %s".formatted(name, number));
  }

  private static String indexed(String name, int index) {
    return "%s[%d]".formatted(name, index);
  }

  private static Stream<String> components(Record part, String prefix) {
    return Arrays.stream(part.getClass().getRecordComponents())
        .flatMap(
            component ->
                FieldGroups.isGroup(component.getType())
                    ? components((Record) value(part, component), prefix)
                    : exceptions(prefix + component.getName(), value(part, component)));
  }

  private static Object value(Record part, RecordComponent component) {
    try {
      return Objects.requireNonNull(component.getAccessor().invoke(part));
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("the components of a public record can be read", e);
    }
  }
}
