package org.liegg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liegg.data.Samples.bytes;
import static org.liegg.data.Samples.gzip;
import static org.liegg.data.Samples.resource;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.DataException;
import org.liegg.api.Dataset;

/** Damaged files of every format: read, or refused with the one clear error; nothing else. */
@Timeout(value = 5, unit = TimeUnit.MINUTES) // against endless loops; says nothing of speed
@Tag("slow")
class FuzzTest {

  private static final int ROUNDS = 600;
  private static final int HEADER = 160;

  /** Archives of several arrays, and the one to read. */
  private static final Map<String, String> SEVERAL_ARRAYS =
      Map.of("two.npz", "test", "extremes.npz", "i8");

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c.npy",
        "fortran.npy",
        "version2.npy",
        "version3.npy",
        "one.npz",
        "two.npz",
        "extremes.npz",
        "savetxt.csv",
        "u1.idx",
        "f8.idx",
        "c.npy.gz",
        "fortran.npy.gz",
        "u1.idx.gz"
      })
  void refusesDamageWithTheOneClearError(String name) {
    damage(name, bytes(resource(name)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"one.npz", "savetxt.csv"})
  void refusesDamageUnderGzipWithTheOneClearError(String name) {
    damage(name + ".gz", gzip(bytes(resource(name))));
  }

  /** The damage is done first and the gzip around it is sound, so that it reaches the reader. */
  @ParameterizedTest
  @ValueSource(strings = {"c.npy", "fortran.npy", "one.npz", "savetxt.csv", "f8.idx"})
  void refusesDamageWrappedInSoundGzipWithTheOneClearError(String name) {
    byte[] whole = bytes(resource(name));
    for (long seed = 0; seed < ROUNDS / 2; seed++) {
      read(name, seed, gzip(flip(whole, seed)));
    }
  }

  private void damage(String name, byte[] whole) {
    for (int length = 0; length < Math.min(whole.length, 2 * HEADER); length++) {
      String cut = name + " cut to " + length + " bytes";
      boolean refused = read(cut, 0, Arrays.copyOf(whole, length));
      // Half a table is a table; half of anything else is nothing.
      assertThat(refused || name.equals("savetxt.csv")).as(cut).isTrue();
    }
    for (long seed = 0; seed < ROUNDS; seed++) {
      read(name, seed, flip(whole, seed));
    }
  }

  /** One to four bits, half of the time in the header; sometimes cut as well. */
  private static byte[] flip(byte[] whole, long seed) {
    Random random = new Random(seed);
    byte[] damaged = whole.clone();
    int reach = random.nextBoolean() ? Math.min(HEADER, damaged.length) : damaged.length;
    for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
      damaged[random.nextInt(reach)] ^= (byte) (1 << random.nextInt(8));
    }
    return random.nextInt(8) == 0
        ? Arrays.copyOf(damaged, random.nextInt(damaged.length))
        : damaged;
  }

  /** Whether it was refused. */
  private boolean read(String name, long seed, byte[] damaged) {
    Path path = Samples.write(directory, "damaged", damaged);
    DataOptions options = DataOptions.defaults();
    for (String archive : SEVERAL_ARRAYS.keySet()) {
      if (name.startsWith(archive)) {
        options = options.withArray(SEVERAL_ARRAYS.get(archive));
      }
    }
    try {
      Dataset data = Datasets.open(path, options);
      double[] values = Samples.all(data, 2);
      assertThat(Arrays.stream(values).allMatch(Double::isFinite)).isTrue();
      return false;
    } catch (DataException e) {
      assertThat(e.getMessage())
          .startsWith(e.code())
          .startsWith("LIEGG-DATA-")
          .doesNotContain("\n");
      return true;
    } catch (Throwable e) {
      throw new AssertionError("%s, seed %d".formatted(name, seed), e);
    }
  }
}
