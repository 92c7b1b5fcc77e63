package org.liegg.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.rdd.PartitionGroup;
import org.apache.spark.rdd.RDD;
import org.junit.jupiter.api.Test;
import org.liegg.core.parts.Part;
import scala.jdk.javaapi.CollectionConverters;

/** Which partitions a part is read of. */
class PartLayoutTest {

  private static List<List<Integer>> partitions(PartLayout layout, int partitions) {
    RDD<Integer> rows = LocalSpark.context().parallelize(List.of(1), partitions).rdd();
    List<List<Integer>> all = new ArrayList<>();
    for (PartitionGroup group : layout.coalesce(layout.parts(), rows)) {
      all.add(
          CollectionConverters.asJava(group.partitions()).stream()
              .map(partition -> partition.index())
              .toList());
    }
    return all;
  }

  @Test
  void partsAreReadOfThePartitionsThatTheyOverlap() {
    PartLayout layout = PartLayout.of(new long[] {0, 3, 0, 9, 0}, Long.MAX_VALUE, 4);

    assertThat(partitions(layout, 5))
        .containsExactly(List.of(1), List.of(3), List.of(3), List.of(3));
    assertThat(layout.before(new Part(2, 4))).isZero();
    assertThat(layout.before(new Part(3, 4))).isEqualTo(3);
    assertThat(layout.endsPartition(new Part(1, 4))).isTrue();
    assertThat(layout.endsPartition(new Part(3, 4))).isFalse();
    assertThat(layout.endsPartition(new Part(4, 4))).isTrue();
  }

  @Test
  void aPartMayBeOfManyPartitions() {
    PartLayout layout = PartLayout.of(new long[] {2, 0, 2, 2, 2}, Long.MAX_VALUE, 2);

    assertThat(partitions(layout, 5)).containsExactly(List.of(0, 1, 2), List.of(3, 4));
  }

  @Test
  void moreThanTheLimitIsLeftOut() {
    PartLayout layout = PartLayout.of(new long[] {4, 4}, 3, 1);

    assertThat(partitions(layout, 2)).containsExactly(List.of(0));
    assertThat(layout.to(new Part(1, 1))).isEqualTo(3);
    assertThat(layout.endsPartition(new Part(1, 1))).isFalse();
  }

  @Test
  void morePartsThanRowsAreEmpty() {
    PartLayout layout = PartLayout.of(new long[] {1, 1}, Long.MAX_VALUE, 4);

    assertThat(partitions(layout, 2)).containsExactly(List.of(), List.of(0), List.of(), List.of(1));
  }
}
