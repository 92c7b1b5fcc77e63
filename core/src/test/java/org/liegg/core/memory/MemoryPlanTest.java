package org.liegg.core.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.liegg.api.Accuracy;
import org.liegg.api.FieldBasis;
import org.liegg.api.NumericalException;
import org.liegg.api.Warning;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.spi.DecompositionProvider.Capabilities;
import org.liegg.core.ExactCases;
import org.liegg.groups.Actions;
import org.liegg.tck.fixtures.ExactModel;

class MemoryPlanTest {
  private static final double MIB = 1 << 20;
  private static final Capabilities DENSE = new Capabilities(true, true, false, Accuracy.GRAM);
  private static final Capabilities ROWS =
      new Capabilities(false, true, false, Accuracy.BACKWARD_STABLE);

  @Test
  void goesOnWhereItFits() {
    assertThatCode(() -> new MemoryPlan(work(40, DENSE), 4096 * MIB).require("gl(40)"))
        .doesNotThrowAnyException();
    assertThatCode(() -> new MemoryPlan(work(28, DENSE), 1024 * MIB).require("gl(28)"))
        .doesNotThrowAnyException();
  }

  @Test
  void saysWhatIsNeededWhatThereIsAndWhatToDo() {
    NumericalException e = refusal(work(40, DENSE), 128);

    assertThat(e.getMessage())
        .startsWith(
            "LIEGG-MEMORY: action 'x': 1600 candidate fields on 40 inputs, 1 outputs, need about")
        .contains("of a heap of at most 128 MiB", "LIEGG_JAVA_OPTS=-Xmx", "--decomposition lobpcg")
        .doesNotContain("\n");
  }

  @Test
  void theHeapThatIsAdvisedIsEnough() {
    for (int d : new int[] {28, 40, 100}) {
      Matcher heap =
          Pattern.compile("-Xmx(\\d+)m").matcher(refusal(work(d, DENSE), 100).getMessage());
      assertThat(heap.find()).isTrue();
      MemoryPlan more = new MemoryPlan(work(d, DENSE), Double.parseDouble(heap.group(1)) * MIB);
      assertThatCode(() -> more.require("x")).doesNotThrowAnyException();
    }
  }

  @Test
  void theNumberOfSamplesThatIsAdvisedIsFewEnough() {
    Workload work = work(10, ROWS).withSamples(10_000_000);

    Matcher limit = Pattern.compile("or --limit (\\d+)").matcher(refusal(work, 1024).getMessage());

    assertThat(limit.results().map(found -> Long.parseLong(found.group(1))))
        .isNotEmpty()
        .allSatisfy(
            count ->
                assertThatCode(
                        () -> new MemoryPlan(work.withSamples(count), 1024 * MIB).require("x"))
                    .doesNotThrowAnyException());
  }

  @Test
  void aBatchThatIsNoArrayIsRefusedWithOneThatIs() {
    Workload work = work(28, DENSE).withBatch(2_000_000_000);
    NumericalException e = refusal(work, 1024);

    Matcher batch = Pattern.compile("--batch-size (\\d+)").matcher(e.getMessage());

    assertThat(e).hasMessageContaining("does not fit into one array");
    assertThat(batch.find()).isTrue();
    Workload smaller = work.withBatch(Integer.parseInt(batch.group(1)));
    assertThatCode(() -> new MemoryPlan(smaller, 1024 * MIB).require("x"))
        .doesNotThrowAnyException();
  }

  @Test
  void sizesOutOfAllBoundsAreRefusedWithTheNumber() {
    FieldBasis basis = translations(1 << 20);
    Workload work =
        new Workload(
            new Workload.Model(basis, Integer.MAX_VALUE, Integer.MAX_VALUE, false),
            new Workload.Reading(OptionalLong.of(Long.MAX_VALUE), 1, Integer.MAX_VALUE),
            new Workload.Asked(true, Integer.MAX_VALUE, OptionalInt.empty(), Integer.MAX_VALUE),
            DENSE);

    assertThat(MemoryNeed.of(work).bytes()).isFinite().isGreaterThan(1e20);
    assertThatExceptionOfType(NumericalException.class)
        .isThrownBy(() -> new MemoryPlan(work, 1024 * MIB).require("x"))
        .withMessageStartingWith("LIEGG-MEMORY");
  }

  @Test
  void nothingIsDifferentiatedBeforeARefusal() {
    AtomicLong seen = new AtomicLong();
    ExactModel model = ExactModel.ofGradient(10, (x, g) -> seen.incrementAndGet());

    assertThatExceptionOfType(NumericalException.class)
        .isThrownBy(
            () ->
                ExactCases.extractor(model, "gl(10)", "gram")
                    .with(s -> s.withMemoryBytes(16 << 20))
                    .build()
                    .extract())
        .withMessageStartingWith("LIEGG-MEMORY: action 'gl(10)': 100 candidate fields");
    assertThat(seen).hasValue(0);
  }

  @Test
  void aTightHeapCostsBlocksAndTheReportSaysSo() {
    SymmetryReport ample = extracted(1L << 40);
    SymmetryReport tight = extracted(tightest());

    assertThat(ample.heldOut().orElseThrow().blocks()).isEqualTo(32);
    assertThat(tight.heldOut().orElseThrow().blocks()).isBetween(10, 31);
    assertThat(codes(ample)).doesNotContain("fewer-blocks");
    assertThat(codes(tight)).contains("fewer-blocks");
    assertThat(tight.nullspace().dimension()).isEqualTo(ample.nullspace().dimension());
    assertThat(tight.generators().get(0).coefficients())
        .isEqualTo(ample.generators().get(0).coefficients());
  }

  private static List<String> codes(SymmetryReport report) {
    return report.warnings().stream().map(Warning::code).toList();
  }

  /** The smallest heap, in steps of 256 KiB, that the extraction is not refused in. */
  private static long tightest() {
    long heap = 1 << 20;
    while (true) {
      try {
        new MemoryPlan(o5(), heap).require("x");
        return heap;
      } catch (NumericalException e) {
        heap += 1 << 18;
      }
    }
  }

  private static Workload o5() {
    return work(10, DENSE)
        .withSamples(ExactCases.SAMPLES)
        .withBatch(BatchSizes.automatic(1, 10, 100));
  }

  private static SymmetryReport extracted(long heap) {
    return ExactCases.extractor(ExactModel.o5(0), "gl(10)", "gram")
        .with(s -> s.withMemoryBytes(heap))
        .build()
        .extract();
  }

  private static NumericalException refusal(Workload work, int mebibytes) {
    MemoryPlan plan = new MemoryPlan(work, mebibytes * MIB);
    NumericalException e =
        catchThrowableOfType(NumericalException.class, () -> plan.require("action 'x'"));
    assertThat(e).isNotNull();
    return e;
  }

  private static Workload work(int d, Capabilities decomposition) {
    return new Workload(
        new Workload.Model(Actions.parse("gl(%d)".formatted(d)).fields(), 1, d, false),
        new Workload.Reading(OptionalLong.of(100_000), BatchSizes.automatic(1, d, d * d), 1),
        new Workload.Asked(true, 0, OptionalInt.empty(), 0),
        decomposition);
  }

  private static FieldBasis translations(int d) {
    int[] offsets = new int[d + 1];
    int[] component = new int[d];
    double[] ones = new double[d];
    for (int i = 0; i < d; i++) {
      offsets[i + 1] = i + 1;
      component[i] = i;
      ones[i] = 1;
    }
    return new FieldBasis(d, d, 1, offsets, component, new int[d], ones);
  }
}
