package org.liegg.service.store;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.liegg.service.base.ServiceException;

/** The tables, and how those of earlier versions become them. */
final class Schema {
  private static final int VERSION = 1;

  private static final List<String> TABLES =
      List.of(
          """
          CREATE TABLE IF NOT EXISTS analyses (
            id TEXT PRIMARY KEY, state TEXT NOT NULL, request TEXT NOT NULL,
            model_id TEXT, data_id TEXT, model_name TEXT, model_version TEXT, question TEXT NOT NULL,
            created BIGINT NOT NULL, started BIGINT, finished BIGINT, attempts INTEGER NOT NULL,
            owner TEXT, lease BIGINT, cancel INTEGER NOT NULL, progress TEXT,
            verdict TEXT, outcome TEXT, error_code TEXT, error_message TEXT,
            check_id TEXT, place INTEGER)\
          """,
          "CREATE INDEX IF NOT EXISTS analyses_state ON analyses (state, id)",
          "CREATE INDEX IF NOT EXISTS analyses_model ON analyses (model_name, id)",
          "CREATE INDEX IF NOT EXISTS analyses_check ON analyses (check_id, place)",
          "CREATE TABLE IF NOT EXISTS reports (id TEXT PRIMARY KEY, json TEXT NOT NULL)",
          """
          CREATE TABLE IF NOT EXISTS files (
            kind TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, format TEXT NOT NULL,
            bytes BIGINT NOT NULL, created BIGINT NOT NULL, PRIMARY KEY (kind, id))\
          """,
          "CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)");

  private Schema() {}

  /**
   * Makes what is missing.
   *
   * @throws ServiceException {@code LIEGG-SERVICE-DATABASE-VERSION} if a later version made it
   */
  static void create(Handle handle) {
    TABLES.forEach(handle::execute);
    int version =
        handle
            .createQuery("SELECT COALESCE(MAX(version), 0) FROM schema_version")
            .mapTo(Integer.class)
            .one();
    if (version > VERSION) {
      throw new ServiceException(
          500,
          "LIEGG-SERVICE-DATABASE-VERSION",
          "database",
          "its tables are of version %d, and this program knows %d".formatted(version, VERSION),
          "start the later version of liegg that made them, or name another --data");
    }
    if (version == 0) {
      handle.execute("INSERT INTO schema_version (version) VALUES (?)", VERSION);
    }
  }
}
