package org.liegg.fuzz.targets;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.Rows;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.ProviderKind;
import org.liegg.api.spi.ProviderRegistry;
import org.liegg.fuzz.mutate.ByteMutator;
import org.liegg.fuzz.run.FuzzTarget;
import org.liegg.groups.Actions;

/** States of accumulators: of every decomposition, after rows and after polarizations. */
final class StateTargets {
  private static final ByteMutator BYTES = new ByteMutator("gram", "qr", "svd", "lobpcg", "auto");

  /** Where the checksum ends: it is the last four bytes. */
  private static final int CHECKSUM = Integer.BYTES;

  private StateTargets() {}

  static List<FuzzTarget> all() {
    ProviderRegistry<DecompositionProvider> found =
        ProviderRegistry.load(ProviderKind.DECOMPOSITION, StateTargets.class.getClassLoader());
    List<FuzzTarget> targets = new ArrayList<>();
    found.entries().stream()
        .flatMap(entry -> entry.provider().stream())
        .forEach(provider -> targets.add(target(provider)));
    return targets;
  }

  private static FuzzTarget target(DecompositionProvider provider) {
    List<byte[]> states =
        List.of(
            ofRows(provider),
            ofPolarizations(provider, "gl(3)"),
            ofPolarizations(provider, "se(3)"));
    return new FuzzTarget(
        "state-" + provider.name(),
        200,
        random -> damaged(states.get(random.nextInt(states.size())), random),
        (input, folder) -> restore(provider, input));
  }

  private static byte[] damaged(byte[] state, Random random) {
    byte[] damaged = BYTES.mutate(state, random);
    if (random.nextInt(5) != 0 && damaged.length > CHECKSUM) {
      CRC32 checksum = new CRC32();
      checksum.update(damaged, 0, damaged.length - CHECKSUM);
      ByteBuffer.wrap(damaged).putInt(damaged.length - CHECKSUM, (int) checksum.getValue());
    }
    return damaged;
  }

  private static void restore(DecompositionProvider provider, byte[] input) {
    try (Decomposition restored = provider.restore(input)) {
      restored.state();
      restored.finish();
    }
  }

  private static byte[] ofRows(DecompositionProvider provider) {
    try (Decomposition decomposition = provider.open(4)) {
      decomposition.accept(new Rows(6, 4, numbers(24)));
      return decomposition.state();
    }
  }

  private static byte[] ofPolarizations(DecompositionProvider provider, String spec) {
    GroupAction action = Actions.parse(spec);
    try (Decomposition decomposition = provider.open(action.dimension())) {
      decomposition.accept(
          action.polarize(
              new Batch(8, 3, numbers(24)), new Jacobians(8, 2, 3, numbers(48), numbers(16))));
      return decomposition.state();
    }
  }

  private static double[] numbers(int count) {
    double[] values = new double[count];
    Random random = new Random(5);
    Arrays.setAll(values, i -> random.nextGaussian());
    return values;
  }
}
