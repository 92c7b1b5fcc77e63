package org.liegg.groups.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.ActionException;
import org.liegg.groups.Actions;
import org.liegg.groups.image.DerivativeFilter;

class FilterGrammarTest {

  @Test
  void readsWhatTheBuildersMake() {
    assertThat(Actions.parse("image(8x9,gaussian,1.5)"))
        .isEqualTo(Actions.image(8, 9, 1, DerivativeFilter.gaussian(1.5)))
        .isNotEqualTo(Actions.image(8, 9, 1));
    assertThat(Actions.parse("aff-image(8x9x3,spectral)"))
        .isEqualTo(Actions.affImage(8, 9, 3, DerivativeFilter.spectral()));
    assertThat(Actions.affImage(8, 9, 3, DerivativeFilter.central()))
        .isEqualTo(Actions.affImage(8, 9, 3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "image(9x9,Gaussian,2)|no derivative filter is called 'Gaussian', did you mean 'gaussian'?",
        "image(9x9,sobel)|no derivative filter is called 'sobel'; write image(HxW) or image(HxWxC)",
        "aff-image(9x9,sobel)|'central', 'gaussian,S' of S pixels or 'spectral'",
        "image(9x9,)|no derivative filter is called ''; write",
        "image(9x9,gaussian)|'gaussian' takes its standard deviation in pixels, found 0 arguments",
        "image(9x9,gaussian,1,2)|standard deviation in pixels, found 2 arguments; write",
        "image(9x9,gaussian,NaN)|'NaN' is no standard deviation in pixels; write",
        "image(9x9,gaussian,-1)|'-1' is no standard deviation in pixels; write",
        "image(9x9,gaussian,)|'' is no standard deviation in pixels; write",
        "image(9x9,gaussian,1e3)|'1e3' is no standard deviation in pixels; write",
        "image(9x9,gaussian,0)|'gaussian,0': the standard deviation is 0 pixels; take a finite",
        "image(9x9,gaussian,0.4)|the standard deviation is 0.4 pixels; take a finite width of at",
        "image(9x8,gaussian,8.5)|'image(9x8,gaussian,8.5)': the standard deviation of 8.5 pixels is"
            + " larger than the image; take at most 8, the shorter side",
        "image(9x9,spectral,2)|'spectral' takes no argument, found 1; write",
        "image(9x9,central,2,3)|'central' takes no argument, found 2; write",
        "image(sobel)|'sobel' is no size of an image; write"
      })
  void refusesWhatIsNoFilterInOneLine(String text, String found) {
    ActionException e = refused(text);
    assertThat(e.code()).isEqualTo("LIEGG-ACTION-ARGUMENT");
    assertThat(e.getMessage())
        .contains("at character %d of".formatted(text.indexOf('(') + 2))
        .contains(found)
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "image(500x500,spectral)",
        "image(3x999999,spectral)",
        "image(1000x1000,gaussian,20)",
        "image(300x300x3,gaussian,3)",
        "aff-image(999999x999999x999999,gaussian,999999)",
        "image(999999x999999)"
      })
  void anImageWithTooManyWeightsIsRefusedBeforeTheyAreMade(String text) {
    assertThat(refused(text).getMessage())
        .contains("at most 16777216 can be built; take smaller images, or a filter of fewer");
  }

  private static ActionException refused(String text) {
    return catchThrowableOfType(ActionException.class, () -> Actions.parse(text));
  }
}
