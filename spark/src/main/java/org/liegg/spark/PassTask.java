package org.liegg.spark;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.broadcast.Broadcast;
import org.liegg.core.parts.RowPass;
import scala.Tuple2;

/**
 * A pass over the rows of one part, and over answers of several.
 *
 * @param extraction whose rows they are
 * @param pass what is asked
 */
record PassTask(Broadcast<SharedExtraction> extraction, Broadcast<RowPass> pass)
    implements Function2<Integer, Iterator<byte[]>, Iterator<Tuple2<Integer, byte[]>>> {

  @Override
  public Iterator<Tuple2<Integer, byte[]>> call(Integer part, Iterator<byte[]> rows) {
    byte[] answer =
        OpenModels.with(extraction.value(), open -> pass.value().answer(rows, open.sums()));
    return List.of(new Tuple2<>(part, answer)).iterator();
  }

  /** Answers of parts that follow each other, added. */
  byte[] sum(List<byte[]> answers) {
    return OpenModels.with(extraction.value(), open -> pass.value().sum(answers, open.sums()));
  }
}
