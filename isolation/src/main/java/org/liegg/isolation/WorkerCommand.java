package org.liegg.isolation;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How a worker is started: with this Java, on this class path and with its plug-ins, computing as
 * this process does, and otherwise knowing nothing of it.
 *
 * @param settings what it may use
 * @param folder its folder for temporary files, in which its socket is
 * @param program has the main method
 */
public record WorkerCommand(WorkerSettings settings, Path folder, Class<?> program) {
  /** The launcher's archive of parsed classes, which makes the start faster. */
  private static final String ARCHIVE = "org.liegg.isolation.archive";

  /**
   * Variables that say how to compute, where libraries are, and how text is written. Windows starts
   * no process without the last ones.
   */
  private static final List<String> VARIABLES =
      List.of(
          "OMP_NUM_THREADS",
          "OMP_THREAD_LIMIT",
          "OPENBLAS_NUM_THREADS",
          "OPENBLAS_CORETYPE",
          "GOTO_NUM_THREADS",
          "MKL_NUM_THREADS",
          "TF_NUM_INTRAOP_THREADS",
          "TF_NUM_INTEROP_THREADS",
          "TF_ENABLE_ONEDNN_OPTS",
          "TF_CPP_MIN_LOG_LEVEL",
          "CUDA_VISIBLE_DEVICES",
          "LD_LIBRARY_PATH",
          "LANG",
          "LC_ALL",
          "LC_CTYPE",
          "SystemRoot",
          "SystemDrive");

  private static final List<String> PROPERTIES =
      List.of(
          "user.home",
          "user.language",
          "user.country",
          "user.variant",
          "file.encoding",
          "java.library.path");

  private static final List<String> PROPERTY_GROUPS =
      List.of("org.liegg.", "org.bytedeco.", "org.nd4j.", "org.tensorflow.", "onnxruntime.native.");

  private static final List<String> OWN_PROPERTIES = List.of("org.liegg.cli.", ARCHIVE);

  /** The folder's socket. */
  static Path socket(Path folder) {
    return folder.resolve("s");
  }

  /** Where Java writes what it knows of a crash. */
  public static Path crashReport(Path folder) {
    return folder.resolve("hs_err.log");
  }

  /** The process, not started: its output and its errors are one stream. */
  public ProcessBuilder builder() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(machine());
    archive().ifPresent(command::addAll);
    command.addAll(properties());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(program.getName());
    command.add(folder.toString());
    settings.plugins().forEach(jar -> command.add(jar.toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().retainAll(VARIABLES);
    return builder;
  }

  private List<String> machine() {
    List<String> options =
        new ArrayList<>(
            List.of(
                "-Xmx" + settings.memory(),
                "-Xms32m",
                "-XX:+UseSerialGC",
                "-XX:ActiveProcessorCount=" + Runtime.getRuntime().availableProcessors(),
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + crashReport(folder),
                "-XX:-UsePerfData",
                "-Djava.io.tmpdir=" + folder,
                "-Djava.awt.headless=true"));
    int version = Runtime.version().feature();
    if (version >= 22) {
      options.add("--enable-native-access=ALL-UNNAMED");
    }
    if (version >= 24) {
      options.add("--sun-misc-unsafe-memory-access=allow");
    }
    return options;
  }

  private static Optional<List<String>> archive() {
    return Optional.ofNullable(System.getProperty(ARCHIVE))
        .filter(option -> new File(option.substring(option.indexOf('=') + 1)).isFile())
        .map(option -> List.of(option, "-Xlog:disable", "-Xlog:all=off"));
  }

  private static List<String> properties() {
    List<String> options = new ArrayList<>();
    for (String name : new TreeSet<>(System.getProperties().stringPropertyNames())) {
      boolean wanted =
          PROPERTIES.contains(name)
              || (PROPERTY_GROUPS.stream().anyMatch(name::startsWith)
                  && OWN_PROPERTIES.stream().noneMatch(name::startsWith));
      if (wanted) {
        options.add("-D%s=%s".formatted(name, System.getProperty(name)));
      }
    }
    return options;
  }
}
