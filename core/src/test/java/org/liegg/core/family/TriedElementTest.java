package org.liegg.core.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Elements are called the same in every language. */
class TriedElementTest {

  @Test
  void saysHowFarAlongItsPathItLies() {
    ElementPath path = new ElementPath(Optional.of(2), new double[] {1}, 4.4429);

    assertThat(new TriedElement("generator 3", path, Optional.empty()).label())
        .isEqualTo("generator 3 at t = 4.44");
    assertThat(new TriedElement("parity", ElementPath.none(), Optional.empty()).label())
        .isEqualTo("parity");
  }
}
