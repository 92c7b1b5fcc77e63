package org.liegg.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.spark.launcher.JavaModuleOptions;

/**
 * An application that is submitted as the script {@code spark-submit} does: the same class in a
 * process of its own, with the jars of Spark alone on its class path and ours by {@code --jars}.
 *
 * @param home the installation
 * @param master where it runs
 * @param options more of {@code spark-submit}
 */
record Submission(SparkHome home, String master, List<String> options) {
  private static final long MAX_HOURS = 2;

  /**
   * How it ended.
   *
   * @param exitCode of the process
   * @param err what it and Spark wrote to standard error
   */
  record Ended(int exitCode, String err) {}

  /** Runs {@link SparkExtract} to its end. */
  Ended run(String... words) throws IOException, InterruptedException {
    Path err = Files.createTempFile(home.folder(), "submitted", ".err");
    ProcessBuilder process =
        new ProcessBuilder(command(words))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(err.toFile());
    process.environment().put("SPARK_HOME", home.folder().toString());
    // Where SPARK_HOME is no checkout of Spark, its scripts set this.
    process.environment().put("SPARK_SCALA_VERSION", "2.13");
    Process running = process.start();
    try {
      if (!running.waitFor(MAX_HOURS, TimeUnit.HOURS)) {
        throw new AssertionError("spark-submit does not end: " + Files.readString(err));
      }
      return new Ended(running.exitValue(), Files.readString(err));
    } finally {
      running.descendants().forEach(ProcessHandle::destroyForcibly);
      running.destroyForcibly();
    }
  }

  private List<String> command(String... words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Arrays.asList(JavaModuleOptions.defaultModuleOptionArray()));
    command.addAll(
        List.of(
            "-Xmx1g",
            "-cp",
            home.classPath(),
            "org.apache.spark.deploy.SparkSubmit",
            "--master",
            master,
            "--class",
            SparkExtract.class.getName(),
            "--jars",
            home.ours().stream().map(Path::toString).collect(Collectors.joining(",")),
            "--driver-java-options",
            "-Dorg.bytedeco.javacpp.maxphysicalbytes=0"));
    conf(
        command,
        "spark.ui.enabled=false",
        "spark.driver.host=localhost",
        "spark.driver.bindAddress=127.0.0.1",
        // The codec by default is native code that this build does without.
        "spark.io.compression.codec=zstd",
        "spark.executor.extraClassPath=" + home.classPath(),
        "spark.executorEnv.OMP_NUM_THREADS=1",
        "spark.executor.extraJavaOptions=-Dorg.bytedeco.javacpp.maxphysicalbytes=0");
    command.addAll(options);
    command.add(home.ours().get(0).toString());
    command.addAll(List.of(words));
    return command;
  }

  private static void conf(List<String> command, String... pairs) {
    for (String pair : pairs) {
      command.addAll(List.of("--conf", pair));
    }
  }
}
