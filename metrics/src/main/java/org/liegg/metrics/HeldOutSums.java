package org.liegg.metrics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liegg.api.FieldBasis;
import org.liegg.api.Matrix;
import org.liegg.api.Polarization;

/**
 * How much F changes along directions that are given in advance, and how much it would if gradients
 * and positions had nothing to do with each other, summed by block of samples while they stream.
 * Memory is that of a few small matrices a block, and an output where outputs are kept apart.
 *
 * <p>The baseline is measured separately, {@code E‖J(x′)(v(x) − c)‖²} over pairs of different
 * samples of a block (an incomplete U-statistic: every sample with all of a small group that are no
 * relatives of it, and where moments of these are too large, with the next few). So blocks are
 * independent of each other, which a jackknife over them needs. Confined to one thread.
 */
public final class HeldOutSums {
  private final DirectionFields fields;
  private final HeldOutStorage storage;
  private final MeasuredBaseline baseline;
  private final BlockSum[][] blocks; // a row a block, a column an output that is kept apart
  private final Map<Integer, PairMoments> moments = new HashMap<>(); // of blocks with pairs
  private Optional<PairMoments.Scratch> scratch = Optional.empty(); // of all of these
  private final PerSampleShares shares;
  private final Optional<InsensitiveSums> insensitive;

  /**
   * Sums of nothing, of directions whose baseline is that of pairs alone.
   *
   * @param basis the candidate fields, m of them
   * @param directions a row a direction, {@code r × m}
   * @param blocks number of blocks, ≥ 1
   */
  public HeldOutSums(FieldBasis basis, Matrix directions, int blocks) {
    this(basis, directions, blocks, MeasuredBaseline.ofPairs());
  }

  /**
   * Sums of nothing.
   *
   * @param basis the candidate fields, m of them
   * @param directions a row a direction, {@code r × m}
   * @param blocks number of blocks, ≥ 1
   * @param baseline what the directions are compared with, and by which weights of outputs
   */
  public HeldOutSums(FieldBasis basis, Matrix directions, int blocks, MeasuredBaseline baseline) {
    this(basis, directions, HeldOutStorage.of(blocks, directions.rows()), baseline);
  }

  /**
   * Sums of nothing.
   *
   * @param basis the candidate fields, m of them
   * @param directions a row a direction, {@code r × m}
   * @param storage of r directions, which blocks and pairs of directions are told apart
   * @param baseline what the directions are compared with, and by which weights of outputs
   */
  public HeldOutSums(
      FieldBasis basis, Matrix directions, HeldOutStorage storage, MeasuredBaseline baseline) {
    this(
        new DirectionFields(basis, directions),
        storage,
        baseline,
        baseline.apart(directions.rows(), storage.distributed()),
        baseline.insensitive().map(found -> new InsensitiveSums(found, storage.distributed())));
  }

  private HeldOutSums(
      DirectionFields fields,
      HeldOutStorage storage,
      MeasuredBaseline baseline,
      int outputs,
      Optional<InsensitiveSums> insensitive) {
    if (storage.directions() != fields.directions()) {
      throw new IllegalArgumentException(
          "%d directions are kept of %d".formatted(storage.directions(), fields.directions()));
    }
    this.insensitive = insensitive;
    this.fields = fields;
    this.storage = storage;
    this.baseline = baseline;
    this.blocks = new BlockSum[storage.kept()][outputs];
    int own = baseline.ownInputs();
    UpperLayout layout = UpperLayout.of(storage.groups());
    for (BlockSum[] row : this.blocks) {
      for (int o = 0; o < outputs; o++) {
        row[o] = BlockSum.empty(layout, own);
      }
    }
    shares = new PerSampleShares(fields.directions());
  }

  /** Sums of nothing, of the same directions and blocks, for another thread. */
  public HeldOutSums fork() {
    return new HeldOutSums(
        fields, storage, baseline, blocks[0].length, insensitive.map(InsensitiveSums::fork));
  }

  /** Adds a batch of samples of which none is a relative of another. */
  public void accept(Polarization polarization, int[] block) {
    long[] units = new long[block.length];
    for (int n = 0; n < units.length; n++) {
      units[n] = n;
    }
    accept(polarization, block, units);
  }

