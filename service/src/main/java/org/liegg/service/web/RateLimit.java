package org.liegg.service.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * So many requests a second and address on average, and twice as many at once: a bucket of tokens
 * for each of the addresses that asked last.
 */
final class RateLimit {
  private static final int ADDRESSES = 10_000;
  private static final double NANOS = 1e9;

  private final double perSecond;
  private final double most;
  private final LongSupplier clock;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > ADDRESSES;
        }
      };

  private static final class Bucket {
    private double tokens;
    private long at;

    Bucket(double tokens, long at) {
      this.tokens = tokens;
      this.at = at;
    }
  }

  /**
   * A limit.
   *
   * @param perSecond on average
   * @param clock in nanoseconds
   */
  RateLimit(double perSecond, double most, LongSupplier clock) {
    this.perSecond = perSecond;
    this.most = most;
    this.clock = clock;
  }

  /** Whether one more of this address is let through, which counts it. */
  synchronized boolean admits(String address) {
    long now = clock.getAsLong();
    Bucket bucket = buckets.computeIfAbsent(address, unused -> new Bucket(most, now));
    bucket.tokens = Math.min(most, bucket.tokens + (now - bucket.at) / NANOS * perSecond);
    bucket.at = now;
    if (bucket.tokens < 1) {
      return false;
    }
    bucket.tokens -= 1;
    return true;
  }
}
