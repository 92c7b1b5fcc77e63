package org.liegg.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.client.AnalysisRequest;
import org.liegg.client.ServiceJson;

/**
 * Damaged requests, as bytes on a socket: each is answered with an error of its own or as what it
 * still is, none ends the service, and nothing of them stays. The seed is printed.
 */
class FuzzTest {
  private static final long SEED = 20_260_107L;
  private static final int REQUESTS = 4000;
  private static final int MILLIS = 60_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<String> METHODS =
      List.of(
          "GET", "GET", "POST", "POST", "POST", "DELETE", "PUT", "PATCH", "HEAD", "OPTIONS",
          "TRACE", "FOO", "get", "");

  private static final List<String> PIECES =
      List.of(
          "%00",
          "%",
          "%zz",
          "%C3%28",
          "..",
          "/../",
          "//",
          ";a=b",
          "%2F",
          "%5C",
          "?",
          "#",
          "\\",
          "'",
          "\"",
          "<x>",
          "%F0%9F%98%80",
          "\u00e4",
          "&",
          "=",
          "limit=99999999999",
          "before=x",
          "state=done",
          "name=",
          "{id}",
          "*",
          "~");

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "-1",
          "1e999",
          "-0",
          "1e-400",
          "99999999999999999999999999",
          "\"\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "[]",
          "{}",
          "[[[]]]",
          "\"so(3)\"",
          "\"gl(100000)\"",
          "\"gl(3)^99999\"",
          "\"((((\"",
          "NaN",
          "\"../../etc/passwd\"",
          "{\"a\": null}",
          "1.5");

  @TempDir static Path folder;
  private static RunningService running;
  private static String request;
  private final Random random = new Random(SEED);

  @BeforeAll
  static void start() throws IOException {
    running =
        RunningService.in(
            folder.resolve("data"), settings -> settings.with(settings.work().withQueue(5)));
    AnalysisRequest asked = running.request(Given.distance(folder), Given.samples(folder, 50));
    request = ServiceJson.lenient().writeValueAsString(asked.withExpect("so(3)"));
    System.out.println("Seed of the damaged requests: " + SEED);
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @Test
  void answersEveryDamagedRequestWithACode() throws IOException {
    int answered = 0;
    for (int i = 0; i < REQUESTS; i++) {
      byte[] sent = damaged();
      String answer = answer(sent);
      answered += answer.isEmpty() ? 0 : 1;
      assertSound(answer, "request %d: %s".formatted(i, printable(sent)));
    }
    assertThat(answered).isGreaterThan(REQUESTS * 9 / 10);
    assertThat(running.get("/health/ready").status()).isEqualTo(200);
    assertThat(running.client().info().workers()).isEqualTo(2);
    try (Stream<Path> rests = Files.list(folder.resolve("data/unfinished"))) {
      assertThat(rests).isEmpty();
    }
  }

  private static String printable(byte[] sent) {
    String text = new String(sent, StandardCharsets.ISO_8859_1);
    return text.substring(0, Math.min(text.length(), 1500));
  }

  private static void assertSound(String answer, String sent) throws IOException {
    if (answer.isEmpty()) {
      // What is no HTTP at all may be answered by an end of the connection.
      return;
    }
    assertThat(answer).as(sent).matches("(?s)HTTP/1\\.1 [234]\\d\\d .*");
    int status = Integer.parseInt(answer.substring(9, 12));
    String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
    if (status >= 400 && !body.isEmpty()) {
      JsonNode json = JSON.readTree(body);
      JsonNode code = json.path("error").path("code");
      // Errors of the protocol of assistants are numbers, as that wants it.
      boolean protocol = sent.contains(" /mcp") && code.isInt();
      assertThat(protocol || code.asText().startsWith("LIEGG-")).as(sent + answer).isTrue();
      assertThat(answer)
          .as(sent)
          .doesNotContain(folder.toString())
          .doesNotContain("java.")
          .doesNotContain("jackson");
    }
  }

  private byte[] damaged() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] body = body();
    boolean lies = random.nextInt(20) == 0;
    out.writeBytes(latin1("%s %s HTTP/1.1\r\n".formatted(pick(METHODS), target())));
    out.writeBytes(latin1("Host: 127.0.0.1\r\nConnection: close\r\n"));
    out.writeBytes(latin1(header()));
    out.writeBytes(latin1("Content-Length: " + (lies ? body.length + 7 : body.length)));
    out.writeBytes(latin1("\r\n\r\n"));
    out.writeBytes(body);
    return out.toByteArray();
  }

  private String target() {
    List<String> routes = running.service().routes();
    String path = pick(routes).replaceFirst(".* ", "").replace("/events", "");
    path = path.replace("{id}", pick(List.of("x", "0".repeat(24), "f".repeat(64), "%20")));
    StringBuilder target = new StringBuilder(path.replace("{name}", "distance"));
    for (int i = random.nextInt(3); i > 0; i--) {
      target.insert(random.nextInt(target.length() + 1), pick(PIECES));
    }
    if (random.nextInt(3) == 0) {
      target.append("?name=a.csv&before=").append(pick(PIECES)).append("&after=x&limit=3");
    }
    if (random.nextInt(40) == 0) {
      target.append("a".repeat(random.nextInt(20_000)));
    }
    return target.toString().replace(" ", "%20");
  }

  private String header() {
    return switch (random.nextInt(8)) {
      case 0 -> "Content-Type: text/plain\r\n";
      case 1 -> "Content-Type: application/json; charset=utf-16\r\n";
      case 2 ->
          "Cookie: liegg_session=%s\r\nContent-Type: application/json\r\n".formatted(pick(PIECES));
      case 3 -> "Authorization: Bearer %s\r\n".formatted("x".repeat(random.nextInt(9000)));
      default -> "Content-Type: application/json\r\n";
    };
  }

  private byte[] body() {
    return switch (random.nextInt(8)) {
      case 0 -> new byte[0];
      case 1 -> nested();
      case 2 -> bytes();
      case 3 -> flipped();
      case 4 -> latin1("{\"token\": %s}".formatted(pick(VALUES)));
      default -> replaced();
    };
  }

  private byte[] nested() {
    int depth = 1 + random.nextInt(50_000);
    String open = random.nextBoolean() ? "[" : "{\"options\":";
    return latin1(open.repeat(depth));
  }

  private byte[] bytes() {
    byte[] bytes = new byte[random.nextInt(3000)];
    random.nextBytes(bytes);
    return bytes;
  }

  private byte[] flipped() {
    byte[] bytes = request.getBytes(StandardCharsets.UTF_8);
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  /** One of the fields with another value, or more of them. */
  private byte[] replaced() {
    String text = request;
    String field = pick(List.of("model", "data", "action", "expect", "options", "maxDefect"));
    String value = pick(VALUES);
    text =
        random.nextBoolean()
            ? text.replaceFirst(
                "\"%s\":(\"[^\"]*\"|\\{[^}]*})".formatted(field), quoted(field, value))
            : text.replaceFirst(
                "\\{", "{\"%s\": %s,".formatted(field, value.replace("\\", "\\\\")));
    if (random.nextBoolean()) {
      String options = "\"options\":{\"%s\": %s}";
      String name = pick(List.of("limit", "head", "seed", "slice", "columns", "where", "engine"));
      text = text.replace("\"options\":{}", options.formatted(name, pick(VALUES)));
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String quoted(String field, String value) {
    return "\"%s\":%s".formatted(field, value.replace("\\", "\\\\"));
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String answer(byte[] sent) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), running.service().port())) {
      socket.setSoTimeout(MILLIS);
      try {
        socket.getOutputStream().write(sent);
        socket.shutdownOutput();
      } catch (IOException e) {
        // It was answered before its end.
        return rest(socket);
      }
      return rest(socket);
    }
  }

  private static String rest(Socket socket) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      for (int next = in.read(); next >= 0; next = in.read()) {
        answer.write(next);
      }
    } catch (IOException e) {
      // The rest is lost with the connection.
      return "";
    }
    return answer.toString(StandardCharsets.UTF_8);
  }
}
