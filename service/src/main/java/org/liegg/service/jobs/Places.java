package org.liegg.service.jobs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.liegg.client.DataRef;
import org.liegg.client.ModelRef;
import org.liegg.service.base.ServiceException;
import org.liegg.service.store.FileKind;
import org.liegg.service.store.FileStore;
import org.liegg.service.store.Roots;
import org.liegg.service.worker.Assignment.Place;

/** Where the files are that a request names, in one of the two ways there are. */
public final class Places {
  private static final int LONGEST_NAME = 200;

  private final FileStore files;
  private final Roots roots;

  /** Uploaded files, and those below roots. */
  public Places(FileStore files, Roots roots) {
    this.files = files;
    this.roots = roots;
  }

  /**
   * Where the model is.
   *
   * @throws ServiceException if there is none
   */
  public Place of(ModelRef model) {
    requirePlain("name", model.name());
    requirePlain("version", model.version());
    return place(FileKind.MODEL, model.id(), model.path());
  }

  /**
   * Where the samples are.
   *
   * @throws ServiceException if there are none
   */
  public Place of(DataRef data) {
    return place(FileKind.DATASET, data.id(), data.path());
  }

  /** What requests call the folders whose files they may name. */
  public List<String> roots() {
    return roots.names();
  }

  /** What lists and pages show, and databases keep. */
  private static void requirePlain(String field, Optional<String> said) {
    said.filter(
            text ->
                text.isBlank()
                    || text.length() > LONGEST_NAME
                    || text.chars().anyMatch(Character::isISOControl))
        .ifPresent(
            text -> {
              throw new ServiceException(
                  422,
                  "LIEGG-SERVICE-REQUEST",
                  "field model." + field,
                  "it is no name that can be shown",
                  "give one of 1 to %d characters, none of them a control character"
                      .formatted(LONGEST_NAME));
            });
  }

  private Place place(FileKind kind, Optional<String> id, Optional<String> path) {
    if (id.isPresent() == path.isPresent()) {
      throw new ServiceException(
          422,
          "LIEGG-SERVICE-REQUEST",
          kind.noun(),
          id.isPresent() ? "both id and path are given" : "neither id nor path is given",
          "give the id of an uploaded file, or a path below one of the service's roots");
    }
    if (path.isPresent()) {
      return new Place(roots.resolve(path.get()).toString(), path.get());
    }
    Path file = files.path(kind, id.orElseThrow());
    return new Place(file.toString(), file.getFileName().toString());
  }
}
