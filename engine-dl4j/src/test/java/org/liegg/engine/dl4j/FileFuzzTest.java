package org.liegg.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.ModelException;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.spi.support.Models;
import org.liegg.engine.dl4j.archive.ModelArchive;

/** Whatever is done to a file, opening it works or says in one line why not. */
@Tag("slow")
class FileFuzzTest {
  private static final int ROUNDS = 1500;

  @TempDir Path directory;

  private Map<String, byte[]> entries = Map.of();
  private byte[] whole = new byte[0];

  @BeforeEach
  void makeAWholeFile() throws IOException {
    entries = Zips.network(directory);
    whole = Files.readAllBytes(Zips.write(directory, entries));
  }

  @Test
  void truncatedFiles() {
    for (int length = 0; length < whole.length; length += 1 + length / 40) {
      open(Arrays.copyOf(whole, length), "the first %d bytes".formatted(length));
    }
  }

  @Test
  void flippedBitsOfTheArchive() {
    for (int seed = 0; seed < ROUNDS; seed++) {
      open(flipped(whole, seed), "archive, seed " + seed);
    }
  }

  /** Behind right checksums, so that the damage reaches the parsers. */
  @Test
  void flippedBitsOfTheEntries() throws IOException {
    int refused = 0;
    for (int seed = 0; seed < ROUNDS; seed++) {
      String name = seed % 2 == 0 ? ModelArchive.CONFIGURATION : ModelArchive.COEFFICIENTS;
      byte[] flipped = flipped(Objects.requireNonNull(entries.get(name)), seed);
      Map<String, byte[]> altered = new LinkedHashMap<>(entries);
      altered.put(name, flipped);
      Path path = Zips.write(directory, altered);
      refused += open(Files.readAllBytes(path), name + ", seed " + seed) ? 0 : 1;
    }
    assertThat(refused).as("refused of %d", ROUNDS).isBetween(ROUNDS / 4, ROUNDS - 1);
  }

  /** Whether the file could be opened and used. */
  private boolean open(byte[] bytes, String what) {
    ModelSource source = ModelSource.of(Zips.write(directory, bytes));
    Dl4jGradientProvider provider = new Dl4jGradientProvider();
    try {
      provider.accepts(source);
      try (var model = Models.open(provider, source, ModelOptions.defaults())) {
        model.jacobians(Nets.samples(3, model.info().inputSize()));
      }
      return true;
    } catch (ModelException e) {
      assertThat(e.getMessage()).as(what).startsWith("LIEGG-MODEL-").doesNotContain("\n");
      return false;
    } catch (RuntimeException | Error e) {
      return fail("%s: %s".formatted(what, e), e);
    }
  }

  /** One to eight bytes with a bit flipped, or all bits set. */
  private static byte[] flipped(byte[] bytes, int seed) {
    Random random = new Random(seed);
    byte[] flipped = bytes.clone();
    for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
      int at = random.nextInt(flipped.length);
      flipped[at] =
          random.nextInt(4) == 0 ? (byte) -1 : (byte) (flipped[at] ^ (1 << random.nextInt(8)));
    }
    return flipped;
  }
}
