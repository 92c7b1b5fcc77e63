package org.liegg.core.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What sums of held-out samples may take where they are sent. */
class HeldOutRoomTest {
  private static final HeldOutRoom LARGE = HeldOutRoom.of(16e9, 12e9, 1);

  @Test
  void sumsThatTravelHaveALimitOfTheirOwn() {
    assertThat(LARGE.storage(2500).bytes()).isGreaterThan(1e9);
    assertThat(LARGE.travelling().storage(490).kept()).isEqualTo(32);
    int most = LARGE.travelling().mostDirections(0);
    assertThat(most).isBetween(850, 950);
    assertThat(LARGE.travelling().storage(most).bytes()).isLessThanOrEqualTo(64e6);
  }

  @Test
  void littleRoomStaysAsItIs() {
    HeldOutRoom little = HeldOutRoom.of(1e8, 1e8, 4);

    assertThat(little.travelling()).isEqualTo(little);
  }
}
