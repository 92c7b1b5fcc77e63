package org.liegg.fuzz.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;

/**
 * One reader and the inputs for it.
 *
 * @param name what runs and reports call it
 * @param share how many of 10 000 inputs of a run over all targets go to it
 * @param inputs makes an input
 * @param reader reads it
 */
public record FuzzTarget(String name, int share, Inputs inputs, Reader reader) {

  /** What an input is called in its folder, be it a file or a folder itself. */
  public static final String FILE = "input";

  /** Makes inputs. */
  @FunctionalInterface
  public interface Inputs {
    /** The input that follows from the state of {@code random}; nothing else plays a part. */
    byte[] next(Random random);
  }

  /** Reads inputs. */
  @FunctionalInterface
  public interface Reader {
    /**
     * Reads an input to its end and uses what comes out.
     *
     * @param folder empty, for those that read files; what is put there by {@code read} itself must
     *     be called {@value FuzzTarget#FILE}
     * @throws org.liegg.api.LieggException if the input is refused
     * @throws IOException if the folder cannot be written to; nothing a reader may throw
     */
    void read(byte[] input, Path folder) throws IOException;
  }
}
