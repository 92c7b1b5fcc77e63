package org.liegg.service.jobs;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.liegg.api.Printable;
import org.liegg.isolation.WorkerCommand;
import org.liegg.isolation.WorkerFolder;
import org.liegg.isolation.WorkerSettings;
import org.liegg.service.worker.Assignment;
import org.liegg.service.worker.News;
import org.liegg.service.worker.ServiceWorker;
import org.liegg.service.worker.Spoken;

/**
 * A worker process as the service sees it. One thread asks it; any thread may end it. A worker that
 * has ended is not used again.
 */
final class WorkerHandle {
  private static final int LAST_LINES = 5;
  private static final int LONGEST_LINE = 300;

  /** Characters; the news of a worker are far shorter, and what else is printed is no news. */
  private static final int LONGEST_NEWS = 1 << 20;

  private static final long END_SECONDS = 10;

  private final Path folder;
  private final Process process;
  private final BufferedWriter in;
  private final BoundedLines out;
  private final String word;
  private final Deque<String> lastLines = new ArrayDeque<>();
  private int done;

  /** Starts the process and does not wait for it. */
  WorkerHandle(WorkerSettings settings) throws IOException {
    folder = WorkerFolder.create();
    byte[] random = new byte[12];
    new SecureRandom().nextBytes(random);
    word = HexFormat.of().formatHex(random);
    try {
      process = new WorkerCommand(settings, folder, ServiceWorker.class).builder().start();
    } catch (IOException e) {
      WorkerFolder.delete(folder);
      throw e;
    }
    in =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    out =
        new BoundedLines(
            new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)),
            LONGEST_NEWS);
    say(word);
  }

  /** Whether it can be asked for anything. */
  boolean isAlive() {
    return process.isAlive();
  }

  /** How many assignments it has done. */
  int done() {
    return done;
  }

  private void say(String line) {
    try {
      in.write(line);
      in.newLine();
      in.flush();
    } catch (IOException e) {
      // It has ended already, which whoever waits for its answer finds out.
      process.destroyForcibly();
    }
  }

  /**
   * Assigns it something and waits until that is done.
   *
   * @param progress hears how far it is
   * @return the last news; empty where it ended without any
   */
  Optional<News> run(Assignment assigned, Consumer<News> progress) {
    say(Spoken.line(assigned));
    try {
      for (Optional<String> read = out.next(); read.isPresent(); read = out.next()) {
        String line = read.get();
        Optional<News> news =
            line.startsWith(word) ? Spoken.news(line.substring(word.length())) : Optional.empty();
        if (news.isEmpty()) {
          keep(line);
        } else if (news.get().id().equals(assigned.id())) {
          if (news.get().isLast()) {
            done++;
            return news;
          }
          progress.accept(news.get());
        }
      }
    } catch (IOException e) {
      // It was ended.
      return Optional.empty();
    }
    return Optional.empty();
  }

  private void keep(String line) {
    if (!line.isBlank()) {
      lastLines.add(line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line);
      if (lastLines.size() > LAST_LINES) {
        lastLines.remove();
      }
    }
  }

  /** Why it ended, as far as that is known. */
  String cause() {
    try {
      process.waitFor(END_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    String status = process.isAlive() ? "" : "status %d".formatted(process.exitValue());
    String crash = Files.exists(WorkerCommand.crashReport(folder)) ? ", a crash of Java" : "";
    String last = lastLines.isEmpty() ? "" : ", its last words: " + lastLines.getLast();
    return Printable.message(status + crash + last);
  }

  /** Ends the process. */
  void kill() {
    process.destroyForcibly();
  }

  /** Ends it, and waits until nothing of it is left. */
  void end() {
    kill();
    try {
      process.waitFor(END_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    WorkerFolder.delete(folder);
  }
}
