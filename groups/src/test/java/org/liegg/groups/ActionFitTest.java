package org.liegg.groups;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.api.ActionException;

class ActionFitTest {

  @Test
  void acceptsAnActionOnAllInputs() {
    assertThatCode(() -> ActionFit.check(Actions.parse("gl(5)^2"), 10)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "gl(5)^2|12|'gl(6)^2' or 'gl(12)'",
        "gl(5)^2|5|'gl(5)'",
        "so(3)|12|'so(3)^4' or 'so(12)' or 'gl(12)'",
        "gl(5)+gl(5)|12|'gl(5)+gl(5)+gl(2)' or 'gl(12)'",
        "gl(5)+gl(5)|7|'gl(7)'",
        "so(2)^2|3|'gl(3)'",
        "sp(4)|6|'sp(6)' or 'gl(6)'",
        "sp(4)|7|'gl(7)'",
        "gl(3)^2->gl(9)|9|'gl(9)->gl(9)'",
        "gl(3)->same|4|'gl(4)->same'",
        "gl(3)^3->same(tensor(gl(3),2))|6|'gl(3)^2->same(tensor(gl(3),2))' or 'gl(6)->gl(9)'",
        "so(2)+so(3)->same(so(2)+so(3))|4|'gl(4)->gl(5)'"
      })
  void saysBothNumbersAndWhatWouldFit(String spec, int inputs, String suggestions) {
    int has = Actions.parse(spec).inputSize();
    assertThatThrownBy(() -> ActionFit.check(Actions.parse(spec), inputs))
        .isInstanceOf(ActionException.class)
        .hasMessage(
            "LIEGG-ACTION-SIZE: action '%s': it acts on %d inputs, the model has %d; try %s"
                .formatted(spec, has, inputs, suggestions));
  }

  @Test
  void anActionWithoutFieldsIsRefused() {
    assertThatThrownBy(() -> ActionFit.check(Actions.parse("none(2)^2"), 4))
        .isInstanceOf(ActionException.class)
        .hasMessage(
            "LIEGG-ACTION-EMPTY: action 'none(2)^2': it has no fields: there is nothing to look"
                + " for; put a group on some of the inputs, e.g. 'gl(4)'; none(n) stands beside"
                + " others");
  }
}
