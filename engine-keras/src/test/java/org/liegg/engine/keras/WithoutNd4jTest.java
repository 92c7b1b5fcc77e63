package org.liegg.engine.keras;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Convolutional networks are opened and differentiated without ND4J's native library. */
class WithoutNd4jTest {
  @TempDir Path directory;

  @Test
  void chainsOfKnownLayersDoNotLoadIt() throws Exception {
    KerasFiles files =
        new KerasFiles(Imports.SEED)
            .layer(
                "Conv2D",
                "conv",
                Settings.input("8,7,2")
                    + ","
                    + Settings.conv(3, "3,2", "1,1", "1,1", "same", "relu"))
            .affine(3, 2, 2, 3)
            .layer("MaxPooling2D", "pool", Settings.pool(2, 2, "valid"))
            .layer("Flatten", "flatten", "'data_format':'channels_last'")
            .layer("Dense", "dense", Settings.dense(3, "softmax"))
            .affine(36, 3);
    assertThat(exitCode(files.write(directory))).isZero();
  }

  private static int exitCode(Path model) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--add-opens",
            "java.base/java.lang=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            OpenWithoutNd4j.class.getName(),
            model.toString())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
