package org.liegg.engine.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.liegg.api.ModelOptions;
import org.liegg.api.Printable;

/**
 * Sends requests: each with a limit of time, again where a server was busy or broke off, never to
 * another address than was named. Safe for use by many threads.
 */
final class HttpCalls {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final int ATTEMPTS = 4;
  private static final long FIRST_PAUSE = 200;
  private static final int SHOWN = 160;

  /** Answers that another try may change. */
  private static final Set<Integer> BUSY = Set.of(408, 429, 502, 503, 504);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private final String token;
  private final ModelOptions.Limits limits;
  private final HttpErrors errors;
  private final AtomicLong samples = new AtomicLong();

  HttpCalls(String token, ModelOptions.Limits limits, HttpErrors errors) {
    this.token = token.strip();
    this.limits = limits;
    this.errors = errors;
  }

  /**
   * Asks for a document.
   *
   * @param limit bytes that an answer may have
   */
  byte[] get(URI address, long limit) {
    return send(request(address).GET().build(), limit);
  }

  /**
   * Asks for the values at some samples.
   *
   * @param limit bytes that an answer may have
   */
  byte[] post(URI address, byte[] body, int rows, long limit) {
    if (samples.addAndGet(rows) > limits.calls()) {
      throw errors.of(
          "LIEGG-MODEL-CALLS",
          "it was asked at %d samples, which is all it may be".formatted(limits.calls()),
          "allow more with --model-calls, or take fewer samples with --limit");
    }
    HttpRequest request =
        request(address)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    return send(request, limit);
  }

  private HttpRequest.Builder request(URI address) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("Accept", "application/json")
            .timeout(limits.timeout());
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return request;
  }

  private byte[] send(HttpRequest request, long limit) {
    String last = "";
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (attempt > 0) {
        pause(FIRST_PAUSE << (attempt - 1));
      }
      try {
        HttpResponse<byte[]> response = once(request, limit);
        if (response.statusCode() == 200) {
          return response.body();
        }
        last = "it answers %d%s".formatted(response.statusCode(), words(response.body()));
        if (!BUSY.contains(response.statusCode())) {
          break;
        }
      } catch (ConnectException e) {
        last = "nobody answers at " + request.uri().getAuthority();
      } catch (IOException e) {
        last = "the connection failed: " + Printable.text(String.valueOf(e.getMessage()));
      }
    }
    throw errors.server(
        last, "check that the server runs, the address, and the token in LIEGG_MODEL_TOKEN");
  }

  private HttpResponse<byte[]> once(HttpRequest request, long limit) throws IOException {
    CompletableFuture<HttpResponse<byte[]>> sent =
        client.sendAsync(request, info -> new Limited(limit));
    try {
      return sent.get(limits.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      sent.cancel(true);
      Thread.currentThread().interrupt();
      throw errors.server("it was interrupted", "run it again");
    } catch (TimeoutException e) {
      sent.cancel(true);
      throw slow();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof java.net.http.HttpConnectTimeoutException) {
        throw new ConnectException(cause.getMessage());
      }
      if (cause instanceof java.net.http.HttpTimeoutException) {
        throw slow();
      }
      if (cause instanceof TooLargeException) {
        throw errors.answer("it answers more than the %d bytes that fit".formatted(limit));
      }
      if (cause instanceof IOException failure) {
        throw failure;
      }
      throw errors.server("it cannot be asked: " + cause, "check the address");
    }
  }

  private RuntimeException slow() {
    return errors.server(
        String.format(
            Locale.ROOT,
            "it has not answered within %.3g seconds",
            limits.timeout().toMillis() / 1000.0),
        "allow more with --model-timeout");
  }

  private void pause(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw errors.server("it was interrupted", "run it again");
    }
  }

  /** What a server says with a refusal, on one line. */
  private static String words(byte[] body) {
    String text =
        new String(body, 0, Math.min(body.length, 4 * SHOWN), StandardCharsets.UTF_8).strip();
    return text.isEmpty() ? "" : " (%s)".formatted(Printable.text(text, SHOWN));
  }

  /** An answer has more bytes than it may. */
  private static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Collects a body up to a limit. */
  private static final class Limited implements HttpResponse.BodySubscriber<byte[]> {
    private final CompletableFuture<byte[]> done = new CompletableFuture<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final long limit;
    private Flow.@Nullable Subscription subscription;

    Limited(long limit) {
      this.limit = limit;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
      return done;
    }

    @Override
    public void onSubscribe(Flow.Subscription begun) {
      subscription = begun;
      begun.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
      for (ByteBuffer part : parts) {
        if (bytes.size() + (long) part.remaining() > limit) {
          if (subscription != null) {
            subscription.cancel();
          }
          done.completeExceptionally(new TooLargeException());
          return;
        }
        byte[] copy = new byte[part.remaining()];
        part.get(copy);
        bytes.write(copy, 0, copy.length);
      }
    }

    @Override
    public void onError(Throwable failure) {
      done.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
      done.complete(bytes.toByteArray());
    }
  }
}
