package org.liegg.engine.tensorflow.lower;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds of every lowering: it computes what the operation computes, and is differentiated
 * rightly. A test of some operations lists them in a static method {@code operations}.
 */
abstract class LoweringContract {
  @TempDir Path directory;

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void computesTheSame(String name, LoweringCheck check) {
    check.computesTheSame();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void isDifferentiatedRightly(String name, LoweringCheck check) {
    check.isDifferentiatedRightly(directory);
  }
}
