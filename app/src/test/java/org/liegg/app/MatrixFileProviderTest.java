package org.liegg.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.LieggException;
import org.liegg.api.spi.ProviderKind;
import org.liegg.api.spi.ProviderRegistry;
import org.liegg.api.spi.TransformationGroup;
import org.liegg.groups.GroupGrammar;

class MatrixFileProviderTest {
  @TempDir Path folder;

  private final GroupGrammar grammar =
      new GroupGrammar(ProviderRegistry.of(ProviderKind.GROUP, List.of(new MatrixFileProvider())));

  private Path file(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  private TransformationGroup parse(Path file) {
    return grammar.parse("matrix:" + file);
  }

  @Test
  void readsAMatrix() throws Exception {
    Path turn = file("turn.csv", "0,-1\n1,0\n");
    TransformationGroup group = parse(turn);
    assertThat(group.order()).contains(BigInteger.valueOf(4));
    assertThat(group.spec()).isEqualTo("matrix:" + turn);
    assertThat(grammar.parse(group.spec())).isEqualTo(group);
    assertThat(grammar.parse("matrix:%s^3".formatted(turn)).inputSize()).isEqualTo(6);
  }

  @Test
  void saysWhatIsNoMatrix() throws Exception {
    Path flat = file("flat.csv", "1,2,3\n4,5,6\n");
    assertThatThrownBy(() -> parse(flat))
        .isInstanceOf(LieggException.class)
        .hasMessageContaining("2 × 3");
    Path singular = file("singular.csv", "1,1\n1,1\n");
    assertThatThrownBy(() -> parse(singular)).hasMessageContaining("LIEGG-ACTION-MATRIX");
    assertThatThrownBy(() -> parse(folder.resolve("none.npy")))
        .isInstanceOf(LieggException.class)
        .hasMessageContaining("none.npy");
    assertThatThrownBy(() -> grammar.parse("matrix"))
        .hasMessageContaining("it takes the name of one file");
  }
}
