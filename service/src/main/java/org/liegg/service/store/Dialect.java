package org.liegg.service.store;

/** Where the databases speak differently. */
enum Dialect {
  /** SQLite, which one service has for itself. */
  SQLITE("CAST(unixepoch('subsec') * 1000 AS INTEGER)", ""),
  /** PostgreSQL, which several share: whoever claims passes over what another is claiming. */
  POSTGRESQL(
      "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)", " FOR UPDATE SKIP LOCKED");

  private final String now;
  private final String lock;

  Dialect(String now, String lock) {
    this.now = now;
    this.lock = lock;
  }

  /** The database's clock in milliseconds: those of services may differ. */
  String now() {
    return now;
  }

  /** Behind a selection whose row is taken. */
  String lock() {
    return lock;
  }
}
