package org.liegg.service.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.liegg.client.Analysis;
import org.liegg.client.AnalysisRequest;
import org.liegg.client.AnalysisState;
import org.liegg.client.History;
import org.liegg.client.Listing;
import org.liegg.service.base.Ids;
import org.liegg.service.base.ServiceException;

/** Analyses as those see them who ask: lists, single ones, reports, the history of a model. */
public final class Analyses {
  private static final int HISTORY = 1000;
  private static final String CHANGE_FINAL = "('done', 'failed', 'cancelled')";

  private final Database database;

  /** Those of a database. */
  public Analyses(Database database) {
    this.database = database;
  }

  /**
   * Lets analyses wait, all of them or none.
   *
   * @param queue how many may wait
   * @throws ServiceException {@code LIEGG-SERVICE-QUEUE-FULL} if too many do
   */
  public void add(List<NewAnalysis> added, int queue) {
    database.inTransaction(
        handle -> {
          long waiting = count(handle, AnalysisState.QUEUED);
          if (waiting + added.size() > queue) {
            throw new ServiceException(
                429,
                "LIEGG-SERVICE-QUEUE-FULL",
                "queue",
                "%d analyses wait already, and %d may".formatted(waiting, queue),
                "try again later, or let more wait with --queue");
          }
          added.forEach(each -> insert(handle, each));
          return true;
        });
  }

  private void insert(Handle handle, NewAnalysis added) {
    handle
        .createUpdate(
            """
            INSERT INTO analyses (id, state, request, model_id, data_id, model_name, model_version,
              question, created, attempts, cancel, check_id, place)
            VALUES (:id, 'queued', :request, :modelId, :dataId, :name, :version, :question, %s, 0, 0,
              :check, :place)\
            """
                .formatted(database.dialect().now()))
        .bind("id", added.id())
        .bind("request", AnalysisRows.json(added.request()))
        .bind("modelId", added.request().model().id().orElse(null))
        .bind("dataId", added.request().data().id().orElse(null))
        .bind("name", added.request().model().name().orElse(null))
        .bind("version", added.request().model().version().orElse(null))
        .bind("question", added.question())
        .bind("check", added.check().orElse(null))
        .bind("place", added.place())
        .execute();
  }

  /** Names of all that wait. */
  public List<String> waiting() {
    return database.with(
        handle ->
            handle
                .createQuery("SELECT id FROM analyses WHERE state = 'queued'")
                .mapTo(String.class)
                .list());
  }

  /** How many are in a state. */
  public long count(AnalysisState state) {
    return database.with(handle -> count(handle, state));
  }

  private static long count(Handle handle, AnalysisState state) {
    return handle
        .createQuery("SELECT COUNT(*) FROM analyses WHERE state = :state")
        .bind("state", state.label())
        .mapTo(Long.class)
        .one();
  }

  /**
   * One of them.
   *
   * @throws ServiceException {@code LIEGG-SERVICE-NOT-FOUND} if there is none of this name
   */
  public Analysis get(String id) {
    return Optional.of(id)
        .filter(Ids::isId)
        .flatMap(known -> database.with(handle -> find(handle, known)))
        .orElseThrow(() -> ServiceException.notFound("analysis", id));
  }

  private static Optional<Analysis> find(Handle handle, String id) {
    return handle
        .createQuery("SELECT * FROM analyses WHERE id = :id")
        .bind("id", id)
        .map(new AnalysisRows())
        .findOne();
  }

  /** Those that a filter lets through, newest first. */
  public Listing<Analysis> list(AnalysisFilter filter) {
    List<Analysis> found =
        database.with(
            handle -> {
              String where =
                  filter.conditions().isEmpty()
                      ? ""
                      : " WHERE " + String.join(" AND ", filter.conditions().values());
              Query query =
                  handle
                      .createQuery(
                          "SELECT * FROM analyses%s ORDER BY id DESC LIMIT :limit".formatted(where))
                      .bind("limit", filter.limit() + 1);
              filter.values().forEach(query::bind);
              return query.map(new AnalysisRows()).list();
            });
    boolean more = found.size() > filter.limit();
    List<Analysis> items = more ? found.subList(0, filter.limit()) : found;
    return new Listing<>(
        items, more ? Optional.of(items.get(items.size() - 1).id()) : Optional.empty());
  }

  /** The cases of a check, in their order; none where there is no such check. */
  public List<Analysis> ofCheck(String check) {
    return database.with(
        handle ->
            handle
                .createQuery("SELECT * FROM analyses WHERE check_id = :check ORDER BY place")
                .bind("check", check)
                .map(new AnalysisRows())
                .list());
  }

  /**
   * The report of one, as JSON.
   *
   * @throws ServiceException {@code LIEGG-SERVICE-NOT-FOUND}, or {@code LIEGG-SERVICE-NO-REPORT} if
   *     it has none
   */
  public String report(String id) {
    Analysis analysis = get(id);
    return database
        .with(
            handle ->
                handle
                    .createQuery("SELECT json FROM reports WHERE id = :id")
                    .bind("id", id)
                    .mapTo(String.class)
                    .findOne())
        .orElseThrow(
            () ->
                new ServiceException(
                    409,
                    "LIEGG-SERVICE-NO-REPORT",
                    "analysis " + id,
                    "it is %s and has no report".formatted(analysis.state().label()),
                    "ask for analyses that are done"));
  }

