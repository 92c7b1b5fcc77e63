package org.liegg.api.spi;

/**
 * What every provider says of itself. A provider is found by {@link java.util.ServiceLoader}: it
 * has a public constructor without parameters that is cheap and touches no native code.
 */
public interface Provider {

  /** The version of these interfaces; a provider built for another one is reported unavailable. */
  int API_VERSION = 1;

  /**
   * The name by which users choose this provider: lower-case letters, digits, {@code -}; of a
   * {@link FiniteGroupProvider} capitals too.
   */
  String name();

  /** The version of these interfaces that the provider was built for. */
  default int apiVersion() {
    return API_VERSION;
  }

  /** Where several would do, the automatic choice takes the highest; ties go to the first name. */
  default int priority() {
    return 0;
  }

  /** Whether the provider can work here; native libraries are looked for in this call at most. */
  Availability availability();
}
