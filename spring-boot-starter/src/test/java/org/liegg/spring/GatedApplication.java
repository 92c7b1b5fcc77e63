package org.liegg.spring;

import java.util.Map;
import java.util.Random;
import org.liegg.api.report.Gate;
import org.liegg.api.report.ReportComparison;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.api.report.readable.GeneratorManifest;
import org.liegg.app.Liegg;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** An application that asks whether the distance to the origin is kept by rotations. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@RestController
class GatedApplication {
  private static final double[][] POINTS = points(500);

  private final Liegg liegg;
  private final SymmetryRecorder recorder;

  GatedApplication(Liegg liegg, SymmetryRecorder recorder) {
    this.liegg = liegg;
    this.recorder = recorder;
  }

  @GetMapping("/report")
  SymmetryReport report() {
    return liegg
        .model(2, 1, x -> new double[] {x[0] * x[0] + x[1] * x[1]})
        .data(POINTS)
        .action("gl(2)")
        .reference("so(2)")
        .extract();
  }

  @GetMapping("/check")
  Answer check() {
    var asked = liegg.model(2, 1, x -> new double[] {Math.hypot(x[0], x[1])}).data(POINTS);
    Gate gate = recorder.check("distance", asked, "so(2)").gate();
    return new Answer(gate.verdict(), gate);
  }

  @GetMapping("/comparison")
  ReportComparison comparison() {
    return liegg.compare(report(), report());
  }

  @GetMapping("/generators")
  Map<String, GeneratorManifest> generators() {
    return Map.of("of", liegg.generators(report()));
  }

  /** An answer of one's own, with parts of a report. */
  record Answer(Verdict verdict, Gate gate) {}

  static double[][] points(int count) {
    Random random = new Random(7);
    double[][] points = new double[count][2];
    for (double[] point : points) {
      point[0] = random.nextGaussian();
      point[1] = random.nextGaussian();
    }
    return points;
  }
}
