package org.liegg.service.jobs;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.liegg.app.Liegg;
import org.liegg.client.Analysis;
import org.liegg.client.AnalysisRequest;
import org.liegg.service.store.Analyses;
import org.liegg.service.store.NewAnalysis;
import org.liegg.service.worker.AnalysisOptions;
import org.liegg.service.worker.GroupNames;

/** Analyses as those see them who ask for them: accepted, looked at, cancelled. */
public final class Jobs {
  private final Analyses analyses;
  private final Places places;
  private final Dispatcher dispatcher;
  private final int queue;

  /** An action of many fields takes memory while it is read: one at a time. */
  private final ReentrantLock reading = new ReentrantLock();

  /**
   * Jobs that a dispatcher works off.
   *
   * @param queue how many may wait
   */
  public Jobs(Analyses analyses, Places places, Dispatcher dispatcher, int queue) {
    this.analyses = analyses;
    this.places = places;
    this.dispatcher = dispatcher;
    this.queue = queue;
  }

  /** All of them. */
  public Analyses analyses() {
    return analyses;
  }

  /** Where the files of a request are. */
  public Places places() {
    return places;
  }

  /**
   * Refuses what no worker could do anything with.
   *
   * @return the same, with what its files are called
   * @throws org.liegg.api.LieggException for what is wrong with it
   */
  public AnalysisRequest required(Liegg liegg, AnalysisRequest request) {
    String model = places.of(request.model()).name();
    String data = places.of(request.data()).name();
    reading.lock();
    try {
      GroupNames.require(liegg, request);
    } finally {
      reading.unlock();
    }
    AnalysisOptions.apply(request, liegg.model("none"));
    return new AnalysisRequest(
        request.model().withFile(model),
        request.data().withFile(data),
        request.action(),
        request.reference(),
        request.expect(),
        request.maxDefect(),
        request.options());
  }

  /**
   * Accepts them: whatever happens to the service, they are done when it is there again.
   *
   * @throws org.liegg.service.base.ServiceException if too many wait
   */
  public void add(List<NewAnalysis> added) {
    analyses.add(added, queue);
    added.forEach(each -> dispatcher.wake());
  }

  /**
   * Wants one no more.
   *
   * @throws org.liegg.service.base.ServiceException if there is none, or it is done
   */
  public Analysis cancel(String id) {
    analyses.cancel(id);
    dispatcher.cancel(id);
    return analyses.get(id);
  }
}
