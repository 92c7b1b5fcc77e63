package org.liegg.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.api.ActionException;
import org.liegg.api.Dataset;
import org.liegg.app.export.code.CodeLibrary;
import org.liegg.app.export.code.GroupCode;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.DataSetPreProcessor;
import org.nd4j.linalg.factory.Nd4j;

class GroupCodeTest {
  @TempDir Path folder;

  private static String code(String group, CodeLibrary library, int inputs, int outputs) {
    Dataset samples = HeldSamples.of(new double[][] {new double[inputs], ones(inputs)});
    return Liegg.create()
        .code(GroupSource.of(group), new GroupCode.Wish(library, outputs, 64, 1), samples);
  }

  private static double[] ones(int count) {
    double[] ones = new double[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  @Test
  void whatIsWrittenForDeeplearning4jMovesSamplesAndTargets() throws Exception {
    Path source = folder.resolve("GroupAugmentation.java");
    Files.writeString(source, code("C(4)^2->same", CodeLibrary.DL4J, 4, 4));
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                source.toString());
    assertThat(failed).isZero();
    INDArray x = Nd4j.rand(50, 4);
    DataSet batch = new DataSet(x.dup(), x.dup());
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
      DataSetPreProcessor made =
          (DataSetPreProcessor)
              loader.loadClass("GroupAugmentation").getConstructor(long.class).newInstance(1L);
      made.preProcess(batch);
    }

    assertThat(batch.getFeatures().ravel().toDoubleVector())
        .containsExactly(batch.getLabels().ravel().toDoubleVector(), within(1e-6));
    assertThat(batch.getFeatures().norm2(1).ravel().toDoubleVector())
        .containsExactly(x.norm2(1).ravel().toDoubleVector(), within(1e-5));
    assertThat(batch.getFeatures()).isNotEqualTo(x);
  }

  @Test
  void elementsAreDrawnByTheSeed() {
    Dataset samples = HeldSamples.of(new double[][] {new double[4], ones(4)});
    GroupSource group = GroupSource.of("SO(2)^2");
    GroupCode.Wish one = new GroupCode.Wish(CodeLibrary.PENALTY, 1, 8, 1);
    GroupCode.Wish other = new GroupCode.Wish(CodeLibrary.PENALTY, 1, 8, 2);

    String first = Liegg.create().code(group, one, samples);
    assertThat(Liegg.create().code(group, one, samples)).isEqualTo(first);
    assertThat(Liegg.create().code(group, other, samples)).isNotEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource({
    "S(2) on 2, PENALTY, 4, 1, 'taken(4, [2, 3, 0, 1]'",
    "C(3)^2, PENALTY, 4, 1, 'mixed([[-0.4999'",
    "D(4)^2, EMLP, 4, 2, 'taken([1, 0, 3, 2], [-1.0, 1.0, -1.0, 1.0])'",
    "S(2) on 2 -> same, EMLP, 4, 4, 'outputs = T(1)'",
    "E(3)^4, E3NN, 12, 1, 'CENTRED = True'",
    "'O(3)^4 -> trivial(1)+vector(12)', E3NN, 12, 13, 'OUTPUTS = o3.Irreps(\"1x0e + 4x1o\")'",
    "C(5)^3, ESCNN, 6, 2, 'group.cyclic_group(5)'",
    "image-C4(4x4), ESCNN, 16, 3, 'rot2dOnR2(N=4)'",
  })
  void codeNamesTheGroup(String group, CodeLibrary library, int inputs, int outputs, String part) {
    String code = code(group, library, inputs, outputs);

    assertThat(code).contains(part).doesNotContain("{{");
  }

  @ParameterizedTest
  @CsvSource({
    "C(4)^2, E3NN, 4, 1, rotations in space",
    "SO(2)^2, EMLP, 4, 1, infinitely many",
    "C(2)^2, ESCNN, 4, 1, half a turn",
    "S(2) on 2 -> vector, EMLP, 4, 2, another representation",
    "E(3)^2 -> same, E3NN, 6, 6, shifted",
  })
  void whatALibraryDoesNotHaveIsSaid(
      String group, CodeLibrary library, int inputs, int outputs, String why) {
    assertThatThrownBy(() -> code(group, library, inputs, outputs))
        .isInstanceOf(ActionException.class)
        .hasMessageContaining("LIEGG-EXPORT-CODE")
        .hasMessageContaining(why);
  }
}
