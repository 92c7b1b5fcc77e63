package org.liegg.linalg;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.NumericalException;
import org.liegg.api.Rows;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.api.spi.ProviderKind;
import org.liegg.api.spi.ProviderRegistry;

/** Counts in a state that nothing can have counted, behind a right checksum. */
class StateCountsTest {
  private static final byte[] MODE = "ROWS".getBytes(StandardCharsets.UTF_8);

  @ParameterizedTest
  @ValueSource(strings = {"auto", "gram", "qr", "svd", "ejml-svd", "lobpcg"})
  void refusesNegativeSamplesAndRows(String name) {
    DecompositionProvider provider =
        ProviderRegistry.load(ProviderKind.DECOMPOSITION, StateCountsTest.class.getClassLoader())
            .require(name);
    for (int counter = 0; counter < 2; counter++) {
      byte[] state = state(provider);
      ByteBuffer.wrap(state).putLong(afterMode(state) + counter * Long.BYTES, -7);
      seal(state);
      assertThatThrownBy(() -> provider.restore(state).close())
          .isInstanceOf(NumericalException.class)
          .hasMessageStartingWith("LIEGG-STATE-CORRUPT: ");
    }
  }

  private static byte[] state(DecompositionProvider provider) {
    try (Decomposition decomposition = provider.open(2)) {
      decomposition.accept(new Rows(3, 2, new double[] {1, 2, 3, 4, 5, 7}));
      return decomposition.state();
    }
  }

  private static int afterMode(byte[] state) {
    String text = new String(state, StandardCharsets.ISO_8859_1);
    return text.indexOf(new String(MODE, StandardCharsets.ISO_8859_1)) + MODE.length;
  }

  private static void seal(byte[] state) {
    int end = state.length - Integer.BYTES;
    CRC32 checksum = new CRC32();
    checksum.update(state, 0, end);
    ByteBuffer.wrap(state).putInt(end, (int) checksum.getValue());
  }
}
