package org.liegg.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.liegg.api.BatchStream;
import org.liegg.api.Dataset;
import org.liegg.api.Warning;
import org.liegg.api.WarningCode;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.spi.support.FilterDataset;
import org.liegg.api.spi.support.RowAccess;
import org.liegg.core.parts.Part;
import org.liegg.core.parts.PartPlan;
import org.liegg.core.samples.RowRange;
import org.liegg.tck.fixtures.ExactModel;

/** Parts of a table whose rows can be reached read their own rows. */
class PartRowsTest {

  /**
   * A table that writes down which of its rows are asked for.
   *
   * @param asked the ranges
   */
  private record Table(Dataset source, List<List<Long>> asked) implements FilterDataset, RowAccess {

    /** Not known, as where rows may lack values. */
    @Override
    public OptionalLong samples() {
      return OptionalLong.empty();
    }

    @Override
    public BatchStream batches(int batchSize) {
      return source.batches(batchSize);
    }

    @Override
    public OptionalLong rows() {
      return source.samples();
    }

    @Override
    public Dataset rows(long from, long to) {
      asked.add(List.of(from, to));
      return new Noticed(new RowRange(source, from, to, false), from);
    }
  }

  private record Noticed(Dataset source, long from) implements FilterDataset {
    @Override
    public OptionalLong samples() {
      return source.samples();
    }

    @Override
    public BatchStream batches(int batchSize) {
      return source.batches(batchSize);
    }

    @Override
    public List<Warning> warnings() {
      return List.of(new Warning(WarningCode.MISSING_VALUES, "of the rows from " + from));
    }
  }

  private static SymmetryExtractorBuilder of(Dataset data) {
    return ExactCases.extractor(ExactModel.o5(1), data, "gl(5)^2", "gram");
  }

  @Test
  void andSayWhatPartsThatReadThroughAllSay() {
    Dataset samples = ExactCases.normal(1100, 10);
    List<List<Long>> asked = Collections.synchronizedList(new ArrayList<>());

    SymmetryReport reached = of(new Table(samples, asked)).inParts(4).extract();

    SymmetryReport passed = of(samples).inParts(4).extract();
    assertThat(reached.spectrum().singularValues()).isEqualTo(passed.spectrum().singularValues());
    assertThat(asked).contains(List.of(0L, 275L), List.of(825L, 1100L)).hasSize(3 * 4);
    assertThat(reached.warnings().stream().map(Warning::message))
        .contains("of the rows from 0", "of the rows from 275", "of the rows from 825");
  }

  @Test
  void areNotReachedWhereSamplesAreCounted() {
    Dataset samples = ExactCases.normal(300, 10);
    List<List<Long>> asked = new ArrayList<>();
    PartExtraction limited = of(new Table(samples, asked)).with(s -> s.withLimit(200)).inParts(2);
    PartPlan plan = limited.start();

    limited.sum(plan, new Part(2, 2));

    assertThat(asked).isEmpty();
  }
}
