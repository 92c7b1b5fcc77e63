package org.liegg.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.client.LieggClient;
import org.liegg.service.RunningService.Answer;
import org.liegg.service.base.ServiceException;
import org.liegg.service.settings.Network;

/** Who may ask, from where, and how often. */
class GuardTest {
  private static final String TOKEN = "correct-horse-battery-staple";

  @TempDir static Path folder;
  private static RunningService open;
  private static RunningService guarded;

  @BeforeAll
  static void start() {
    open = RunningService.in(folder.resolve("open"));
    guarded = guarded("guarded");
  }

  private static RunningService guarded(String name) {
    return RunningService.in(
        folder.resolve(name), settings -> settings.with(Network.local(0).withToken(TOKEN)));
  }

  @AfterAll
  static void stop() {
    open.close();
    guarded.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/analyses",
        "/api/v1/analyses/",
        "/api/v1/info",
        "/api/v1/nothing",
        "/metrics",
        "/metrics/",
        "/api/v1/history"
      })
  void showsNothingWithoutTheToken(String path) {
    Answer refused = guarded.get(path);

    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.code()).isEqualTo("LIEGG-SERVICE-TOKEN");
    assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/%61pi/v1/analyses",
        "//api/v1/analyses",
        "/./api/v1/analyses",
        "/x/../api/v1/analyses",
        "/api;x/v1/analyses",
        "/API/v1/analyses",
        "/api%2Fv1/analyses",
        "/%6detrics",
        "/metrics;x",
        "/./metrics"
      })
  void isNotFooledByOtherSpellingsOfAPath(String path) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), guarded.service().port())) {
      String request = "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.formatted(path).getBytes(StandardCharsets.ISO_8859_1));
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);

      assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d .*").contains("LIEGG-SERVICE-");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health/live", "/health/ready", "/", "/about", "/openapi.json"})
  void showsToEverybodyWhatHoldsNothing(String path) {
    assertThat(guarded.get(path).status()).isEqualTo(200);
  }

  @Test
  void letsThoseInWhoShowTheToken() {
    LieggClient client = LieggClient.builder(guarded.address()).token(TOKEN).build();

    assertThat(client.info().tokenNeeded()).isTrue();
    assertThat(guarded.send(bearer(TOKEN + " ")).status()).isEqualTo(200);
    assertThat(guarded.send(bearer(TOKEN + "x")).status()).isEqualTo(401);
    assertThat(guarded.send(bearer("")).status()).isEqualTo(401);
    Answer basic =
        guarded.send(guarded.request("/api/v1/info").header("Authorization", "Basic " + TOKEN));
    assertThat(basic.status()).isEqualTo(401);
  }

  private static HttpRequest.Builder bearer(String token) {
    return guarded.request("/api/v1/info").header("Authorization", "Bearer " + token);
  }

  @Test
  void knowsABrowserThatHasShownTheToken() {
    Answer began = guarded.post("/api/v1/session", Map.of("token", TOKEN));

    String cookie = began.header("Set-Cookie");
    assertThat(began.status()).isEqualTo(204);
    assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/").doesNotContain(TOKEN);
    String session = cookie.replaceFirst(";.*", "");
    assertThat(withCookie(session).status()).isEqualTo(200);
    String later = session.replaceFirst("=[0-9a-f]+-", "=ffffffffff-");
    assertThat(withCookie(later).status()).isEqualTo(401);
    assertThat(withCookie(session.substring(0, session.length() - 1)).status()).isEqualTo(401);
    assertThat(withCookie("liegg_session=").status()).isEqualTo(401);
    assertThat(withCookie("liegg_session=zz-" + TOKEN).status()).isEqualTo(401);
    Answer ended = guarded.delete("/api/v1/session");
    assertThat(ended.header("Set-Cookie")).contains("liegg_session=;").contains("01 Jan 1970");
  }

  private static Answer withCookie(String cookie) {
    return guarded.send(guarded.request("/api/v1/info").header("Cookie", cookie));
  }

  @Test
  void looksAtFewWrongTokensAndSaysThemNowhere() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    Handler listening = new Remembering(said);
    Logger.getLogger("").addHandler(listening);
    try (RunningService other = guarded("other")) {
      String last = "";
      int refused = 0;
      for (int i = 0; i < 40; i++) {
        Answer answer = other.post("/api/v1/session", Map.of("token", "guessed-token-" + i));
        refused += answer.status() == 429 ? 1 : 0;
        last = answer.whole().headers() + answer.body();
        assertThat(answer.status()).isIn(401, 429);
        assertThat(last).doesNotContain("guessed-token").doesNotContain(TOKEN);
      }
      assertThat(refused).isPositive();
      assertThat(other.post("/api/v1/session", Map.of("token", TOKEN)).status()).isEqualTo(204);
    } finally {
      Logger.getLogger("").removeHandler(listening);
    }
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("Listening")
        .doesNotContain("guessed-token")
        .doesNotContain(TOKEN);
  }

  /** Keeps what is logged. */
  private static final class Remembering extends Handler {
    private final ByteArrayOutputStream said;

    Remembering(ByteArrayOutputStream said) {
      this.said = said;
    }

    @Override
    public void publish(LogRecord entry) {
      String line = entry.getMessage() + List.of(Optional.ofNullable(entry.getThrown())) + "\n";
      said.writeBytes(line.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void flush() {
      // Nothing is held back.
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }

  @ParameterizedTest(name = "Host: {0}: {1}")
  @CsvSource({
    "evil.example.org, 403",
    "127.0.0.1.evil.example.org:80, 403",
    "localhost, 200",
    "localhost:8080, 200",
    "127.0.0.1, 200",
    "[::1]:80, 200",
    "LOCALHOST, 200",
    "10.0.0.1, 403"
  })
  void answersToItsOwnNamesWithoutAToken(String host, int status) throws IOException {
    assertThat(raw("GET", "Host: " + host)).startsWith("HTTP/1.1 " + status);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "Origin: http://evil.example.org, 403",
    "Origin: null, 403",
    "Origin: http://127.0.0.1:1, 403",
    "Sec-Fetch-Site: cross-site, 403",
    "Sec-Fetch-Site: same-site, 403",
    "Sec-Fetch-Site: same-origin, 204",
    "Origin: http://localhost, 204",
    "X: y, 204"
  })
  void letsNoOtherPageChangeAnything(String header, int status) throws IOException {
    assertThat(raw("DELETE", "Host: localhost\r\n" + header)).startsWith("HTTP/1.1 " + status);
  }

  private static String raw(String method, String headers) throws IOException {
    String path = method.equals("GET") ? "/api/v1/info" : "/api/v1/session";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), open.service().port())) {
      String request =
          "%s %s HTTP/1.1\r\n%s\r\nConnection: close\r\n\r\n".formatted(method, path, headers);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  @Test
  void letsNobodyInWhoAsksTooOften() {
    try (RunningService slow =
        RunningService.in(
            folder.resolve("slow"), settings -> settings.with(settings.limits().withRequests(1)))) {
      Answer answer = slow.get("/api/v1/info");
      for (int i = 0; i < 20 && answer.status() == 200; i++) {
        answer = slow.get("/api/v1/info");
      }
      assertThat(answer.status()).isEqualTo(429);
      assertThat(answer.code()).isEqualTo("LIEGG-SERVICE-RATE");
      assertThat(answer.header("Retry-After")).isEqualTo("1");
      assertThat(slow.get("/health/live").status()).isEqualTo(200);
      assertThat(slow.client().info().workers()).isEqualTo(2);
    }
  }

  @Test
  void refusesToListenForOthersWithoutASecretToken() {
    assertThatExceptionOfType(ServiceException.class)
        .isThrownBy(() -> new Network("0.0.0.0", 0, Optional.empty(), Optional.empty(), List.of()))
        .satisfies(e -> assertThat(e.code()).isEqualTo("LIEGG-SERVICE-OPEN"));
    assertThatExceptionOfType(ServiceException.class)
        .isThrownBy(() -> Network.local(0).withToken("short"))
        .satisfies(e -> assertThat(e.code()).isEqualTo("LIEGG-SERVICE-TOKEN-WEAK"))
        .withMessageNotContaining("short;");
  }

  @Test
  void saysOfEveryAnswerHowItMayBeShown() {
    for (Answer answer :
        List.of(open.get("/"), open.get("/api/v1/info"), open.get("/api/v1/nothing"))) {
      assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
      assertThat(answer.header("Server")).isEmpty();
    }
    Answer plain = open.send(open.request("/api/v1/analyses").POST(BodyPublishers.ofString("{}")));
    assertThat(plain.code()).isEqualTo("LIEGG-SERVICE-TYPE");
  }
}
