package org.liegg.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A file on its way to its place. Until it is moved there nobody sees it by that name; if that
 * never happens, because writing failed or the program is told to stop, it is deleted.
 */
final class TemporaryFile implements AutoCloseable {
  private final Path path;
  private final Thread onExit = new Thread(this::stop, "liegg-delete-temporary-file");
  private boolean stopped;

  /**
   * @throws IllegalStateException if the program is being stopped
   */
  TemporaryFile(Path directory) {
    path = directory.resolve(".liegg-" + UUID.randomUUID() + ".tmp");
    Runtime.getRuntime().addShutdownHook(onExit);
  }

  /**
   * Creates the file and fills it.
   *
   * @throws IllegalStateException if the program is being stopped
   */
  void write(byte[] content) throws IOException {
    try (FileChannel channel = create()) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      // The name must never come to stand for a file whose content is still on its way to the disk.
      channel.force(true);
    }
  }

  /** Gives the file its name, in place of whatever had it; all at once. */
  synchronized void moveTo(Path target) throws IOException {
    requireRunning();
    Files.move(path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Deletes the file if it was not moved. */
  @Override
  public void close() throws IOException {
    try {
      Runtime.getRuntime().removeShutdownHook(onExit);
    } catch (IllegalStateException stopping) {
      // The program is being stopped: the hook deletes the file, and so does this.
    }
    Files.deleteIfExists(path);
  }

  private synchronized FileChannel create() throws IOException {
    requireRunning();
    return FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  private synchronized void stop() {
    stopped = true;
    path.toFile().delete();
  }

  private void requireRunning() {
    if (stopped) {
      throw new IllegalStateException("the program is being stopped");
    }
  }
}
