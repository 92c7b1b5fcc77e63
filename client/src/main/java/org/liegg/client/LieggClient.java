package org.liegg.client;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.liegg.api.report.SymmetryReport;
import org.liegg.report.ReportJson;

/**
 * Asks a service that runs analyses. Calls wait for their answers; every one of them throws {@link
 * ClientException} where the service refuses, with its code, or cannot be reached. What a service
 * does not take for the moment (429, 503) is asked again after the time that it says, for as long
 * as the builder's patience. Immutable, and safe for use by many threads.
 *
 * <pre>{@code
 * LieggClient client = LieggClient.builder(URI.create("http://127.0.0.1:8080")).build();
 * StoredFile model = client.uploadModel(Path.of("net.onnx"));
 * StoredFile data = client.uploadDataset(Path.of("x.npy"));
 * Analysis asked =
 *     client.create(AnalysisRequest.of(ModelRef.ofId(model.id()), DataRef.ofId(data.id())));
 * Analysis done = client.await(asked.id(), now -> {});
 * SymmetryReport report = client.report(done.id());
 * }</pre>
 */
public final class LieggClient {
  private static final String ANALYSES = "/api/v1/analyses";
  private static final String CHECKS = "/api/v1/checks";
  private static final String MODELS = "/api/v1/models";
  private static final String DATASETS = "/api/v1/datasets";
  private static final String HISTORY = "/api/v1/history";

  private static final TypeReference<Analysis> ANALYSIS = new TypeReference<>() {};
  private static final TypeReference<Listing<Analysis>> ANALYSIS_LIST = new TypeReference<>() {};
  private static final TypeReference<Listing<StoredFile>> FILE_LIST = new TypeReference<>() {};
  private static final TypeReference<Listing<String>> NAMES = new TypeReference<>() {};
  private static final TypeReference<Listing<ServicePlugin>> PLUGINS = new TypeReference<>() {};
  private static final TypeReference<StoredFile> FILE = new TypeReference<>() {};
  private static final TypeReference<Check> CHECK = new TypeReference<>() {};
  private static final TypeReference<History> HISTORY_TYPE = new TypeReference<>() {};
  private static final TypeReference<SampleOrbit> ORBIT = new TypeReference<>() {};
  private static final TypeReference<ServiceInfo> INFO = new TypeReference<>() {};

  /** So long that nobody waits for its end, and an hour of it is no overflow. */
  private static final Duration FOR_EVER = Duration.ofDays(10_000);

  private final Exchange exchange;

  private LieggClient(Builder settings) {
    exchange = new Exchange(settings);
  }

  /**
   * How a service at an address is asked: without a token, with a minute for an answer, and half a
   * minute of patience.
   *
   * @param address e.g. {@code https://liegg.example.org}, without what stands behind the port, or
   *     with the path under which a proxy has it
   */
  public static Builder builder(URI address) {
    return new Builder(
        URI.create(address.toString().replaceFirst("/+$", "")),
        Optional.empty(),
        Duration.ofMinutes(1),
        Duration.ofSeconds(30),
        Optional.empty());
  }

  /**
   * How a service is asked.
   *
   * @param address where
   * @param token that it wants to see
   * @param timeout how long an answer may take; that to an upload comes when all of it is there
   * @param patience how long what it does not take for the moment is asked again, and how long
   *     {@link LieggClient#await} waits for a service that is away
   * @param sslContext whom to trust, where the service's certificate is none that Java knows
   */
  public record Builder(
      URI address,
      Optional<String> token,
      Duration timeout,
      Duration patience,
      Optional<SSLContext> sslContext) {

    /** The same with a token. */
    public Builder token(String secret) {
      return new Builder(address, Optional.of(secret), timeout, patience, sslContext);
    }

    /** The same with another time for an answer. */
    public Builder timeout(Duration time) {
      return new Builder(address, token, time, patience, sslContext);
    }

    /** The same with another patience; none where it is zero. */
    public Builder patience(Duration time) {
      return new Builder(address, token, timeout, time, sslContext);
    }

    /** The same that trusts others. */
    public Builder sslContext(SSLContext context) {
      return new Builder(address, token, timeout, patience, Optional.of(context));
    }

    /** A client. */
    public LieggClient build() {
      return new LieggClient(this);
    }

    /** Without the token, which is a secret. */
    @Override
    public String toString() {
      return "Builder[address=%s]".formatted(address);
    }
  }

  /** Sends a model; one whose bytes the service knows is not kept twice. */
  public StoredFile uploadModel(Path file) {
    return upload(MODELS, file);
  }

  /** Sends samples; those whose bytes the service knows are not kept twice. */
  public StoredFile uploadDataset(Path file) {
    return upload(DATASETS, file);
  }

