package org.liegg.service.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.liegg.client.Listing;
import org.liegg.client.StoredFile;
import org.liegg.isolation.WorkerFolder;
import org.liegg.service.base.Ids;
import org.liegg.service.base.ServiceException;

/**
 * Uploaded files, each in a folder that is called by the SHA-256 of its bytes. A file comes in
 * under another name, is on the disk before it is moved to its place, and is known to the database
 * when it is there.
 */
public final class FileStore {
  private static final int LONGEST_NAME = 100;
  private static final RowMapper<StoredFile> ROWS =
      (row, context) ->
          new StoredFile(
              row.getString("id"),
              row.getString("name"),
              row.getString("format"),
              row.getLong("bytes"),
              Instant.ofEpochMilli(row.getLong("created")));

  private final Path folder;
  private final Path unfinished;
  private final Database database;
  private final Analyses analyses;
  private final long most;

  /**
   * Files in a folder, which is made.
   *
   * @param most bytes of one
   * @throws ServiceException {@code LIEGG-SERVICE-DATA} if the folder cannot be used
   */
  public FileStore(Path folder, Database database, long most) {
    this.folder = folder;
    this.unfinished = folder.resolve("unfinished");
    this.database = database;
    this.analyses = new Analyses(database);
    this.most = most;
    try {
      for (FileKind kind : FileKind.values()) {
        Files.createDirectories(folder.resolve(kind.folder()));
      }
      Files.createDirectories(unfinished);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Removes what came in only half, where no other service writes there. */
  public void clear() {
    try (Stream<Path> rests = Files.list(unfinished)) {
      rests.forEach(WorkerFolder::delete);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /**
   * What came of an upload.
   *
   * @param file as it is known now
   * @param isNew whether it was not known before
   */
  public record Put(StoredFile file, boolean isNew) {}

  /**
   * Refuses a file that says itself that it is too large.
   *
   * @param announced bytes; less than 0 where they are not known
   * @throws ServiceException {@code LIEGG-SERVICE-UPLOAD-SIZE} if they are too many
   */
  public void requireSmall(long announced) {
    if (announced > most) {
      throw Upload.tooLarge(most);
    }
  }

  /**
   * Takes a file in.
   *
   * @param name what it is called
   * @param in all of it
   * @throws ServiceException if it is too large, no model and no samples, or does not fit on the
   *     disk
   */
  public Put put(FileKind kind, String name, InputStream in) {
    Path place = unfinished.resolve(UUID.randomUUID().toString());
    try {
      Files.createDirectory(place);
      String called = safe(name);
      Upload upload = new Upload(place.resolve(called), most);
      upload.take(in);
      return keep(kind, called, place, upload);
    } catch (IOException e) {
      throw isFull(e) ? full(e) : unread(e);
    } finally {
      WorkerFolder.delete(place);
    }
  }

  private Put keep(FileKind kind, String called, Path place, Upload upload) throws IOException {
    Content.objection(upload.head())
        .ifPresent(
            found -> {
              throw new ServiceException(
                  415,
                  "LIEGG-SERVICE-CONTENT",
                  kind.noun() + " " + called,
                  "it is " + found,
                  "upload a model or samples in one of the formats of docs/models.md and"
                      + " docs/data.md");
            });
    String id = upload.hash();
    Optional<StoredFile> known = find(kind, id);
    if (known.isPresent()) {
      return new Put(known.get(), false);
    }
    unpack(kind, called, place);
    Path home = home(kind, id);
    try {
      Files.move(place, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.isDirectory(home)) {
        throw e;
      }
      // Another upload of the same bytes was faster, or did not come to this line; its name stays.
      return new Put(record(kind, id, nameIn(home), upload), false);
    }
    return new Put(record(kind, id, called, upload), true);
  }

  private static String nameIn(Path home) throws IOException {
    try (Stream<Path> only = Files.list(home)) {
      return only.map(Path::getFileName).map(String::valueOf).findFirst().orElseThrow();
    }
  }

  private void unpack(FileKind kind, String called, Path place) throws IOException {
    Path archive = place.resolve(called);
    if (kind == FileKind.MODEL) {
      Path inside = unfinished.resolve(UUID.randomUUID().toString());
      try {
        if (Unpacked.of(archive, inside, most).isPresent()) {
          Files.delete(archive);
          Files.move(inside, archive);
        }
      } finally {
        WorkerFolder.delete(inside);
      }
    }
  }

  private StoredFile record(FileKind kind, String id, String called, Upload upload) {
    String format = Content.format(upload.head());
    return database.inTransaction(
        handle -> {
          handle
              .createUpdate(
                  """
                  INSERT INTO files (kind, id, name, format, bytes, created)
                  VALUES (:kind, :id, :name, :format, :bytes, %s) ON CONFLICT DO NOTHING\
                  """
                      .formatted(database.dialect().now()))
              .bind("kind", kind.folder())
              .bind("id", id)
              .bind("name", called)
              .bind("format", format)
              .bind("bytes", upload.bytes())
              .execute();
          return find(handle, kind, id).orElseThrow();
        });
  }

  /** All of them, newest first. */
  public Listing<StoredFile> list(FileKind kind) {
    return new Listing<>(
        database.with(
            handle ->
                handle
                    .createQuery("SELECT * FROM files WHERE kind = :kind ORDER BY created DESC, id")
                    .bind("kind", kind.folder())
                    .map(ROWS)
                    .list()),
        Optional.empty());
  }

  /**
   * One of them.
   *
   * @throws ServiceException {@code LIEGG-SERVICE-NOT-FOUND} if there is none
   */
  public StoredFile get(FileKind kind, String id) {
    return Optional.of(id)
        .filter(Ids::isHash)
        .flatMap(known -> find(kind, known))
        .orElseThrow(() -> ServiceException.notFound(kind.noun(), id));
  }

  private Optional<StoredFile> find(FileKind kind, String id) {
    return database.with(handle -> find(handle, kind, id));
  }

  private static Optional<StoredFile> find(Handle handle, FileKind kind, String id) {
    return handle
        .createQuery("SELECT * FROM files WHERE kind = :kind AND id = :id")
        .bind("kind", kind.folder())
        .bind("id", id)
        .map(ROWS)
        .findOne();
  }

  /**
   * Where a file is.
   *
   * @throws ServiceException {@code LIEGG-SERVICE-NOT-FOUND} if there is none
   */
  public Path path(FileKind kind, String id) {
    return home(kind, id).resolve(get(kind, id).name());
  }

  /**
   * Forgets a file.
   *
   * @throws ServiceException {@code LIEGG-SERVICE-NOT-FOUND}, or {@code LIEGG-SERVICE-NEEDED} if an
   *     analysis that is not done needs it
   */
  public void delete(FileKind kind, String id) {
    StoredFile known = get(kind, id);
    if (analyses.isNeeded(id)) {
      throw new ServiceException(
          409,
          "LIEGG-SERVICE-NEEDED",
          "%s %s".formatted(kind.noun(), known.name()),
          "an analysis that waits or runs needs it",
          "cancel the analysis first, or wait for it");
    }
    database.with(
        handle -> handle.execute("DELETE FROM files WHERE kind = ? AND id = ?", kind.folder(), id));
    WorkerFolder.delete(home(kind, id));
  }

  /** Forgets what came in longer ago and no analysis refers to; how many. */
  public int deleteUnused(Duration age) {
    int deleted = 0;
    for (FileKind kind : FileKind.values()) {
      for (String id : unused(kind, age)) {
        delete(kind, id);
        deleted++;
      }
    }
    return deleted;
  }

  private List<String> unused(FileKind kind, Duration age) {
    String sql =
        """
        SELECT id FROM files WHERE kind = :kind AND created < %s - %d AND NOT EXISTS
          (SELECT 1 FROM analyses WHERE model_id = files.id OR data_id = files.id)\
        """
            .formatted(database.dialect().now(), age.toMillis());
    return database.with(
        handle -> handle.createQuery(sql).bind("kind", kind.folder()).mapTo(String.class).list());
  }

  private Path home(FileKind kind, String id) {
    return folder.resolve(kind.folder()).resolve(id);
  }

  /** The last part of a name, of characters that no shell, page or file system takes for others. */
  private static String safe(String name) {
    String last = name.replaceAll(".*[/\\\\]", "").replaceAll("[^A-Za-z0-9._-]", "_");
    String visible = last.replaceFirst("^[.-]+", "");
    String cut = visible.substring(Math.max(0, visible.length() - LONGEST_NAME));
    return cut.isEmpty() ? "file" : cut;
  }

  private static boolean isFull(IOException e) {
    String said = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
    return said != null && (said.contains("No space left") || said.contains("quota"));
  }

  private static ServiceException full(IOException e) {
    return new ServiceException(
        507,
        "LIEGG-SERVICE-DISK-FULL",
        "upload",
        "there is no room for it on the disk",
        "make room, or delete files and analyses",
        e);
  }

  private static ServiceException unread(IOException e) {
    return new ServiceException(
        400,
        "LIEGG-SERVICE-UPLOAD-BROKEN",
        "upload",
        "it did not come to its end, or could not be written",
        "send it again",
        e);
  }

  private ServiceException unwritable(IOException e) {
    return new ServiceException(
        500,
        "LIEGG-SERVICE-DATA",
        "folder " + folder,
        "it cannot be used (%s)".formatted(e),
        "name a folder that can be written with --data",
        e);
  }
}
