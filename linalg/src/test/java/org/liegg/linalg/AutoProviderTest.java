package org.liegg.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.liegg.api.Accuracy;
import org.liegg.api.DecompositionOptions;
import org.liegg.api.ExpectedRows;
import org.liegg.api.Precision;
import org.liegg.api.Rows;
import org.liegg.api.spi.Decomposition;

class AutoProviderTest {
  private static final DecompositionOptions OPTIONS =
      DecompositionOptions.defaults().withMemoryBytes(4L << 30);

  private final AutoProvider auto = new AutoProvider();

  @Test
  void takesTheFastOneForManyRows() {
    assertThat(choice(100, OPTIONS.withRows(10_000_000))).isEqualTo("gram");
  }

  @Test
  void takesTheFastOneWhereNobodyKnowsHowManyRowsWillCome() {
    assertThat(choice(100, OPTIONS)).isEqualTo("gram");
  }

  @Test
  void takesTheStableOneWhereThatCostsNothing() {
    assertThat(choice(25, OPTIONS.withRows(10_000))).isEqualTo("qr");
  }

  @Test
  void takesTheStableOneWhereStabilityIsNeeded() {
    assertThat(choice(100, OPTIONS.withRows(10_000_000).withAccuracy(Accuracy.BACKWARD_STABLE)))
        .isEqualTo("qr");
  }

  @Test
  void takesTheStableOneForExactGradientsAsFarAsThatCostsSeconds() {
    assertThat(choice(256, OPTIONS.withExpected(rows(10_000, Precision.DOUBLE)))).isEqualTo("qr");
    assertThat(choice(256, OPTIONS.withExpected(rows(10_000, Precision.FLOAT)))).isEqualTo("gram");
    assertThat(choice(256, OPTIONS.withExpected(rows(1_000_000, Precision.DOUBLE))))
        .isEqualTo("gram");
    assertThat(choice(4_096, OPTIONS.withExpected(rows(100, Precision.DOUBLE)))).isEqualTo("gram");
  }

  @Test
  void takesTheFastOneForExactGradientsWhereItsAccuracyIsAskedFor() {
    assertThat(
            choice(
                256,
                OPTIONS.withExpected(rows(10_000, Precision.DOUBLE)).withAccuracy(Accuracy.GRAM)))
        .isEqualTo("gram");
  }

  @Test
  void takesTheMatrixFreeOneWhereMatricesDoNotFit() {
    assertThat(choice(65_536, OPTIONS.withRows(200_000))).isEqualTo("lobpcg");
  }

  @Test
  void takesTheMatrixFreeOneForAFewOfMany() {
    assertThat(choice(4_096, OPTIONS.withRows(200_000).withSmallest(8))).isEqualTo("lobpcg");
    assertThat(choice(4_096, OPTIONS.withRows(200_000))).isEqualTo("gram");
    assertThat(choice(100, OPTIONS.withRows(10_000_000).withSmallest(8))).isEqualTo("gram");
  }

  @Test
  void takesTheMatrixFreeOneWhereNobodyWouldWaitForAll() {
    DecompositionOptions roomy = OPTIONS.withMemoryBytes(64L << 30).withRows(200_000);

    assertThat(choice(10_000, roomy)).isEqualTo("lobpcg");
    assertThat(choice(10_000, roomy.withAccuracy(Accuracy.BACKWARD_STABLE))).isEqualTo("qr");
    assertThat(choice(4_999, roomy)).isEqualTo("gram");
  }

  @Test
  void continuesWhateverItHadChosen() {
    Random random = new Random(4);
    double[] values = random.doubles(60).toArray();
    for (DecompositionOptions options :
        new DecompositionOptions[] {OPTIONS, OPTIONS.withRows(20)}) {
      try (Decomposition first = auto.open(3, options)) {
        first.accept(new Rows(20, 3, values));
        try (Decomposition second = auto.restore(first.state())) {
          assertThat(second.finish().singularValues()).isEqualTo(first.finish().singularValues());
        }
      }
    }
  }

  private static ExpectedRows rows(long count, Precision precision) {
    return ExpectedRows.unknown().withCount(count).withPrecision(precision);
  }

  private String choice(int columns, DecompositionOptions options) {
    return auto.resolve(columns, options).name();
  }
}
