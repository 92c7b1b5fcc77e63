package org.liegg.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;

/**
 * Where a model comes from: a file or directory, a server, or an object that the caller already
 * holds.
 */
public sealed interface ModelSource {

  /** How messages and reports call this source. */
  String description();

  /** A model saved at a path. */
  static ModelSource of(Path path) {
    return new File(path);
  }

  /**
   * A model as a command names it: behind a server where the text begins with {@code http://} or
   * {@code https://}, else at a path.
   *
   * @throws ModelException {@code LIEGG-MODEL-ADDRESS} if it is no address
   */
  static ModelSource parse(String text) {
    if (!text.startsWith("http://") && !text.startsWith("https://")) {
      return of(Path.of(text));
    }
    try {
      URI address = new URI(text);
      if (address.getHost() == null || address.getUserInfo() != null) {
        throw wrongAddress(text, "it names no host, or a user");
      }
      return new Remote(address);
    } catch (URISyntaxException e) {
      throw wrongAddress(text, "it is no address: " + e.getReason());
    }
  }

  private static ModelException wrongAddress(String text, String found) {
    return new ModelException(
        "LIEGG-MODEL-ADDRESS",
        "model " + text.replaceFirst("//[^/]*@", "//"),
        found,
        "give it as http://HOST:PORT/v2/models/NAME; a token goes into LIEGG_MODEL_TOKEN");
  }

  /** A model that the caller holds; it is read, never changed. */
  static ModelSource live(Object model) {
    return new Live(model);
  }

  /**
   * A model saved at a path.
   *
   * @param path a file or a directory
   */
  record File(Path path) implements ModelSource {
    @Override
    public String description() {
      return path.toString();
    }
  }

  /**
   * A model behind a server.
   *
   * @param address where it is asked for, without user or password
   */
  record Remote(URI address) implements ModelSource {
    @Override
    public String description() {
      return address.toString();
    }
  }

  /**
   * A model in memory.
   *
   * @param model an engine's own model object
   */
  record Live(Object model) implements ModelSource {
    @Override
    public String description() {
      return model instanceof Named named
          ? named.name()
          : "live " + model.getClass().getSimpleName();
    }
  }

  /** An object that says how messages and reports call it. */
  interface Named {

    /** Not blank. */
    String name();
  }
}
