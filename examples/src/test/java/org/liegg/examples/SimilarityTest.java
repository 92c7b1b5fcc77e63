package org.liegg.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.liegg.api.ActionException;
import org.liegg.groups.Actions;
import org.liegg.groups.Embeddings;

class SimilarityTest {

  @Test
  void isKnownByItsNameInTheGrammar() {
    assertThat(Actions.parse("similarity(3)^2 + tensor(similarity(2),2)").spec())
        .isEqualTo("similarity(3)^2+tensor(similarity(2),2)");
  }

  @Test
  void liesBetweenTheRotationsAndAllMatrices() {
    assertThat(Embeddings.embed(Actions.parse("similarity(3)"), Actions.gl(3)).dimension())
        .isEqualTo(4);
    assertThat(Embeddings.embed(Actions.so(3), Actions.parse("similarity(3)")).dimension())
        .isEqualTo(3);
  }

  @Test
  void saysWhatItTakes() {
    assertThatThrownBy(() -> Actions.parse("gl(2)+similarity(0)"))
        .isInstanceOf(ActionException.class)
        .hasMessage(
            "LIEGG-ACTION-ARGUMENT: action at character 18 of 'gl(2)+similarity(⟨here⟩0)':"
                + " 'similarity(0)': it takes one whole number from 1 to 64; write similarity(n):"
                + " rotations of R^n and one scaling");
  }
}
