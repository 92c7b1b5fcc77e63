package org.liegg.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.liegg.app.Liegg;
import org.liegg.client.Analysis;
import org.liegg.client.AnalysisRequest;
import org.liegg.client.DataRef;
import org.liegg.client.LieggClient;
import org.liegg.client.ModelRef;
import org.liegg.service.settings.ServiceSettings;

/** A service that runs in this process on a free port, and what asks it. */
public final class RunningService implements AutoCloseable {
  public static final Duration LONG = Duration.ofMinutes(5);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Service service;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private RunningService(ServiceSettings settings) {
    service = Service.start(settings, Liegg.create());
  }

  /** Two small workers, and as many requests as tests make. */
  public static ServiceSettings settings(Path folder) {
    ServiceSettings local = ServiceSettings.local(0, folder);
    return local
        .with(local.work().withWorkers(2).withMemory(256L << 20))
        .with(local.limits().withRequests(100_000).withDrain(Duration.ZERO));
  }

  public static RunningService in(Path folder) {
    return in(folder, settings -> settings);
  }

  public static RunningService in(Path folder, UnaryOperator<ServiceSettings> change) {
    return new RunningService(change.apply(settings(folder)));
  }

  public Service service() {
    return service;
  }

  public URI address() {
    return URI.create(service.address());
  }

  public LieggClient client() {
    return LieggClient.builder(address()).build();
  }

  /** An answer as it came. */
  public record Answer(int status, String body, HttpResponse<String> whole) {
    public JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new UncheckedIOException(body, e);
      }
    }

    public String code() {
      return json().path("error").path("code").asText();
    }

    public String header(String name) {
      return whole.headers().firstValue(name).orElse("");
    }
  }

  public Answer get(String path) {
    return send(request(path));
  }

  public Answer delete(String path) {
    return send(request(path).DELETE());
  }

  public Answer post(String path, Object value) {
    return postText(path, json(value));
  }

  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Answer postText(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  public Answer upload(String kind, String query, String content) {
    return send(request("/api/v1/" + kind + query).POST(BodyPublishers.ofString(content)));
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(service.address() + path)).timeout(LONG);
  }

  public Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      return new Answer(answer.statusCode(), answer.body(), answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Uploads both, and says how they are asked about. */
  public AnalysisRequest request(Path model, Path data) {
    return AnalysisRequest.of(
            ModelRef.ofId(client().uploadModel(model).id()),
            DataRef.ofId(client().uploadDataset(data).id()))
        .withAction("gl(3)");
  }

  /** Asks, and waits until it is done, failed or cancelled. */
  public Analysis run(AnalysisRequest request) {
    return await(client().create(request).id());
  }

  public Analysis await(String id) {
    return client().await(id, LONG, now -> {});
  }

  /** A request as JSON that says what else is wanted. */
  public static Map<String, Object> asked(String model, String data, Map<String, Object> options) {
    return Map.of("model", Map.of("id", model), "data", Map.of("id", data), "options", options);
  }

  @Override
  public void close() {
    service.close();
  }
}
