package org.liegg.core.parts;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.liegg.core.pass.Awaited;

/** Rows of all parts in the memory of this process. Safe for use by many threads. */
public final class KeptRows implements RowPasses {
  private final PartSums sums;
  private final int threads;
  private final Map<Round, Map<Integer, List<byte[]>>> rounds = new EnumMap<>(Round.class);

  /**
   * Nothing yet.
   *
   * @param threads parts that answer at a time
   */
  public KeptRows(PartSums sums, int threads) {
    this.sums = sums;
    this.threads = threads;
  }

  /**
   * Keeps the rows of a part.
   *
   * @param part its place from 0
   */
  public synchronized void keep(Round round, int part, List<byte[]> rows) {
    rounds.computeIfAbsent(round, any -> new TreeMap<>()).put(part, rows);
  }

  @Override
  public boolean areHere() {
    return true;
  }

  @Override
  public byte[] over(List<Round> asked, RowPass pass) {
    List<Iterator<byte[]>> parts = parts(asked);
    ExecutorService workers = Awaited.threads(Math.min(threads, parts.size()), "liegg-rows");
    try {
      List<Future<byte[]>> answers = new ArrayList<>();
      for (Iterator<byte[]> rows : parts) {
        answers.add(workers.submit(() -> pass.answer(rows, sums)));
      }
      return pass.sum(answers.stream().map(Awaited::result).toList(), sums);
    } finally {
      Awaited.stop(workers);
    }
  }

  private synchronized List<Iterator<byte[]>> parts(List<Round> asked) {
    List<Map<Integer, List<byte[]>>> all =
        asked.stream().map(round -> rounds.getOrDefault(round, Map.of())).toList();
    return all.get(0).keySet().stream()
        .map(part -> all.stream().flatMap(round -> rows(round, part)).iterator())
        .toList();
  }

  private static Stream<byte[]> rows(Map<Integer, List<byte[]>> round, int part) {
    return round.getOrDefault(part, List.of()).stream();
  }
}
