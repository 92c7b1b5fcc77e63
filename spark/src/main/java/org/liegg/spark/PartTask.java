package org.liegg.spark;

import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.broadcast.Broadcast;
import org.liegg.api.DataException;
import org.liegg.core.parts.KeptPart;
import org.liegg.core.parts.Part;
import org.liegg.core.parts.StateException;

/**
 * One round of one part: its state, and behind that the rows of E that stay with it. It depends on
 * its samples and the plan alone, so that a task that failed may be done again, or twice at a time.
 *
 * @param extraction what is extracted
 * @param plan of the round
 * @param counters of what is read
 */
record PartTask(
    Broadcast<SharedExtraction> extraction, Broadcast<SharedPlan> plan, Counters counters)
    implements Function2<Integer, Iterator<double[]>, Iterator<byte[]>> {

  @Override
  public Iterator<byte[]> call(Integer index, Iterator<double[]> rows) {
    SharedExtraction work = extraction.value();
    PartLayout layout = work.layout();
    Part part = new Part(index + 1, layout.parts());
    PartSamples samples =
        new PartSamples(
            work.samples(),
            rows,
            new PartSamples.Range(
                layout.before(part),
                layout.from(part),
                layout.to(part),
                layout.endsPartition(part)),
            counters.rows());
    KeptPart kept =
        OpenModels.with(
            work,
            open -> {
              long[] before = {0};
              try {
                return open.keep(
                    plan.value().here(),
                    part,
                    samples,
                    now -> {
                      counters.differentiated().add(now - before[0]);
                      before[0] = now;
                    });
              } catch (StateException e) {
                throw samples.done() ? changed(work, e) : e;
              }
            });
    return Stream.concat(Stream.of(kept.state().toBytes()), kept.rows().stream()).iterator();
  }

  /** What is wrong with a part once all of it was read is that it is another. */
  private static DataException changed(SharedExtraction work, StateException e) {
    return PartitionRows.changed(work.samples().name(), String.valueOf(e.getMessage()));
  }

  /** The state among what a task has made. */
  static byte[] state(Iterator<byte[]> made) {
    return made.next();
  }

  /** The rows among it. */
  static Iterator<byte[]> rows(Iterator<byte[]> made) {
    made.next();
    return made;
  }
}
