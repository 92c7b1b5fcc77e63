package org.liegg.study.task;

import java.util.Map;
import org.liegg.study.spec.DataFiles;

/** Samples of files, of which a share is held out. */
abstract class FilesTask implements StudyTask {
  final FileSamples files;
  final Split split;

  /**
   * @param seed of the split
   */
  FilesTask(FileSamples files, DataFiles described, long seed) {
    this.files = files;
    split = Split.of(files.samples(), described.testShare(), seed);
  }

  @Override
  public final int outputs() {
    return files.samples().y().columns();
  }

  @Override
  public final int trainingSamples() {
    return split.training().size();
  }

  @Override
  public final Map<String, String> sources() {
    return files.sources();
  }
}
