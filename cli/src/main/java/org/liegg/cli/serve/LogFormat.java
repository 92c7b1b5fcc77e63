package org.liegg.cli.serve;

/** How a service logs. */
enum LogFormat {
  /** A line of words each. */
  TEXT,
  /** A line of JSON each. */
  JSON
}
