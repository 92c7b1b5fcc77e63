package org.liegg.service.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How a browser shows the token once and is known from then on. */
final class SessionApi {
  static final String PATH = "/api/v1/session";
  private static final Duration HOLDS = Duration.ofHours(12);

  private final Guard guard;
  private final Optional<Secret> secret;
  private final boolean secure;

  SessionApi(Guard guard, Optional<Secret> secret, boolean secure) {
    this.guard = guard;
    this.secret = secret;
    this.secure = secure;
  }

  /**
   * What a browser shows.
   *
   * @param token the service's
   */
  record Login(String token) {}

  void addTo(Routes routes) {
    routes.post(PATH, this::begin);
    routes.delete(PATH, this::end);
  }

  private void begin(Context request) {
    Login login = Answers.read(request, Login.class);
    if (!guard.isToken(request, login.token())) {
      throw Guard.unknown();
    }
    secret.ifPresent(
        known ->
            request.cookie(
                cookie(known.session(Instant.now().plus(HOLDS)), (int) HOLDS.toSeconds())));
    request.status(204);
  }

  private void end(Context request) {
    request.cookie(cookie("", 0));
    request.status(204);
  }

  private Cookie cookie(String value, int seconds) {
    return new Cookie(Guard.COOKIE, value, "/", seconds, secure, true, null, SameSite.STRICT);
  }
}
