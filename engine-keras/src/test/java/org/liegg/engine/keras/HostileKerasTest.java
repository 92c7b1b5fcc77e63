package org.liegg.engine.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.bytedeco.hdf5.global.hdf5.H5Lcreate_external;
import static org.bytedeco.hdf5.global.hdf5.H5Lcreate_hard;
import static org.bytedeco.hdf5.global.hdf5.H5Lcreate_soft;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.bytedeco.hdf5.DSetCreatPropList;
import org.bytedeco.hdf5.DataSpace;
import org.bytedeco.hdf5.Group;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.ModelException;
import org.liegg.api.ModelOptions;

/** No file makes code run, another file be read, or the memory run out. */
class HostileKerasTest {
  private static final String EVIL = "org.liegg.engine.keras.HostileKerasTest";

  @TempDir Path directory;

  /** A secret that lies beside the file: the layer's own weights, so that they would fit. */
  private Path secret() {
    Path path = directory.resolve("secret.h5");
    try (Hdf5 file = new Hdf5(path)) {
      Hdf5.floats(file.root(), "kernel:0", Tensor.zeros(3, 2), false);
      Hdf5.floats(file.root(), "bias:0", Tensor.zeros(2), false);
    }
    return path;
  }

  @Test
  void aLayerThatLinksToAnotherFile() {
    String secret = secret().toString();
    refused(
        weights -> external(weights, "dense", secret, "/"),
        "CORRUPT",
        "/model_weights/dense is a link");
  }

  @Test
  void aWeightThatLinksToAnotherFile() {
    String secret = secret().toString();
    refused(
        weights -> external(weights.createGroup("dense"), "kernel:0", secret, "/kernel:0"),
        "CORRUPT",
        "is a link");
  }

