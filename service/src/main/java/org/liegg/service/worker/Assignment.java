package org.liegg.service.worker;

import java.util.Optional;
import org.liegg.client.AnalysisRequest;

/**
 * What a worker is to do next.
 *
 * @param id the analysis
 * @param folder where its report and its checkpoint go
 * @param model where the model is
 * @param data where the samples are
 * @param request what was asked
 * @param threads to work on
 * @param orbit what is asked about a report that there is, in place of a new one
 */
public record Assignment(
    String id,
    String folder,
    Place model,
    Place data,
    AnalysisRequest request,
    int threads,
    Optional<OrbitAsk> orbit) {
  /** The report's name in the folder. */
  public static final String REPORT = "report.json";

  /** The name of values along a generator in the folder. */
  public static final String ORBIT = "orbit.json";

  /**
   * A file or folder.
   *
   * @param path where it is, which nobody outside learns
   * @param name what reports and messages call it
   */
  public record Place(String path, String name) {}

  /**
   * Values along a generator.
   *
   * @param generator its place in the report, from 0
   * @param sample its place in the samples, from 0
   * @param steps how many values of t, from −reach to reach
   * @param reach the largest t
   */
  public record OrbitAsk(int generator, long sample, int steps, double reach) {}
}
