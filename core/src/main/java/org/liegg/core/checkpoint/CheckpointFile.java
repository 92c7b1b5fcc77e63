package org.liegg.core.checkpoint;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import org.liegg.api.spi.IterationWatch;

/**
 * The format: magic, version, what the extraction is of as pairs of text, the solutions found so
 * far, the name of the problem that is worked on and its state up to the end, and a CRC-32 of it
 * all as a long; big-endian.
 *
 * @param inputs what the extraction is of
 * @param solutions what was written of each problem that is solved, by its name
 * @param current name of the problem that is worked on; empty where there is none
 */
record CheckpointFile(Map<String, String> inputs, Map<String, byte[]> solutions, String current) {
  private static final long MAGIC = 0x4c69654747436b70L; // "LieGGCkp"
  private static final int VERSION = 1;
  private static final int BUFFER = 1 << 16;
  private static final int MANY = 1 << 12;

  /** A file with the stream at the start of the state that is worked on. */
  record Opened(CheckpointFile file, DataInputStream state) {}

  /**
   * Writes a file beside its place and moves it there.
   *
   * @param state of the problem that is worked on; nothing where there is none
   */
  void write(Path target, IterationWatch.State state) throws IOException {
    Path absolute = target.toAbsolutePath();
    Path part =
        absolute.resolveSibling(".%s.%s.part".formatted(absolute.getFileName(), UUID.randomUUID()));
    try {
      try (FileChannel channel =
          FileChannel.open(part, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
        fill(Channels.newOutputStream(channel), state);
        // The name must never come to stand for a file whose content is still on its way.
        channel.force(true);
      }
      move(part, absolute);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private void fill(OutputStream target, IterationWatch.State state) throws IOException {
    CRC32 checksum = new CRC32();
    DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(new CheckedOutputStream(target, checksum), BUFFER));
    out.writeLong(MAGIC);
    out.writeInt(VERSION);
    out.writeInt(inputs.size());
    for (Map.Entry<String, String> input : inputs.entrySet()) {
      out.writeUTF(input.getKey());
      out.writeUTF(input.getValue());
    }
    out.writeInt(solutions.size());
    for (Map.Entry<String, byte[]> solution : solutions.entrySet()) {
      out.writeUTF(solution.getKey());
      out.writeInt(solution.getValue().length);
      out.write(solution.getValue());
    }
    out.writeUTF(current);
    state.writeTo(out);
    out.flush();
    out.writeLong(checksum.getValue());
    out.flush();
  }

  private static void move(Path part, Path target) throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /**
   * Opens a file whose checksum is right.
   *
   * @throws IOException if it is damaged, in words that say how
   */
  static Opened open(Path path) throws IOException {
    requireWhole(path);
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(path), BUFFER));
    try {
      if (in.readLong() != MAGIC) {
        throw new IOException("it does not start like a checkpoint");
      }
      int version = in.readInt();
      if (version != VERSION) {
        throw new IOException("its format is version %d, not %d".formatted(version, VERSION));
      }
      Map<String, String> inputs = new LinkedHashMap<>();
      for (int left = count(in); left > 0; left--) {
        inputs.put(in.readUTF(), in.readUTF());
      }
      Map<String, byte[]> solutions = new LinkedHashMap<>();
      for (int left = count(in); left > 0; left--) {
        String name = in.readUTF();
        solutions.put(name, bytes(in, Files.size(path)));
      }
      return new Opened(new CheckpointFile(inputs, solutions, in.readUTF()), in);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  private static int count(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > MANY) {
      throw new IOException("its parts do not fit together");
    }
    return count;
  }

  private static byte[] bytes(DataInputStream in, long most) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > most) {
      throw new IOException("its parts do not fit together");
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return bytes;
  }

  private static void requireWhole(Path path) throws IOException {
    long left = Files.size(path) - Long.BYTES;
    CRC32 checksum = new CRC32();
    try (InputStream file = Files.newInputStream(path);
        DataInputStream in = new DataInputStream(file)) {
      byte[] buffer = new byte[BUFFER];
      while (left > 0) {
        int some = (int) Math.min(left, buffer.length);
        in.readFully(buffer, 0, some);
        checksum.update(buffer, 0, some);
        left -= some;
      }
      if (left < 0 || in.readLong() != checksum.getValue()) {
        throw new IOException("its checksum does not fit: it was cut short or altered");
      }
    }
  }
}
