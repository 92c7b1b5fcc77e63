package org.liegg.service.jobs;

import java.util.Optional;
import org.liegg.client.ServiceError;
import org.liegg.service.settings.Work;
import org.liegg.service.store.Claims;

/** Says to the database what has become of analyses. */
final class Settlement {
  private final Claims claims;
  private final Work work;

  Settlement(Claims claims, Work work) {
    this.claims = claims;
    this.work = work;
  }

  /**
   * Says what has become of an analysis.
   *
   * @param ended why it was ended from here, if it was
   * @return whether that is final, and was said here: another service that has it by now needs its
   *     folder
   * @throws org.liegg.service.base.ServiceException if the database cannot keep it
   */
  boolean isFinal(Owned owned, Answer answer, Optional<Owned.End> ended) {
    String id = owned.id();
    if (answer.outcome().isPresent()) {
      return claims.finish(id, answer.outcome().get(), answer.report());
    }
    if (answer.error().isPresent()) {
      return claims.fail(id, answer.error().get());
    }
    if (ended.isEmpty()) {
      return claims.fail(id, crashed(owned));
    }
    return switch (ended.get()) {
      case CANCELLED -> claims.cancel(id);
      case LATE -> claims.fail(id, late());
      case RELEASED -> {
        // The checkpoint stays, if there is one.
        claims.release(id);
        yield false;
      }
      case LOST -> false;
    };
  }

  private ServiceError late() {
    return new ServiceError(
        "LIEGG-SERVICE-TOO-LONG",
        ("LIEGG-SERVICE-TOO-LONG: analysis: it took longer than the %d s that one may take; let"
                + " it take longer with --job-limit, or use fewer samples with limit")
            .formatted(work.longest().toSeconds()));
  }

  private static ServiceError crashed(Owned owned) {
    return new ServiceError(
        "LIEGG-SERVICE-WORKER",
        ("LIEGG-SERVICE-WORKER: worker: its process ended (%s); give it more memory with"
                + " --worker-memory, or look at the model and the samples")
            .formatted(owned.worker().cause()));
  }
}
