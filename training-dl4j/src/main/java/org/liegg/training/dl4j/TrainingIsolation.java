package org.liegg.training.dl4j;

import java.util.function.Supplier;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.rng.Random;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Does something in the middle of a training without the training noticing: what is drawn from
 * ND4J's random numbers is put back (making a network reseeds them, and dropout draws from them),
 * and arrays made meanwhile stay out of the training's workspaces.
 */
final class TrainingIsolation {

  private TrainingIsolation() {}

  static <T> T of(Supplier<T> work) {
    // The generator is the thread's own.
    Random random = Nd4j.getRandom();
    long seed = random.getSeed();
    long root = random.rootState();
    long node = random.nodeState();
    MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces();
    try {
      return work.get();
    } finally {
      outside.close();
      if (random.getSeed() != seed) {
        random.setSeed(seed);
      }
      random.setStates(root, node);
    }
  }
}