  /**
   * Adds a batch.
   *
   * @param polarization of the fields that the directions combine
   * @param block of every sample; samples of one block that follow each other are paired
   * @param units of every sample; two of one unit are relatives, and are not paired
   */
  public void accept(Polarization polarization, int[] block, long[] units) {
    insensitive.ifPresent(sums -> sums.accept(polarization, block, baseline));
    int from = 0;
    while (from < block.length) {
      int to = from + 1;
      while (to < block.length && block[to] == block[from]) {
        to++;
      }
      new PairedSamples(fields, baseline, shares, polarization, units, from, to)
          .addTo(
              blocks[storage.slot(block[from])], moments(storage.slot(block[from]), polarization));
      from = to;
    }
  }

  /** Of pairs of a block, where these are cheaper than pairs one by one. */
  private Optional<PairMoments> moments(int slot, Polarization polarization) {
    int slots = blocks[slot].length;
    int outputs = polarization.outputs();
    long each = PairedSamples.partners(fields, outputs) * PairedSamples.pair(fields, outputs);
    if (polarization.responses() != 0
        || !PairMoments.fits(fields, blocks[slot][0].layout(), slots, each)) {
      return Optional.empty();
    }
    PairMoments.Scratch shared = scratch.orElseGet(() -> PairMoments.Scratch.of(fields, slots));
    scratch = Optional.of(shared);
    return Optional.of(
        moments.computeIfAbsent(slot, unseen -> new PairMoments(fields, baseline, shared)));
  }

  /** Works out what the pairs so far say of the directions, and lets go of them block by block. */
  private void settle() {
    for (var each = moments.entrySet().iterator(); each.hasNext(); ) {
      Map.Entry<Integer, PairMoments> pairs = each.next();
      BlockSum[] block = blocks[pairs.getKey()];
      for (int o = 0; o < block.length; o++) {
        block[o] = block[o].paired(pairs.getValue().form(o, block[o].layout()));
      }
      each.remove();
    }
  }

  /** Adds what another thread has summed. */
  public void merge(HeldOutSums other) {
    add(other.state());
  }

  /** What was summed, to be written down or added elsewhere before anything more is summed here. */
  public HeldOutState state() {
    settle();
    return new HeldOutState(blocks, shares, insensitive.map(InsensitiveSums::sums));
  }

  /**
   * Adds what was summed elsewhere, of the same directions.
   *
   * @throws IllegalArgumentException if it is of other sizes
   */
  public void add(HeldOutState more) {
    state().requireLike(more);
    for (int b = 0; b < blocks.length; b++) {
      blocks[b] = HeldOutState.sum(blocks[b], more.blocks[b]);
    }
    shares.merge(more.shares);
    insensitive.ifPresent(mine -> mine.add(more.insensitive.orElseThrow()));
  }

  /**
   * The defect of every direction on all samples added, {@code length r}; 0 where the baseline is
   * 0. Without bounds: {@link HeldOutMeasure} has them.
   */
  public double[] defects() {
    BlockSum all = BlockSum.empty(blocks[0][0].layout(), 0);
    for (BlockSum block : blocks()) {
      all = all.plus(block);
    }
    int r = fields.directions();
    double[] defects = new double[r];
    for (int i = 0; i < r; i++) {
      double[] unit = new double[r];
      unit[i] = 1;
      defects[i] = all.samples() == 0 ? 0 : all.defect(unit);
    }
    return defects;
  }

  /** The outputs that are kept apart; 0 where they are summed. */
  public int outputs() {
    return blocks[0].length > 1 ? blocks[0].length : 0;
  }

  /**
   * For every direction the median over samples of what F changes along it, as a share of what it
   * would change were the gradient and the field, each of its own size there, not related; empty
   * where the spread of the inputs is not known.
   */
  public Optional<double[]> medians() {
    return shares.medians();
  }

  /** Of all outputs, each by its weight. */
  List<BlockSum> blocks() {
    return blocks(baseline);
  }

  /** The same beside another baseline, of pairs as they were taken here. */
  List<BlockSum> blocks(MeasuredBaseline other) {
    settle();
    List<BlockSum> all = new ArrayList<>();
    for (BlockSum[] block : blocks) {
      all.add(other.judged(block));
    }
    return all;
  }

  /** Of one output that is kept apart. */
  List<BlockSum> blocks(MeasuredBaseline other, int output) {
    settle();
    List<BlockSum> all = new ArrayList<>();
    for (BlockSum[] block : blocks) {
      all.add(other.judged(block[output], output));
    }
    return all;
  }

  MeasuredBaseline baseline() {
    return baseline;
  }

  /** Of the input directions that other samples called insensitive. */
  Optional<List<BlockSum>> insensitive() {
    return insensitive.map(InsensitiveSums::blocks);
  }
}
