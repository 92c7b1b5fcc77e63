package org.liegg.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.Batch;
import org.liegg.api.ModelException;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.spi.ModelGradient;

/** A worker ends with whoever started it, and leaves nothing behind. */
class WorkerProcessTest {
  @TempDir Path folder;

  @Test
  void endsWhenItIsClosed() throws Exception {
    IsolatedEngine engine = new IsolatedEngine(new TrickEngine(), WorkerSettings.defaults());
    ModelGradient model = engine.open(ModelSource.of(Path.of("curves")), ModelOptions.defaults());
    ProcessHandle worker = ProcessHandle.of(engine.current().orElseThrow().pid()).orElseThrow();

    engine.close();

    ended(worker);
    assertThatIllegalStateException().isThrownBy(() -> model.outputs(Batch.empty(3)));
    model.close();
    engine.close();
  }

  /** A parent in a process of its own says who its worker is, and is killed. */
  @Test
  void endsWhenItsParentIsKilled() throws Exception {
    Process parent = parent();
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
      ProcessHandle worker = ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();
      assertThat(worker.isAlive()).isTrue();
      assertThat(worker.parent().map(ProcessHandle::pid)).contains(parent.pid());
      assertThat(folder).isNotEmptyDirectory();

      parent.destroyForcibly().waitFor();

      ended(worker);
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void endsWithItsFolderWhenItsParentExits() throws Exception {
    Process parent = parent();
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
      ProcessHandle worker = ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();

      parent.destroy();

      assertThat(parent.waitFor(1, TimeUnit.MINUTES)).isTrue();
      ended(worker);
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void nothingIsLeftOfOneThatCrashed() {
    Path folder;
    try (IsolatedEngine engine = new IsolatedEngine(new TrickEngine(), WorkerSettings.defaults())) {
      folder = engine.current().orElseThrow().folder();
      assertThat(folder).isNotEmptyDirectory();
      assertThatThrownBy(
              () -> engine.open(ModelSource.of(Path.of("halt")), ModelOptions.defaults()))
          .isInstanceOf(WorkerException.class);
    }
    assertThat(folder).doesNotExist();
  }

  @Test
  void anObjectOfThisProcessIsRefused() {
    try (IsolatedEngine engine = new IsolatedEngine(new TrickEngine(), WorkerSettings.defaults())) {
      assertThatThrownBy(() -> engine.open(ModelSource.live("curves"), ModelOptions.defaults()))
          .isInstanceOf(ModelException.class)
          .hasMessageStartingWith("LIEGG-WORKER-LIVE: model live String: ");
    }
  }

  @Test
  void oneThatCannotStartSaysWhy() {
    // No machine has so much, and Java says so before anything else.
    WorkerSettings settings = WorkerSettings.defaults().withMemory(Long.MAX_VALUE);
    try (IsolatedEngine engine = new IsolatedEngine(new TrickEngine(), settings)) {
      assertThatThrownBy(
              () -> engine.open(ModelSource.of(Path.of("curves")), ModelOptions.defaults()))
          .isInstanceOf(WorkerException.class)
          .hasMessageStartingWith(
              "LIEGG-WORKER-NOT-STARTED: model curves: the worker process did not start: it ended"
                  + " with 1: ");
    }
  }

  private static void ended(ProcessHandle worker)
      throws InterruptedException, ExecutionException, TimeoutException {
    worker.onExit().get(1, TimeUnit.MINUTES);
  }

  private Process parent() throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + folder,
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                Parent.class.getName()))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Opens a model in a worker, says which process that is, and waits. */
  static final class Parent {
    private Parent() {}

    /** Runs until it is ended. */
    public static void main(String[] args) throws InterruptedException {
      try (IsolatedEngine engine =
              new IsolatedEngine(new TrickEngine(), WorkerSettings.defaults());
          ModelGradient model =
              engine.open(ModelSource.of(Path.of("curves")), ModelOptions.defaults())) {
        System.out.println(engine.current().orElseThrow().pid());
        System.out.flush();
        model.outputs(Batch.empty(Curves.INPUTS));
        new CountDownLatch(1).await();
      }
    }
  }
}
