package org.liegg.junit;

import java.nio.file.Path;
import org.liegg.api.Dataset;
import org.liegg.api.report.Verdict;
import org.liegg.app.Extraction;
import org.liegg.app.Extraction.Check;

/**
 * What is claimed of a model, before it is checked; immutable. Too little evidence fails a claim
 * and its contrary: give more samples.
 */
public final class SymmetryClaim {
  private final ModelAssert asserted;
  private final Extraction model;
  private final String group;
  private final boolean kept;

  SymmetryClaim(ModelAssert asserted, Extraction model, String group, boolean kept) {
    this.asserted = asserted;
    this.model = model;
    this.group = group;
    this.kept = kept;
  }

  private SymmetryClaim on(Extraction sampled) {
    return new SymmetryClaim(asserted, sampled, group, kept);
  }

  /**
   * On these samples.
   *
   * @param samples a row a sample, {@code samples × d}
   */
  public SymmetryClaim on(double[][] samples) {
    return on(model.data(samples));
  }

  /**
   * On these samples.
   *
   * @param samples a row a sample, {@code samples × d}
   */
  public SymmetryClaim on(float[][] samples) {
    return on(model.data(samples));
  }

  /** On the samples of a file. */
  public SymmetryClaim on(Path samples) {
    return on(model.data(samples));
  }

  /** On the samples of a file. */
  public SymmetryClaim on(String samples) {
    return on(model.data(samples));
  }

  /** On samples from anywhere. */
  public SymmetryClaim on(Dataset samples) {
    return on(model.data(samples));
  }

  /** Checks the claim at the default tolerance, a defect of 0.01. */
  public ModelAssert holds() {
    return checked(model);
  }

  /**
   * Checks the claim: the defect of every element is certainly at most so large, or of a contrary
   * claim that of some element is certainly larger.
   *
   * @param maxDefect 0 is exact, 1 is no relation
   * @throws AssertionError if it does not hold, or the samples cannot tell
   * @throws org.liegg.api.LieggException if it could not be checked
   */
  public ModelAssert within(double maxDefect) {
    return checked(model.settings(settings -> settings.withTolerance(maxDefect)));
  }

  private ModelAssert checked(Extraction asked) {
    Check check = asked.check(group);
    Verdict wanted = kept ? Verdict.INVARIANT : Verdict.BROKEN;
    if (check.gate().verdict() != wanted) {
      asserted.failBecause(ClaimText.of(group, kept, check));
    }
    return asserted;
  }
}
