package org.liegg.api.spi.support;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Files that somebody else may have made, opened so that no reading waits or goes on for ever: a
 * pipe without a writer, a device and a file that the kernel makes up are refused, and what is read
 * is counted, whatever the file's size is said to be.
 */
public final class RegularFile {
  /** Where files say size 0 and hold something, or wait in reading. */
  private static final Set<String> MADE_UP =
      Set.of("proc", "sysfs", "debugfs", "tracefs", "cgroup", "cgroup2", "securityfs", "devpts");

  private RegularFile() {}

  /**
   * Why a file that exists cannot be read as one; links are followed.
   *
   * @return e.g. {@code it is a directory}; empty where nothing speaks against it, also where there
   *     is no such file
   */
  public static Optional<String> objection(Path file) {
    if (Files.isDirectory(file)) {
      return Optional.of("it is a directory");
    }
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    if (!Files.isRegularFile(file)) {
      return Optional.of("it is not a regular file but a pipe, a socket or a device");
    }
    return isMadeUp(file)
        ? Optional.of("it is not a file on a disk, the system makes it up as it is read")
        : Optional.empty();
  }

  /**
   * Opens a regular file.
   *
   * @param most bytes that may be read
   * @return a stream that throws an {@link IOException}, which says so, when it would give more
   * @throws IOException if it is no regular file, does not exist or cannot be opened
   */
  public static InputStream open(Path file, long most) throws IOException {
    Optional<String> objection = objection(file);
    if (objection.isPresent()) {
      throw new FileSystemException(file.toString(), null, objection.get());
    }
    return new Counted(Files.newInputStream(file), most);
  }

  /**
   * The content of a regular file.
   *
   * @param most bytes that it may have
   * @throws IOException as {@link #open}
   */
  public static byte[] bytes(Path file, int most) throws IOException {
    try (InputStream in = open(file, most)) {
      return in.readAllBytes();
    }
  }

  /** What an error of this class or of the file system says, without the path. */
  public static String reason(IOException e) {
    String reason = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
    return reason == null ? e.getClass().getSimpleName() : reason;
  }

  private static boolean isMadeUp(Path file) {
    try {
      return MADE_UP.contains(Files.getFileStore(file).type());
    } catch (IOException | SecurityException e) {
      // Where that is not told, reading is still counted.
      return false;
    }
  }

  /** Gives so many bytes and no more. */
  private static final class Counted extends BlockStream {
    private final InputStream in;
    private final long most;
    private long left;

    Counted(InputStream in, long most) {
      this.in = in;
      this.most = most;
      this.left = most;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      // One more than is left, to tell a file that ends from one that goes on.
      int read =
          in.read(to, from, (int) Math.min(length, left == Long.MAX_VALUE ? left : left + 1));
      if (read > left) {
        throw new IOException("it is larger than %d bytes".formatted(most));
      }
      left -= Math.max(0, read);
      return read;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
