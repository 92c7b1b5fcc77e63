package org.liegg.client;

import java.util.LinkedHashMap;
import java.util.Map;

/** Which analyses are listed: all of them, newest first, or those that obey every condition. */
public final class AnalysisQuery {
  private final Map<String, String> parameters;

  private AnalysisQuery(Map<String, String> parameters) {
    this.parameters = parameters;
  }

  /** All of them, in parts of the service's usual length. */
  public static AnalysisQuery all() {
    return new AnalysisQuery(Map.of());
  }

  /** Only those in this state. */
  public AnalysisQuery state(AnalysisState state) {
    return with("state", state.label());
  }

  /** Only those of a model of this name. */
  public AnalysisQuery model(String name) {
    return with("model", name);
  }

  /** Only those of this version. */
  public AnalysisQuery version(String version) {
    return with("version", version);
  }

  /** Only those with this verdict, e.g. {@code broken}. */
  public AnalysisQuery verdict(String verdict) {
    return with("verdict", verdict);
  }

  /** Only those behind a part of the list, as its {@link Listing#next} says it. */
  public AnalysisQuery before(String next) {
    return with("before", next);
  }

  /** At most so many, 1 to 500. */
  public AnalysisQuery limit(int most) {
    return with("limit", Integer.toString(most));
  }

  private AnalysisQuery with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(parameters);
    more.put(name, value);
    return new AnalysisQuery(more);
  }

  Map<String, String> parameters() {
    return parameters;
  }
}
