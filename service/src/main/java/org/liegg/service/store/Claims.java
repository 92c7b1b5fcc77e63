package org.liegg.service.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.liegg.client.Analysis;
import org.liegg.client.Outcome;
import org.liegg.client.Progress;
import org.liegg.client.ServiceError;

/**
 * Analyses as those see them who work them off. An analysis belongs to the one who claimed it, for
 * as long as the claim is renewed; when it is not any more, whoever notices lets the analysis wait
 * again. Every change of a running one names its owner, and changes nothing where that is another
 * by now.
 */
public final class Claims {
  /** How often an analysis is taken up before it counts as one that ends every service. */
  static final int ATTEMPTS = 3;

  private final Database database;
  private final String owner;

  /**
   * Claims of an owner.
   *
   * @param owner of this process, and of no other, ever
   */
  public Claims(Database database, String owner) {
    this.database = database;
    this.owner = owner;
  }

  /** Takes the one that waits longest, for a time. */
  public Optional<Analysis> claim(Duration lease) {
    String now = database.dialect().now();
    String claiming =
        """
        UPDATE analyses SET state = 'running', owner = :owner, lease = %s + :lease, started = %s,
          attempts = attempts + 1, progress = NULL
        WHERE id = (SELECT id FROM analyses WHERE state = 'queued' ORDER BY id LIMIT 1%s)
          AND state = 'queued'
        RETURNING *\
        """
            .formatted(now, now, database.dialect().lock());
    return database.inTransaction(
        handle ->
            handle
                .createQuery(claiming)
                .bind("owner", owner)
                .bind("lease", lease.toMillis())
                .map(new AnalysisRows())
                .findOne());
  }

  /**
   * Keeps what is claimed for longer.
   *
   * @return all that is still claimed
   */
  public List<String> renew(Duration lease) {
    return database.inTransaction(
        handle -> {
          handle
              .createUpdate(
                  "UPDATE analyses SET lease = %s + :lease WHERE owner = :owner AND state = 'running'"
                      .formatted(database.dialect().now()))
              .bind("lease", lease.toMillis())
              .bind("owner", owner)
              .execute();
          return ids(handle, "");
        });
  }

  /** The claimed ones that somebody wants no more. */
  public List<String> cancelled() {
    return database.with(handle -> ids(handle, " AND cancel = 1"));
  }

  private List<String> ids(Handle handle, String condition) {
    return handle
        .createQuery(
            "SELECT id FROM analyses WHERE owner = :owner AND state = 'running'" + condition)
        .bind("owner", owner)
        .mapTo(String.class)
        .list();
  }

  /** Says how far one is. */
  public void progress(String id, Progress progress) {
    change(
        "progress = :progress", id, update -> update.bind("progress", AnalysisRows.json(progress)));
  }

  /**
   * It is done: outcome and report are kept together.
   *
   * @return whether it still was this owner's
   */
  public boolean finish(String id, Outcome outcome, String report) {
    return database.inTransaction(
        handle -> {
          boolean ours =
              change(
                  handle,
                  "state = 'done', finished = %s, outcome = :outcome, verdict = :verdict, progress = NULL"
                      .formatted(database.dialect().now()),
                  id,
                  update ->
                      update
                          .bind("outcome", AnalysisRows.json(outcome))
                          .bind("verdict", outcome.verdict()));
          if (ours) {
            handle.execute("DELETE FROM reports WHERE id = ?", id);
            handle.execute("INSERT INTO reports (id, json) VALUES (?, ?)", id, report);
          }
          return ours;
        });
  }

  /**
   * It cannot be done.
   *
   * @return whether it still was this owner's
   */
  public boolean fail(String id, ServiceError error) {
    return change(
        "state = 'failed', finished = %s, error_code = :code, error_message = :message, progress = NULL"
            .formatted(database.dialect().now()),
        id,
        update -> update.bind("code", error.code()).bind("message", error.message()));
  }

  /**
   * Nobody wants it any more, and nothing of it runs.
   *
   * @return whether it still was this owner's
   */
  public boolean cancel(String id) {
    return change(
        "state = 'cancelled', finished = %s, progress = NULL".formatted(database.dialect().now()),
        id,
        update -> update);
  }

  /** Lets it wait again, as if it had not been taken up. */
  public void release(String id) {
    change(
        "state = 'queued', owner = NULL, lease = NULL, attempts = attempts - 1, progress = NULL",
        id,
        update -> update);
  }

  /**
   * Lets those wait again whose owners are gone, and gives up those that were taken up too often.
   *
   * @param all also those whose claim has not run out, where nobody else can be the owner
   * @return how many wait again
   */
  public int recover(boolean all) {
    String now = database.dialect().now();
    String orphans =
        "state = 'running' AND owner <> :owner" + (all ? "" : " AND lease < %s".formatted(now));
    return database.inTransaction(
        handle -> {
          handle
              .createUpdate(
                  "UPDATE analyses SET state = 'cancelled', finished = %s, progress = NULL WHERE %s AND cancel = 1"
                      .formatted(now, orphans))
              .bind("owner", owner)
              .execute();
          handle
              .createUpdate(
                  """
                  UPDATE analyses SET state = 'failed', finished = %s, progress = NULL,
                    error_code = 'LIEGG-SERVICE-ABANDONED', error_message = :message
                  WHERE %s AND attempts >= :most\
                  """
                      .formatted(now, orphans))
              .bind("owner", owner)
              .bind("most", ATTEMPTS)
              .bind(
                  "message",
                  ("LIEGG-SERVICE-ABANDONED: analysis: the service ended %d times while it ran;"
                          + " see why it ended, e.g. for lack of memory, and start it again")
                      .formatted(ATTEMPTS))
              .execute();
          return handle
              .createUpdate(
                  "UPDATE analyses SET state = 'queued', owner = NULL, lease = NULL, progress ="
                      + " NULL WHERE "
                      + orphans)
              .bind("owner", owner)
              .execute();
        });
  }

  private boolean change(String set, String id, UnaryOperator<Update> bound) {
    return database.inTransaction(handle -> change(handle, set, id, bound));
  }

  private boolean change(Handle handle, String set, String id, UnaryOperator<Update> bound) {
    Update update =
        handle
            .createUpdate(
                "UPDATE analyses SET %s WHERE id = :id AND owner = :owner AND state = 'running'"
                    .formatted(set))
            .bind("id", id)
            .bind("owner", owner);
    return bound.apply(update).execute() > 0;
  }
}
