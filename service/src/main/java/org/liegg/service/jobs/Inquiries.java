package org.liegg.service.jobs;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.liegg.client.Analysis;
import org.liegg.client.SampleOrbit;
import org.liegg.client.ServiceError;
import org.liegg.client.ServiceJson;
import org.liegg.isolation.WorkerFolder;
import org.liegg.isolation.WorkerSettings;
import org.liegg.report.ReportFiles;
import org.liegg.service.base.ExplainedException;
import org.liegg.service.base.ServiceException;
import org.liegg.service.settings.Work;
import org.liegg.service.worker.Assignment;
import org.liegg.service.worker.Assignment.OrbitAsk;
import org.liegg.service.worker.News;

/**
 * Questions that somebody waits for, about analyses that are done: a worker of their own answers
 * one after the other, and goes when nobody has asked for a while.
 */
public final class Inquiries implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Inquiries.class.getName());
  private static final JsonMapper JSON = ServiceJson.lenient();
  private static final long WAIT_SECONDS = 20;
  private static final long ANSWER_MILLIS = 60_000;
  private static final long IDLE_MILLIS = 120_000;
  private static final long LOOK_MILLIS = 1_000;

  private final Places places;
  private final Path folder;
  private final Work work;
  private final WorkerSettings settings;
  private final Semaphore turn = new Semaphore(1, true);
  private Optional<WorkerHandle> worker = Optional.empty();
  private volatile long lastUse;
  private volatile long asked;
  private volatile boolean closed;

  /**
   * Nobody has asked yet.
   *
   * @param folder for what is asked about
   */
  public Inquiries(Places places, Path folder, Work work, List<Path> plugins) {
    this.places = places;
    this.folder = folder;
    this.work = work;
    settings = WorkerSettings.defaults().withMemory(work.memory()).withPlugins(plugins);
    Thread watch = new Thread(this::watch, "liegg-service-inquiries");
    watch.setDaemon(true);
    watch.start();
  }

  /**
   * Moves a sample along a generator.
   *
   * @param analysis that is done
   * @param report its report
   * @throws ExplainedException if there is no such sample or generator, or the model says nothing
   *     there
   * @throws ServiceException if nobody answers
   */
  public SampleOrbit orbit(Analysis analysis, String report, OrbitAsk ask) {
    try {
      if (!turn.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw new ServiceException(
            429,
            "LIEGG-SERVICE-BUSY",
            "orbit",
            "others are asked for before it",
            "try again in a moment");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("the service stops", e);
    }
    Path own = folder.resolve("inquiry-" + UUID.randomUUID());
    try {
      Files.createDirectories(own);
      ReportFiles.writeAtomically(own.resolve(Assignment.REPORT), report);
      return answer(analysis, ask, own);
    } catch (IOException e) {
      throw failed("its worker could not be asked", e);
    } finally {
      lastUse = System.currentTimeMillis();
      asked = 0;
      WorkerFolder.delete(own);
      turn.release();
    }
  }

  private SampleOrbit answer(Analysis analysis, OrbitAsk ask, Path own) throws IOException {
    Assignment assigned =
        new Assignment(
            analysis.id(),
            own.toString(),
            places.of(analysis.request().model()),
            places.of(analysis.request().data()),
            analysis.request(),
            work.threads(),
            Optional.of(ask));
    WorkerHandle asking = usable();
    asked = System.currentTimeMillis();
    Optional<News> last = asking.run(assigned, news -> {});
    if (last.isEmpty()) {
      throw failed("its worker ended (%s)".formatted(asking.cause()), null);
    }
    Optional<ServiceError> error = last.get().error();
    if (error.isPresent()) {
      throw new ExplainedException(error.get());
    }
    return JSON.readValue(own.resolve(Assignment.ORBIT).toFile(), SampleOrbit.class);
  }

  private synchronized WorkerHandle usable() throws IOException {
    if (worker.isEmpty() || !worker.get().isAlive()) {
      worker.ifPresent(WorkerHandle::end);
      worker = Optional.of(new WorkerHandle(settings));
    }
    return worker.get();
  }

  private synchronized void end() {
    worker.ifPresent(WorkerHandle::end);
    worker = Optional.empty();
  }

  /** Ends a worker that nobody has asked for long, or that has not answered for long. */
  private void watch() {
    while (!closed) {
      try {
        Thread.sleep(LOOK_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
      long now = System.currentTimeMillis();
      long since = asked;
      if (since > 0 && now - since > ANSWER_MILLIS) {
        LOG.log(Level.WARNING, "An orbit took longer than {0} ms and was ended", ANSWER_MILLIS);
        end();
      } else if (now - lastUse > IDLE_MILLIS && turn.tryAcquire()) {
        try {
          end();
        } finally {
          turn.release();
        }
      }
    }
  }

  private static ServiceException failed(String found, @Nullable Exception cause) {
    return new ServiceException(
        500,
        "LIEGG-SERVICE-WORKER",
        "orbit",
        found,
        "try again, or give workers more memory with --worker-memory",
        cause);
  }

  @Override
  public void close() {
    closed = true;
    end();
  }
}
