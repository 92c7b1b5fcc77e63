package org.liegg.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.ActionException;
import org.liegg.api.spi.ProviderKind;
import org.liegg.api.spi.ProviderRegistry;
import org.liegg.api.spi.TransformationGroup;

class GroupGrammarTest {

  @ParameterizedTest
  @CsvSource({
    "C(4), 2, 4",
    "C(1), 2, 1",
    "D(4), 2, 8",
    "S(4) on 3, 12, 24",
    "S(20), 20, 2432902008176640000",
    "S(25), 25, 15511210043330985984000000",
    "T, 3, 12",
    "O, 3, 24",
    "I, 3, 60",
    "O^4, 12, 24",
    "T*parity, 3, 24",
    "I*parity(3), 3, 120",
    "C(4)*reflect(2), 2, 8",
    "C(6)*C(4), 2, 12",
    "C(4)+C(3), 4, 12",
    "parity(5), 5, 2",
    "image-D4(5x5), 25, 8",
    "image-roll(5x4), 20, 20",
    "image-colors(2x2x3), 12, 6",
    "S(3) on 2*parity(6), 6, 12"
  })
  void knownOrders(String spec, int inputs, BigInteger order) {
    TransformationGroup group = Groups.parse(spec).onInputs(inputs);
    assertThat(group.inputSize()).isEqualTo(inputs);
    assertThat(group.order()).contains(order);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"SO(3)", "O(2)", "E(3)^4", "SE(1)", "image-rotate(5x5)", "time-shift(9,2)"})
  void infiniteOnesHaveNoOrder(String spec) {
    assertThat(Groups.parse(spec).order()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"flip(2)", "flip(1,3)", "parity", "reflect", "parity*flip(2)"})
  void someActOnAnyNumberOfInputs(String spec) {
    TransformationGroup group = Groups.parse(spec);
    assertThat(group.inputSize()).isZero();
    assertThat(group.onInputs(4).inputSize()).isEqualTo(4);
    assertThat(group.onInputs(4).elements(8, 0).tried()).isNotEmpty();
  }

  @Test
  void theOrderOfAProductCountsWhatFactorsShareOnce() {
    assertThat(Groups.parse("parity*parity").onInputs(3).order()).contains(BigInteger.TWO);
    assertThat(Groups.parse("flip(1)*flip(2)").onInputs(3).order()).contains(BigInteger.valueOf(4));
  }

  @Test
  void spacesMayStandBetweenAnyTwo() {
    assertThat(Groups.parse(" E( 3 ) ^ 4 * S(4)  on 3 -> trivial( 1 ) + vector(12) "))
        .isEqualTo(Groups.parse("E(3)^4*S(4) on 3->trivial(1)+vector(12)"));
  }

  @ParameterizedTest
  @CsvSource({
    "C(4), true",
    "SO(3)^4, true",
    "so(3), false",
    "gl(10), false",
    "O, true",
    "parity, true",
    "Q(4), false",
    "'', false",
    "'(', false"
  })
  void knowsItsOwnNames(String text, boolean own) {
    GroupGrammar grammar = new GroupGrammar(ProviderRegistry.find(ProviderKind.GROUP));
    assertThat(grammar.names(text)).isEqualTo(own);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "C | LIEGG-ACTION-ARGUMENT | it takes 1 arguments",
        "C(0) | LIEGG-ACTION-ARGUMENT | from 1 to 4096",
        "C(4 | LIEGG-ACTION-SYNTAX | ')'",
        "C(4)^ | LIEGG-ACTION-SYNTAX | the number of copies",
        "C(4)^0 | LIEGG-ACTION-ARGUMENT | 0 inputs",
        "C(4)^99999999 | LIEGG-ACTION-ARGUMENT | inputs at most",
        "C(4)x | LIEGG-ACTION-SYNTAX | '->' or the end",
        "C(4)-> | LIEGG-ACTION-SYNTAX | the name",
        "C(4)->vector(x) | LIEGG-ACTION-ARGUMENT | how many outputs",
        "C(4)->vector+trivial | LIEGG-ACTION-SYNTAX | the size of every part",
        "c(4) | LIEGG-ACTION-UNKNOWN | did you mean 'C'",
        "Q(8) | LIEGG-ACTION-UNKNOWN | known are",
        "parity^2 | LIEGG-ACTION-ARGUMENT | it acts on all inputs",
        "parity+C(4) | LIEGG-ACTION-ARGUMENT | it acts on all inputs",
        "C(4)*S(3) | LIEGG-ACTION-ARGUMENT | another factor on 3",
        "flip(0) | LIEGG-ACTION-ARGUMENT | whole number",
        "flip | LIEGG-ACTION-ARGUMENT | arguments",
        "T(3) | LIEGG-ACTION-ARGUMENT | it takes 0 arguments",
        "S(3) on | LIEGG-ACTION-SYNTAX | inputs of a block",
        "S(3,4) | LIEGG-ACTION-ARGUMENT | no size of a block",
        "image-C4(3x4) | LIEGG-ACTION-ARGUMENT | not square",
        "image-C4(0x0) | LIEGG-ACTION-ARGUMENT | no size of an image",
        "image-C4(3) | LIEGG-ACTION-ARGUMENT | no size of an image",
        "image-contrast(3x3,1) | LIEGG-ACTION-ARGUMENT | no number above 1",
        "image-brightness(3x3,x) | LIEGG-ACTION-ARGUMENT | no number above 0",
        "image-flip(3x3,up) | LIEGG-ACTION-ARGUMENT | no way to reflect",
        "image-rotate(2x2) | LIEGG-ACTION-ARGUMENT | so few pixels",
        "time-scale(10,0.5) | LIEGG-ACTION-ARGUMENT | no number above 1"
      })
  void saysWhatIsWrong(String spec, String code, String words) {
    assertThatThrownBy(() -> Groups.parse(spec))
        .isInstanceOf(ActionException.class)
        .hasMessageStartingWith(code)
        .hasMessageContaining(words);
  }

  @Test
  void whatDoesNotFitTheModelIsSaid() {
    assertThatThrownBy(() -> Groups.parse("flip(5)").onInputs(3))
        .hasMessageContaining("it moves input 5, and the model has 3");
    assertThatThrownBy(() -> Groups.parse("O(3)->vector").boundTo(4))
        .hasMessageContaining("LIEGG-ACTION-OUTPUTS")
        .hasMessageContaining("blocks of 3");
    assertThatThrownBy(() -> Groups.parse("C(4)->trivial(1)+vector(2)").boundTo(4))
        .hasMessageContaining("3 components, and the model has 4 outputs");
    assertThatThrownBy(() -> Groups.parse("image-C4(3x3)->vector").boundTo(9))
        .hasMessageContaining("has no such representation")
        .hasMessageContaining("same, trivial");
    assertThatThrownBy(() -> Groups.parse("S(4) on 3->vector").boundTo(6))
        .hasMessageContaining("4 equal blocks");
  }

  @Test
  void copiesOfOneAreOne() {
    assertThat(Groups.parse("C(4)^1")).isEqualTo(Groups.cyclic(4));
    assertThat(Groups.copies(Groups.cyclic(4), 2)).isEqualTo(Groups.parse("C(4)^2"));
    assertThat(Groups.sum(Groups.cyclic(4), Groups.dihedral(3)))
        .isEqualTo(Groups.parse("C(4)+D(3)"));
    assertThat(List.of(Groups.product(Groups.o(3), Groups.parity(3))))
        .containsExactly(Groups.parse("O(3)*parity(3)"));
    assertThat(Optional.of(Groups.parse("O"))).contains(Groups.octahedral());
  }
}
