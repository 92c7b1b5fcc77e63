package org.liegg.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.liegg.fuzz.run.Fault;
import org.liegg.fuzz.run.FuzzTarget;
import org.liegg.fuzz.run.Outcome;
import org.liegg.fuzz.run.Runs;
import org.liegg.fuzz.targets.Targets;

/** Ten thousand inputs of a fixed seed, counted and not timed, over everything that reads. */
class ShortRunTest {
  private static final long SEED = 1;

  @TestFactory
  Stream<DynamicTest> everyReaderAnswersOrRefusesInOneLine() {
    return Targets.all().stream()
        .map(target -> DynamicTest.dynamicTest(target.name(), () -> keepsItsPromise(target)));
  }

  private static void keepsItsPromise(FuzzTarget target) {
    Outcome outcome = Runs.over(target, SEED, 0, target.share());
    System.out.println(outcome.summary());
    assertThat(outcome.faults()).extracting(Fault::summary).isEmpty();
    // What refuses everything, or nothing, is not fuzzed.
    assertThat(outcome.answered()).as("answered").isPositive();
    assertThat(outcome.refused()).as("refused").isNotEmpty();
  }
}
