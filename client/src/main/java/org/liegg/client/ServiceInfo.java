package org.liegg.client;

import java.util.List;
import java.util.Map;

/**
 * What a service is.
 *
 * @param version of its program
 * @param java version of its Java
 * @param workers how many analyses run at a time
 * @param roots folders whose files requests may name
 * @param limits what it takes: {@code upload} bytes, {@code queue} waiting analyses, {@code
 *     requestsPerSecond}
 * @param options that analyses have
 * @param tokenNeeded whether those who ask have to show a token
 */
public record ServiceInfo(
    String version,
    String java,
    int workers,
    List<String> roots,
    Map<String, Long> limits,
    List<String> options,
    boolean tokenNeeded) {

  /** Copies lists and map. */
  public ServiceInfo {
    roots = List.copyOf(roots);
    limits = Map.copyOf(limits);
    options = List.copyOf(options);
  }
}
