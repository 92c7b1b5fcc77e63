package org.liegg.service;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.liegg.api.LieggException;
import org.liegg.app.Liegg;
import org.liegg.service.jobs.Dispatcher;
import org.liegg.service.jobs.Inquiries;
import org.liegg.service.jobs.Jobs;
import org.liegg.service.jobs.Places;
import org.liegg.service.mcp.McpEndpoint;
import org.liegg.service.settings.ServiceSettings;
import org.liegg.service.settings.Storage;
import org.liegg.service.store.Analyses;
import org.liegg.service.store.Claims;
import org.liegg.service.store.Database;
import org.liegg.service.store.FileStore;
import org.liegg.service.store.Roots;
import org.liegg.service.web.Behind;
import org.liegg.service.web.HttpServer;

/**
 * A service that runs analyses for those who ask it by HTTP, put together: database and files,
 * queue and workers, routes and pages.
 *
 * <pre>{@code
 * try (Service service = Service.start(ServiceSettings.local(8080, folder), Liegg.create())) {
 *   …
 * }
 * }</pre>
 */
public final class Service implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Service.class.getName());
  private static final long MINUTE = 60_000;
  private static final Duration UNUSED_FILES = Duration.ofDays(1);

  private final ServiceSettings settings;
  private final Optional<FolderLock> lock;
  private final Database database;
  private final FileStore files;
  private final Analyses analyses;
  private final ServiceMeters meters;
  private final Dispatcher dispatcher;
  private final Inquiries inquiries;
  private final McpEndpoint mcp;
  private final HttpServer server;
  private final Timer housekeeping = new Timer("liegg-service-housekeeping", true);
  private volatile boolean ready;
  private boolean closed;

  private Service(
      ServiceSettings settings,
      Liegg liegg,
      List<Path> plugins,
      Optional<FolderLock> lock,
      Database database) {
    Storage storage = settings.storage();
    this.settings = settings;
    this.lock = lock;
    this.database = database;
    Roots roots = new Roots(storage.roots());
    files = new FileStore(storage.folder(), database, settings.limits().upload());
    analyses = new Analyses(database);
    meters = new ServiceMeters(analyses);
    Places places = new Places(files, roots);
    Claims claims = new Claims(database, UUID.randomUUID().toString());
    dispatcher =
        new Dispatcher(
            claims,
            places,
            storage.folder().resolve("running"),
            settings.work(),
            plugins,
            meters::finished);
    inquiries =
        new Inquiries(places, storage.folder().resolve("running"), settings.work(), plugins);
    Jobs jobs = new Jobs(analyses, places, dispatcher, settings.work().queue());
    mcp = new McpEndpoint(jobs, files, liegg);
    Behind behind =
        new Behind(settings, liegg, jobs, inquiries, mcp, files, () -> ready && database.isAlive());
    server = new HttpServer(behind, meters.registry(), meters::text);
    if (lock.isPresent()) {
      files.clear();
      claims.recover(true);
      dispatcher.clear(Set.copyOf(analyses.waiting()));
    }
  }

  /**
   * Starts a service.
   *
   * @param liegg the façade
   * @throws LieggException if it cannot listen, or use its folder or its database
   */
  public static Service start(ServiceSettings settings, Liegg liegg) {
    return start(settings, liegg, List.of());
  }

  /**
   * Starts a service whose workers know plug-ins.
   *
   * @param liegg the façade
   * @param plugins jars
   * @throws LieggException as {@link #start(ServiceSettings, Liegg)}
   */
  public static Service start(ServiceSettings settings, Liegg liegg, List<Path> plugins) {
    Service service = made(settings, liegg, plugins);
    try {
      service.begin();
    } catch (LieggException e) {
      service.close();
      throw e;
    }
    return service;
  }

  /** Takes folder and database, and lets go of them where something else is wrong. */
  private static Service made(ServiceSettings settings, Liegg liegg, List<Path> plugins) {
    Storage storage = settings.storage();
    storage.database().ifPresent(Database::requireKnown);
    Optional<FolderLock> lock =
        storage.database().isPresent()
            ? Optional.empty()
            : Optional.of(FolderLock.take(storage.folder()));
    Optional<Database> database = Optional.empty();
    try {
      database = Optional.of(Database.open(storage));
      return new Service(settings, liegg, plugins, lock, database.get());
    } catch (RuntimeException e) {
      database.ifPresent(Database::close);
      lock.ifPresent(FolderLock::close);
      throw e;
    }
  }

  private void begin() {
    server.start();
    dispatcher.start();
    ready = true;
    housekeeping.schedule(
        new TimerTask() {
          @Override
          public void run() {
            keepHouse();
          }
        },
        MINUTE,
        60 * MINUTE);
  }

  /** Forgets what nobody wants to keep. */
  private void keepHouse() {
    try {
      settings
          .storage()
          .retention()
          .ifPresent(
              age -> {
                int deleted = analyses.deleteOlder(age);
                int unused =
                    files.deleteUnused(age.compareTo(UNUSED_FILES) > 0 ? age : UNUSED_FILES);
                LOG.log(
                    Level.INFO,
                    "Deleted {0} analyses and {1} files that are older than {2}",
                    new Object[] {deleted, unused, age});
              });
    } catch (LieggException e) {
      LOG.log(Level.WARNING, "What is old could not be deleted: {0}", e.getMessage());
    }
  }

  /** Where it listens. */
  public int port() {
    return server.port();
  }

  /** By what it is asked. */
  public String address() {
    return "%s://%s:%d"
        .formatted(settings.network().scheme(), settings.network().host(), server.port());
  }

  /** All that can be asked, as {@code METHOD path}. */
  public List<String> routes() {
    return server.routes();
  }

  /**
   * Takes no more work, lets what runs come to its end for as long as was said, lets the rest wait
   * for the next start, and stops.
   */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    ready = false;
    housekeeping.cancel();
    dispatcher.stop(settings.limits().drain());
    server.close();
    inquiries.close();
    mcp.close();
    meters.close();
    database.close();
    lock.ifPresent(FolderLock::close);
  }
}
