package org.liegg.report;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.io.NumberOutput;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.liegg.api.OutputException;
import org.liegg.api.Precision;
import org.liegg.api.SelfCheck;
import org.liegg.api.report.Action;
import org.liegg.api.report.Data;
import org.liegg.api.report.FormKind;
import org.liegg.api.report.ReportEvidence;
import org.liegg.api.report.Verdict;

/**
 * Writes records of the report's vocabulary as they stand in the JSON of reports: components are
 * fields in their order, empty Optionals are left out, objects are indented and every list of
 * numbers stays on one line. {@link JsonFormat} reads it.
 */
public final class RecordJson {
  /** Components that came later than the format: left out where they are empty. */
  private static final Map<Class<?>, Set<String>> LATER =
      Map.of(
          ReportEvidence.class, Set.of("finiteCheck", "breakingSamples", "orbits"),
          Action.class, Set.of("equivariant", "fieldNames"),
          Data.class, Set.of("columns"));

  /** Lists of as many names as there are coefficients or inputs. */
  private static final Set<String> NAMES_ON_ONE_LINE = Set.of("fieldNames", "columns");

  /** Written as {@code insufficient-evidence}, the others as they are in the code. */
  private static final Set<Class<?>> IN_LOWER_CASE =
      Set.of(Verdict.class, FormKind.class, Precision.class, SelfCheck.Status.class);

  private final StringBuilder out = new StringBuilder(1 << 14);
  private int depth;
  private boolean first = true; // of the object or list that is being written

  private RecordJson() {}

  /**
   * A report, or a part of one, as JSON text without a line feed at its end.
   *
   * @param part a record whose components are records, numbers, texts, and lists, maps, arrays and
   *     Optionals of them
   * @throws OutputException {@code LIEGG-REPORT-NOT-FINITE} if a number is NaN or infinite; says
   *     which
   */
  public static String printable(Record part) {
    FiniteNumbers.firstExceptionOf(part)
        .ifPresent(
            field -> {
              throw new OutputException(
                  "LIEGG-REPORT-NOT-FINITE",
                  "report",
                  field + ", which JSON cannot say",
                  "look for overflow in the model or the data");
            });
    return PrintableJson.escaped(toString(part));
  }

  /** What reports call the constant of an enumeration, e.g. {@code insufficient-evidence}. */
  public static String name(Enum<?> constant) {
    boolean lower = IN_LOWER_CASE.contains(constant.getDeclaringClass());
    String name = constant.name();
    return lower ? name.toLowerCase(Locale.ROOT).replace('_', '-') : name;
  }

  /**
   * The text of a record.
   *
   * @param written a record whose components are records, numbers, texts, and lists, maps, arrays
   *     and Optionals of them
   */
  static String toString(Record written) {
    RecordJson json = new RecordJson();
    json.value(written);
    return json.out.toString();
  }

  private void value(Object value) {
    if (value instanceof Record part) {
      open('{');
      components(part);
      close('}');
    } else if (value instanceof double[] numbers) {
      onOneLine(numbers.length, i -> number(numbers[i]));
    } else if (value instanceof int[] counts) {
      onOneLine(counts.length, i -> Integer.toString(counts[i]));
    } else if (value instanceof Object[] elements) {
      list(Arrays.asList(elements));
    } else if (value instanceof Iterable<?> elements) {
      list(elements);
    } else if (value instanceof Map<?, ?> map) {
      open('{');
      map.forEach((key, each) -> field(key.toString(), Objects.requireNonNull(each)));
      close('}');
    } else {
      out.append(scalar(value));
    }
  }

  private static String scalar(Object value) {
    if (value instanceof Double number) {
      return number(number);
    }
    if (value instanceof Enum<?> constant) {
      return quoted(name(constant));
    }
    return value instanceof String text ? quoted(text) : value.toString();
  }

  /** The shortest text that reads back as the same double, the same on every Java version. */
  private static String number(double value) {
    return NumberOutput.toString(value, true);
  }

  private static String quoted(String text) {
    return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }

  private void components(Record part) {
    Set<String> later = LATER.getOrDefault(part.getClass(), Set.of());
    for (RecordComponent component : part.getClass().getRecordComponents()) {
      Object value = FieldGroups.value(part, component);
      if (value instanceof Optional<?> optional) {
        if (optional.isEmpty()) {
          continue;
        }
        value = optional.get();
      }
      String name = component.getName();
      if (FieldGroups.isGroup(component.getType())) {
        components((Record) value);
      } else if (!(later.contains(name) && isEmpty(value))) {
        if (value instanceof List<?> names && NAMES_ON_ONE_LINE.contains(name)) {
          name(name);
          onOneLine(names.size(), i -> scalar(names.get(i)));
        } else {
          field(name, value);
        }
      }
    }
  }

  /** Whether a component says nothing that an older report without it does not. */
  private static boolean isEmpty(Object value) {
    return value.equals(List.of()) || value.equals(false);
  }

  private void field(String name, Object value) {
    name(name);
    value(value);
  }

  private void name(String name) {
    next();
    out.append(quoted(name)).append(": ");
  }

  private void list(Iterable<?> elements) {
    open('[');
    for (Object element : elements) {
      next();
      value(element);
    }
    close(']');
  }

  private void onOneLine(int count, IntFunction<String> texts) {
    out.append('[');
    for (int i = 0; i < count; i++) {
      out.append(i == 0 ? "" : ", ").append(texts.apply(i));
    }
    out.append(']');
  }

  private void open(char bracket) {
    out.append(bracket);
    depth++;
    first = true;
  }

  private void close(char bracket) {
    depth--;
    if (!first) {
      line();
    }
    out.append(bracket);
    first = false;
  }

  private void next() {
    if (!first) {
      out.append(',');
    }
    first = false;
    line();
  }

  private void line() {
    out.append('\n').append("  ".repeat(depth));
  }
}
