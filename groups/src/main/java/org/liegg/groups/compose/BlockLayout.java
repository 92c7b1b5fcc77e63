package org.liegg.groups.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.Monomials;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.field.ActionLimits;
import org.liegg.groups.field.FeatureMap;
import org.liegg.groups.field.FieldAssembler;

/**
 * Actions on consecutive blocks of one input: where each block's components and features lie in the
 * whole. Blocks that are at most affine share the homogeneous coordinates of the whole input; where
 * one is not, the features are those of the blocks, one after the other.
 */
final class BlockLayout {
  private final List<GroupAction> blocks;
  private final Optional<FeatureMap> map;
  private final int[] componentAt;
  private final int[] featureAt;
  private final int inputs;
  private final int features;

  /**
   * @param spec of the whole, for errors
   * @param blocks the action on every block, in order
   */
  BlockLayout(String spec, List<GroupAction> blocks) {
    this.blocks = blocks;
    this.componentAt = new int[blocks.size()];
    this.featureAt = new int[blocks.size()];
    long components = 0;
    long columns = 0;
    for (int b = 0; b < blocks.size(); b++) {
      componentAt[b] = ActionLimits.size(spec, "inputs", components);
      featureAt[b] = ActionLimits.size(spec, "features", columns);
      components += blocks.get(b).inputSize();
      columns += blocks.get(b).fields().features();
    }
    this.inputs = ActionLimits.size(spec, "inputs", components);
    this.map = join(blocks);
    this.features =
        map.map(shared -> shared.width(inputs))
            .orElse(ActionLimits.size(spec, "features", columns));
  }

  private static Optional<FeatureMap> join(List<GroupAction> blocks) {
    Optional<FeatureMap> joined = FeatureMap.of(blocks.get(0));
    for (GroupAction block : blocks) {
      Optional<FeatureMap> next = FeatureMap.of(block);
      joined = joined.flatMap(map -> next.map(map::join));
    }
    return joined;
  }

  /** d of the whole. */
  int inputs() {
    return inputs;
  }

  /** Number of features of the whole. */
  int features() {
    return features;
  }

  /** What the features of the whole are, where every block is at most affine. */
  Optional<FeatureMap> map() {
    return map;
  }

  /** The features as monomials of the whole input, where those of every block are monomials. */
  Optional<Monomials> monomials() {
    if (map.isPresent()) {
      return map.map(shared -> shared.monomials(inputs));
    }
    List<int[]> exponents = new ArrayList<>();
    for (int b = 0; b < blocks.size(); b++) {
      Optional<Monomials> block = blocks.get(b).monomials();
      if (block.isEmpty()) {
        return Optional.empty();
      }
      for (int[] powers : block.get().exponents()) {
        int[] whole = new int[inputs];
        System.arraycopy(powers, 0, whole, componentAt[b], powers.length);
        exponents.add(whole);
      }
    }
    return Optional.of(new Monomials(inputs, exponents));
  }

  /** For so many fields of the whole, of so many entries together. */
  FieldAssembler assembler(int fields, int entries) {
    return new FieldAssembler(fields, entries, inputs, features);
  }

  /** Writes the entries of field a of one block in the coordinates of the whole. */
  void place(int block, int a, FieldAssembler target) {
    FieldBasis basis = blocks.get(block).fields();
    for (int e = basis.offsets()[a]; e < basis.offsets()[a + 1]; e++) {
      target.entry(
          componentAt[block] + basis.component()[e],
          column(block, basis.feature()[e]),
          basis.values()[e]);
    }
  }

  private int column(int block, int feature) {
    if (map.isEmpty()) {
      return featureAt[block] + feature;
    }
    GroupAction action = blocks.get(block);
    int within = FeatureMap.of(action).orElseThrow().homogeneous(feature, action.inputSize());
    boolean constant = within == action.inputSize();
    return map.get().feature(constant ? inputs : componentAt[block] + within);
  }

  /** φ of every sample; the batch itself where every block is linear. */
  Batch features(Batch batch) {
    return map.map(shared -> shared.apply(batch)).orElseGet(() -> blockByBlock(batch));
  }

  private Batch blockByBlock(Batch batch) {
    int rows = batch.rows();
    Batch whole = new Batch(rows, features, new double[Math.multiplyExact(rows, features)]);
    for (int b = 0; b < blocks.size(); b++) {
      int width = blocks.get(b).inputSize();
      Batch part = new Batch(rows, width, new double[rows * width]);
      copy(batch, componentAt[b], part, 0, width);
      Batch phi = blocks.get(b).features(part);
      copy(phi, 0, whole, featureAt[b], phi.columns());
    }
    return whole;
  }

  private static void copy(Batch from, int fromAt, Batch to, int toAt, int width) {
    for (int n = 0; n < from.rows(); n++) {
      System.arraycopy(
          from.values(), n * from.columns() + fromAt, to.values(), n * to.columns() + toAt, width);
    }
  }
}
