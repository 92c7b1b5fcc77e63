package org.liegg.service.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.liegg.service.base.Causes;
import org.liegg.service.base.ServiceException;
import org.liegg.service.settings.Storage;

/**
 * The database: SQLite in a file, whose commits are on the disk when they are answered, or
 * PostgreSQL. Safe for use by many threads.
 */
public final class Database implements AutoCloseable {
  private static final int CONNECTIONS = 8;
  private static final long WAIT_MILLIS = 10_000;
  private static final String SQLITE_OPTIONS =
      "?journal_mode=WAL&synchronous=FULL&busy_timeout=5000&transaction_mode=IMMEDIATE";

  private final HikariDataSource source;
  private final Jdbi jdbi;
  private final Dialect dialect;

  private Database(HikariDataSource source, Dialect dialect) {
    this.source = source;
    this.dialect = dialect;
    jdbi = Jdbi.create(source);
  }

  /**
   * Opens it, and makes its tables where there are none.
   *
   * @throws ServiceException {@code LIEGG-SERVICE-DATABASE} if it cannot be reached
   */
  public static Database open(Storage storage) {
    Optional<String> named = storage.database();
    Dialect dialect = named.isPresent() ? Dialect.POSTGRESQL : Dialect.SQLITE;
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(named.orElseGet(() -> sqlite(storage.folder())));
    config.setMaximumPoolSize(CONNECTIONS);
    config.setConnectionTimeout(WAIT_MILLIS);
    config.setPoolName("liegg-service");
    try {
      return new Database(new HikariDataSource(config), dialect).withTables();
    } catch (PoolInitializationException e) {
      throw new ServiceException(
          503,
          "LIEGG-SERVICE-DATABASE",
          "database",
          "it cannot be opened: " + Causes.message(e),
          "check --database, and that the server runs and lets this user in; or the folder of"
              + " --data",
          e);
    }
  }

  private Database withTables() {
    try {
      inTransaction(
          handle -> {
            Schema.create(handle);
            return true;
          });
      return this;
    } catch (ServiceException e) {
      close();
      throw e;
    }
  }

  /**
   * What a URL of another database than the folder's has to look like.
   *
   * @throws ServiceException {@code LIEGG-SERVICE-DATABASE} if it is of no database that is known
   */
  public static void requireKnown(String url) {
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new ServiceException(
          "LIEGG-SERVICE-DATABASE",
          "database",
          "the URL is of no database that is known here",
          "give --database jdbc:postgresql://HOST:PORT/NAME, or leave it out for SQLite in --data");
    }
  }

  private static String sqlite(Path folder) {
    return "jdbc:sqlite:" + folder.resolve("liegg.db").toAbsolutePath() + SQLITE_OPTIONS;
  }

  Dialect dialect() {
    return dialect;
  }

  /** Whether it answers. */
  public boolean isAlive() {
    try {
      return with(handle -> handle.createQuery("SELECT 1").mapTo(Integer.class).one() == 1);
    } catch (ServiceException e) {
      return false;
    }
  }

  /**
   * Asks.
   *
   * @throws ServiceException if it cannot answer
   */
  <T> T with(Function<Handle, T> question) {
    try {
      return jdbi.withHandle(question::apply);
    } catch (JdbiException e) {
      throw explained(e);
    }
  }

  /**
   * Asks or changes, all of it or nothing.
   *
   * @throws ServiceException if it cannot
   */
  <T> T inTransaction(Function<Handle, T> change) {
    try {
      return jdbi.inTransaction(change::apply);
    } catch (JdbiException e) {
      throw explained(e);
    }
  }

  /** What stands between the database and an answer. Drivers leave passwords out of messages. */
  private static ServiceException explained(JdbiException e) {
    String said = Causes.message(e);
    if (isFull(e)) {
      return new ServiceException(
          507,
          "LIEGG-SERVICE-DISK-FULL",
          "database",
          "there is no room on its disk (%s)".formatted(said),
          "make room, or let fewer analyses be kept with --retention",
          e);
    }
    return new ServiceException(
        503,
        "LIEGG-SERVICE-DATABASE",
        "database",
        "it does not answer as it should: " + said,
        "try again; where it stays so, see the log of the service",
        e);
  }

  private static boolean isFull(Throwable thrown) {
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      if (at instanceof SQLException sql
          && ("53100".equals(sql.getSQLState())
              || String.valueOf(sql.getMessage()).contains("SQLITE_FULL"))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    source.close();
  }
}
