package org.liegg.groups;

import java.util.List;
import java.util.stream.Stream;
import org.liegg.api.spi.TransformationGroup;
import org.liegg.tck.TransformationGroupContract;

class GroupsContractTest extends TransformationGroupContract {

  @Override
  protected List<TransformationGroup> groups() {
    return Stream.of(
            "C(4)",
            "C(7)^2",
            "D(3)",
            "D(4)^2",
            "D(1)",
            "S(2)",
            "S(4) on 3",
            "S(9)",
            "SO(2)",
            "SO(3)^2",
            "O(3)^2",
            "O(1)",
            "O(5)",
            "SE(2)",
            "E(3)^4",
            "T",
            "O^2",
            "I",
            "parity(3)^2",
            "reflect(2)",
            "C(4)+D(3)",
            "O(2)+parity(1)",
            "C(4)*reflect(2)",
            "E(3)^4*S(4) on 3",
            "O(2)->same",
            "O(3)^2->vector",
            "O(3)->pseudovector",
            "E(3)^2->vector",
            "S(3) on 2->vector",
            "C(4)->trivial",
            "C(4)^2->trivial(2)+vector(2)",
            "image-C4(4x4)",
            "image-D4(3x3x2)",
            "image-flip(3x4)",
            "image-flip(3x4,vertical)",
            "image-shift(5x4,2)",
            "image-roll(3x4)",
            "image-rotate(6x5)",
            "image-colors(2x2x3)",
            "image-colors(1x1x7)",
            "image-contrast(3x3,1.5)",
            "image-brightness(3x3,0.25)",
            "time-shift(8x2,3)",
            "time-reverse(8)",
            "time-scale(8x2,1.25)")
        .map(Groups::parse)
        .toList();
  }

  @Override
  protected TransformationGroup parse(String spec) {
    return Groups.parse(spec);
  }
}
