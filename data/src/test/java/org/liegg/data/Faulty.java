package org.liegg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import org.liegg.api.DataException;

/** The one clear error. */
final class Faulty {

  private Faulty() {}

  /** Opening the file and reading it to its end raises this code, in one line with these words. */
  static void assertFault(Path path, String code, String... words) {
    assertFault(path, DataOptions.defaults(), code, words);
  }

  static void assertFault(Path path, DataOptions options, String code, String... words) {
    assertFault(() -> Samples.all(Datasets.open(path, options), 2), code, words);
    DataException fault = fault(() -> Samples.all(Datasets.open(path, options), 2));
    assertThat(fault).hasMessageContaining("data " + path);
  }

  static void assertFault(Runnable reading, String code, String... words) {
    DataException fault = fault(reading);
    assertThat(fault.code()).as(fault.getMessage()).isEqualTo(code);
    assertThat(fault.getMessage()).contains(words).doesNotContain("\n").contains("; ");
  }

  private static DataException fault(Runnable reading) {
    DataException fault = catchThrowableOfType(DataException.class, reading::run);
    assertThat(fault).as("an error").isNotNull();
    return fault;
  }
}
