package org.liegg.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.liegg.groups.Actions;

/** The baseline of the table counts as the first edition of the measure did. */
class FirstDefectTest {

  @ParameterizedTest
  @MethodSource("firstEdition")
  void theBaselineIsTheFirstEdition(String name, Count expected) {
    SpectrumCase one =
        AllCases.list().stream().filter(c -> c.toString().equals(name)).findFirst().orElseThrow();
    Subject.Made made = one.subject().get();
    FirstDefect first =
        FirstDefect.of(
            Actions.parse(one.action())
                .polarize(made.samples(), made.map().jacobians(made.samples())));

    assertThat(first.at(0.01)).isEqualTo(expected);
  }

  static List<Arguments> firstEdition() {
    return List.of(
        Arguments.of("o5 under gl(5)^2", new Count(10, 0)),
        Arguments.of("dead inputs under gl(5)", new Count(13, 10)),
        Arguments.of("r² + 0.001·sin x₄ under gl(4)", new Count(3, 0)));
  }
}
