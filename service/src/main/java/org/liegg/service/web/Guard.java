package org.liegg.service.web;

import io.javalin.http.Context;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.liegg.service.base.ServiceException;
import org.liegg.service.settings.Limits;
import org.liegg.service.settings.Network;

/**
 * Stands before every route: who may ask, from where, and how often. Pages and files of the
 * dashboard are open, since they hold nothing; health is, since whoever watches has no token.
 */
final class Guard {
  static final String COOKIE = "liegg_session";
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  /** Wrong tokens a second and address, on average: guessing takes for ever. */
  private static final double WRONG_PER_SECOND = 0.2;

  private static final int WRONG_AT_ONCE = 10;
  private static final Set<String> OPEN =
      Set.of("/", "/new", "/compare", "/models", "/about", "/openapi.json", SessionApi.PATH);

  private static final List<String> OPEN_BELOW =
      List.of("/runs/", "/models/", "/assets/", "/health/");

  private static final String BEARER = "Bearer ";

  private final Network network;
  private final Optional<Secret> secret;
  private final RateLimit requests;
  private final RateLimit wrongTokens;

  Guard(Network network, Optional<Secret> secret, Limits limits) {
    this.network = network;
    this.secret = secret;
    requests = new RateLimit(limits.requests(), 2.0 * limits.requests(), System::nanoTime);
    wrongTokens = new RateLimit(WRONG_PER_SECOND, WRONG_AT_ONCE, System::nanoTime);
  }

  /**
   * Lets a request through.
   *
   * @throws ServiceException if it may not
   */
  void require(Context request) {
    if (!isHealth(request.path()) && !requests.admits(request.ip())) {
      throw new ServiceException(
          429,
          "LIEGG-SERVICE-RATE",
          "requests",
          "too many come from this address",
          "wait a moment, or let more in with --rate");
    }
    requireKnownHost(request);
    if (!READING.contains(request.method().name())) {
      requireSameOrigin(request);
    }
    if (!isOpen(request)) {
      requireToken(request);
    }
  }

  /** Without a token, names that others have pointed at this machine are no way in. */
  private void requireKnownHost(Context request) {
    String host = name(Optional.ofNullable(request.header("Host")).orElse(""));
    boolean known =
        secret.isPresent()
            || Network.isLoopback(host)
            || host.equalsIgnoreCase(network.host())
            || network.names().stream().anyMatch(host::equalsIgnoreCase);
    if (!known) {
      throw new ServiceException(
          403,
          "LIEGG-SERVICE-HOST",
          "host " + host,
          "this service is not known by that name",
          "ask it by the address that it listens on, or name it with --name");
    }
  }

  /** A host without its port. */
  private static String name(String host) {
    if (host.startsWith("[")) {
      return host.replaceFirst("].*", "]");
    }
    return host.replaceFirst(":\\d*$", "");
  }

  /** What changes something is asked by the service's own pages, or by what is no browser. */
  private static void requireSameOrigin(Context request) {
    Optional<String> site = Optional.ofNullable(request.header("Sec-Fetch-Site"));
    Optional<String> origin = Optional.ofNullable(request.header("Origin"));
    boolean foreign =
        site.filter(from -> !from.equals("same-origin") && !from.equals("none")).isPresent()
            || origin.filter(from -> !isOwn(from, request)).isPresent();
    if (foreign) {
      throw new ServiceException(
          403,
          "LIEGG-SERVICE-ORIGIN",
          "request",
          "a page of another origin sent it",
          "use the service's own pages, or a program that is no browser");
    }
  }

  private static boolean isOwn(String origin, Context request) {
    try {
      String authority = URI.create(origin).getAuthority();
      return authority != null
          && authority
              .toLowerCase(Locale.ROOT)
              .equals(String.valueOf(request.header("Host")).toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isHealth(String path) {
    return path.startsWith("/health/");
  }

  /** Whatever is not on the lists needs the token, paths that a later version adds too. */
  private static boolean isOpen(Context request) {
    String path = request.path();
    return OPEN.contains(path) || OPEN_BELOW.stream().anyMatch(path::startsWith);
  }

  private void requireToken(Context request) {
    if (secret.isEmpty() || isKnown(request, secret.get())) {
      return;
    }
    request.header("WWW-Authenticate", "Bearer");
    throw unknown();
  }

  private boolean isKnown(Context request, Secret known) {
    String header = request.header("Authorization");
    if (header != null && header.startsWith(BEARER)) {
      return isToken(request, header.substring(BEARER.length()).strip());
    }
    String session = request.cookie(COOKIE);
    return session != null && known.isSession(session, Instant.now());
  }

  /** Whether this is the token; wrong ones are counted, and too many are not looked at. */
  boolean isToken(Context request, String shown) {
    if (secret.isEmpty()) {
      return true;
    }
    if (secret.get().isToken(shown)) {
      return true;
    }
    if (!wrongTokens.admits(request.ip())) {
      throw new ServiceException(
          429,
          "LIEGG-SERVICE-RATE",
          "tokens",
          "too many wrong ones come from this address",
          "wait a minute");
    }
    return false;
  }

  static ServiceException unknown() {
    return new ServiceException(
        401,
        "LIEGG-SERVICE-TOKEN",
        "request",
        "it shows no token, or a wrong one",
        "send the service's token as Authorization: Bearer TOKEN");
  }
}
