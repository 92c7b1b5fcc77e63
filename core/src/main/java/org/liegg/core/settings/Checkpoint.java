package org.liegg.core.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.liegg.api.OutputException;

/**
 * Where an extraction whose decomposition iterates keeps how far it is, so that it can be gone on
 * with after it was ended from outside. The file is written to another name first and then moved;
 * it stays when the extraction is done.
 *
 * @param file the file
 * @param resume whether to go on from the file; where there is none yet the extraction starts from
 *     the beginning
 * @param every how long to wait at least between two states
 * @param needed whether a decomposition that does not iterate, and so has nothing to keep, is
 *     refused
 */
public record Checkpoint(Path file, boolean resume, Duration every, boolean needed) {
  private static final Duration EVERY = Duration.ofMinutes(1);

  /** An extraction from the beginning, kept every minute. */
  public static Checkpoint at(Path file) {
    return new Checkpoint(file, false, EVERY, true);
  }

  /** The same, going on from the file. */
  public Checkpoint resuming() {
    return new Checkpoint(file, true, every, needed);
  }

  /** The same, kept after this time at the earliest. */
  public Checkpoint every(Duration time) {
    return new Checkpoint(file, resume, time, needed);
  }

  /** The same, used by decompositions that iterate and by no others. */
  public Checkpoint whereItIterates() {
    return new Checkpoint(file, resume, every, false);
  }

  /**
   * Refuses a place that cannot be written, or holds what nobody said to go on from.
   *
   * @throws OutputException {@code LIEGG-CHECKPOINT-EXISTS}, {@code LIEGG-OUTPUT-UNWRITABLE}
   */
  public void requireUsable() {
    if (Files.exists(file) && !resume) {
      throw new OutputException(
          "LIEGG-CHECKPOINT-EXISTS",
          subject(),
          "there is such a file already",
          "go on from it with --resume, delete it, or name another with --checkpoint");
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
      throw new OutputException(
          "LIEGG-OUTPUT-UNWRITABLE",
          subject(),
          "its folder does not exist or cannot be written",
          "name a file in a folder that exists with --checkpoint");
    }
  }

  /** Whether there is something to go on from. */
  public boolean exists() {
    return resume && Files.exists(file);
  }

  /** As messages name it. */
  public String subject() {
    return "checkpoint " + file;
  }
}
