package org.liegg.core.parts;

import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.liegg.api.spi.support.StateInput;
import org.liegg.api.spi.support.StateOutput;

/**
 * What one round has summed over some of the parts; immutable. Parts become one along a binary tree
 * that the number of parts fixes: 1 and 2, 3 and 4, then 1 to 4 and 5 to 8. What cannot be added
 * yet waits beside the rest, at most a few sums at a time. So whoever merges whatever first, the
 * sum of all parts is the same to the last bit.
 */
public final class PartState {
  private static final String KIND = "state of parts";

  private final String subject;
  private final Identity identity;
  private final Round round;
  private final int parts;
  private final String plan; // its digest
  private final Optional<byte[]> carried; // the plan itself, by the first part
  private final NavigableMap<Integer, Node> nodes; // by the first part of each

  /**
   * Sums of {@code 2^level} parts.
   *
   * @param index how many of such a number are before it
   */
  private record Node(int level, int index, byte[] sums) {
    int from() {
      return index << level;
    }

    int to(int parts) {
      return (int) Math.min(parts, (index + 1L) << level);
    }
  }

  private PartState(
      String subject, Header header, Optional<byte[]> carried, NavigableMap<Integer, Node> nodes) {
    this.subject = subject;
    identity = header.identity;
    round = header.round;
    parts = header.parts;
    plan = header.plan;
    this.carried = carried;
    this.nodes = nodes;
  }

  private record Header(Identity identity, Round round, int parts, String plan) {}

  /**
   * The sums of one part.
   *
   * @param plan that they were made by
   * @param sums in the form of the plan's round
   */
  public static PartState of(PartPlan plan, Part part, byte[] sums) {
    TreeMap<Integer, Node> nodes = new TreeMap<>();
    nodes.put(part.index(), new Node(0, part.index(), sums));
    return new PartState(
        "state of part " + part,
        new Header(plan.work().identity(), plan.round(), plan.parts(), plan.digest()),
        part.index() == 0 ? Optional.of(plan.toBytes()) : Optional.empty(),
        nodes);
  }

  /** The round that these are sums of. */
  public Round round() {
    return round;
  }

  /** How many parts there are in all. */
  public int parts() {
    return parts;
  }

  /**
   * Adds sums of other parts; in any order and grouping.
   *
   * @param others of the same round, plan and extraction
   * @param sums adds them
   * @throws StateException {@code LIEGG-STATE-OTHER} if they do not belong together, {@code
   *     LIEGG-STATE-DUPLICATE} if a part is in both
   */
  public PartState plus(Collection<PartState> others, PartSums sums) {
    TreeMap<Integer, Node> all = new TreeMap<>(nodes);
    Optional<byte[]> plans = carried;
    for (PartState other : others) {
      requireSame(other);
      plans = plans.or(() -> other.carried);
      for (Node node : other.nodes.values()) {
        add(node, all, other.subject, sums);
      }
    }
    return new PartState(subject, new Header(identity, round, parts, plan), plans, all);
  }

  private void requireSame(PartState other) {
    identity.require(other.identity, other.subject);
    if (other.parts != parts) {
      throw Identity.other(
          other.subject, "it is one of %d parts, not of %d".formatted(other.parts, parts));
    }
    if (other.round != round) {
      throw Identity.other(
          other.subject,
          "it is of the round %s, not %s".formatted(other.round.label(), round.label()));
    }
    if (!other.plan.equals(plan)) {
      throw Identity.other(other.subject, "it was made by another plan than " + subject);
    }
  }

  /** Adds sums, and merges upwards as long as the other half is there. */
  private void add(Node node, NavigableMap<Integer, Node> all, String source, PartSums sums) {
    requireNew(node, all, source);
    Node sum = node;
    while (true) {
      Node sibling = all.get((sum.index ^ 1) << sum.level);
      if (sibling == null || sibling.level != sum.level) {
        break;
      }
      all.remove(sibling.from());
      boolean first = sum.index < sibling.index;
      byte[] both =
          first
              ? sums.of(round, sum.sums, sibling.sums, source)
              : sums.of(round, sibling.sums, sum.sums, source);
      sum = new Node(sum.level + 1, sum.index / 2, both);
    }
    all.put(sum.from(), sum);
  }

