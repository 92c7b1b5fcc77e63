package org.liegg.service.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.liegg.report.page.PageAssets;
import org.liegg.service.base.ServiceException;

/**
 * The files of the dashboard, by their names, and the page that they belong to. Its style and what
 * draws are those of report pages.
 */
final class Assets {
  private static final String FOLDER = "/org/liegg/service/dashboard/";
  private static final List<String> PAGES =
      List.of("/", "/new", "/runs/{id}", "/compare", "/models", "/models/{name}", "/about");
  private static final Map<String, String> TYPES =
      Map.of(
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml");

  private final Map<String, byte[]> files = new TreeMap<>();
  private final byte[] page;

  Assets() {
    page = resource(FOLDER + "index.html");
    files.put("d3.min.js", utf8(PageAssets.library()));
    files.put("pictures.js", utf8(PageAssets.pictures()));
    files.put("page.css", utf8(PageAssets.style()));
    new String(resource(FOLDER + "files.txt"), StandardCharsets.UTF_8)
        .lines()
        .filter(name -> !name.isBlank())
        .forEach(name -> files.put(name, resource(FOLDER + name)));
  }

  void addTo(Routes routes) {
    for (String path : PAGES) {
      routes.get(path, request -> request.contentType("text/html; charset=utf-8").result(page));
    }
    routes.get(
        "/assets/{name}",
        request -> {
          String name = request.pathParam("name");
          byte[] file = files.get(name);
          if (file == null) {
            throw ServiceException.notFound("file", name);
          }
          // Asked for again with every page, so that all of them are of one version.
          request.header("Cache-Control", "no-cache");
          String tag = tag(file);
          request.header("ETag", tag);
          if (tag.equals(request.header("If-None-Match"))) {
            request.status(304);
          } else {
            request.contentType(type(name)).result(file);
          }
        });
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String tag(byte[] file) {
    CRC32C sum = new CRC32C();
    sum.update(file);
    return "\"%08x-%x\"".formatted(sum.getValue(), file.length);
  }

  private static String type(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return TYPES.getOrDefault(ending, "application/octet-stream");
  }

  static byte[] resource(String name) {
    try (InputStream in = Objects.requireNonNull(Assets.class.getResourceAsStream(name), name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
