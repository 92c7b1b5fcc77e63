package org.liegg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32C;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.core.parts.Part;
import org.liegg.core.parts.PartPlan;
import org.liegg.core.parts.PartState;
import org.liegg.core.parts.PartSums;
import org.liegg.core.parts.StateException;
import org.liegg.core.settings.ExtractionSettings;
import org.liegg.core.settings.Locating;
import org.liegg.tck.fixtures.ExactModel;

/** What does not belong together, or is damaged, is refused, and says why. */
class PartRefusalsTest {
  private static final PartSums SUMS = PartSums.ofRegistry();
  private static final int PARTS = 3;

  private final PartExtraction extraction = asked(settings -> settings);
  private final PartPlan survey = extraction.start();

  @Test
  void aMissingPart() {
    refused(
        "LIEGG-STATE-MISSING",
        "part 2 of 3 is missing",
        () -> extraction.next(state(1).plus(List.of(state(3)), SUMS)));
    refused("LIEGG-STATE-MISSING", "part 1 of 3", () -> extraction.next(state(2)));
    refused(
        "LIEGG-STATE-MISSING", "parts 2 to 3 of 3 are missing", () -> extraction.next(state(1)));
  }

  @Test
  void aPartTwiceAlsoWithinOthers() {
    PartState both = state(1).plus(List.of(state(2)), SUMS);

    refused(
        "LIEGG-STATE-DUPLICATE", "part 2 of 3", () -> both.plus(List.of(state(3), state(2)), SUMS));
    refused("LIEGG-STATE-DUPLICATE", "part 1 of 3", () -> state(1).plus(List.of(both), SUMS));
    refused("LIEGG-STATE-DUPLICATE", "part 1 of 3", () -> both.plus(List.of(state(1)), SUMS));
  }