  @Test
  void allWeightsThatLinkToAnotherFile() {
    Path path = directory.resolve("model.h5");
    String secret = secret().toString();
    try (Hdf5 file = new Hdf5(path)) {
      Hdf5.text(file.root(), "model_config", dense().sequential());
      external(file.root(), "model_weights", secret, "/");
    }
    refused(path, "CORRUPT", "/model_weights is a link");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/etc/passwd", "../secret.h5", "/dev/zero", "/proc/self/environ"})
  void linksToWhatIsNoHdf5(String target) {
    refused(
        weights -> external(weights.createGroup("dense"), "kernel:0", target, "/"),
        "CORRUPT",
        "is a link");
  }

  @Test
  void softLinks() {
    refused(
        weights ->
            H5Lcreate_soft("/elsewhere", weights.createGroup("dense").getId(), "kernel:0", 0, 0),
        "CORRUPT",
        "is a link");
    refused(
        weights ->
            H5Lcreate_soft("kernel:0", weights.createGroup("dense").getId(), "kernel:0", 0, 0),
        "CORRUPT",
        "is a link");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/etc/passwd", "/dev/zero", "secret.h5"})
  void valuesThatLieInAnotherFile(String file) {
    refused(
        weights -> {
          DSetCreatPropList list = new DSetCreatPropList();
          list.setExternal(file, 0, 24);
          Hdf5.create(weights.createGroup("dense"), "kernel:0", list, 3, 2);
        },
        "",
        "");
  }

  @Test
  void valuesThatAreNowhere() {
    refused(
        weights ->
            Hdf5.create(weights.createGroup("dense"), "kernel:0", new DSetCreatPropList(), 3, 2),
        "",
        "weight kernel of layer dense has ");
  }

  @Test
  void valuesThatAreAnotherFiles() {
    String secret = secret().toString();
    refused(
        weights -> {
          DSetCreatPropList list = new DSetCreatPropList();
          DataSpace space = new DataSpace(2, new long[] {3, 2});
          list.setVirtual(space, secret, "/kernel:0", space);
          Hdf5.create(weights.createGroup("dense"), "kernel:0", list, 3, 2);
        },
        "",
        "");
  }

  @Test
  void groupsThatContainThemselves() {
    refused(
        weights -> {
          Group group = weights.createGroup("dense");
          H5Lcreate_hard(group.getId(), ".", group.getId(), "inner", 0, 0);
        },
        "CORRUPT",
        "the groups below its layer dense do not end");
  }

  @Test
  void groupsNestedWithoutEnd() {
    refused(
        weights -> Hdf5.group(weights, Collections.nCopies(40, "dense")), "CORRUPT", "do not end");
  }

  @Test
  void blocksLargerThanTheMemory() {
    refused(
        weights -> {
          DSetCreatPropList list = new DSetCreatPropList();
          list.setChunk(2, new long[] {4200, 4200});
          list.setDeflate(9);
          Hdf5.growing(weights.createGroup("dense"), "kernel:0", list, 3, 2);
        },
        "TOO-LARGE",
        "is read in blocks of 70560000 bytes");
  }

  @Test
  void namesWithControlCharacters() {
    KerasFiles files =
        new KerasFiles(1)
            .input("in", "3")
            .layer("Dense", "\\u001b]0;owned\\u0007\\n", Settings.dense(2, "linear"));
    ModelException error = error(files.write(directory));
    assertThat(error.getMessage()).matches("[ -~]*");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Lambda | 'function':['4wEAAAAAAAAA',null,null],'function_type':'lambda' | is code of its"
            + " author's",
        "Lambda | 'function':'system','function_type':'function','module':'os' | is code of its"
            + " author's",
        "Lambda | 'function':{'class_name':'__lambda__','config':{'code':'4wEA'}} | is code of its"
            + " author's",
        "TFOpLambda | 'function':'io.write_file' | is not supported",
        "TensorFlowOpLayer | 'node_def':'WriteFile' | is not supported",
        "EVIL | 'units':2 | is not supported",
        "java.lang.ProcessBuilder | 'command':['id'] | is not supported",
        "TFSMLayer | 'filepath':'/etc/passwd' | is not supported",
        "Dense | 'units':2,'activation':'EVIL' | activation",
        "Dense | 'units':2,'activation':{'class_name':'EVIL','config':{}} | activation",
        "Dense | 'units':2,'activation':['EVIL',{}] | activation",
        "Dense | 'units':2,'activation':{'module':'os','class_name':'function','config':'system'} |"
            + " activation",
        "Dense | 'units':2,'@class':'EVIL' | @class",
        "Dense | 'units':2,'gamma':{'class_name':'EVIL'} | gamma",
        "Wrapper | 'layer':{'class_name':'Lambda','config':{}} | is not supported",
        "TextVectorization | 'vocabulary':'/etc/passwd' | is not supported",
        "StringLookup | 'vocabulary':'http://localhost/' | is not supported",
        "Sequential | 'layers':[] | describes no layers",
        "TimeDistributed | 'layer':{'class_name':'Lambda','config':{}} | is applied to samples",
        "Bidirectional | 'layer':{'class_name':'EVIL','config':{}} | holds what is no recurrent"
            + " layer",
        "RNN | 'cell':{'class_name':'EVIL','config':{'units':2}} | is applied to samples",
      })
  void codeAndClasses(String type, String config, String words) {
    String name = type.replace("EVIL", EVIL);
    KerasFiles files =
        new KerasFiles(1)
            .input("in", "3")
            .layer(name, "it", config.replace("EVIL", EVIL))
            .affine(3, 2);
    refused(files.write(directory), "", words);
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"class_name\":\"Sequential\",\"class_name\":\"Evil\",\"config\":{}}',is not JSON",
    "'{\"class_name\":\"Sequential\",\"config\":{\"layers\":[]}} {}',is not JSON",
  })
  void descriptionsThatCanBeReadInTwoWays(String json, String words) {
    refused(dense().write(directory, json), "CORRUPT", words);
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 990, 30_000})
  void descriptionsNestedMoreDeeplyThanAnyModel(int depth) {
    refused(
        dense()
            .write(
                directory,
                "{\"class_name\":\"Sequential\",\"config\":"
                    + "[".repeat(depth)
                    + "]".repeat(depth)
                    + "}"),
        "CORRUPT",
        "nesting depth");
  }

  /** The library that writes these tests' files has no such filter. */
  @Test
  void weightsBehindAFilterThatKerasDoesNotUse() throws IOException {
    Path path = directory.resolve("model.h5");
    try (InputStream lzf = HostileKerasTest.class.getResourceAsStream("lzf.h5")) {
      Files.copy(Objects.requireNonNull(lzf), path);
    }
    refused(path, "UNSUPPORTED", "stored with the filter lzf");
  }

  @Test
  void descriptionsOfMorePartsThanAnyModel() {
    refused(
        dense()
            .write(
                directory,
                "{\"class_name\":\"Sequential\",\"config\":[" + "{},".repeat(700_000) + "0]}"),
        "CORRUPT",
        "oken count");
  }

  private static KerasFiles dense() {
    return new KerasFiles(1).input("in", "3").dense("dense", 3, 2, "linear");
  }

  private static void external(Group at, String name, String file, String target) {
    assertThat(H5Lcreate_external(file, target, at.getId(), name, 0, 0)).isNotNegative();
  }

  /** A model whose weights are what somebody makes of an empty group. */
  private void refused(Consumer<Group> weights, String code, String words) {
    Path path = directory.resolve("model.h5");
    try (Hdf5 file = new Hdf5(path)) {
      Hdf5.text(file.root(), "model_config", dense().sequential());
      weights.accept(Hdf5.group(file.root(), List.of("model_weights")));
    }
    refused(path, code, words);
  }

  private static void refused(Path path, String code, String words) {
    assertThat(error(path))
        .hasMessageStartingWith("LIEGG-MODEL-" + code)
        .hasMessageContaining(words);
  }

  private static ModelException error(Path path) {
    ModelException error =
        catchThrowableOfType(
            ModelException.class, () -> KerasNetworks.prepare(path, ModelOptions.defaults()));
    assertThat(error).isNotNull();
    assertThat(error.getMessage()).doesNotContain("\n");
    return error;
  }
}
