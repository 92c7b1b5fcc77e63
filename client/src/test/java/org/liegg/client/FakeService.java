package org.liegg.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers requests with what it was told, one after the other, and keeps what was asked. */
final class FakeService implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Deque<Reply> replies = new ArrayDeque<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  /** A status, the seconds of Retry-After unless empty, and a body. */
  record Reply(int status, String retryAfter, String type, String body) {}

  FakeService() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  FakeService then(int status, String retryAfter, String body) {
    return then(new Reply(status, retryAfter, "application/json", body));
  }

  FakeService then(int status, String body) {
    return then(status, "", body);
  }

  FakeService events(String... data) {
    StringBuilder body = new StringBuilder();
    for (String each : data) {
      body.append(": keep-alive\n\nevent: analysis\ndata: ").append(each).append("\n\n");
    }
    return then(new Reply(200, "", "text/event-stream", body.toString()));
  }

  private synchronized FakeService then(Reply reply) {
    replies.add(reply);
    return this;
  }

  private synchronized Reply next() {
    Reply next = replies.poll();
    return next == null ? new Reply(500, "", "text/plain", "nothing was told") : next;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      asked.add(
          "%s %s %s %s"
              .formatted(
                  exchange.getRequestMethod(),
                  exchange.getRequestURI().getRawPath()
                      + (exchange.getRequestURI().getRawQuery() == null
                          ? ""
                          : "?" + exchange.getRequestURI().getRawQuery()),
                  exchange.getRequestHeaders().getFirst("Authorization"),
                  body));
      Reply reply = next();
      if (!reply.retryAfter().isEmpty()) {
        exchange.getResponseHeaders().set("Retry-After", reply.retryAfter());
      }
      exchange.getResponseHeaders().set("Content-Type", reply.type());
      byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  List<String> asked() {
    return asked;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  LieggClient client() {
    return LieggClient.builder(address()).patience(Duration.ofSeconds(10)).build();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
