package org.liegg.service.web;

import io.javalin.http.Context;
import org.liegg.client.Analysis;
import org.liegg.service.jobs.Inquiries;
import org.liegg.service.store.Analyses;
import org.liegg.service.worker.Assignment.OrbitAsk;

/** A sample moved along a generator that was found, and the model's answers there. */
final class OrbitApi {
  private static final int MOST_STEPS = 400;
  private static final int USUAL_STEPS = 41;
  private static final double FARTHEST = 1000;

  private final Analyses analyses;
  private final Inquiries inquiries;

  OrbitApi(Analyses analyses, Inquiries inquiries) {
    this.analyses = analyses;
    this.inquiries = inquiries;
  }

  void addTo(Routes routes) {
    routes.get(AnalysesApi.ONE + "/orbit", this::orbit);
  }

  private void orbit(Context request) {
    OrbitAsk ask =
        new OrbitAsk(
            Params.whole(request, "generator", 0, 0, Integer.MAX_VALUE),
            Params.whole(request, "sample", 0, 0, Integer.MAX_VALUE),
            Params.whole(request, "steps", USUAL_STEPS, 2, MOST_STEPS),
            Params.number(request, "reach", Math.PI, Double.MIN_NORMAL, FARTHEST));
    String id = AnalysesApi.id(request);
    Analysis analysis = analyses.get(id);
    Answers.say(request, 200, inquiries.orbit(analysis, analyses.report(id), ask));
  }
}
