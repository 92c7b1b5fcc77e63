package org.liegg.client;

import com.fasterxml.jackson.core.type.TypeReference;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Waits for an analysis: hears its events, and asks for it where there are none, until nothing
 * changes any more. A service that is away for a while is waited for.
 */
final class Await {
  private static final TypeReference<Analysis> ANALYSIS = new TypeReference<>() {};
  private static final String DATA = "data: ";

  /** A connection on which nothing has come for so long, keep-alives included, is a dead one. */
  private static final Duration SILENCE = Duration.ofSeconds(30);

  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Exchange exchange;
  private final String path;
  private final Consumer<Analysis> listener;
  private final long end;
  private Optional<Analysis> last = Optional.empty();

  Await(Exchange exchange, String path, Duration atMost, Consumer<Analysis> listener) {
    this.exchange = exchange;
    this.path = path;
    this.listener = listener;
    end = System.nanoTime() + atMost.toNanos();
  }

  Analysis result() {
    long lastAnswer = System.nanoTime();
    while (true) {
      try {
        hear(exchange.get(path, ANALYSIS));
        lastAnswer = System.nanoTime();
        if (!isOver()) {
          follow();
        }
      } catch (ClientException e) {
        boolean hopeless = System.nanoTime() - lastAnswer > exchange.patience().toNanos();
        if (hopeless || !(e.isUnreachable() || e.isPassing())) {
          throw e;
        }
      }
      if (isOver()) {
        return last.orElseThrow();
      }
      requireTime();
      Exchange.sleep(PAUSE);
    }
  }

  private boolean isOver() {
    return last.filter(known -> known.state().isFinal()).isPresent();
  }

  private void requireTime() {
    if (System.nanoTime() > end && last.isPresent()) {
      throw ClientException.late(last.get());
    }
  }

  private void hear(Analysis now) {
    boolean same = last.filter(now::equals).isPresent();
    last = Optional.of(now);
    if (!same) {
      listener.accept(now);
    }
  }

  /** Hears events until they end, for whatever reason. */
  private void follow() {
    LinkedBlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();
    HttpRequest request =
        exchange
            .request(path + "/events")
            .header("Accept", "text/event-stream")
            .timeout(SILENCE)
            .build();
    CompletableFuture<?> answer = exchange.http().sendAsync(request, into(lines));
    CompletableFuture<?> unused =
        answer.whenComplete((nothing, thrown) -> lines.add(Optional.empty()));
    try {
      Optional<String> line = next(lines);
      while (line.isPresent() && !isOver()) {
        line.filter(text -> text.startsWith(DATA)).ifPresent(this::hearEvent);
        line = next(lines);
      }
    } finally {
      answer.cancel(true);
    }
  }

  private Optional<String> next(LinkedBlockingQueue<Optional<String>> lines) {
    long left = Math.min(SILENCE.toNanos(), end - System.nanoTime());
    try {
      Optional<String> line = lines.poll(left, TimeUnit.NANOSECONDS);
      return line == null ? Optional.empty() : line;
    } catch (InterruptedException e) {
      throw ClientException.interrupted(e);
    }
  }

  private void hearEvent(String line) {
    byte[] json = line.substring(DATA.length()).getBytes(StandardCharsets.UTF_8);
    hear(exchange.read(json, ANALYSIS));
  }

  /** Lines of an answer that is one of events; of any other, e.g. that too many listen, none. */
  private static BodyHandler<Void> into(LinkedBlockingQueue<Optional<String>> lines) {
    return answer ->
        answer.statusCode() == 200
            ? BodySubscribers.fromLineSubscriber(
                new Lines(lines), unused -> null, StandardCharsets.UTF_8, null)
            : BodySubscribers.replacing(null);
  }

  /** Lines as they come. */
  private record Lines(LinkedBlockingQueue<Optional<String>> taker)
      implements Flow.Subscriber<String> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
      taker.add(Optional.of(line));
    }

    @Override
    public void onError(Throwable thrown) {
      taker.add(Optional.empty());
    }

    @Override
    public void onComplete() {
      taker.add(Optional.empty());
    }
  }
}
