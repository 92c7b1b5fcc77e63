package org.liegg.service.web;

import io.javalin.http.Context;
import java.util.Optional;
import org.liegg.service.base.ServiceException;

/** Parameters of a query. */
final class Params {

  private Params() {}

  /** A text, where it is there. */
  static Optional<String> text(Context request, String name) {
    return Optional.ofNullable(request.queryParam(name)).filter(text -> !text.isEmpty());
  }

  /**
   * A text.
   *
   * @throws ServiceException if it is missing
   */
  static String required(Context request, String name) {
    return text(request, name)
        .orElseThrow(() -> wrong(name, "it is missing", "add ?%s=…".formatted(name)));
  }

  /**
   * A whole number.
   *
   * @throws ServiceException if it is none, or not between these
   */
  static int whole(Context request, String name, int usual, int least, int most) {
    Optional<String> said = text(request, name);
    if (said.isEmpty()) {
      return usual;
    }
    try {
      int value = Integer.parseInt(said.get());
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw wrong(name, "it is no whole number", between(least, most));
    }
    throw wrong(name, "it is " + said.get(), between(least, most));
  }

  /**
   * A number.
   *
   * @throws ServiceException if it is none, or not between these
   */
  static double number(Context request, String name, double usual, double least, double most) {
    Optional<String> said = text(request, name);
    if (said.isEmpty()) {
      return usual;
    }
    try {
      double value = Double.parseDouble(said.get());
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw wrong(name, "it is no number", "give one from %s to %s".formatted(least, most));
    }
    throw wrong(name, "it is " + said.get(), "give one from %s to %s".formatted(least, most));
  }

  private static String between(int least, int most) {
    return "give one from %d to %d".formatted(least, most);
  }

  private static ServiceException wrong(String name, String found, String remedy) {
    return new ServiceException("LIEGG-SERVICE-REQUEST", "parameter " + name, found, remedy);
  }
}
