package org.liegg.engine.keras.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The weights of a layer of Keras 1 as Keras 2 has them: {@code dense_1_W} is the kernel, and the
 * gates of recurrent layers, each of which has matrices of its own, lie side by side.
 */
record Keras1Weights(
    String type, JsonNode config, String layer, WeightScope old, KerasFaults faults)
    implements WeightScope {
  private static final Map<String, String> NAMES =
      Map.of(
          "W", "kernel",
          "b", "bias",
          "U", "recurrent_kernel",
          "running_mean", "moving_mean",
          "running_std", "moving_variance",
          "alphas", "alpha");

  /** The gates of Keras 2, in its order, by their letters in Keras 1. */
  private static final Map<String, List<String>> GATES =
      Map.of("LSTM", List.of("i", "f", "c", "o"), "GRU", List.of("z", "r", "h"));

  @Override
  public WeightScope layer(String name, String stored) {
    return old.layer(name, stored);
  }

  @Override
  public WeightScope part(String prefix, List<String> attributes) {
    JsonNode inner = config.path("layer");
    return inner.isMissingNode()
        ? this
        : new Keras1Weights(
            LayerReader.type(inner),
            inner.path("config"),
            prefix,
            old.part(prefix, attributes),
            faults);
  }

  @Override
  public boolean isNamed() {
    return true;
  }

  @Override
  public List<StoredWeight> weights() {
    List<StoredWeight> all = old.weights();
    List<String> gates = GATES.getOrDefault(type, List.of());
    if (all.size() == 3 * gates.size() && !gates.isEmpty()) {
      return List.of(
          joined("kernel", "_W_", gates, all),
          joined("recurrent_kernel", "_U_", gates, all),
          joined("bias", "_b_", gates, all));
    }
    return all.stream().map(this::renamed).toList();
  }

  private StoredWeight renamed(StoredWeight weight) {
    String name = weight.name();
    for (Map.Entry<String, String> known : NAMES.entrySet()) {
      if (name.endsWith("_" + known.getKey())) {
        return kernel(weight).called(known.getValue());
      }
    }
    return weight.called(name.substring(name.lastIndexOf('_') + 1));
  }

  /** Kernels of convolutions have their axes in another order. */
  private StoredWeight kernel(StoredWeight weight) {
    if (!type.startsWith("Conv") || !weight.name().endsWith("_W")) {
      return weight;
    }
    // Theano's names have no number at their end, and its kernels lie backwards.
    boolean tensorFlow = weight.path().get(weight.path().size() - 1).matches(".*:\\d+");
    boolean first = config.path("data_format").asText("").equals("channels_first");
    return new StoredWeight(
        weight.path(),
        label -> {
          Weight kernel = weight.read(label);
          Weight ordered = ordered(kernel, first);
          int[] shape = ordered.shape();
          int window =
              IntStream.of(shape).limit(Math.max(0, shape.length - 2)).reduce(1, (a, b) -> a * b);
          if (!tensorFlow && window > 1) {
            throw faults.unsupported(
                "%s is a kernel of Keras 1 that may lie backwards, as Theano has them"
                    .formatted(label));
          }
          return ordered;
        });
  }

  private Weight ordered(Weight kernel, boolean first) {
    int[] shape = kernel.shape();
    if (type.equals("Conv1D") && shape.length == 4) {
      boolean early = shape[1] != 1 || shape[0] != config.path("kernel_size").asInt(shape[0]);
      Weight last = early ? permuted(kernel, 2, 3, 1, 0) : kernel;
      int[] lengths = last.shape();
      return last.reshape(lengths[0], lengths[2], lengths[3]);
    }
    if (first && shape.length == 4) {
      return permuted(kernel, 2, 3, 1, 0);
    }
    return first && shape.length == 5 ? permuted(kernel, 2, 3, 4, 1, 0) : kernel;
  }

  private static Weight permuted(Weight weight, int... order) {
    int[] from = weight.shape();
    int[] to = Arrays.stream(order).map(axis -> from[axis]).toArray();
    int[] places = new int[IntStream.of(to).reduce(1, (a, b) -> a * b)];
    for (int i = 0; i < places.length; i++) {
      int[] at = new int[from.length];
      int rest = i;
      for (int axis = to.length - 1; axis >= 0; axis--) {
        at[order[axis]] = rest % to[axis];
        rest /= to[axis];
      }
      for (int axis = 0; axis < from.length; axis++) {
        places[i] = places[i] * from[axis] + at[axis];
      }
    }
    return weight.gather(to, places);
  }

  private StoredWeight joined(
      String name, String part, List<String> gates, List<StoredWeight> all) {
    return new StoredWeight(
        List.of(name),
        label -> {
          List<Weight> blocks = new ArrayList<>();
          for (String gate : gates) {
            blocks.add(
                all.stream()
                    .filter(weight -> weight.name().endsWith(part + gate))
                    .findFirst()
                    .orElseThrow(() -> faults.corrupt("%s has no part %s".formatted(label, gate)))
                    .read(label));
          }
          return beside(label, blocks);
        });
  }

  private Weight beside(String label, List<Weight> blocks) {
    int[] shape = blocks.get(0).shape();
    int rows = shape.length == 2 ? shape[0] : 1;
    int width = shape[shape.length - 1];
    double[] joined = new double[rows * width * blocks.size()];
    for (int block = 0; block < blocks.size(); block++) {
      double[] values = blocks.get(block).doubles();
      if (values.length != rows * width) {
        throw faults.corrupt("the gates of %s are of unlike sizes".formatted(label));
      }
      for (int row = 0; row < rows; row++) {
        System.arraycopy(values, row * width, joined, (row * blocks.size() + block) * width, width);
      }
    }
    int[] all = shape.clone();
    all[all.length - 1] = width * blocks.size();
    return new Weight(label, all, joined);
  }
}