  private void requireNew(Node node, NavigableMap<Integer, Node> all, String source) {
    Map.Entry<Integer, Node> before = all.lowerEntry(node.to(parts));
    if (before != null && before.getValue().to(parts) > node.from()) {
      int twice = Math.max(before.getKey(), node.from()) + 1;
      throw new StateException(
          "LIEGG-STATE-DUPLICATE",
          source,
          "part %d of %d is there already".formatted(twice, parts),
          "give every part once; of a part that was made again, the last one");
    }
  }

  /**
   * The sums of all parts.
   *
   * @throws StateException {@code LIEGG-STATE-MISSING} if a part is not there
   */
  public byte[] whole(PartSums sums) {
    int next = 0;
    for (Node node : nodes.values()) {
      requireNext(next, node.from());
      next = node.to(parts);
    }
    requireNext(next, parts);
    byte[] all = nodes.firstEntry().getValue().sums;
    for (Node node : nodes.tailMap(nodes.firstKey(), false).values()) {
      all = sums.of(round, all, node.sums, subject);
    }
    return all;
  }

  private void requireNext(int expected, int found) {
    if (found > expected) {
      throw new StateException(
          "LIEGG-STATE-MISSING",
          "round " + round.label(),
          found == expected + 1
              ? "part %d of %d is missing".formatted(found, parts)
              : "parts %d to %d of %d are missing".formatted(expected + 1, found, parts),
          "make them, and merge all parts together");
    }
  }

  /**
   * The plan that the sums were made by.
   *
   * @throws StateException {@code LIEGG-STATE-MISSING} if the first part, which carries it, is not
   *     there
   */
  public PartPlan plan() {
    if (carried.isEmpty()) {
      requireNext(0, 1);
    }
    return PartPlan.of(carried.orElseThrow(), subject);
  }

  /** All of it as bytes. */
  public byte[] toBytes() {
    StateOutput out = new StateOutput();
    identity.writeTo(out);
    out.writeText(round.name()).writeInt(parts).writeText(plan);
    out.writeBoolean(carried.isPresent());
    carried.ifPresent(out::writeBytes);
    out.writeInt(nodes.size());
    for (Node node : nodes.values()) {
      out.writeInt(node.level).writeInt(node.index).writeBytes(node.sums);
    }
    return StateBytes.of(KIND, out.toBytes());
  }

  /**
   * Reads a state.
   *
   * @param subject what the bytes are, for messages
   * @throws StateException {@code LIEGG-STATE-CORRUPT}, {@code LIEGG-STATE-VERSION}, {@code
   *     LIEGG-STATE-OTHER}
   */
  public static PartState of(byte[] bytes, String subject) {
    return StateBytes.read(bytes, KIND, subject, in -> readFrom(in, subject));
  }

  private static PartState readFrom(StateInput in, String subject) {
    Header header =
        new Header(
            Identity.readFrom(in), Round.valueOf(in.readText()), in.readSize(), in.readText());
    in.require(header.parts >= 1 && header.parts <= Part.MOST);
    Optional<byte[]> carried = in.readBoolean() ? Optional.of(in.readBytes()) : Optional.empty();
    in.require(
        carried
            .filter(bytes -> !PartPlan.of(bytes, subject).digest().equals(header.plan))
            .isEmpty());
    TreeMap<Integer, Node> nodes = new TreeMap<>();
    int end = 0;
    for (int left = in.readSize(); left > 0; left--) {
      Node node = new Node(in.readSize(), in.readSize(), in.readBytes());
      in.require(node.level <= 16 && (long) node.index << node.level < header.parts);
      in.require(node.from() >= end);
      end = node.to(header.parts);
      PartSums.check(header.round, node.sums);
      nodes.put(node.from(), node);
    }
    in.require(!nodes.isEmpty());
    in.require(carried.isPresent() == (nodes.firstKey() == 0));
    return new PartState(subject, header, carried, nodes);
  }
}
