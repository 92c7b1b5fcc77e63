package org.liegg.service.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.liegg.api.LieggException;
import org.liegg.client.Analysis;
import org.liegg.client.ServiceError;
import org.liegg.isolation.WorkerFolder;
import org.liegg.isolation.WorkerSettings;
import org.liegg.report.ReportJson;
import org.liegg.service.base.ServiceException;
import org.liegg.service.settings.Work;
import org.liegg.service.store.Claims;
import org.liegg.service.worker.Assignment;
import org.liegg.service.worker.News;

/**
 * Works the queue off: as many threads as there are workers claim analyses and see to it that a
 * process runs them; one more renews the claims, hears of cancellations, and lets those wait again
 * whose service is gone.
 */
public final class Dispatcher implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Dispatcher.class.getName());
  private static final Duration LEASE = Duration.ofSeconds(20);
  private static final long LOOK_MILLIS = 400;
  private static final long IDLE_MILLIS = 500;
  private static final int RENEW_EVERY = 10;

  /** A worker is replaced after so many, so that nothing of what they leave behind adds up. */
  private static final int MOST_BY_ONE = 200;

  private final Claims claims;
  private final Places places;
  private final Path folder;
  private final Work work;
  private final WorkerSettings settings;
  private final Settlement settlement;
  private final Consumer<String> finished;
  private final Map<String, Owned> running = new ConcurrentHashMap<>();
  private final List<Thread> threads = new ArrayList<>();
  private final Semaphore added = new Semaphore(0);
  private volatile boolean stopping;
  private volatile boolean releasing;
  private volatile boolean closed;

  /**
   * A dispatcher that has not begun.
   *
   * @param folder for what analyses leave while they run
   * @param finished hears the name of every analysis that is not in work any more
   */
  public Dispatcher(
      Claims claims,
      Places places,
      Path folder,
      Work work,
      List<Path> plugins,
      Consumer<String> finished) {
    this.claims = claims;
    this.places = places;
    this.folder = folder;
    this.work = work;
    this.finished = finished;
    settlement = new Settlement(claims, work);
    settings = WorkerSettings.defaults().withMemory(work.memory()).withPlugins(plugins);
  }

  /**
   * Removes what analyses and questions have left that nobody goes on with, where no other service
   * works there.
   *
   * @param waiting names of those that wait, and may have a checkpoint
   */
  public void clear(Set<String> waiting) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> left = Files.list(folder)) {
      left.filter(own -> !waiting.contains(own.getFileName().toString()))
          .forEach(WorkerFolder::delete);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "What was left behind could not be removed", e);
    }
  }

  /** Begins. */
  public void start() {
    for (int i = 0; i < work.workers(); i++) {
      begin(new Thread(this::workOff, "liegg-service-worker-" + (i + 1)));
    }
    begin(new Thread(this::watch, "liegg-service-claims"));
  }

  private void begin(Thread thread) {
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }

  /** Says that something waits, so that nobody has to look for it first. */
  public void wake() {
    added.release();
  }

  /** Ends one that is in work here, because nobody wants it any more. */
  public void cancel(String id) {
    end(id, Owned.End.CANCELLED);
  }

  private void end(String id, Owned.End why) {
    Optional.ofNullable(running.get(id)).ifPresent(owned -> owned.end(why));
  }

  private void workOff() {
    Optional<WorkerHandle> worker = Optional.empty();
    while (!stopping) {
      try {
        Optional<Analysis> claimed = claims.claim(LEASE);
        if (claimed.isPresent()) {
          worker = run(claimed.get(), worker);
        } else {
          // Whoever adds one wakes somebody; one that another service adds is found by looking.
          added.tryAcquire(IDLE_MILLIS, TimeUnit.MILLISECONDS);
          added.drainPermits();
        }
      } catch (InterruptedException e) {
        break;
      } catch (RuntimeException e) {
        // Whatever it is, the queue is worked off further.
        LOG.log(Level.WARNING, "No analysis could be taken up", e);
        pause();
      }
    }
    worker.ifPresent(WorkerHandle::end);
  }

  private static void pause() {
    try {
      Thread.sleep(IDLE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Has a worker run it; the worker, for the next one. */
  private Optional<WorkerHandle> run(Analysis analysis, Optional<WorkerHandle> last) {
    WorkerHandle worker;
    try {
      worker = usable(last);
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.WARNING, "No worker could be started", e);
      kept(() -> claims.release(analysis.id()));
      pause();
      return Optional.empty();
    }
    Owned owned = new Owned(analysis, worker);
    running.put(owned.id(), owned);
    if (releasing) {
      owned.end(Owned.End.RELEASED);
    }
    try {
      Answer answer = answer(owned);
      Optional<Owned.End> ended = owned.answered();
      kept(() -> settle(owned, answer, ended));
    } finally {
      running.remove(owned.id());
      finished.accept(owned.id());
    }
    return Optional.of(worker);
  }

  private WorkerHandle usable(Optional<WorkerHandle> worker) throws IOException {
    if (worker.isPresent() && worker.get().isAlive() && worker.get().done() < MOST_BY_ONE) {
      return worker.get();
    }
    worker.ifPresent(WorkerHandle::end);
    return new WorkerHandle(settings);
  }

  /** Whatever goes wrong here is this analysis' error, and no other's. */
  private Answer answer(Owned owned) {
    try {
      Assignment assigned = assignment(owned.analysis());
      Optional<News> last = owned.worker().run(assigned, news -> progress(assigned.id(), news));
      if (last.isPresent() && last.get().outcome().isPresent()) {
        Path report = own(owned.id()).resolve(Assignment.REPORT);
        return Answer.of(last.get().outcome().get(), ReportJson.toString(ReportJson.read(report)));
      }
      return last.flatMap(News::error).map(Answer::of).orElseGet(Answer::none);
    } catch (LieggException e) {
      return Answer.of(new ServiceError(e.code(), String.valueOf(e.getMessage())));
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "An analysis failed", e);
      return Answer.of(
          new ServiceError(
              "LIEGG-INTERNAL",
              "LIEGG-INTERNAL: %s; this is a fault of liegg, please report it".formatted(e)));
    }
  }

  /**
   * What was computed waits for a database that is locked, full or away, unless the service stops:
   * then the analysis is found unfinished at the next start.
   */
  private void kept(Runnable change) {
    while (true) {
      try {
        change.run();
        return;
      } catch (ServiceException e) {
        LOG.log(Level.WARNING, "A result waits to be kept: {0}", e.getMessage());
        if (stopping) {
          return;
        }
        pause();
      }
    }
  }

  /** The folder goes when nothing of it is needed any more. */
  private void settle(Owned owned, Answer answer, Optional<Owned.End> ended) {
    if (settlement.isFinal(owned, answer, ended)) {
      WorkerFolder.delete(own(owned.id()));
    }
  }

  private Assignment assignment(Analysis analysis) {
    Path own = own(analysis.id());
    try {
      Files.createDirectories(own);
    } catch (IOException e) {
      throw new LieggException(
          "LIEGG-SERVICE-DATA",
          "folder of the analysis",
          "it cannot be made (%s)".formatted(e.getClass().getSimpleName()),
          "make room on the disk of --data, and start it again",
          e);
    }
    return new Assignment(
        analysis.id(),
        own.toString(),
        places.of(analysis.request().model()),
        places.of(analysis.request().data()),
        analysis.request(),
        work.threads(),
        Optional.empty());
  }

  private Path own(String id) {
    return folder.resolve(id);
  }

  private void progress(String id, News news) {
    try {
      news.progress().ifPresent(progress -> claims.progress(id, progress));
    } catch (LieggException e) {
      // The next news may get through; the analysis does not depend on them.
      LOG.log(Level.FINE, "Progress was not kept: {0}", e.getMessage());
    }
  }

  private void watch() {
    int looks = 0;
    while (!closed) {
      try {
        Thread.sleep(LOOK_MILLIS);
        running.values().stream()
            .filter(owned -> owned.nanos() > work.longest().toNanos())
            .forEach(owned -> owned.end(Owned.End.LATE));
        claims.cancelled().forEach(this::cancel);
        if (looks++ % RENEW_EVERY == 0) {
          renew();
        }
      } catch (InterruptedException e) {
        return;
      } catch (LieggException e) {
        LOG.log(Level.WARNING, "Claims could not be renewed: {0}", e.getMessage());
      }
    }
  }

  /** Keeps what is in work, gives up what another service has by now, and looks for orphans. */
  private void renew() {
    List<Owned> before = List.copyOf(running.values());
    Set<String> held = Set.copyOf(claims.renew(LEASE));
    before.stream()
        .filter(owned -> !held.contains(owned.id()))
        .forEach(owned -> owned.end(Owned.End.LOST));
    if (claims.recover(false) > 0) {
      wake();
    }
  }

  /**
   * Takes nothing up any more, and waits for what is in work.
   *
   * @param drain how long it may go on; then it is ended and waits again
   */
  public void stop(Duration drain) {
    stopping = true;
    wake();
    added.release(work.workers());
    long end = System.nanoTime() + drain.toNanos();
    while (!running.isEmpty() && System.nanoTime() < end) {
      pause();
    }
    releasing = true;
    running.values().forEach(owned -> owned.end(Owned.End.RELEASED));
    close();
  }

  @Override
  public void close() {
    stopping = true;
    added.release(work.workers());
    for (Thread thread : threads.subList(0, Math.min(work.workers(), threads.size()))) {
      try {
        thread.join(TimeUnit.SECONDS.toMillis(20));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    closed = true;
    threads.forEach(Thread::interrupt);
  }
}
