package org.liegg.fuzz.targets;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liegg.fuzz.mutate.ByteMutator;
import org.liegg.fuzz.mutate.JsonMutator;

/**
 * A server on the loopback of a model of three inputs and two outputs. Some of its answers are
 * damaged: which, and how, follows from a seed and the number of the request.
 */
final class LyingServer {
  private static final Pattern SHAPE = Pattern.compile("\"shape\"\\s*:\\s*\\[\\s*(\\d+)");
  private static final String DESCRIPTION =
      "{\"name\":\"net\",\"inputs\":[{\"name\":\"x\",\"datatype\":\"FP64\",\"shape\":[-1,3]}],"
          + "\"outputs\":[{\"name\":\"y\",\"datatype\":\"FP64\",\"shape\":[-1,2]}]}";
  private static final String ANSWER =
      "{\"outputs\":[{\"name\":\"y\",\"datatype\":\"FP64\",\"shape\":[%d,2],\"data\":%s}]}";
  private static final JsonMutator TREE =
      new JsonMutator(List.of("inputs", "outputs", "shape", "data", "datatype", "FP32", "BYTES"));
  private static final ByteMutator BYTES = new ByteMutator("{", "[", "NaN", "\u00ff");

  private final HttpServer server;
  private long seed;
  private int requests;

  LyingServer() {
    // Answers would wait 40 ms for the client to acknowledge their beginning.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, "lying-server");
              thread.setDaemon(true);
              return thread;
            }));
    server.createContext("/v2/models/net", this::answer);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:%d/v2/models/net".formatted(server.getAddress().getPort());
  }

  /** Begins anew, with lies that follow from this. */
  synchronized void lie(long about) {
    seed = about;
    requests = 0;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    boolean asked = exchange.getRequestMethod().equals("GET");
    byte[] answer = damaged(asked ? DESCRIPTION : values(body));
    exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(answer);
    }
  }

  private static String values(String request) {
    Matcher shape = SHAPE.matcher(request);
    int rows = shape.find() ? Integer.parseInt(shape.group(1)) : 0;
    return ANSWER.formatted(rows, Collections.nCopies(2 * rows, 0.5));
  }

  private synchronized byte[] damaged(String answer) {
    Random random = new Random(seed + 31L * requests++);
    int kind = random.nextInt(8);
    String text = kind == 0 || kind == 1 ? TREE.mutate(answer, random) : answer;
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return kind == 2 ? BYTES.mutate(bytes, random) : bytes;
  }
}
