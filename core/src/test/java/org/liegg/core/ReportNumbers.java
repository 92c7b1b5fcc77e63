package org.liegg.core;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liegg.api.report.Provenance;
import org.liegg.api.report.SymmetryReport;

/** A report as text, every bit of every number, without the times of the run. */
final class ReportNumbers {
  private final StringBuilder text = new StringBuilder();

  private ReportNumbers() {}

  static String of(SymmetryReport report) {
    ReportNumbers numbers = new ReportNumbers();
    numbers.add("report", report);
    return numbers.text.toString();
  }

  private void add(String name, Object value) {
    if (value instanceof Provenance.Run) {
      return;
    }
    if (value instanceof Optional<?> optional) {
      optional.ifPresent(present -> add(name, present));
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        add(name + "[" + i + "]", list.get(i));
      }
    } else if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, one) ->
              text.append(name).append(' ').append(key).append('=').append(one).append('\n'));
    } else if (value.getClass().isArray()) {
      for (int i = 0; i < Array.getLength(value); i++) {
        add(name + "[" + i + "]", Array.get(value, i));
      }
    } else if (value instanceof Record) {
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        add(name + "." + component.getName(), component(value, component));
      }
    } else {
      text.append(name).append(": ").append(value).append('\n');
    }
  }

  private static Object component(Object record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(component.getName(), e);
    }
  }
}
