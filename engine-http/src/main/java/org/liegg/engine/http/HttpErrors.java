package org.liegg.engine.http;

import java.util.Collection;
import java.util.stream.Collectors;
import org.liegg.api.ModelException;
import org.liegg.api.Printable;
import org.liegg.api.spi.support.ModelErrors;

/** Creates the exceptions for one served model. */
final class HttpErrors extends ModelErrors {
  private static final int MAX_NAMES = 20;

  /**
   * @param description the address
   */
  HttpErrors(String description) {
    super(description);
  }

  /** The server was not reached, or refused. */
  ModelException server(String found, String remedy) {
    return of("LIEGG-MODEL-SERVER", found, remedy);
  }

  /** The server answered something else than it was asked for. */
  ModelException answer(String found) {
    return of(
        "LIEGG-MODEL-ANSWER",
        found,
        "check the address: it has to speak the Open Inference Protocol (…/v2/models/NAME), or"
            + " JSON of instances and predictions");
  }

  ModelException noSuch(String code, String what, String name, Collection<String> known) {
    return of(
        code,
        "it has no %s \"%s\"".formatted(what, Printable.text(name)),
        "choose one with --%s: %s".formatted(what, listed(known)));
  }

  static String listed(Collection<String> names) {
    return names.stream().limit(MAX_NAMES).map(Printable::text).collect(Collectors.joining(", "));
  }
}
