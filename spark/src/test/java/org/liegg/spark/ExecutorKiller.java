package org.liegg.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.SparkConf;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerApplicationEnd;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/**
 * Kills an executor, as {@code kill -9} does, when the first task ends of each of the jobs that
 * {@value #JOBS} names, and writes down which, and how much memory each has used at most. The
 * executors of a cluster in one machine are the processes that the driver has started.
 */
public final class ExecutorKiller extends SparkListener {
  static final String JOBS = "spark.liegg.test.kill";
  static final String NOTES = "spark.liegg.test.notes";

  private final Set<String> jobs;
  private final Path notes;
  private final Map<Integer, String> stages = new ConcurrentHashMap<>();
  private final Map<Long, Long> peaks = new TreeMap<>();

  /** Made by Spark, for {@code spark.extraListeners}. */
  public ExecutorKiller(SparkConf conf) {
    jobs = new HashSet<>(List.of(conf.get(JOBS).split(",", -1)));
    jobs.remove("");
    notes = Path.of(conf.get(NOTES));
  }

  @Override
  public void onStageSubmitted(SparkListenerStageSubmitted event) {
    String job = event.properties().getProperty("spark.job.description", "");
    stages.put(event.stageInfo().stageId(), job.replace("LieGG: ", ""));
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd event) {
    measure();
    String name = stages.getOrDefault(event.stageId(), "");
    if (jobs.remove(name)) {
      ProcessHandle executor = executors().get(0);
      executor.destroyForcibly();
      note("killed %d in the %s".formatted(executor.pid(), name));
    }
  }

  @Override
  public void onApplicationEnd(SparkListenerApplicationEnd event) {
    peaks.forEach((pid, bytes) -> note("executor %d: at most %d MB".formatted(pid, bytes >> 10)));
  }

  private static List<ProcessHandle> executors() {
    return ProcessHandle.current()
        .children()
        .filter(child -> child.info().command().filter(name -> name.endsWith("java")).isPresent())
        .toList();
  }

  private void measure() {
    for (ProcessHandle executor : executors()) {
      for (String line : status(executor)) {
        if (line.startsWith("VmHWM:")) {
          peaks.put(executor.pid(), Long.parseLong(line.replaceAll("\\D", "")));
        }
      }
    }
  }

  /** Nothing, where it has ended meanwhile. */
  private static List<String> status(ProcessHandle executor) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(executor.pid()), "status"));
    } catch (IOException e) {
      return List.of();
    }
  }

  private void note(String line) {
    try {
      Files.writeString(notes, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
