package org.liegg.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.liegg.api.spi.support.StateInput;
import org.liegg.api.spi.support.StateOutput;

/**
 * What {@link HeldOutSums} have summed, without the directions that it was summed of: numbers that
 * add up, and that can be written down. Those of the same directions, blocks and outputs add up to
 * what one run over all of their samples sums, but for rounding; the order in which they are added
 * is that of the sums.
 */
public final class HeldOutState {
  final BlockSum[][] blocks;
  final PerSampleShares shares;
  final Optional<BlockSum[]> insensitive;

  HeldOutState(BlockSum[][] blocks, PerSampleShares shares, Optional<BlockSum[]> insensitive) {
    this.blocks = blocks;
    this.shares = shares;
    this.insensitive = insensitive;
  }

  /**
   * The sums of both, these first. Neither is to be used afterwards.
   *
   * @throws IllegalArgumentException if they are of different sizes
   */
  public HeldOutState plus(HeldOutState other) {
    requireLike(other);
    BlockSum[][] sums = new BlockSum[blocks.length][];
    for (int b = 0; b < sums.length; b++) {
      sums[b] = sum(blocks[b], other.blocks[b]);
    }
    shares.merge(other.shares);
    return new HeldOutState(
        sums, shares, insensitive.map(mine -> sum(mine, other.insensitive.orElseThrow())));
  }

  /**
   * Refuses sums of other sizes.
   *
   * @throws IllegalArgumentException if they do not add up with these
   */
  void requireLike(HeldOutState other) {
    boolean like =
        blocks.length == other.blocks.length
            && like(blocks[0], other.blocks[0])
            && shares.directions() == other.shares.directions()
            && insensitive.isPresent() == other.insensitive.isPresent()
            && insensitive.filter(mine -> !like(mine, other.insensitive.orElseThrow())).isEmpty();
    if (!like) {
      throw new IllegalArgumentException("sums of held-out samples of other directions or blocks");
    }
  }

  private static boolean like(BlockSum[] some, BlockSum[] others) {
    return some.length == others.length
        && some[0].layout().equals(others[0].layout())
        && some[0].own().length == others[0].own().length;
  }

  static BlockSum[] sum(BlockSum[] some, BlockSum[] others) {
    BlockSum[] sums = new BlockSum[some.length];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = some[i].plus(others[i]);
    }
    return sums;
  }

  /** Writes all numbers, to the last bit. */
  public void writeTo(StateOutput out) {
    out.writeInt(blocks.length);
    for (BlockSum[] block : blocks) {
      write(block, out);
    }
    shares.writeTo(out);
    out.writeBoolean(insensitive.isPresent());
    insensitive.ifPresent(sums -> write(sums, out));
  }

  private static void write(BlockSum[] sums, StateOutput out) {
    out.writeInts(sums[0].layout().groups().stream().mapToInt(Integer::intValue).toArray());
    out.writeInt(sums.length);
    for (BlockSum sum : sums) {
      sum.writeTo(out);
    }
  }

  /**
   * Reads what was written.
   *
   * @throws IllegalArgumentException if it contradicts itself
   */
  public static HeldOutState readFrom(StateInput in) {
    int count = in.readSize();
    in.require(count > 0);
    List<BlockSum[]> blocks = new ArrayList<>();
    for (int b = 0; b < count; b++) {
      BlockSum[] block = read(in);
      in.require(b == 0 || like(blocks.get(0), block));
      blocks.add(block);
    }
    PerSampleShares shares = PerSampleShares.readFrom(in);
    in.require(shares.directions() == blocks.get(0)[0].directions());
    Optional<BlockSum[]> insensitive = in.readBoolean() ? Optional.of(read(in)) : Optional.empty();
    return new HeldOutState(blocks.toArray(new BlockSum[0][]), shares, insensitive);
  }

  private static BlockSum[] read(StateInput in) {
    int[] groups = in.readInts();
    in.require(Arrays.stream(groups).allMatch(size -> size >= 0 && size < 1 << 15));
    UpperLayout layout = UpperLayout.of(Arrays.stream(groups).boxed().toList());
    int count = in.readSize();
    in.require(count > 0);
    List<BlockSum> sums = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sums.add(BlockSum.readFrom(in, layout));
      in.require(sums.get(i).own().length == sums.get(0).own().length);
    }
    return sums.toArray(new BlockSum[0]);
  }
}
