package org.liegg.engine.keras;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.ModelException;
import org.liegg.api.ModelOptions;
import org.liegg.api.Precision;

/** Whatever the bytes are, a file is read, or refused with one error. */
@Tag("slow")
class FuzzTest {
  private static final long SEED = 20240508;
  private static final int FILES = 3000;

  @TempDir Path directory;

  @Test
  @Timeout(300)
  void damagedBytes() throws IOException {
    KerasFiles files =
        new KerasFiles(SEED).input("in", "3").dense("dense", 3, 2, "linear").compressed();
    byte[] whole = Files.readAllBytes(files.write(directory));
    Random random = new Random(SEED);
    int refused = 0;
    for (int n = 0; n < FILES; n++) {
      byte[] bytes = whole.clone();
      for (int i = random.nextInt(1, 4); i > 0; i--) {
        int at = random.nextInt(8, bytes.length);
        bytes[at] = random.nextBoolean() ? (byte) random.nextInt() : (byte) 0xff;
      }
      Path path = Files.write(directory.resolve("damaged.h5"), bytes);
      try {
        KerasNetworks.prepare(path, ModelOptions.defaults()).session(Precision.FLOAT).close();
      } catch (ModelException e) {
        refused++;
      } catch (RuntimeException | Error e) {
        throw new AssertionError("file %d of seed %d".formatted(n, SEED), e);
      }
    }
    assertThat(refused).isBetween(FILES / 20, FILES);
  }
}
