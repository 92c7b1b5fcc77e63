package org.liegg.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.liegg.api.OutputException;
import org.liegg.app.ExtractionRequest;
import org.liegg.cli.terminal.Terminal;
import org.liegg.core.settings.Checkpoint;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The options by which an extraction that takes long can be ended and gone on with. */
final class CheckpointOptions {
  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = {
        "Keep in FILE, every minute, how far the iteration of --decomposition lobpcg is. The file"
            + " is deleted when the report is written."
      })
  @Nullable Path file;

  @Option(
      names = "--resume",
      description = {
        "Go on from the file of --checkpoint; where there is none yet, start from the beginning."
            + " Model, data and options must be the same."
      })
  boolean resume;

  @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
  CommandLine.Model.CommandSpec spec;

  CheckpointOptions() {}

  /** The request with what was said here. */
  ExtractionRequest of(ExtractionRequest request) {
    if (file == null) {
      if (resume) {
        throw new CommandLine.ParameterException(
            spec.commandLine(), "--resume is given without --checkpoint: name the file");
      }
      return request;
    }
    Checkpoint checkpoint = checkpoint(file);
    checkpoint.requireUsable();
    return request.with(checkpoint);
  }

  private Checkpoint checkpoint(Path path) {
    return resume ? Checkpoint.at(path).resuming() : Checkpoint.at(path);
  }

  /** Says whether there is something to go on from, where that was asked for. */
  void announce(Terminal terminal) {
    if (file != null && resume) {
      terminal.say(
          checkpoint(file).exists()
              ? "going on from the checkpoint " + file
              : "no checkpoint %s yet: starting from the beginning".formatted(file));
    }
  }

  /**
   * Deletes the file, which nobody needs once the report is written.
   *
   * @throws OutputException {@code LIEGG-OUTPUT-UNWRITABLE} if it cannot be deleted
   */
  void delete() {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new OutputException(
          "LIEGG-OUTPUT-UNWRITABLE",
          "checkpoint " + file,
          "the report is written, and the file cannot be deleted (%s)".formatted(e),
          "delete it yourself",
          e);
    }
  }
}
