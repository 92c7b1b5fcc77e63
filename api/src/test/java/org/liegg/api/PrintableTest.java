package org.liegg.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PrintableTest {
  @ParameterizedTest
  @CsvSource({
    "0000", "0007", "0008", "0009", "000A", "000D", "001B", "007F", "0085", "009B", "00AD", "061C",
    "200B", "200E", "200F", "2028", "2029", "202A", "202E", "2066", "2069", "FEFF", "FFFE", "FFFF",
    "E000", "D800", "DFFF"
  })
  void showsWhatCannotBeSeenByItsNumber(String hexadecimal) {
    char hidden = (char) Integer.parseInt(hexadecimal, 16);
    assertThat(Printable.text("a" + hidden + "b")).isEqualTo("a\\u" + hexadecimal + "b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "dense_1/kernel:0", "C:\\models\\net.zip", "Schicht äöü 層 😀", "'\"<&>"})
  void leavesAloneWhatIsPrintable(String text) {
    assertThat(Printable.text(text)).isEqualTo(text);
    assertThat(Printable.message(text)).isEqualTo(text);
  }

  @Test
  void showsBothHalvesOfAHiddenCharacterBeyondTheFirstPlane() {
    assertThat(Printable.text("a" + Character.toString(0xE0041))).isEqualTo("a\\uDB40\\uDC41");
  }

  @Test
  void escapesOnceHoweverOftenItIsAsked() {
    String once = Printable.text("\u001b[31mred\u202e");
    assertThat(once).isEqualTo("\\u001B[31mred\\u202E");
    assertThat(Printable.text(once)).isEqualTo(once);
  }

  @Test
  void shortensNamesOfMoreThanTwoHundredCharacters() {
    assertThat(Printable.text("x".repeat(200))).isEqualTo("x".repeat(200));
    assertThat(Printable.text("x".repeat(201))).isEqualTo("x".repeat(200) + "…");
    assertThat(Printable.text("x".repeat(1 << 24))).hasSize(201);
  }

  @Test
  void neverCutsACharacterOrAnEscapeInHalves() {
    assertThat(Printable.text("xxx😀", 4)).isEqualTo("xxx…");
    assertThat(Printable.text("xxx\u001b", 5)).isEqualTo("xxx…");
  }

  @Test
  void putsAMessageOnOneLine() {
    assertThat(Printable.message("found this \r\n\t and that\nwith \u0007"))
        .isEqualTo("found this and that with \\u0007");
    assertThat(Printable.message("x".repeat(20_000))).hasSize(10_001).endsWith("…");
  }

  @Test
  void refusesToShowNothing() {
    assertThatThrownBy(() -> Printable.text("a", 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isAppliedToTheMessageOfEveryError() {
    LieggException error = new LieggException("LIEGG-X", "model \u001b[2J", "a\nb \u202e", "go on");
    assertThat(error).hasMessage("LIEGG-X: model \\u001B[2J: a b \\u202E; go on");
  }
}
