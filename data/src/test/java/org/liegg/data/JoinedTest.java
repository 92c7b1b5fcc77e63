package org.liegg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.DataException;
import org.liegg.api.Dataset;

class JoinedTest {
  private final Dataset a =
      Datasets.of("a", new Batch(5, 2, new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}));
  private final Dataset b = Datasets.of("b", new Batch(5, 1, new double[] {-1, -2, -3, -4, -5}));

  @TempDir Path folder;

  @Test
  void putsPartsSideBySide() {
    Dataset joined = Datasets.join(List.of(a, b));

    assertThat(joined.columns()).isEqualTo(3);
    assertThat(joined.samples()).hasValue(5);
    assertThat(joined.name()).isEqualTo("a | b");
    for (int batchSize : new int[] {1, 2, 5, 7}) {
      assertThat(values(joined, batchSize))
          .containsExactly(1, 2, -1, 3, 4, -2, 5, 6, -3, 7, 8, -4, 9, 10, -5);
    }
  }

  @Test
  void repeatsAPartOfOneSample() {
    Dataset fixed = Datasets.of("fixed", new Batch(1, 2, new double[] {0.5, 0.25}));

    assertThat(values(Datasets.join(List.of(fixed, b)), 2))
        .containsExactly(0.5, 0.25, -1, 0.5, 0.25, -2, 0.5, 0.25, -3, 0.5, 0.25, -4, 0.5, 0.25, -5);
    assertThat(Datasets.join(List.of(fixed, b)).samples()).hasValue(5);
  }

  @Test
  void ofOneSampleEachIsOneSample() {
    Dataset one = Datasets.of("one", new Batch(1, 1, new double[] {7}));

    assertThat(values(Datasets.join(List.of(one, one)), 10)).containsExactly(7, 7);
    assertThat(Datasets.join(List.of(one, one)).samples()).hasValue(1);
  }

  @Test
  void findsOutHowManySamplesACsvFileHas() throws IOException {
    Path many = Files.writeString(folder.resolve("many.csv"), "1\n2\n3\n4\n5\n");
    Path one = Files.writeString(folder.resolve("one.csv"), "9,8\n");

    Dataset joined = Datasets.join(List.of(Datasets.open(many), Datasets.open(one)));

    assertThat(joined.samples()).isEmpty();
    assertThat(values(joined, 2)).containsExactly(1, 9, 8, 2, 9, 8, 3, 9, 8, 4, 9, 8, 5, 9, 8);
  }

  @Test
  void refusesPartsOfDifferentLength() {
    Dataset shorter = Datasets.of("shorter", new Batch(3, 1, new double[] {1, 2, 3}));

    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> values(Datasets.join(List.of(a, shorter)), 2))
        .withMessageStartingWith("LIEGG-DATA-LENGTH: data shorter: it holds fewer samples")
        .withMessageContaining("3 against 4");
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> values(Datasets.join(List.of(shorter, a)), 3))
        .withMessageStartingWith("LIEGG-DATA-LENGTH: data a: it holds more samples");
  }

  @Test
  void isKnownByTheHashesOfItsParts() {
    assertThat(Datasets.join(List.of(a, b)).sha256())
        .matches("[0-9a-f]{64}")
        .isEqualTo(Datasets.join(List.of(a, b)).sha256())
        .isNotEqualTo(Datasets.join(List.of(b, a)).sha256());
  }

  @Test
  void ofOnePartIsThatPart() {
    assertThat(Datasets.join(List.of(a))).isSameAs(a);
  }

  @Test
  void canBeCutShort() {
    assertThat(values(Datasets.limit(Datasets.join(List.of(a, b)), 2), 5))
        .containsExactly(1, 2, -1, 3, 4, -2);
  }

  private static double[] values(Dataset dataset, int batchSize) {
    List<Double> values = new ArrayList<>();
    try (BatchStream stream = dataset.batches(batchSize)) {
      for (Optional<Batch> next = stream.next(); next.isPresent(); next = stream.next()) {
        assertThat(next.get().columns()).isEqualTo(dataset.columns());
        for (double value : next.get().values()) {
          values.add(value);
        }
      }
    }
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
