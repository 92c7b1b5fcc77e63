package org.liegg.core.finite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.NumericalException;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.support.FilterModelGradient;
import org.liegg.groups.Actions;
import org.liegg.groups.Flows;
import org.liegg.tck.fixtures.ExactModel;

class TrialSessionsTest {
  private final AtomicInteger open = new AtomicInteger();
  private final Set<String> threads = ConcurrentHashMap.newKeySet();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 9})
  void whatIsFoundComesInTheOrderOfTheGenerators(int count) {
    List<GeneratorTrial> found = sessions(count).each(7, (moved, place) -> trial(place));
    assertThat(found)
        .flatExtracting(GeneratorTrial::incomplete)
        .containsExactlyElementsOf(IntStream.range(0, 7).mapToObj(Integer::toString).toList());
    assertThat(threads).hasSize(Math.min(count, 7));
    assertThat(open).hasValue(1);
  }

  @Test
  void ofNoGeneratorThereIsNothing() {
    assertThat(sessions(2).each(0, (moved, place) -> trial(place))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void whatAnySessionThrowsIsThrownAndTheForksAreClosed(int failing) {
    NumericalException failure =
        new NumericalException("LIEGG-TEST", "generator", "it fails", "nothing");
    assertThatThrownBy(
            () ->
                sessions(2)
                    .each(
                        4,
                        (moved, place) -> {
                          if (place == failing) {
                            throw failure;
                          }
                          return trial(place);
                        }))
        .isSameAs(failure);
    assertThat(open).hasValue(1);
  }

  private GeneratorTrial trial(int place) {
    threads.add(Thread.currentThread().getName() + Thread.currentThread().getId());
    GeneratorTrial trial = GeneratorTrial.empty();
    trial.incomplete().add(Integer.toString(place));
    return trial;
  }

  private TrialSessions sessions(int count) {
    return new TrialSessions(new Counted(), Flows.of(Actions.parse("so(2)")), 10, count);
  }

  /** Counts the sessions that are open. */
  private final class Counted implements FilterModelGradient {

    Counted() {
      open.incrementAndGet();
    }

    @Override
    public ModelGradient source() {
      return ExactModel.sphere(2);
    }

    @Override
    public ModelGradient fork() {
      return new Counted();
    }

    @Override
    public void close() {
      open.decrementAndGet();
    }
  }
}
