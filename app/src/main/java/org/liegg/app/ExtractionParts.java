package org.liegg.app;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.liegg.api.report.SymmetryReport;
import org.liegg.core.PartExtraction;
import org.liegg.core.PartStep;
import org.liegg.core.ProgressListener;
import org.liegg.core.parts.Part;
import org.liegg.core.parts.PartPlan;
import org.liegg.core.parts.PartState;

/**
 * A request whose samples are summed in parts, in any processes: see {@link PartExtraction}. Every
 * call but {@link #open} opens model and data and closes them again. Safe for use by many threads.
 */
public final class ExtractionParts {
  private final Extractions extractions;
  private final ExtractionRequest request;
  private final int parts;
  private final List<String> words;

  ExtractionParts(
      Extractions extractions, ExtractionRequest request, int parts, List<String> words) {
    this.extractions = extractions;
    this.request = request;
    this.parts = parts;
    this.words = words;
  }

  /**
   * What one round sums over one part.
   *
   * @param plan of the round; the first one where empty
   * @throws org.liegg.api.LieggException for whatever is wrong with the request, or if the plan is
   *     of another one
   */
  public PartState sum(Part part, Optional<PartPlan> plan, ProgressListener progress) {
    return during(progress, extraction -> extraction.sum(plan.orElseGet(extraction::start), part));
  }

  /**
   * What comes of all parts of a round: the plan of the next one, or the report.
   *
   * @throws org.liegg.api.LieggException for whatever is wrong with the request, or if parts are
   *     missing or of another one
   */
  public PartStep next(PartState states, ProgressListener progress) {
    PartStep step = during(progress, extraction -> extraction.next(states));
    extractions.metered(
        request,
        () -> step instanceof PartStep.Done done ? Optional.of(done.report()) : Optional.empty());
    return step;
  }

  /**
   * Opens the model, for as many parts as come to this process.
   *
   * @throws org.liegg.api.LieggException for whatever is wrong with the request
   */
  public OpenParts open(ProgressListener progress) {
    OpenedRequest opened = extractions.open(request, progress);
    try {
      return new OpenParts(opened, opened.extractor().inParts(parts, words, extractions.sums()));
    } catch (RuntimeException | Error e) {
      opened.close();
      throw e;
    }
  }

  /**
   * All rounds of all parts, in this process.
   *
   * @throws org.liegg.api.LieggException for whatever is wrong with the request
   */
  public SymmetryReport extract(ProgressListener progress) {
    return extractions
        .metered(request, () -> Optional.of(during(progress, PartExtraction::extract)))
        .orElseThrow();
  }

  private <T> T during(ProgressListener progress, Function<PartExtraction, T> work) {
    return extractions.with(
        request,
        progress,
        extractor -> work.apply(extractor.inParts(parts, words, extractions.sums())));
  }
}
