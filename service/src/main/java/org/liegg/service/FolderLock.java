package org.liegg.service;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.liegg.service.base.ServiceException;

/** A folder that one service has for itself, for as long as its process lives. */
final class FolderLock implements AutoCloseable {
  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Makes the folder where there is none, and takes it.
   *
   * @throws ServiceException {@code LIEGG-SERVICE-DATA-USED} if another service has it, {@code
   *     LIEGG-SERVICE-DATA} if it cannot be used
   */
  static FolderLock take(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (isTaken(channel)) {
        channel.close();
        throw new ServiceException(
            500,
            "LIEGG-SERVICE-DATA-USED",
            "folder " + folder,
            "another service has it",
            "end that one, name another folder with --data, or let both share a database with"
                + " --database");
      }
      return new FolderLock(channel);
    } catch (IOException e) {
      throw new ServiceException(
          500,
          "LIEGG-SERVICE-DATA",
          "folder " + folder,
          "it cannot be used (%s)".formatted(e),
          "name a folder that can be written with --data",
          e);
    }
  }

  private static boolean isTaken(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() == null;
    } catch (OverlappingFileLockException e) {
      return true;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // The lock is gone in either case.
      return;
    }
  }
}
