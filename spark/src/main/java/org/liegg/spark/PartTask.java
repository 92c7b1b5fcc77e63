package org.liegg.spark;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.broadcast.Broadcast;
import org.liegg.api.DataException;
import org.liegg.core.parts.Part;
import org.liegg.core.parts.PartState;
import org.liegg.core.parts.StateException;
import scala.Tuple2;

/**
 * One round of one part. It depends on its rows and the plan alone, so that a task that failed may
 * be done again, or twice at a time.
 *
 * @param extraction what is extracted
 * @param plan of the round
 * @param counters of what is read
 */
record PartTask(
    Broadcast<SharedExtraction> extraction, Broadcast<SharedPlan> plan, Counters counters)
    implements Function2<Integer, Iterator<double[]>, Iterator<Tuple2<Integer, byte[]>>> {

  @Override
  public Iterator<Tuple2<Integer, byte[]>> call(Integer index, Iterator<double[]> rows) {
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
    PartState state =
        OpenModels.with(
            work,
            open -> {
              long[] before = {0};
              try {
                return open.sum(
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
    return List.of(new Tuple2<>(index, state.toBytes())).iterator();
  }

  /** What is wrong with a part once all of it was read is that it is another. */
  private static DataException changed(SharedExtraction work, StateException e) {
    return PartitionRows.changed(work.samples().name(), String.valueOf(e.getMessage()));
  }
}
