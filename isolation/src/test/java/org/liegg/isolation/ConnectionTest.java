package org.liegg.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers arrive to the bit, and what is too large is refused before there is room for it. */
class ConnectionTest extends PairTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8191, 8192, 8193, 100_003, 1_000_000})
  void doublesArriveToTheBit(int count) throws IOException {
    long[] bits = new Random(count).longs(count).toArray();
    double[] values = Arrays.stream(bits).mapToDouble(Double::longBitsToDouble).toArray();

    assertArrive(values);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8191, 8193, 100_003, 1_000_000})
  void floatsArriveToTheBit(int count) throws IOException {
    double[] values = new Random(count).doubles(count).map(value -> (float) value).toArray();

    assertArrive(values);
  }

  @Test
  void theUnusualNumbersDo() throws IOException {
    assertArrive(new double[] {0.0, -0.0, Float.MIN_VALUE, Double.POSITIVE_INFINITY, 1});
    assertArrive(new double[] {-0.0, Double.MIN_VALUE});
    assertArrive(new double[] {Double.NaN, Double.longBitsToDouble(0x7ff8000000000001L)});
  }

  private void assertArrive(double[] values) throws IOException {
    // Something of odd length before, so that numbers do not stand where a processor likes them.
    double[] actual =
        pair.carried(
            to -> {
              to.putByte(1);
              to.putDoubles(values);
            },
            from -> {
              from.getByte();
              return from.getDoubles(new double[values.length]);
            });
    assertThat(bits(actual)).isEqualTo(bits(values));
  }

  private static long[] bits(double[] values) {
    return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
  }

  @Test
  void textsArrive() throws IOException {
    String text = "π ≤ 4, 😀 and\u0000 a zero";
    assertThat(pair.<String>carried(to -> to.putText(text), Connection::getText)).isEqualTo(text);
  }

  @Test
  void longTextsAreCut() throws IOException {
    String text = "x".repeat(Connection.LONGEST_TEXT + 5);
    assertThat(pair.<String>carried(to -> to.putText(text), Connection::getText))
        .hasSize(Connection.LONGEST_TEXT);
  }

  @Test
  void tooLongATextIsRefused() {
    assertThatThrownBy(() -> pair.carried(to -> to.putInt(Integer.MAX_VALUE), Connection::getText))
        .isInstanceOf(BadMessageException.class)
        .hasMessage("a text of 2147483647, where 0 to 65536 may be");
  }

  @Test
  void aNegativeCountIsRefused() {
    assertThatThrownBy(() -> pair.carried(to -> to.putInt(-1), from -> from.getCount("layers", 5)))
        .isInstanceOf(BadMessageException.class)
        .hasMessageContaining("layers of -1");
  }

  @Test
  void theEndIsAnError() {
    assertThatThrownBy(() -> pair.ended(Connection::getLong)).isInstanceOf(EOFException.class);
  }
}
