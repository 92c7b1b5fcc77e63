package org.liegg.core.finite;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import org.liegg.api.spi.GroupFlows;
import org.liegg.api.spi.ModelGradient;
import org.liegg.core.pass.Awaited;

/**
 * Sessions of a model that try generators side by side, each every n-th one of n sessions. So what
 * is found may depend on how many sessions there are, by rounding, but never on which was faster.
 *
 * @param model the first session, of the calling thread; the others fork it
 * @param batchSize samples that a session is asked for at a time
 * @param count of the sessions, ≥ 1
 */
record TrialSessions(ModelGradient model, GroupFlows flows, int batchSize, int count) {

  /** The model in the calling thread. */
  MovedModel first() {
    return new MovedModel(model, flows, batchSize);
  }

  /**
   * Tries generators. What a session throws is thrown here.
   *
   * @param generators how many
   * @param trial of the generator at a place
   * @return of each, in their order
   */
  List<GeneratorTrial> each(int generators, BiFunction<MovedModel, Integer, GeneratorTrial> trial) {
    int sessions = Math.min(count, generators);
    if (sessions <= 1) {
      return share(first(), 0, 1, generators, trial);
    }
    ExecutorService threads = Awaited.threads(sessions - 1, "liegg-finite");
    try {
      List<Future<List<GeneratorTrial>>> others = new ArrayList<>();
      for (int i = 1; i < sessions; i++) {
        int from = i;
        // Here, as a session is of one thread, and this one is about to work.
        ModelGradient session = model.fork();
        others.add(threads.submit(() -> share(session, from, sessions, generators, trial)));
      }
      List<List<GeneratorTrial>> shares = new ArrayList<>();
      shares.add(share(first(), 0, sessions, generators, trial));
      others.forEach(other -> shares.add(Awaited.result(other)));
      List<GeneratorTrial> all = new ArrayList<>();
      for (int place = 0; place < generators; place++) {
        all.add(shares.get(place % sessions).get(place / sessions));
      }
      return all;
    } finally {
      Awaited.stop(threads);
    }
  }

  private List<GeneratorTrial> share(
      ModelGradient session,
      int from,
      int step,
      int generators,
      BiFunction<MovedModel, Integer, GeneratorTrial> trial) {
    try (session) {
      return share(new MovedModel(session, flows, batchSize), from, step, generators, trial);
    }
  }

  private static List<GeneratorTrial> share(
      MovedModel moved,
      int from,
      int step,
      int generators,
      BiFunction<MovedModel, Integer, GeneratorTrial> trial) {
    List<GeneratorTrial> trials = new ArrayList<>();
    for (int place = from; place < generators; place += step) {
      trials.add(trial.apply(moved, place));
    }
    return trials;
  }
}
