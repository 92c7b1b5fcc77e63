package org.liegg.service.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which analyses are listed.
 *
 * @param state only those in this state
 * @param model only those of a model of this name
 * @param version only those of this version
 * @param verdict only those with this verdict
 * @param before only those that were made before this one
 * @param limit how many at most
 */
public record AnalysisFilter(
    Optional<String> state,
    Optional<String> model,
    Optional<String> version,
    Optional<String> verdict,
    Optional<String> before,
    int limit) {

  /** The newest. */
  public static AnalysisFilter newest(int limit) {
    return new AnalysisFilter(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        limit);
  }

  /** Conditions of SQL with the names of what they compare with. */
  Map<String, String> conditions() {
    Map<String, String> conditions = new LinkedHashMap<>();
    state.ifPresent(unused -> conditions.put("state", "state = :state"));
    model.ifPresent(unused -> conditions.put("model", "model_name = :model"));
    version.ifPresent(unused -> conditions.put("version", "model_version = :version"));
    verdict.ifPresent(unused -> conditions.put("verdict", "verdict = :verdict"));
    before.ifPresent(unused -> conditions.put("before", "id < :before"));
    return conditions;
  }

  /** What the names stand for. */
  Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    state.ifPresent(value -> values.put("state", value));
    model.ifPresent(value -> values.put("model", value));
    version.ifPresent(value -> values.put("version", value));
    verdict.ifPresent(value -> values.put("verdict", value));
    before.ifPresent(value -> values.put("before", value));
    return values;
  }
}
