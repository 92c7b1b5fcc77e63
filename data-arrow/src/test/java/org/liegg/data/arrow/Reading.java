package org.liegg.data.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.DataException;
import org.liegg.api.Dataset;
import org.liegg.data.DataOptions;
import org.liegg.data.Datasets;

/** What the tests read files with. */
final class Reading {

  private Reading() {}

  static double[] all(Dataset data) {
    DoubleStream.Builder values = DoubleStream.builder();
    try (BatchStream stream = data.batches(3)) {
      for (Optional<Batch> next = stream.next(); next.isPresent(); next = stream.next()) {
        Arrays.stream(next.get().values()).forEach(values::add);
      }
    }
    return values.build().toArray();
  }

  static double[] all(Path path) {
    return all(Datasets.open(path));
  }

  static void refused(Path path, DataOptions options, String code, String... words) {
    DataException fault =
        catchThrowableOfType(DataException.class, () -> all(Datasets.open(path, options)));
    assertThat(fault).as("an error").isNotNull();
    assertThat(fault.code()).as(fault.getMessage()).isEqualTo(code);
    assertThat(fault.getMessage()).contains(words).doesNotContain("\n");
  }

  static void refused(Path path, String code, String... words) {
    refused(path, DataOptions.defaults(), code, words);
  }
}
