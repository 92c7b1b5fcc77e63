package org.liegg.app;

import java.util.function.LongConsumer;
import org.liegg.api.Batch;
import org.liegg.api.Dataset;
import org.liegg.core.PartExtraction;
import org.liegg.core.PartStep;
import org.liegg.core.parts.KeptPart;
import org.liegg.core.parts.Part;
import org.liegg.core.parts.PartPlan;
import org.liegg.core.parts.PartState;
import org.liegg.core.parts.PartSums;
import org.liegg.core.parts.RowPasses;

/**
 * A request in parts whose model stays open, for the many parts that one process may be given. The
 * samples of a part come with it: those of the request say what they are, and only the first of
 * them are read. Safe for use by many threads; closed once nobody sums any more.
 */
public final class OpenParts implements AutoCloseable {
  private final OpenedRequest opened;
  private final PartExtraction extraction;

  OpenParts(OpenedRequest opened, PartExtraction extraction) {
    this.opened = opened;
    this.extraction = extraction;
  }

  /**
   * The plan of the first round.
   *
   * @param first some of the first samples of all
   */
  public synchronized PartPlan start(Batch first) {
    return extraction.start(first);
  }

  /**
   * Sums over one part, in as many threads at once as one likes.
   *
   * @param samples of this part alone, the same in every round; read once
   * @param progress hears how many of the samples were differentiated so far
   * @throws org.liegg.api.LieggException if the samples cannot be read or are not those of the
   *     survey, or the plan is of another extraction
   */
  public PartState sum(PartPlan plan, Part part, Dataset samples, LongConsumer progress) {
    return extraction.sumApart(plan, part, samples, progress);
  }

  /**
   * The same, and the rows of E apart, where the decomposition keeps any: these stay with the part.
   *
   * @throws org.liegg.api.LieggException as {@link #sum}
   */
  public KeptPart keep(PartPlan plan, Part part, Dataset samples, LongConsumer progress) {
    return extraction.keepApart(plan, part, samples, progress);
  }

  /** What adds up sums of parts, and asks the rows that they keep. */
  public PartSums sums() {
    return extraction.sums();
  }

  /** Whether parts keep rows in this round. */
  public boolean keepsRows(PartPlan plan) {
    return extraction.keepsRows(plan);
  }

  /**
   * What comes of all parts of a round, where rows stayed with them.
   *
   * @param kept reaches the rows of all rounds so far
   * @throws org.liegg.api.LieggException as {@link #next(PartState)}
   */
  public synchronized PartStep next(PartState states, RowPasses kept) {
    return extraction.next(states, kept);
  }

  /**
   * What comes of all parts of a round: the plan of the next one, or the report.
   *
   * @throws org.liegg.api.LieggException if parts are missing or of another extraction
   */
  public synchronized PartStep next(PartState states) {
    return extraction.next(states);
  }

  /** Closes the model; more than once does no harm. */
  @Override
  public void close() {
    opened.close();
  }
}
