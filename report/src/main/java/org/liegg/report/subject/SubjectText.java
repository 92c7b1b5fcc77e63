package org.liegg.report.subject;

import org.liegg.api.ModelInfo;

/** What a report speaks of: a model, or what samples say in place of one. */
public final class SubjectText {
  private static final String MODEL = "the model";
  private static final String OF_SAMPLES = "data:";

  private SubjectText() {}

  /** Whether samples stand in place of a model. */
  public static boolean isOfSamples(ModelInfo model) {
    return model.engine().equals("data");
  }

  /** A sentence on the model as one on what stands in place of it. */
  public static String of(ModelInfo model, String sentence) {
    if (!isOfSamples(model)) {
      return sentence;
    }
    String subject =
        model.path().equals(OF_SAMPLES)
            ? "the density of the samples"
            : "the function whose values are " + model.path().substring(OF_SAMPLES.length());
    return sentence
        .replaceFirst("^The model", "T" + subject.substring(1))
        .replaceFirst(MODEL, subject);
  }
}
