package org.liegg.fuzz.targets;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.liegg.fuzz.run.FuzzTarget;

/** Everything that reads what others wrote. */
public final class Targets {

  private Targets() {}

  /** All targets; what is valid is made here, which takes seconds where networks are. */
  public static List<FuzzTarget> all() {
    // Parsers that give up say so in the log, a million times.
    Logger.getLogger("").setLevel(Level.OFF);
    return Stream.of(
            DataTargets.all(),
            ActionTargets.all(),
            ReportTargets.all(),
            StudyTargets.all(),
            FormatTargets.all(),
            StateTargets.all(),
            PartTargets.all(),
            Dl4jTargets.all(),
            KerasTargets.all(),
            ArchiveTargets.all(),
            SameDiffTargets.all(),
            OnnxTargets.all(),
            ServerTargets.all(),
            TensorFlowTargets.all())
        .flatMap(List::stream)
        .toList();
  }
}