  @Test
  void aPartThatWasMadeAgainIsTheSame() {
    assertThat(state(2).toBytes()).isEqualTo(state(2).toBytes());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 11, 12, 40, 200})
  void statesThatWereCutShort(int length) {
    byte[] whole = state(1).toBytes();

    refused(
        "LIEGG-STATE-CORRUPT",
        "p1.lgs",
        () -> PartState.of(Arrays.copyOf(whole, length), "p1.lgs"));
    refused(
        "LIEGG-STATE-CORRUPT",
        "p1.lgs",
        () -> PartState.of(Arrays.copyOf(whole, whole.length - 1), "p1.lgs"));
  }

  @Test
  void anyFlippedBit() {
    byte[] whole = state(1).toBytes();
    Random random = new Random(1);
    for (int i = 0; i < 500; i++) {
      int bit = random.nextInt(8 * whole.length);
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);

      assertThatThrownBy(() -> PartState.of(flipped, "p1.lgs"))
          .as("bit %d", bit)
          .isInstanceOf(StateException.class);
    }
  }

  @Test
  void damageThatTheChecksumDoesNotShow() {
    byte[] whole = state(1).toBytes();
    Random random = new Random(2);
    for (int i = 0; i < 300; i++) {
      byte[] altered = whole.clone();
      int at = 12 + random.nextInt(whole.length - 16);
      altered[at] = (byte) random.nextInt();
      sealed(altered);
      try {
        PartState read = PartState.of(altered, "p1.lgs");
        read.plus(List.of(state(2), state(3)), SUMS).whole(SUMS);
      } catch (StateException e) {
        assertThat(e.code()).startsWith("LIEGG-STATE-");
      }
    }
  }

  @Test
  void anotherVersionOfTheFormat() {
    byte[] newer = state(1).toBytes();
    newer[11]++;
    sealed(newer);

    refused("LIEGG-STATE-VERSION", "version 2, not 1", () -> PartState.of(newer, "p1.lgs"));
  }

  @Test
  void aPlanForAStateAndTheOtherWayRound() {
    refused("LIEGG-STATE-OTHER", "it is a plan", () -> PartState.of(survey.toBytes(), "plan.lgs"));
    refused(
        "LIEGG-STATE-OTHER",
        "it is a state of parts",
        () -> PartPlan.of(state(1).toBytes(), "p1.lgs"));
  }

  @Test
  void otherOptions() {
    PartExtraction other = asked(settings -> settings.withTolerance(0.02));

    refused(
        "LIEGG-STATE-OTHER",
        "its tolerance is 0.02, not 0.01",
        () -> state(1).plus(List.of(other.sum(other.start(), new Part(2, PARTS))), SUMS));
    refused(
        "LIEGG-STATE-OTHER",
        "its tolerance is 0.01, not 0.02",
        () -> other.sum(survey, new Part(1, PARTS)));
  }

  @Test
  void anotherNumberOfParts() {
    PartExtraction other = builder(settings -> settings, 1).inParts(4);

    refused(
        "LIEGG-STATE-OTHER",
        "one of 4 parts, not of 3",
        () -> state(1).plus(List.of(other.sum(other.start(), new Part(2, 4))), SUMS));
    refused("LIEGG-STATE-OTHER", "in 4 parts", () -> other.sum(survey, new Part(1, 4)));
  }

  @Test
  void anotherRoundAndAnotherPlan() {
    PartPlan select = next(extraction, survey);
    PartExtraction other = builder(settings -> settings, 2).inParts(PARTS);
    PartPlan ofOther = next(other, other.start());

    refused(
        "LIEGG-STATE-OTHER",
        "of the round select, not survey",
        () -> state(1).plus(List.of(extraction.sum(select, new Part(2, PARTS))), SUMS));
    refused(
        "LIEGG-STATE-OTHER",
        "another plan",
        () ->
            extraction
                .sum(select, new Part(1, PARTS))
                .plus(List.of(other.sum(ofOther, new Part(2, PARTS))), SUMS));
    refused(
        "LIEGG-STATE-OTHER",
        "are not the 400 that the survey saw",
        () -> other.sum(select, new Part(1, PARTS)));
  }

  @Test
  void whatIsNotDoneInParts() {
    refused(
        "LIEGG-STATE-UNSUPPORTED",
        "stability",
        () -> asked(settings -> settings.withStability(true)));
    refused(
        "LIEGG-STATE-UNSUPPORTED",
        "discrete symmetries",
        () -> asked(settings -> settings.withDiscrete(true)));
    refused(
        "LIEGG-STATE-UNSUPPORTED",
        "where a group is broken",
        () -> asked(settings -> settings.with(new Locating(List.of(), true, false, false))));
    refused(
        "LIEGG-STATE-UNSUPPORTED",
        "without derivatives",
        () -> builder(settings -> settings, 1).byValues().inParts(2));
  }

  @Test
  void partsThatThereCannotBe() {
    for (String text : List.of("0/8", "9/8", "1/0", "3", "a/b", "-1/2", "1/70000", "")) {
      assertThatThrownBy(() -> Part.parse(text))
          .as(text)
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(Part.parse("3/8")).isEqualTo(new Part(3, 8)).hasToString("3/8");
  }

  @Test
  void rowsAreInOnePartEach() {
    for (long samples : new long[] {0, 1, 7, 1000, Long.MAX_VALUE}) {
      long next = 0;
      for (int number = 1; number <= 7; number++) {
        Part part = new Part(number, 7);
        assertThat(part.from(samples)).isEqualTo(next);
        next = part.to(samples);
      }
      assertThat(next).isEqualTo(samples);
    }
  }

  private PartState state(int number) {
    return extraction.sum(survey, new Part(number, PARTS));
  }

  private static PartPlan next(PartExtraction extraction, PartPlan plan) {
    PartState first = extraction.sum(plan, new Part(1, PARTS));
    List<PartState> others =
        List.of(extraction.sum(plan, new Part(2, PARTS)), extraction.sum(plan, new Part(3, PARTS)));
    return ((PartStep.Next) extraction.next(first.plus(others, SUMS))).plan();
  }

  private static PartExtraction asked(UnaryOperator<ExtractionSettings> settings) {
    return builder(settings, 1).inParts(PARTS);
  }

  private static SymmetryExtractorBuilder builder(
      UnaryOperator<ExtractionSettings> settings, long seed) {
    return ExactCases.extractor(
            ExactModel.sphere(3), ExactCases.normal(1200, 3, seed), "gl(3)", "gram")
        .with(settings);
  }

  private static void sealed(byte[] bytes) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, bytes.length - 4);
    ByteBuffer.wrap(bytes).putInt(bytes.length - 4, (int) checksum.getValue());
  }

  private static void refused(String code, String words, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(StateException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessageContaining(words);
  }
}
