package org.liegg.cli.generators;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.liegg.api.report.SymmetryReport;
import org.liegg.app.Liegg;
import org.liegg.report.GeneratorsJson;
import org.liegg.report.ReportFiles;
import picocli.CommandLine.Option;

/** {@code --generators}: what was learned as a file that other commands take. */
public final class GeneratorsOption {
  @Option(
      names = "--generators",
      paramLabel = "FILE.json",
      description = {
        "Write the generators, where there are some, to a file that --reference, --expect and"
            + " --action take, and liegg generators prints."
      })
  @Nullable Path file;

  /** No file is asked for yet. */
  public GeneratorsOption() {}

  /** Whether a file is asked for. */
  public boolean isWanted() {
    return file != null;
  }

  /** Fails now rather than after the work, where the file cannot be written. */
  public void requireWritable() {
    if (file != null) {
      ReportFiles.requireWritable(file);
    }
  }

  /** Writes the generators, if that is wanted and there are any. */
  public void write(Liegg liegg, SymmetryReport report) {
    if (file != null && !report.generators().isEmpty()) {
      ReportFiles.writeAtomically(file, GeneratorsJson.toString(liegg.generators(report)));
    }
  }
}
