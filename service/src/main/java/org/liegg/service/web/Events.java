package org.liegg.service.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import org.liegg.client.Analysis;
import org.liegg.service.base.ServiceException;
import org.liegg.service.store.Analyses;

/**
 * Server-sent events: an analysis whenever something of it has changed, until nothing changes any
 * more. What is sent is read from the database, so that it does not matter which service runs it.
 */
final class Events {
  private static final long LOOK_MILLIS = 250;
  private static final int KEEP_ALIVE_LOOKS = 40;

  private final Analyses analyses;
  private final Semaphore streams;
  private volatile boolean stopping;

  /**
   * Events of analyses.
   *
   * @param most streams at a time
   */
  Events(Analyses analyses, int most) {
    this.analyses = analyses;
    streams = new Semaphore(most);
  }

  void addTo(Routes routes) {
    routes.get(AnalysesApi.ONE + "/events", this::stream);
  }

  /** Ends all streams: who listens asks again when the service is there again. */
  void stop() {
    stopping = true;
  }

  private void stream(Context request) throws IOException {
    Analysis first = analyses.get(AnalysesApi.id(request));
    if (!streams.tryAcquire()) {
      throw new ServiceException(
          429,
          "LIEGG-SERVICE-STREAMS",
          "events",
          "as many listen as may",
          "ask for the analysis from time to time, or let more listen with --streams");
    }
    try {
      // On the servlet's own stream: an answer of a length that nobody knows yet.
      request.res().setStatus(200);
      request.res().setContentType("text/event-stream; charset=utf-8");
      request.res().setHeader("X-Accel-Buffering", "no");
      follow(first, request.res().getOutputStream());
    } finally {
      streams.release();
    }
  }

  private void follow(Analysis first, OutputStream out) {
    try {
      Analysis now = first;
      String said = send(now, "", out);
      for (int look = 1; !now.state().isFinal() && !stopping; look++) {
        Thread.sleep(LOOK_MILLIS);
        now = analyses.get(first.id());
        said = send(now, said, out);
        if (look % KEEP_ALIVE_LOOKS == 0) {
          write(": keep-alive\n\n", out);
        }
      }
    } catch (IOException e) {
      // Nobody listens any more.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String send(Analysis now, String said, OutputStream out) throws IOException {
    String text = Answers.text(now);
    if (!text.equals(said)) {
      write("event: analysis\ndata: " + text + "\n\n", out);
    }
    return text;
  }

  private static void write(String text, OutputStream out) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
