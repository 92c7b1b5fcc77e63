package org.liegg.tck;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The smallest contract: what runs contracts is tested on it. */
public abstract class DoorContract {

  /** What a door is after it was closed. */
  protected abstract String closed();

  @Test
  void hasAName() {
    assertThat(getClass().getSimpleName()).isNotEmpty();
  }

  @Test
  void closes() {
    assertThat(closed()).as("left open").isEqualTo("closed");
  }
}
