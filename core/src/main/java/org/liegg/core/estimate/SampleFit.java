package org.liegg.core.estimate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.spi.support.DifferentiableFunction;
import org.liegg.core.samples.Whitening;

/**
 * What samples say of a function on their space: their density, or what targets are of them. One
 * half of the samples makes the function, the other half is there to look at it.
 *
 * @param queries samples that had no part in the function
 * @param bandwidth of the kernel, in standard deviations of the samples
 * @param outputs of the function
 * @param whole the function
 * @param parts functions, each of a part of the points: what they differ by is noise
 * @param finer the same with a smaller bandwidth: what they say otherwise was smoothed away
 */
public record SampleFit(
    Batch queries,
    double bandwidth,
    int outputs,
    DifferentiableFunction whole,
    List<DifferentiableFunction> parts,
    List<DifferentiableFunction> finer) {
  /** The smaller bandwidth, as a share. */
  public static final double FINER = 0.7;

  /** Points of a function: more would take longer than they are worth. */
  private static final int MOST_POINTS = 8000;

  private static final int PARTS = 6;

  /** Queries that the noise is estimated at. */
  private static final int LOOKED_AT = 300;

  /** Fits of exact targets are right to about this where points are few. */
  private static final double LEAST_NOISE = 1e-5;

  /** Copies the lists. */
  public SampleFit {
    parts = List.copyOf(parts);
    finer = List.copyOf(finer);
  }

  /** The density of samples. */
  public static SampleFit density(Batch samples, long seed) {
    return of(samples, Optional.empty(), seed);
  }

  /**
   * What targets are of samples.
   *
   * @param targets a row a sample
   */
  public static SampleFit levelSets(Batch samples, Batch targets, long seed) {
    return of(samples, Optional.of(targets), seed);
  }

  /**
   * The error of the gradients, as a share of them: what the mean of the parts is off by, as far as
   * their differences say.
   */
  public double gradientNoise() {
    int d = queries.columns();
    int step = Math.max(1, queries.rows() / LOOKED_AT);
    double noise = 0;
    double signal = 0;
    for (int n = 0; n < queries.rows(); n += step) {
      double[] x = Arrays.copyOfRange(queries.values(), n * d, (n + 1) * d);
      double[] sum = new double[outputs * d];
      double squares = 0;
      for (DifferentiableFunction part : parts) {
        double[] jacobian = new double[outputs * d];
        part.at(x, new double[outputs], jacobian);
        for (int i = 0; i < jacobian.length; i++) {
          sum[i] += jacobian[i];
          squares += jacobian[i] * jacobian[i];
        }
      }
      double mean = 0;
      for (double value : sum) {
        mean += value * value / (PARTS * (double) PARTS);
      }
      noise += Math.max(0, squares / PARTS - mean) / (PARTS - 1);
      signal += mean;
    }
    return signal > 0 ? Math.max(LEAST_NOISE, Math.min(1, Math.sqrt(noise / signal))) : 1;
  }

  private static SampleFit of(Batch samples, Optional<Batch> targets, long seed) {
    SampleParts rows = SampleParts.of(samples.rows(), PARTS, MOST_POINTS, seed);
    boolean[] varies = new boolean[samples.columns()];
    Arrays.fill(varies, true);
    Whitening whitening = Whitening.of(samples, varies);
    Part whole = Part.of(samples, targets, whitening, rows.points(0, PARTS));
    List<Part> parts =
        rows.points().stream().map(chosen -> Part.of(samples, targets, whitening, chosen)).toList();
    double bandwidth =
        Bandwidths.best(
            Part.of(samples, targets, whitening, rows.points(0, PARTS / 2)),
            Part.of(samples, targets, whitening, rows.points(PARTS / 2, PARTS)));
    return new SampleFit(
        SampleParts.rows(samples, rows.queries()),
        bandwidth,
        targets.map(Batch::columns).orElse(1),
        new SmoothedFunction(whitening, whole.smoother(bandwidth)),
        apart(whitening, parts, bandwidth),
        apart(whitening, parts, FINER * bandwidth));
  }

  private static List<DifferentiableFunction> apart(
      Whitening whitening, List<Part> parts, double bandwidth) {
    return parts.stream()
        .<DifferentiableFunction>map(
            part -> new SmoothedFunction(whitening, part.smoother(bandwidth)))
        .toList();
  }

  /**
   * Points that a smoother is made of.
   *
   * @param points n × r, whitened
   * @param targets n × k, if there are some
   */
  record Part(Batch points, Optional<Batch> targets) {

    static Part of(Batch samples, Optional<Batch> targets, Whitening whitening, int... rows) {
      int r = whitening.rank();
      double[] points = new double[rows.length * r];
      for (int n = 0; n < rows.length; n++) {
        double[] z = whitening.point(samples.values(), rows[n] * samples.columns());
        System.arraycopy(z, 0, points, n * r, r);
      }
      return new Part(
          new Batch(rows.length, r, points), targets.map(all -> SampleParts.rows(all, rows)));
    }

    Smoother smoother(double bandwidth) {
      Kernel kernel = new Kernel(points, bandwidth);
      return targets
          .<Smoother>map(known -> new LocalPolynomial(kernel, known, quadratic()))
          .orElseGet(() -> new KernelDensity(kernel));
    }

    /** A parabola needs several times as many points as it has coefficients. */
    private boolean quadratic() {
      return 8 * LocalPolynomial.terms(points.columns(), true) <= points.rows();
    }
  }
}
