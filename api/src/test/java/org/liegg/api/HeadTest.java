package org.liegg.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeadTest {

  @Test
  void isCalledAsTheCommandCallsIt() {
    assertThat(Head.labels()).containsExactly("output", "logits", "softmax", "normalized-logits");
  }

  @Test
  void isFoundByItsName() {
    for (Head head : Head.values()) {
      assertThat(Head.named(head.label())).contains(head);
    }
  }

  @Test
  void isNotFoundByAnotherName() {
    assertThat(Head.named("SOFTMAX")).isEmpty();
    assertThat(Head.named("")).isEmpty();
  }
}
