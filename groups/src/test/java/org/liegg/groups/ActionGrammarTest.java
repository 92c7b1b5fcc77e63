package org.liegg.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.api.ActionException;
import org.liegg.api.spi.GroupActionProvider;
import org.liegg.api.spi.ProviderKind;
import org.liegg.api.spi.ProviderRegistry;

class ActionGrammarTest {
  private final ActionGrammar grammar = Grammars.withParabola();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gl(5)|gl(5)",
        "gl(5)^2|gl(5)^2",
        "gl(5)^1|gl(5)",
        "' gl ( 05 ) ^ 2 +\tso(3) '|gl(5)^2+so(3)",
        "gl(1)+gl(2)+gl(3)|gl(1)+gl(2)+gl(3)",
        "parabola( )^2|parabola()^2",
        "gl(3)^3 -> gl(9)|gl(3)^3->gl(9)",
        "so(3)+scale(1)->so(2)^2+gl(1)|so(3)+scale(1)->so(2)^2+gl(1)",
        "image(8x9x1)|image(8x9)",
        "aff-image(3x4x5)|aff-image(3x4x5)",
        "gl(3)->same |gl(3)->same",
        "gl(3) -> same ( gl(3) ) |gl(3)->same(gl(3))",
        "so(3)^3->same( tensor(so(3),2,0)^1 )|so(3)^3->same(tensor(so(3),2))",
        "so(2)+so(3)->same(so(2)^2 + dual(so(3)))|so(2)+so(3)->same(so(2)^2+dual(so(3)))",
        "so( 1, 03 )|so(1,3)",
        "poly(2,3)+se(2)|poly(2,3)+se(2)",
        "tensor( gl(3) , 2 )^2|tensor(gl(3),2)^2",
        "tensor(so(3),1,0)|tensor(so(3),1)",
        "tensor(gl(2)+so(2),1,2)|tensor(gl(2)+so(2),1,2)",
        "dual(dual(gl(3)))|dual(dual(gl(3)))",
        "image(8x9, central)|image(8x9)",
        "image(8x9x1 , gaussian, 1.50 )|image(8x9,gaussian,1.5)",
        "image(8x9x3,gaussian,02)|image(8x9x3,gaussian,2)",
        "aff-image(8x9,gaussian,0.75)^2|aff-image(8x9,gaussian,0.75)^2",
        "aff-image(8x9x2,spectral)+gl(2)|aff-image(8x9x2,spectral)+gl(2)",
        "image(3x3,spectral)->so(2)|image(3x3,spectral)->so(2)",
        "at( so(2) , 4,1, 3 )|at(so(2),4,1,3)",
        "join(so(2)+none(1),translate(3))|join(so(2)+none(1),translate(3))",
        "local( so(2)+none(1),2, 3)^2|local(so(2)+none(1),2,3)^2",
        "gauge(3x2,matter)|gauge(3x2,matter)",
        "time(60x1,1,central)|time(60)",
        "signal(60x3,2,gaussian,1.50)|signal(60x3,2,gaussian,1.5)"
      })
  void writesEveryActionInOneWay(String text, String spec) {
    assertThat(grammar.parse(text).spec()).isEqualTo(spec);
    assertThat(grammar.parse(spec).spec()).isEqualTo(spec);
  }

  @Test
  void readsWhatTheBuildersMake() {
    assertThat(Actions.parse("gl(5)^2+aff(2)"))
        .isEqualTo(Actions.sum(Actions.copies(Actions.gl(5), 2), Actions.aff(2)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|1|expected the name of a group type, found the end",
        "gl|3|expected '(', found the end",
        "gl 5|4|expected '(', found '5'",
        "gl(5|5|expected ')' for the '(' at character 3, found the end",
        "gl((2)|7|expected ')' for the '(' at character 3, found the end",
        "gl(5))|6|expected '^', '+', '->' or the end, found ')'",
        "gl(5) gl(3)|7|expected '^', '+', '->' or the end, found 'g'",
        "gl(5)^|7|expected the number of copies, found the end",
        "gl(5)^2^3|8|expected '+', '->' or the end, found '^'",
        "gl(5)^2.5|8|expected '+', '->' or the end, found '.'",
        "tensor(gl 3,2)|11|expected '(', found '3'",
        "dual(gl(3)^)|12|expected the number of copies, found ')'",
        "dual(gl(3) gl(2))|12|expected '^', '+' or the end, found 'g'",
        "gl(5)+|7|expected the name of a group type, found the end",
        "+gl(5)|1|expected the name of a group type, found '+'",
        "5|1|expected the name of a group type, found '5'",
        "gl(5) - so(5)|7|expected '^', '+', '->' or the end, found '-'",
        "gl(5)𝔤|6|expected '^', '+', '->' or the end, found '𝔤'",
        "gl(5)->|8|expected an action, 'same', 'same(' action ')' or 'bracket', found the end",
        "gl(5)-> ^2|9|expected an action, 'same', 'same(' action ')' or 'bracket', found '^'",
        "gl(5) -> same + gl(2)|15|expected '(' or the end, found '+'",
        "gl(5) -> same^2|14|expected '(' or the end, found '^'",
        "gl(5)->same()|13|expected the name of a group type, found ')'",
        "gl(5)->same(gl(5)|18|expected '^', '+' or ')', found the end",
        "gl(5)->same(gl(5)^2|20|expected '+' or ')', found the end",
        "gl(5)->same(gl(5), 2)|18|expected '^', '+' or ')', found ','",
        "gl(5)->same(gl(5)->same)|18|expected '^', '+' or ')', found '-'",
        "gl(5)->same(gl(5))^2|19|expected the end, found '^'",
        "gl(5)->same->gl(5)|12|expected '(' or the end, found '-'",
        "gl(5)->gl(3)->same|13|expected '^', '+' or the end, found '-'",
        "gl(5)->gl(3) gl(2)|14|expected '^', '+' or the end, found 'g'",
        "dual(gl(5)->same)|11|expected '^', '+' or the end, found '-'"
      })
  void pointsAtTheCharacterThatDoesNotBelong(String text, int character, String found) {
    expect(text, "LIEGG-ACTION-SYNTAX", character, found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "gl()|4|'gl()': it takes 1 argument, found 0; write gl(n): every n × n matrix",
        "gl(2,3)|4|'gl(2,3)': it takes 1 argument, found 2; write gl(n): every n × n matrix",
        "gl(0)|4|'gl(0)': n is 0; gl(n) takes a whole number n of at least 1",
        "so(1)|4|'so(1)': n is 1, and one number has no rotations; so(n) takes a whole number n of"
            + " at least 2; to leave an input alone, write none(1)",
        "gl(-1)|4|'gl(-1)': '-1' is not a whole number of at least 1; write gl(n)",
        "aff(2)+gl( x)|12|'gl(x)': 'x' is not a whole number of at least 1; write gl(n)",
        "gl(99999999999)|4|'gl(99999999999)': 99999999999 is too large",
        "gl(50000)|4|'gl(50000)': it has 2500000000 field entries, at most 16777216 can be built",
        "gl(5)^0|7|'gl(5)^0': there are 0 copies; ask for at least 1",
        "gl(5)^x|7|expected the number of copies, found 'x'; write a whole number",
        "gl(5)^-1|7|expected the number of copies, found '-'",
        "gl(5)^99999999999|7|99999999999 copies are too many",
        "gl(5)^2000000000|7|'gl(5)^2000000000': it has 10000000000 inputs",
        "none(16777216)+scale(1)|1|'none(16777216)+scale(1)': it has 16777217 inputs",
        "so(1,2,3)|4|'so(1,2,3)': it takes 1 or 2 arguments, found 3; write so(n) or so(p,q)",
        "so(0,3)|4|'so(0,3)': the metric has 0 plus and 3 minus signs; so(p,q) takes two",
        "sp(3)|4|'sp(3)': n is 3; sp(n) takes an even n",
        "poly(2)|6|'poly(2)': it takes 2 arguments, found 1; write poly(n,degree)",
        "poly(50,50)|6|field entries, at most 16777216 can be built",
        "tensor(gl(2))|8|'tensor(gl(2))': it takes 2 or 3 arguments, found 1",
        "tensor(gl(2),x)|8|'x' is no number of indices; write tensor(A,p)",
        "tensor(gl(2),0)|8|'tensor(gl(2),0)': it has no index",
        "tensor(gl(9),20)|8|'tensor(gl(9),20)': it has",
        "tensor(aff(2),2)|8|'tensor(aff(2),2)': 'aff(2)' is not linear; take tensors of a linear",
        "gl(2)+dual(gl(0))|15|'gl(0)': n is 0; gl(n) takes a whole number n of at least 1",
        "image(28)|7|'image(28)': '28' is no size of an image; write image(HxW)",
        "image(2x9)|7|'image(2x9)': the image is 2 × 9 with 1 channels; differences need",
        "aff-image()|11|'aff-image()': it takes 1 to 3 arguments, found 0",
        "gl(2)+at(so(2),4,1)|10|'at(so(2),4,1)': 1 inputs are named, 'so(2)' acts on 2; name 2",
        "at(so(2),4,1,1)|4|'at(so(2),4,1,1)': input 1 is named twice; name different inputs",
        "at(so(2),4,1,5)|4|'at(so(2),4,1,5)': there is no input 5 of 4; inputs count from 1",
        "at(so(2),4,1,x)|4|'at(so(2),4,1,x)': 'x' is no whole number; write at(A,n,i)",
        "local(image(3x3),1,1)|7|'image(3x3)': its fields are no polynomials of the inputs; name",
        "join(so(2),so(3))|6|'join(so(2),so(3))': 'so(2)' acts on 2 inputs, 'so(3)' on 3; name",
        "local(so(2),0,1)|7|'local(so(2),0,1)': the degree is 0; ask for at least 1",
        "local(so(2),1)|7|'local(so(2),1)': it takes 3 arguments or more, found 2; write local",
        "gauge(4)|7|'gauge(4)': '4' is no size of a lattice; write gauge(HxW)",
        "gauge(1x4)|7|'gauge(1x4)': the lattice has 1 × 4 sites; take at least 2 × 2",
        "time(2)|6|'time(2)': the window has 2 steps of 1 channels; differences need at least",
        "signal(9,10)|8|'signal(9,10)': the degree is 10; take 0 for shifts alone",
        "time(9,1,median)|6|'time(9,median)': no derivative filter is called 'median'",
        "parabola(1)|10|parabola takes no argument; write parabola(): shears"
      })
  void pointsAtTheArgumentThatDoesNotFit(String text, int character, String found) {
    expect(text, "LIEGG-ACTION-ARGUMENT", character, found);
  }

  @Test
  void theErrorShowsThePlaceInTheLine() {
    assertThat(refused("gl(5)^"))
        .hasMessage(
            "LIEGG-ACTION-SYNTAX: action at character 7 of 'gl(5)^⟨here⟩': expected the number of"
                + " copies, found the end; write a whole number of at least 1 after '^'");
  }

  @Test
  void anErrorIsOneLineWhateverTheText() {
    assertThat(refused("gl(5)\n^\u0000\r\n?").getMessage()).doesNotContain("\n", "\r", "\u0000");
  }

  @Test
  void anErrorInALongTextShowsItsSurroundings() {
    String message = refused("gl(1)+".repeat(1000) + "?").getMessage();
    assertThat(message).contains("at character 6001 of '…").hasSizeLessThan(300);
  }

  @Test
  void anUnknownTypeIsAnsweredWithTheNearestAndAll() {
    assertThat(refused("so(3)+GL(5)"))
        .hasMessage(
            "LIEGG-ACTION-UNKNOWN: action at character 7 of 'so(3)+⟨here⟩GL(5)': no group type is"
                + " called 'GL'; did you mean 'gl'? known are: aff(n), aff-image(HxW) or"
                + " aff-image(HxWxC), at(A,n,i), conf(n), dual(A), gauge(HxW) or"
                + " gauge(HxW,matter), gl(n), image(HxW) or image(HxWxC), jet(k,degree),"
                + " join(A,B), local(A,degree,i), none(n), parabola(), poly(n,degree), proj(n),"
                + " scale(n), se(n), signal(T) or signal(TxC), sl(n), so(n) or so(p,q), sp(n),"
                + " su(n), tangent(A), tensor(A,p) or tensor(A,p,q), time(T) or time(TxC),"
                + " translate(n), u(n)");
  }

  @Test
  void anUnknownNameBehindTheArrowMayHaveBeenMeantAsSame() {
    assertThat(refused("so(3) -> sameas(so(3))").getMessage())
        .contains("at character 10 of", "did you mean 'same'?", "u(n), same, same(A) or bracket");
    assertThat(refused("so(3) -> so(3)+same").getMessage())
        .contains("at character 16 of", "no group type is called 'same'")
        .doesNotContain("same(A) or bracket");
  }

  @Test
  void aGrammarWithoutTypesSaysWhatToAdd() {
    ActionGrammar empty = new ActionGrammar(ProviderRegistry.of(ProviderKind.ACTION, List.of()));
    assertThat(catchThrowableOfType(ActionException.class, () -> empty.parse("gl(5)")).getMessage())
        .contains("no group type is called 'gl'", "put org.liegg:liegg-groups on the class path");
  }

  @Test
  void anUnusableProviderIsNamedToo() {
    GroupActionProvider future =
        new ParabolaProvider() {
          @Override
          public int apiVersion() {
            return 99;
          }
        };
    ActionGrammar grammarOfTomorrow =
        new ActionGrammar(ProviderRegistry.of(ProviderKind.ACTION, List.of(future)));
    assertThat(
            catchThrowableOfType(
                    ActionException.class, () -> grammarOfTomorrow.parse("hyperbola()"))
                .getMessage())
        .contains("; found but unusable: parabola (");
  }

  private void expect(String text, String code, int character, String found) {
    ActionException e = refused(text);
    assertThat(e.code()).as(text).isEqualTo(code);
    assertThat(e.getMessage()).contains("at character " + character + " of '").contains(found);
  }

  private ActionException refused(String text) {
    return catchThrowableOfType(ActionException.class, () -> grammar.parse(text));
  }
}
