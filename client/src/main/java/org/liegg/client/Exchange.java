package org.liegg.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Requests and answers: the token, JSON, errors, and another try where the service says so. */
final class Exchange {
  private static final JsonMapper JSON = ServiceJson.lenient();
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final LieggClient.Builder settings;
  private final HttpClient http;

  Exchange(LieggClient.Builder settings) {
    this.settings = settings;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.timeout());
    settings.sslContext().ifPresent(builder::sslContext);
    http = builder.build();
  }

  HttpClient http() {
    return http;
  }

  String address() {
    return settings.address().toString();
  }

  Duration patience() {
    return settings.patience();
  }

  /** A request of this path; its parts and parameters are encoded already. */
  HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path));
    settings.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
    return request;
  }

  byte[] get(String path) {
    return answer(request(path).GET());
  }

  <T> T get(String path, TypeReference<T> type) {
    return read(get(path), type);
  }

  <T> T post(String path, Object value, TypeReference<T> type) {
    HttpRequest.Builder request =
        request(path).header("Content-Type", "application/json").POST(json(value));
    return read(answer(request), type);
  }

  void delete(String path) {
    answer(request(path).DELETE());
  }

  private static BodyPublisher json(Object value) {
    try {
      return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(value));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("A request is not what JSON can say", e);
    }
  }

  /**
   * The body of an answer that is no error; what is refused because of too much work is asked
   * again.
   */
  byte[] answer(HttpRequest.Builder request) {
    HttpRequest asked = request.timeout(settings.timeout()).build();
    long end = System.nanoTime() + patience().toNanos();
    while (true) {
      HttpResponse<byte[]> response = send(asked);
      if (response.statusCode() < 300) {
        return response.body();
      }
      ClientException error = error(response);
      Duration pause = pause(response);
      if (!error.isPassing() || System.nanoTime() + pause.toNanos() > end) {
        throw error;
      }
      sleep(pause);
    }
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw ClientException.unreachable(address(), e);
    } catch (InterruptedException e) {
      throw ClientException.interrupted(e);
    }
  }

  private ClientException error(HttpResponse<byte[]> response) {
    int status = response.statusCode();
    try {
      JsonNode error = JSON.readTree(response.body()).path("error");
      if (error.path("code").isTextual() && error.path("message").isTextual()) {
        return ClientException.of(
            status, new ServiceError(error.path("code").asText(), error.path("message").asText()));
      }
    } catch (IOException e) {
      return noService(status);
    }
    return noService(status);
  }

  private ClientException noService(int status) {
    return ClientException.answer(
        status, address(), "it answers %d without an error of liegg".formatted(status));
  }

  private static Duration pause(HttpResponse<?> response) {
    Optional<String> said = response.headers().firstValue("Retry-After");
    return said.filter(text -> text.matches("\\d{1,6}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .orElse(PAUSE);
  }

  <T> T read(byte[] json, TypeReference<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (IOException e) {
      throw ClientException.answer(0, address(), "it answers something that is not understood");
    }
  }

  static void sleep(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      throw ClientException.interrupted(e);
    }
  }

  /** A part of a path, or a value of a parameter. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** What stands behind a path. */
  static String query(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(each -> each.getKey() + "=" + encoded(each.getValue()))
        .collect(Collectors.joining("&", parameters.isEmpty() ? "" : "?", ""));
  }
}
