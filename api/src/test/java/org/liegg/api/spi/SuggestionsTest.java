package org.liegg.api.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {
  private static final List<String> KNOWN = List.of("dl4j", "tensorflow", "gram", "ejml-svd");

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "dlj4, dl4j",
    "dl4, dl4j",
    "dl44j, dl4j",
    "DL4J, dl4j",
    "tensorfow, tensorflow",
    "TensorFlow, tensorflow",
    "ejml_svd, ejml-svd",
    "garm, gram"
  })
  void findsTheWordThatWasMeant(String asked, String meant) {
    assertThat(Suggestions.nearest(asked, KNOWN)).hasValue(meant);
  }

  @Test
  void countsASwapOfNeighboursOnce() {
    // One swap reaches "ab"; two substitutions would be further than a third of the length.
    assertThat(Suggestions.nearest("ba", List.of("ab"))).hasValue("ab");
    assertThat(Suggestions.nearest("xy", List.of("ab"))).isEmpty();
  }

  @Test
  void keepsSilentAboutWordsThatAreFar() {
    assertThat(Suggestions.nearest("pytorch", KNOWN)).isEmpty();
    assertThat(Suggestions.nearest("", KNOWN)).isEmpty();
    assertThat(Suggestions.nearest("gram", List.of())).isEmpty();
  }

  @Test
  void acceptsAThirdOfTheLengthAndNoMore() {
    assertThat(Suggestions.nearest("abcdxx", List.of("abcdef"))).hasValue("abcdef");
    assertThat(Suggestions.nearest("abcxxx", List.of("abcdef"))).isEmpty();
  }

  @Test
  void prefersTheNearerThenTheAlphabeticallyFirst() {
    assertThat(Suggestions.nearest("gran", List.of("grain", "grand", "gray"))).hasValue("grain");
    assertThat(Suggestions.nearest("gram", List.of("grab", "gram-x", "gram"))).hasValue("gram");
  }
}
