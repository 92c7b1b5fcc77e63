package org.liegg.engine.dl4j.archive;

import java.util.regex.Pattern;

/**
 * The classes that a configuration from a file may name: those of which Deeplearning4j builds
 * networks. Deeplearning4j itself loads and runs whatever class a file names.
 */
final class ClassAllowList {
  private static final Pattern NAME =
      Pattern.compile(
          "org\\.(deeplearning4j\\.nn\\.(conf|weights)"
              + "|nd4j\\.linalg\\.(activations\\.impl|lossfunctions\\.impl|schedule"
              + "|learning\\.(config|regularization)))"
              + "(\\.\\w+)*\\.\\w+(\\$\\w+)*");

  private ClassAllowList() {}

  /** Whether a file may name this class. */
  static boolean allows(String name) {
    return NAME.matcher(name).matches();
  }
}
