package org.liegg.engine.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server on the loopback that serves one function, in both protocols. */
final class FakeServer implements AutoCloseable {
  static final String V2 = "/v2/models/net";
  static final String V1 = "/v1/models/net:predict";

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?(E-?\\d+)?");

  static {
    // Answers would wait 40 ms for the client to acknowledge their beginning.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final int inputs;
  private final UnaryOperator<double[]> function;
  private final AtomicInteger requests = new AtomicInteger();
  private final List<String> tokens = Collections.synchronizedList(new ArrayList<>());

  /** How many requests for values end in this status first, and with it. */
  private final AtomicInteger failures = new AtomicInteger();

  private volatile int status = 503;
  private volatile String description;
  private volatile Function<String, String> answers = answer -> answer;
  private volatile long pause;

  FakeServer(int inputs, int outputs, UnaryOperator<double[]> function) {
    this.inputs = inputs;
    this.function = function;
    description =
        ("{\"name\":\"net\",\"inputs\":[{\"name\":\"x\",\"datatype\":\"FP64\",\"shape\":[-1,%d]}],"
                + "\"outputs\":[{\"name\":\"y\",\"datatype\":\"FP64\",\"shape\":[-1,%d]}]}")
            .formatted(inputs, outputs);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext(V2, this::answerV2);
    server.createContext(V1, this::answerV1);
    server.start();
  }

  String address(String path) {
    return "http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path);
  }

  int requests() {
    return requests.get();
  }

  List<String> tokens() {
    return tokens;
  }

  FakeServer failing(int times, int with) {
    failures.set(times);
    status = with;
    return this;
  }

  FakeServer described(String other) {
    description = other;
    return this;
  }

  FakeServer answering(Function<String, String> other) {
    answers = other;
    return this;
  }

  FakeServer pausing(long milliseconds) {
    pause = milliseconds;
    return this;
  }

  private void answerV2(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("GET")) {
      send(exchange, 200, description);
      return;
    }
    String body = body(exchange);
    String data = body.substring(body.indexOf("\"data\""), body.indexOf("\"outputs\""));
    List<double[]> rows = rows(data);
    StringBuilder values = new StringBuilder();
    for (double[] row : rows) {
      for (double value : row) {
        values.append(values.length() == 0 ? "" : ",").append(value);
      }
    }
    int k = rows.isEmpty() ? 0 : rows.get(0).length;
    values(
        exchange,
        "{\"outputs\":[{\"name\":\"y\",\"datatype\":\"FP64\",\"shape\":[%d,%d],\"data\":[%s]}]}"
            .formatted(rows.size(), k, values));
  }

  private void answerV1(HttpExchange exchange) throws IOException {
    StringBuilder values = new StringBuilder();
    for (double[] row : rows(body(exchange))) {
      values.append(values.length() == 0 ? "" : ",").append(java.util.Arrays.toString(row));
    }
    values(exchange, "{\"predictions\":[%s]}".formatted(values));
  }

  private void values(HttpExchange exchange, String answer) throws IOException {
    requests.incrementAndGet();
    if (failures.getAndDecrement() > 0) {
      send(exchange, status, "{\"error\":\"not\u001b[31m now\"}");
      return;
    }
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    send(exchange, 200, answers.apply(answer));
  }

  private List<double[]> rows(String text) {
    List<Double> numbers = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(text);
    while (matcher.find()) {
      numbers.add(Double.parseDouble(matcher.group()));
    }
    List<double[]> rows = new ArrayList<>();
    for (int at = 0; at + inputs <= numbers.size(); at += inputs) {
      double[] x = numbers.subList(at, at + inputs).stream().mapToDouble(v -> v).toArray();
      rows.add(function.apply(x));
    }
    return rows;
  }

  private String body(HttpExchange exchange) throws IOException {
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    if (token != null) {
      tokens.add(token);
    }
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
