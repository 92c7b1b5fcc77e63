package org.liegg.api.spi.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.liegg.api.Matrix;

class StateInputTest {
  private static final double[] ODD = {
    -0.0, Double.MIN_VALUE, Double.NaN, Double.NEGATIVE_INFINITY, 1.0 / 3
  };

  @Test
  void readsWhatWasWrittenToTheLastBit() {
    double[] many = new double[5000];
    Arrays.setAll(many, i -> Math.sqrt(i));
    byte[] bytes =
        new StateOutput()
            .writeInt(-7)
            .writeLong(1L << 40)
            .writeDouble(-0.0)
            .writeBoolean(true)
            .writeText("gl(5)² ")
            .writeInts(new int[] {1, -1})
            .writeLongs(new long[] {Long.MIN_VALUE})
            .writeDoubles(ODD)
            .writeDoubles(many)
            .writeMatrix(new Matrix(1, 2, new double[] {3, 4}))
            .writeBytes(new byte[] {9})
            .toBytes();

    StateInput in = new StateInput(bytes);
    assertThat(in.readInt()).isEqualTo(-7);
    assertThat(in.readLong()).isEqualTo(1L << 40);
    assertThat(Double.doubleToRawLongBits(in.readDouble())).isEqualTo(Long.MIN_VALUE);
    assertThat(in.readBoolean()).isTrue();
    assertThat(in.readText()).isEqualTo("gl(5)² ");
    assertThat(in.readInts()).containsExactly(1, -1);
    assertThat(in.readLongs()).containsExactly(Long.MIN_VALUE);
    assertThat(in.readDoubles()).isEqualTo(ODD);
    assertThat(in.readDoubles(5000)).isEqualTo(many);
    assertThat(in.readMatrix().values()).containsExactly(3, 4);
    assertThat(in.readBytes()).containsExactly(9);
    in.requireEnd();
    assertThat(in.remaining()).isZero();
  }

  @Test
  void makesNothingOfALengthThatIsNotThere() {
    byte[] huge = new StateOutput().writeInt(Integer.MAX_VALUE).writeInt(0).toBytes();
    byte[] negative = new StateOutput().writeInt(-1).toBytes();
    List<Consumer<StateInput>> reads =
        List.of(
            StateInput::readInts,
            StateInput::readLongs,
            StateInput::readDoubles,
            StateInput::readBytes,
            StateInput::readText);

    for (byte[] bytes : List.of(huge, negative)) {
      for (Consumer<StateInput> read : reads) {
        refused(bytes, read);
      }
    }
    refused(negative, StateInput::readSize);
    refused(new byte[3], StateInput::readInt);
    refused(new byte[] {2}, StateInput::readBoolean);
    refused(new byte[1], StateInput::requireEnd);
    refused(new StateOutput().writeDoubles(ODD).toBytes(), in -> in.readDoubles(4));
  }

  private static void refused(byte[] bytes, Consumer<StateInput> read) {
    assertThatThrownBy(() -> read.accept(new StateInput(bytes)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
