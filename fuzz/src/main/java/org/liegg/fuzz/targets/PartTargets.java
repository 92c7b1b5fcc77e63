package org.liegg.fuzz.targets;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32C;
import org.liegg.app.ExtractionParts;
import org.liegg.app.Liegg;
import org.liegg.core.PartStep;
import org.liegg.core.ProgressListener;
import org.liegg.core.parts.Part;
import org.liegg.core.parts.PartPlan;
import org.liegg.core.parts.PartState;
import org.liegg.fuzz.mutate.ByteMutator;
import org.liegg.fuzz.run.FuzzTarget;

/** States and plans of an extraction in parts, of every round. */
final class PartTargets {
  private static final ByteMutator BYTES =
      new ByteMutator("SURVEY", "GROUP", "SELECT", "ESTIMATE", "gram", "qr", "plan");

  /** Where the checksum ends: it is the last four bytes. */
  private static final int CHECKSUM = Integer.BYTES;

  private static final int PARTS = 2;
  private static final int SAMPLES = 240;

  private final Liegg liegg = Liegg.create();
  private final ExtractionParts work =
      liegg
          .model(2, 1, PartTargets::halfSquare)
          .data(samples())
          .settings(s -> s.withThreads(1).withFiniteSamples(4))
          .inParts(PARTS);
  private final List<PartPlan> plans = new ArrayList<>();
  private final List<List<PartState>> states = new ArrayList<>();

  private PartTargets() {
    Optional<PartPlan> plan = Optional.empty();
    do {
      List<PartState> round = new ArrayList<>();
      for (int number = 1; number <= PARTS; number++) {
        round.add(work.sum(new Part(number, PARTS), plan, ProgressListener.silent()));
      }
      states.add(round);
      PartStep step = work.next(liegg.merge(round), ProgressListener.silent());
      plan = step instanceof PartStep.Next next ? Optional.of(next.plan()) : Optional.empty();
      plan.ifPresent(plans::add);
    } while (plan.isPresent());
  }

  static List<FuzzTarget> all() {
    PartTargets targets = new PartTargets();
    return List.of(
        new FuzzTarget(
            "part-state",
            300,
            random -> damaged(targets.state(random), random),
            (input, folder) -> targets.merge(input)),
        new FuzzTarget(
            "part-plan",
            200,
            random -> damaged(targets.plan(random), random),
            (input, folder) -> targets.sum(input)));
  }

  private byte[] state(Random random) {
    return states.get(random.nextInt(states.size())).get(1).toBytes();
  }

  private byte[] plan(Random random) {
    return plans.get(random.nextInt(plans.size())).toBytes();
  }

  private void merge(byte[] input) {
    PartState read = PartState.of(input, "input");
    PartState other =
        states.stream()
            .map(round -> round.get(0))
            .filter(state -> state.round() == read.round())
            .findFirst()
            .orElse(read);
    work.next(liegg.merge(List.of(other, read)), ProgressListener.silent());
  }

  private void sum(byte[] input) {
    PartPlan read = PartPlan.of(input, "input");
    work.sum(new Part(1, PARTS), Optional.of(read), ProgressListener.silent());
  }

  private static byte[] damaged(byte[] state, Random random) {
    byte[] damaged = BYTES.mutate(state, random);
    if (random.nextInt(5) != 0 && damaged.length > CHECKSUM) {
      CRC32C checksum = new CRC32C();
      checksum.update(damaged, 0, damaged.length - CHECKSUM);
      ByteBuffer.wrap(damaged).putInt(damaged.length - CHECKSUM, (int) checksum.getValue());
    }
    return damaged;
  }

  private static void halfSquare(double[] x, double[] values, double[] jacobian) {
    values[0] = (x[0] * x[0] + x[1] * x[1]) / 2;
    jacobian[0] = x[0];
    jacobian[1] = x[1];
  }

  private static double[][] samples() {
    Random random = new Random(5);
    double[][] rows = new double[SAMPLES][2];
    for (double[] row : rows) {
      row[0] = random.nextGaussian();
      row[1] = random.nextGaussian();
    }
    return rows;
  }
}