  /**
   * Wants one no more: what waits ends at once, what runs as soon as its worker is ended.
   *
   * @throws ServiceException {@code LIEGG-SERVICE-NOT-FOUND}, or {@code LIEGG-SERVICE-FINISHED} if
   *     nothing of it runs any more
   */
  public Analysis cancel(String id) {
    Analysis known = get(id);
    if (known.state().isFinal()) {
      throw new ServiceException(
          409,
          "LIEGG-SERVICE-FINISHED",
          "analysis " + id,
          "it is %s already".formatted(known.state().label()),
          "cancel those that wait or run");
    }
    return database.inTransaction(
        handle -> {
          handle
              .createUpdate(
                  """
                  UPDATE analyses SET state = 'cancelled', finished = %s, progress = NULL
                  WHERE id = :id AND state = 'queued'\
                  """
                      .formatted(database.dialect().now()))
              .bind("id", id)
              .execute();
          handle
              .createUpdate("UPDATE analyses SET cancel = 1 WHERE id = :id AND state = 'running'")
              .bind("id", id)
              .execute();
          return find(handle, id).orElseThrow(() -> ServiceException.notFound("analysis", id));
        });
  }

  /**
   * Forgets one that is done, with its report.
   *
   * @throws ServiceException {@code LIEGG-SERVICE-NOT-FOUND}, or {@code LIEGG-SERVICE-UNFINISHED}
   *     if it waits or runs
   */
  public void delete(String id) {
    Analysis known = get(id);
    if (!known.state().isFinal()) {
      throw new ServiceException(
          409,
          "LIEGG-SERVICE-UNFINISHED",
          "analysis " + id,
          "it is %s".formatted(known.state().label()),
          "cancel it first");
    }
    database.inTransaction(
        handle -> {
          handle.execute("DELETE FROM reports WHERE id = ?", id);
          return handle.execute(
              "DELETE FROM analyses WHERE id = ? AND state IN " + CHANGE_FINAL, id);
        });
  }

  /** Forgets what was finished longer ago; how many. */
  public int deleteOlder(Duration age) {
    String old =
        "SELECT id FROM analyses WHERE state IN %s AND finished < %s - %d"
            .formatted(CHANGE_FINAL, database.dialect().now(), age.toMillis());
    return database.inTransaction(
        handle -> {
          List<String> ids = handle.createQuery(old).mapTo(String.class).list();
          for (String id : ids) {
            handle.execute("DELETE FROM reports WHERE id = ?", id);
            handle.execute("DELETE FROM analyses WHERE id = ?", id);
          }
          return ids.size();
        });
  }

  /** Names of the models that analyses were made of. */
  public List<String> models() {
    return database.with(
        handle ->
            handle
                .createQuery(
                    "SELECT DISTINCT model_name FROM analyses WHERE model_name IS NOT NULL"
                        + " ORDER BY model_name")
                .mapTo(String.class)
                .list());
  }

  /**
   * The last answer about every question to every model that has a name.
   *
   * @param most of them
   */
  public List<Analysis> lastAnswers(int most) {
    return database.with(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT * FROM analyses WHERE id IN (SELECT MAX(id) FROM analyses
                      WHERE state = 'done' AND model_name IS NOT NULL
                      GROUP BY model_name, question) ORDER BY model_name, question LIMIT :most\
                    """)
                .bind("most", most)
                .map(new AnalysisRows())
                .list());
  }

  /** What is asked: the action, and what is expected. */
  public static String question(AnalysisRequest request) {
    return NewAnalysis.alone("", request).question();
  }

  /**
   * What was found of the versions of a model, the latest thousand.
   *
   * @throws ServiceException {@code LIEGG-SERVICE-NOT-FOUND} if none of this name was asked about
   */
  public History history(String model) {
    List<History.Entry> entries =
        database.with(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT * FROM (SELECT * FROM analyses
                          WHERE model_name = :model AND state = 'done'
                          ORDER BY id DESC LIMIT :most) latest ORDER BY id\
                        """)
                    .bind("model", model)
                    .bind("most", HISTORY)
                    .map(
                        (row, context) -> {
                          Analysis done = new AnalysisRows().map(row, context);
                          return new History.Entry(
                              done.request().model().version(),
                              done.id(),
                              row.getString("question"),
                              done.times().finished().orElse(Instant.EPOCH),
                              done.outcome().orElseThrow());
                        })
                    .list());
    if (entries.isEmpty() && !models().contains(model)) {
      throw ServiceException.notFound("model", model);
    }
    return new History(model, entries);
  }

  /** Whether an analysis that waits or runs needs a file. */
  public boolean isNeeded(String fileId) {
    return database.with(
        handle ->
            handle
                    .createQuery(
                        """
                        SELECT COUNT(*) FROM analyses WHERE state IN ('queued', 'running')
                        AND (model_id = :id OR data_id = :id)\
                        """)
                    .bind("id", fileId)
                    .mapTo(Long.class)
                    .one()
                > 0);
  }
}
