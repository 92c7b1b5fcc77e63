package org.liegg.report;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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
    return ofComponents(report).map(path -> path.substring(1));
  }

  /** Where within a value, and what; names are put together once something was found. */
  private static Optional<String> exception(Object value) {
    if (value instanceof Double number) {
      return Double.isFinite(number) ? Optional.empty() : Optional.of(" is " + number);
    }
    if (value instanceof double[] numbers) {
      return ofNumbers(numbers);
    }
    if (value instanceof Object[] elements) {
      return ofElements(Arrays.asList(elements));
    }
    if (value instanceof Iterable<?> elements) {
      return ofElements(elements);
    }
    if (value instanceof Map<?, ?> map) {
      return ofEntries(map);
    }
    if (value instanceof Optional<?> optional) {
      return optional.isEmpty() ? Optional.empty() : exception(optional.get());
    }
    return value instanceof Record part ? ofComponents(part) : Optional.empty();
  }

  private static Optional<String> ofNumbers(double[] numbers) {
    for (int i = 0; i < numbers.length; i++) {
      if (!Double.isFinite(numbers[i])) {
        return Optional.of("[" + i + "] is " + numbers[i]);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> ofElements(Iterable<?> elements) {
    int i = 0;
    for (Object element : elements) {
      Optional<String> found = exception(element);
      if (found.isPresent()) {
        return Optional.of("[" + i + "]" + found.get());
      }
      i++;
    }
    return Optional.empty();
  }

  private static Optional<String> ofEntries(Map<?, ?> map) {
    for (Map.Entry<?, ?> each : map.entrySet()) {
      Optional<String> found = exception(Objects.requireNonNull(each.getValue()));
      if (found.isPresent()) {
        return Optional.of("." + each.getKey() + found.get());
      }
    }
    return Optional.empty();
  }

  private static Optional<String> ofComponents(Record part) {
    for (RecordComponent component : part.getClass().getRecordComponents()) {
      Optional<String> found = exception(FieldGroups.value(part, component));
      if (found.isPresent()) {
        boolean flat = FieldGroups.isGroup(component.getType());
        return flat ? found : Optional.of("." + component.getName() + found.get());
      }
    }
    return Optional.empty();
  }
}
