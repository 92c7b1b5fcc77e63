package org.liegg.service.web;

import io.javalin.http.Context;
import org.liegg.service.base.ServiceException;
import org.liegg.service.store.FileKind;
import org.liegg.service.store.FileStore;

/** Uploaded models and samples. */
final class FilesApi {
  private final FileStore files;

  FilesApi(FileStore files) {
    this.files = files;
  }

  void addTo(Routes routes) {
    for (FileKind kind : FileKind.values()) {
      String all = "/api/v1/" + kind.folder();
      routes.post(all, request -> put(request, kind));
      routes.get(all, request -> Answers.say(request, 200, files.list(kind)));
      routes.get(
          all + "/{id}",
          request -> Answers.say(request, 200, files.get(kind, request.pathParam("id"))));
      routes.delete(
          all + "/{id}",
          request -> {
            files.delete(kind, request.pathParam("id"));
            request.status(204);
          });
    }
  }

  private void put(Context request, FileKind kind) {
    String name = request.queryParam("name");
    if (name == null || name.isBlank()) {
      throw new ServiceException(
          "LIEGG-SERVICE-REQUEST",
          "parameter name",
          "it is missing",
          "say what the file is called, e.g. ?name=net.onnx: its ending says how it is read");
    }
    // Before the body is touched: who waits to be told to go on is told that it is too large.
    files.requireSmall(request.req().getContentLengthLong());
    FileStore.Put put = files.put(kind, name, request.bodyInputStream());
    Answers.say(request, put.isNew() ? 201 : 200, put.file());
  }
}
