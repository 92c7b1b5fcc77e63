package org.liegg.core.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.Matrix;
import org.liegg.api.spi.support.Sha256;
import org.liegg.api.spi.support.StateInput;
import org.liegg.api.spi.support.StateOutput;
import org.liegg.core.evidence.Selection;

/**
 * What one round is to do with every part: all that the rounds before it have settled. It is made
 * once, in one process, and given to all; so that every part has the same of it to the last bit,
 * whatever machine it is on.
 *
 * @param work what is done, from the first round to the last
 * @param round which is next
 * @param settled by the rounds before
 */
public record PartPlan(Work work, Round round, Settled settled) {
  private static final String KIND = "plan";

  /**
   * What is done.
   *
   * @param identity of the extraction
   * @param request what the caller needs to ask for it again; not read here
   * @param parts how many there are
   * @param first some of the first samples
   */
  public record Work(Identity identity, List<String> request, int parts, Batch first) {

    /** Keeps a copy of the request. */
    public Work {
      request = List.copyOf(request);
    }
  }

  /**
   * What rounds settle.
   *
   * @param survey what was summed in the survey; empty before it
   * @param groups of noisy copies, where these were looked for
   * @param judged how defects are judged, and held-out samples summed; empty before the selection
   * @param selected what was chosen; empty before the estimate
   */
  public record Settled(
      Optional<byte[]> survey,
      Optional<byte[]> groups,
      Optional<Judged> judged,
      Optional<Selected> selected) {}

  /**
   * What is settled by the samples, and by a look at the gradients of a few of them.
   *
   * @param weights of outputs
   * @param outputs that are judged one by one
   * @param decomposition by name
   * @param roomBytes for the sums of held-out samples
   * @param apart whether outputs are kept apart in the sums of the reference
   */
  public record Judged(
      double[] weights, int outputs, String decomposition, double roomBytes, boolean apart) {}

  /**
   * What is settled by the choosing half.
   *
   * @param selection the directions, and what they are compared with
   * @param sums of that half, see {@link PassSums}
   * @param apart whether outputs are kept apart in the sums of the measuring half
   */
  public record Selected(Selection selection, byte[] sums, boolean apart) {}

  /** The first round of all. */
  public static PartPlan start(Work work) {
    return new PartPlan(
        work,
        Round.SURVEY,
        new Settled(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
  }

  /** The round that groups noisy copies. */
  public PartPlan grouping(byte[] surveyed) {
    return new PartPlan(
        work,
        Round.GROUP,
        new Settled(Optional.of(surveyed), Optional.empty(), Optional.empty(), Optional.empty()));
  }

  /** The round that selects. */
  public PartPlan selecting(byte[] surveyed, Optional<byte[]> grouped, Judged judged) {
    return new PartPlan(
        work,
        Round.SELECT,
        new Settled(Optional.of(surveyed), grouped, Optional.of(judged), Optional.empty()));
  }

  /** The round that estimates. */
  public PartPlan estimating(Selected chosen) {
    return new PartPlan(
        work,
        Round.ESTIMATE,
        new Settled(settled.survey, settled.groups, settled.judged, Optional.of(chosen)));
  }

  /** How many parts there are. */
  public int parts() {
    return work.parts;
  }

  /** SHA-256 of what all parts must have alike: of all but the request. */
  String digest() {
    Work alike = new Work(work.identity, List.of(), work.parts, work.first);
    return Sha256.of(new PartPlan(alike, round, settled).toBytes(), new double[0]);
  }

  /** All of it as bytes. */
  public byte[] toBytes() {
    StateOutput out = new StateOutput();
    work.identity.writeTo(out);
    out.writeInt(work.request.size());
    work.request.forEach(out::writeText);
    Batch first = work.first;
    out.writeInt(work.parts).writeText(round.name());
    out.writeMatrix(new Matrix(first.rows(), first.columns(), first.values()));
    write(settled.survey, out);
    write(settled.groups, out);
    out.writeBoolean(settled.judged.isPresent());
    settled.judged.ifPresent(
        judged ->
            out.writeDoubles(judged.weights)
                .writeInt(judged.outputs)
                .writeText(judged.decomposition)
                .writeDouble(judged.roomBytes)
                .writeBoolean(judged.apart));
    out.writeBoolean(settled.selected.isPresent());
    settled.selected.ifPresent(
        chosen -> {
          chosen.selection.writeTo(out);
          out.writeBytes(chosen.sums).writeBoolean(chosen.apart);
        });
    return StateBytes.of(KIND, out.toBytes());
  }

  private static void write(Optional<byte[]> bytes, StateOutput out) {
    out.writeBoolean(bytes.isPresent());
    bytes.ifPresent(out::writeBytes);
  }

  /**
   * Reads a plan.
   *
   * @param subject what the bytes are, for messages
   * @throws org.liegg.api.StateException {@code LIEGG-STATE-CORRUPT}, {@code LIEGG-STATE-VERSION},
   *     {@code LIEGG-STATE-OTHER}
   */
  public static PartPlan of(byte[] bytes, String subject) {
    return StateBytes.read(bytes, KIND, subject, PartPlan::readFrom);
  }

  private static PartPlan readFrom(StateInput in) {
    Identity identity = Identity.readFrom(in);
    List<String> request = new ArrayList<>();
    for (int left = in.readSize(); left > 0; left--) {
      request.add(in.readText());
    }
    int parts = in.readSize();
    in.require(parts >= 1 && parts <= Part.MOST);
    Round round = Round.valueOf(in.readText());
    Matrix first = in.readMatrix();
    Settled settled =
        new Settled(
            bytes(in),
            bytes(in),
            in.readBoolean() ? Optional.of(judged(in)) : Optional.empty(),
            in.readBoolean() ? Optional.of(selected(in)) : Optional.empty());
    in.require(settled.survey.isPresent() || round == Round.SURVEY);
    in.require(settled.judged.isPresent() == (round.compareTo(Round.SELECT) >= 0));
    in.require(settled.selected.isPresent() == (round == Round.ESTIMATE));
    settled.survey.ifPresent(sums -> PartSums.check(Round.SURVEY, sums));
    settled.groups.ifPresent(sums -> PartSums.check(Round.GROUP, sums));
    settled.selected.ifPresent(chosen -> PartSums.check(Round.SELECT, chosen.sums));
    Batch samples = new Batch(first.rows(), first.columns(), first.values());
    return new PartPlan(new Work(identity, request, parts, samples), round, settled);
  }

  private static Optional<byte[]> bytes(StateInput in) {
    return in.readBoolean() ? Optional.of(in.readBytes()) : Optional.empty();
  }

  private static Judged judged(StateInput in) {
    return new Judged(
        in.readDoubles(), in.readSize(), in.readText(), in.readDouble(), in.readBoolean());
  }

  private static Selected selected(StateInput in) {
    return new Selected(Selection.readFrom(in), in.readBytes(), in.readBoolean());
  }
}
