package org.liegg.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.liegg.api.Dataset;
import org.liegg.data.ColumnChoice;
import org.liegg.data.DataOptions;
import org.liegg.data.Datasets;

/** Samples: a file, or what the caller holds. */
public sealed interface SampleSource {

  /** A file that says of itself how it is read. */
  static SampleSource of(Path file) {
    return new File(file, DataOptions.defaults());
  }

  /** A file. */
  static SampleSource of(Path file, DataOptions options) {
    return new File(file, options);
  }

  /** Samples in memory, or from anywhere else. */
  static SampleSource of(Dataset data) {
    return new Held(data);
  }

  /** How reports and messages call it. */
  String description();

  /** What the report says of how they are read, besides. */
  Map<String, String> options();

  /**
   * The samples.
   *
   * @throws org.liegg.api.DataException if the file cannot be read
   */
  Dataset open();

  /**
   * A file.
   *
   * @param file its path
   * @param reading how it is read
   */
  record File(Path file, DataOptions reading) implements SampleSource {
    @Override
    public String description() {
      return file.toString();
    }

    @Override
    public Map<String, String> options() {
      Map<String, String> options = new LinkedHashMap<>();
      reading.array().ifPresent(name -> options.put("array", name));
      reading.columns().ifPresent(choice -> describe(choice, options));
      return options;
    }

    private static void describe(ColumnChoice choice, Map<String, String> options) {
      if (!choice.take().isEmpty()) {
        options.put("columns", ColumnChoice.text(choice.take()));
      }
      if (!choice.leave().isEmpty()) {
        options.put("exclude", ColumnChoice.text(choice.leave()));
      }
    }

    @Override
    public Dataset open() {
      return Datasets.open(file, reading);
    }
  }

  /**
   * What the caller holds.
   *
   * @param data read from the beginning as often as needed, and not changed
   */
  record Held(Dataset data) implements SampleSource {
    @Override
    public String description() {
      return data.name();
    }

    @Override
    public Map<String, String> options() {
      return Map.of();
    }

    @Override
    public Dataset open() {
      return data;
    }
  }
}
