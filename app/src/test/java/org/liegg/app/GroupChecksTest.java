package org.liegg.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.ActionException;
import org.liegg.api.report.GroupCheck;
import org.liegg.api.report.Verdict;
import org.liegg.api.spi.FiniteGroupProvider;
import org.liegg.api.spi.ProviderKind;
import org.liegg.api.spi.ProviderRegistry;
import org.liegg.groups.Groups;

/** Groups that are tried by their elements, by name, on functions whose answer is known. */
class GroupChecksTest {
  private static final Liegg LIEGG = Liegg.create();

  private static Extraction of(int inputs, UnaryOperator<double[]> model) {
    return LIEGG.model(inputs, 1, model).data(normal(2000, inputs));
  }

  private static double square(double[] x) {
    double sum = 0;
    for (double value : x) {
      sum += value * value;
    }
    return sum;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"C(4)^3", "D(4)^3", "parity", "reflect", "flip(1)", "S(6)", "O(6)", "SO(3)^2"})
  void lengthsKeep(String group) {
    Extraction.Check check = of(6, x -> new double[] {square(x)}).check(group);
    assertThat(check.holds()).isTrue();
    assertThat(check.gate().contained()).isEqualTo(check.gate().dimension());
    assertThat(check.report().group().orElseThrow().name()).isEqualTo(group);
    assertThat(check.report().provenance().options()).containsEntry("group", group);
  }

  @ParameterizedTest
  @CsvSource({"C(4)^3", "parity", "SO(3)^2", "'S(2) on 3'", "E(3)^2"})
  void oneInputAloneBreaks(String group) {
    Extraction.Check check = of(6, x -> new double[] {x[0]}).check(group);
    assertThat(check.gate().verdict()).isEqualTo(Verdict.BROKEN);
    GroupCheck found = check.report().group().orElseThrow();
    assertThat(found.samples().stoppedEarly()).isTrue();
    assertThat(found.worstSamples()).hasSize(5);
  }

  @Test
  void distancesKeepMotionsAndMirrors() {
    UnaryOperator<double[]> distance =
        x -> {
          double[] apart = {x[0] - x[3], x[1] - x[4], x[2] - x[5]};
          return new double[] {Math.exp(-square(apart) / 4)};
        };
    Extraction.Check check = of(6, distance).check("E(3)^2");
    assertThat(check.holds()).isTrue();
    assertThat(check.report().group().orElseThrow().tested().all()).isFalse();
  }

  @Test
  void aFieldOfForcesTurnsWithItsPoints() {
    UnaryOperator<double[]> force = x -> new double[] {x[0] * square(x), x[1] * square(x)};
    Extraction asked = LIEGG.model(2, 2, force).data(normal(2000, 2));
    assertThat(asked.check("O(2) -> same").holds()).isTrue();
    assertThat(asked.check("O(2)").gate().verdict()).isEqualTo(Verdict.BROKEN);
  }

  @Test
  void algebrasAreReadAsBefore() {
    Extraction asked = of(3, x -> new double[] {square(x)}).action("gl(3)");
    assertThat(asked.check("so(3)").report().group()).isEmpty();
  }

  @Test
  void groupsMayBeGivenAsObjects() {
    Extraction asked = of(4, x -> new double[] {square(x)});
    assertThat(asked.check(Groups.copies(Groups.cyclic(3), 2)).holds()).isTrue();
    assertThat(LIEGG.group("C(3)^2")).isEqualTo(Groups.copies(Groups.cyclic(3), 2));
  }

  @Test
  void refusesFieldsBesideAGroup() {
    assertThatExceptionOfType(ActionException.class)
        .isThrownBy(
            () -> of(4, x -> new double[] {square(x)}).action("gl(4)").group("C(4)^2").extract())
        .withMessageStartingWith("LIEGG-ACTION-GROUP");
    assertThatExceptionOfType(ActionException.class)
        .isThrownBy(() -> of(4, x -> new double[] {square(x)}).check("C(4)^3"))
        .withMessageStartingWith("LIEGG-ACTION-SIZE");
  }

  @Test
  void registriesOfGroupsCanBeReplaced() {
    ProviderRegistry<FiniteGroupProvider> none =
        ProviderRegistry.load(ProviderKind.GROUP, new ClassLoader(null) {});
    Liegg without =
        Liegg.create(Wiring.of(GroupChecksTest.class.getClassLoader()).withGroups(none));
    assertThat(without.plugins().list()).extracting(Plugins.Plugin::kind).doesNotContain("group");
    assertThat(LIEGG.plugins().list())
        .filteredOn(plugin -> plugin.kind().equals("group"))
        .extracting(Plugins.Plugin::name)
        .contains("C", "O", "S");
  }

  private static double[][] normal(int count, int inputs) {
    Random random = new Random(7);
    double[][] samples = new double[count][inputs];
    for (double[] sample : samples) {
      for (int i = 0; i < sample.length; i++) {
        sample[i] = random.nextGaussian();
      }
    }
    return samples;
  }
}
