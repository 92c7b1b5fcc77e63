package org.liegg.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.liegg.api.DataException;
import org.liegg.fuzz.mutate.Trap;
import org.liegg.fuzz.run.Fault;
import org.liegg.fuzz.run.FuzzTarget;
import org.liegg.fuzz.run.FuzzTarget.Reader;
import org.liegg.fuzz.run.Outcome;
import org.liegg.fuzz.run.Runs;

/** A run sees every way of breaking the promise. */
class PromiseTest {

  @Test
  void aRefusalWithItsCodeIsNoFault() {
    Outcome outcome =
        run(
            (input, folder) -> {
              throw new DataException("LIEGG-DATA-CORRUPT", "data x", "it is broken", "mend it");
            });
    assertThat(outcome.faults()).isEmpty();
    assertThat(outcome.refused()).containsEntry("LIEGG-DATA-CORRUPT", 3L);
  }

  @Test
  void anyOtherExceptionIsOne() {
    assertThat(kind((input, folder) -> Integer.parseInt("x"))).startsWith("NumberFormatException");
  }

  @Test
  void anOverflowOfTheStackIsOne() {
    assertThat(kind((input, folder) -> overflow(0))).startsWith("StackOverflowError");
  }

  @Test
  void aFileBesideTheInputIsOne() {
    assertThat(kind((input, folder) -> Files.write(folder.resolve("other"), input)))
        .isEqualTo("file written");
  }

  @Test
  void theInputItselfIsNone() {
    Reader reader = (input, folder) -> Files.write(folder.resolve(FuzzTarget.FILE), input);
    assertThat(run(reader).faults()).isEmpty();
  }

  @Test
  void aForeignClassIsOne() {
    assertThat(kind((input, folder) -> initialise())).isEqualTo("foreign class initialised");
  }

  @Test
  void muchMemoryIsOne() {
    assertThat(kind((input, folder) -> allocate())).isEqualTo("allocates too much");
  }

  @Test
  void anInputFollowsFromItsNumberAlone() {
    byte[][] inputs = new byte[2][];
    FuzzTarget target =
        new FuzzTarget(
            "numbers",
            1,
            random -> new byte[] {(byte) random.nextInt(), (byte) random.nextInt()},
            (input, folder) -> inputs[0] = input);
    Runs.over(target, 5, 0, 8);
    inputs[1] = inputs[0];
    Runs.over(target, 5, 7, 8);
    assertThat(inputs[0]).isEqualTo(inputs[1]);
  }

  private static int overflow(int depth) {
    return depth < 0 ? 0 : 1 + overflow(depth + 1);
  }

  private static void initialise() {
    new Trap();
  }

  private static void allocate() {
    for (int i = 0; i < 70; i++) {
      assertThat(new byte[10 << 20]).isNotNull();
    }
  }

  private static String kind(Reader reader) {
    return run(reader).faults().stream().map(Fault::kind).findFirst().orElse("none");
  }

  private static Outcome run(Reader reader) {
    return Runs.over(new FuzzTarget("made up", 1, random -> new byte[4], reader), 1, 0, 3);
  }
}
