package org.liegg.service.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.liegg.service.base.ServiceException;

/**
 * Where a service listens, and to whom.
 *
 * @param host the address to listen on, e.g. {@code 127.0.0.1}
 * @param port the port; 0 takes a free one
 * @param token what everybody has to show who asks; nobody has to where empty, and the address is
 *     one of this machine alone then
 * @param tls certificate and key, where the service speaks TLS
 * @param names under which it is asked besides its address, e.g. of a proxy before it
 */
public record Network(
    String host, int port, Optional<String> token, Optional<Tls> tls, List<String> names) {
  private static final int SHORTEST_TOKEN = 16;

  /**
   * A certificate and its key.
   *
   * @param certificate a chain in PEM
   * @param key PKCS #8 in PEM, not encrypted
   */
  public record Tls(Path certificate, Path key) {}

  /**
   * Copies the list.
   *
   * @throws ServiceException {@code LIEGG-SERVICE-OPEN} if everybody on the network could ask
   *     without a token, {@code LIEGG-SERVICE-TOKEN-WEAK} if the token is easily guessed
   */
  public Network {
    names = List.copyOf(names);
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port %d: it is between 0 and 65535".formatted(port));
    }
    if (token.isEmpty() && !isLoopback(host)) {
      throw new ServiceException(
          "LIEGG-SERVICE-OPEN",
          "host " + host,
          "everybody who reaches this address could read models and start work",
          "set a token with LIEGG_SERVE_TOKEN or --token-file, or listen on 127.0.0.1");
    }
    if (token.isPresent() && token.get().length() < SHORTEST_TOKEN) {
      throw new ServiceException(
          "LIEGG-SERVICE-TOKEN-WEAK",
          "token",
          "it has %d characters".formatted(token.get().length()),
          "use at least %d that nobody guesses, e.g. of openssl rand -hex 32"
              .formatted(SHORTEST_TOKEN));
    }
  }

  /** This machine alone, at a port. */
  public static Network local(int port) {
    return new Network("127.0.0.1", port, Optional.empty(), Optional.empty(), List.of());
  }

  /** The same for those who show a token. */
  public Network withToken(String secret) {
    return new Network(host, port, Optional.of(secret), tls, names);
  }

  /** What it is asked by, {@code http} or {@code https}. */
  public String scheme() {
    return tls.isPresent() ? "https" : "http";
  }

  /** Whether an address is one of this machine alone. */
  public static boolean isLoopback(String address) {
    String name = address.toLowerCase(Locale.ROOT);
    if (name.equals("localhost")) {
      return true;
    }
    try {
      return isNumeric(name) && InetAddress.getByName(name).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** No name is looked up: what a name stands for may change. */
  private static boolean isNumeric(String address) {
    return address.matches("[0-9.]+")
        || (address.matches("\\[?[0-9a-f:]+]?") && address.contains(":"));
  }
}
