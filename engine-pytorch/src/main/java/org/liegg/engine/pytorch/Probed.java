package org.liegg.engine.pytorch;

import java.util.List;
import org.liegg.engine.pytorch.run.Call;
import org.liegg.engine.pytorch.run.ModelOutput;

/**
 * What a model was found to take and to give when it was run.
 *
 * @param call with which it runs
 * @param outputs all tensors that come out for one sample, or for two where it takes several
 */
record Probed(Call call, List<ModelOutput> outputs) {

  /** Copies the list. */
  Probed {
    outputs = List.copyOf(outputs);
  }

  /** Samples that the outputs are of. */
  int samples() {
    return call.single() ? 1 : 2;
  }

  /** The shape of one sample of an output. */
  List<Integer> shape(ModelOutput output) {
    List<Integer> sizes = output.sizes().stream().map(Math::toIntExact).toList();
    return call.batched() && !sizes.isEmpty() && sizes.get(0) == samples()
        ? sizes.subList(1, sizes.size())
        : sizes;
  }

  /** Values of one sample of an output. */
  int size(ModelOutput output) {
    long all = output.sizes().stream().reduce(1L, Math::multiplyExact);
    return Math.toIntExact(all / samples());
  }
}