  private StoredFile upload(String path, Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw ClientException.file(file.toString(), new FileNotFoundException(file.toString()));
    }
    String name = Exchange.query(Map.of("name", String.valueOf(file.getFileName())));
    try {
      HttpRequest.Builder request =
          exchange
              .request(path + name)
              .header("Content-Type", "application/octet-stream")
              .POST(BodyPublishers.ofFile(file));
      return exchange.read(exchange.answer(request), FILE);
    } catch (FileNotFoundException e) {
      throw ClientException.file(file.toString(), e);
    } catch (ClientException e) {
      throw e.isUnreachable() ? explained(e, file) : e;
    }
  }

  /** A service that does not take a file to its end has said why, and it may not be heard. */
  private ClientException explained(ClientException unheard, Path file) {
    long bytes = file.toFile().length();
    long most = info().limits().getOrDefault("upload", Long.MAX_VALUE);
    return bytes > most ? ClientException.tooLarge(file.toString(), bytes, most) : unheard;
  }

  /** The models that were uploaded, newest first. */
  public List<StoredFile> models() {
    return exchange.get(MODELS, FILE_LIST).items();
  }

  /** The samples that were uploaded, newest first. */
  public List<StoredFile> datasets() {
    return exchange.get(DATASETS, FILE_LIST).items();
  }

  /** A model of this SHA-256. */
  public StoredFile model(String id) {
    return exchange.get(one(MODELS, id), FILE);
  }

  /** Samples of this SHA-256. */
  public StoredFile dataset(String id) {
    return exchange.get(one(DATASETS, id), FILE);
  }

  /** Lets the service forget a model, unless an analysis that is not done needs it. */
  public void deleteModel(String id) {
    exchange.delete(one(MODELS, id));
  }

  /** Lets the service forget samples, unless an analysis that is not done needs them. */
  public void deleteDataset(String id) {
    exchange.delete(one(DATASETS, id));
  }

  /** Asks for an analysis, which waits or runs when this returns. */
  public Analysis create(AnalysisRequest request) {
    return exchange.post(ANALYSES, request, ANALYSIS);
  }

  /** An analysis as it is now. */
  public Analysis analysis(String id) {
    return exchange.get(one(ANALYSES, id), ANALYSIS);
  }

  /** A part of the list of analyses, newest first. */
  public Listing<Analysis> analyses(AnalysisQuery query) {
    return exchange.get(ANALYSES + Exchange.query(query.parameters()), ANALYSIS_LIST);
  }

  /** Wants an analysis no more: what waits ends at once, what runs a moment later. */
  public Analysis cancel(String id) {
    return exchange.post(one(ANALYSES, id) + "/cancel", Map.of(), ANALYSIS);
  }

  /** Lets the service forget an analysis that is done, failed or cancelled. */
  public void delete(String id) {
    exchange.delete(one(ANALYSES, id));
  }

  /**
   * Waits until an analysis is done, failed or cancelled.
   *
   * @param listener hears how it is now and whenever something of it changes, in this thread
   */
  public Analysis await(String id, Consumer<Analysis> listener) {
    return await(id, FOR_EVER, listener);
  }

  /**
   * Waits until an analysis is done, failed or cancelled.
   *
   * @param atMost for so long; then {@code LIEGG-CLIENT-LATE} is thrown, and the analysis goes on
   * @param listener hears how it is now and whenever something of it changes, in this thread
   */
  public Analysis await(String id, Duration atMost, Consumer<Analysis> listener) {
    return new Await(exchange, one(ANALYSES, id), atMost, listener).result();
  }

  /** The report of an analysis that is done. */
  public SymmetryReport report(String id) {
    byte[] json = exchange.get(one(ANALYSES, id) + "/report");
    return ReportJson.read(new ByteArrayInputStream(json), "report of analysis " + id);
  }

  /** The same as a page that needs nothing else. */
  public String reportHtml(String id) {
    return text(one(ANALYSES, id) + "/report.html");
  }

  /** Asks whether a model keeps several things; an analysis each waits or runs then. */
  public Check create(CheckRequest request) {
    return exchange.post(CHECKS, request, CHECK);
  }

  /** A check as it is now. */
  public Check check(String id) {
    return exchange.get(one(CHECKS, id), CHECK);
  }

  /** The cases of a check as JUnit XML. */
  public String junitXml(String check) {
    return text(one(CHECKS, check) + "/junit.xml");
  }

  /** What changed between two analyses that are done, as the JSON of {@code liegg compare}. */
  public String compare(String before, String after) {
    Map<String, String> both = new LinkedHashMap<>();
    both.put("before", before);
    both.put("after", after);
    return text("/api/v1/compare" + Exchange.query(both));
  }

  /**
   * A sample moved along a generator that an analysis found, and what its model says there.
   *
   * @param generator its place in the report, from 0
   * @param sample its place in the samples, from 0
   * @param steps how many values of t, 2 to 400, from −reach to reach
   * @param reach the largest t
   */
  public SampleOrbit orbit(String id, int generator, long sample, int steps, double reach) {
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put("generator", Integer.toString(generator));
    asked.put("sample", Long.toString(sample));
    asked.put("steps", Integer.toString(steps));
    asked.put("reach", Double.toString(reach));
    return exchange.get(one(ANALYSES, id) + "/orbit" + Exchange.query(asked), ORBIT);
  }

  /** Names of the models that analyses were made of. */
  public List<String> modelNames() {
    return exchange.get(HISTORY, NAMES).items();
  }

  /** What was found of the versions of a model, oldest first. */
  public History history(String modelName) {
    return exchange.get(one(HISTORY, modelName), HISTORY_TYPE);
  }

  /** What the service is, and what it takes. */
  public ServiceInfo info() {
    return exchange.get("/api/v1/info", INFO);
  }

  /** What the service's analyses may use. */
  public List<ServicePlugin> plugins() {
    return exchange.get("/api/v1/plugins", PLUGINS).items();
  }

  private String text(String path) {
    return new String(exchange.get(path), StandardCharsets.UTF_8);
  }

  private static String one(String all, String id) {
    return all + "/" + Exchange.encoded(id);
  }
}
