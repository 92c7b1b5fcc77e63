package org.liegg.service.settings;

import java.time.Duration;

/**
 * What a service takes from one who asks.
 *
 * @param upload bytes of one file
 * @param requests a second and address, on average
 * @param streams of events at a time
 * @param drain how long running analyses may go on when the service is told to stop
 */
public record Limits(long upload, int requests, int streams, Duration drain) {

  /** 2 GB, 100 requests a second, 100 streams, and half a minute. */
  public static Limits defaults() {
    return new Limits(2L << 30, 100, 100, Duration.ofSeconds(30));
  }

  /**
   * Checks the sizes.
   *
   * @throws IllegalArgumentException if one is less than it may be; names the option
   */
  public Limits {
    if (upload < 1) {
      throw new IllegalArgumentException("max-upload %d: it is 1 or more".formatted(upload));
    }
    if (requests < 1) {
      throw new IllegalArgumentException("rate %d: it is 1 or more".formatted(requests));
    }
    if (streams < 1) {
      throw new IllegalArgumentException("streams %d: it is 1 or more".formatted(streams));
    }
    if (drain.isNegative()) {
      throw new IllegalArgumentException("drain %s: it is 0 or more".formatted(drain));
    }
  }

  /** The same with uploads of so many bytes. */
  public Limits withUpload(long bytes) {
    return new Limits(bytes, requests, streams, drain);
  }

  /** The same with so many requests a second. */
  public Limits withRequests(int perSecond) {
    return new Limits(upload, perSecond, streams, drain);
  }

  /** The same with this time to stop in. */
  public Limits withDrain(Duration time) {
    return new Limits(upload, requests, streams, time);
  }
}
