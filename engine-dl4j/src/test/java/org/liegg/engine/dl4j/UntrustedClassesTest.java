package org.liegg.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.liegg.api.ModelOptions;
import org.liegg.api.spi.ModelGradient;
import org.liegg.engine.dl4j.archive.ModelArchive;

/** No name in a file becomes a class that is not on the list, in whatever form it stands. */
class UntrustedClassesTest {
  private static final String LAYER = "/vertices/left/layerConf/layer";
  private static final String EVIL = "org.liegg.engine.dl4j.Intruder";
  private static final String ELU = "org.nd4j.linalg.activations.impl.ActivationELU";

  @TempDir Path directory;

  /** Where a file names a class, and how; EVIL is the class. */
  private static final String[] ATTEMPTS = {
    "property | layer | activationFn | {'@class':'EVIL'}",
    "property that is not the first | layer | activationFn |"
        + " {'alpha':1,'x':[{'y':2}],'@class':'EVIL'}",
    "property called @type | layer | activationFn | {'@type':'EVIL'}",
    "property called @c | layer | activationFn | {'@c':'EVIL'}",
    "property that is a list | layer | activationFn | {'@class':['EVIL']}",
    "wrapper array | layer | activationFn | ['EVIL',{}]",
    "wrapper array without settings | layer | activationFn | ['EVIL']",
    "wrapper array around a number | layer | activationFn | ['EVIL',5]",
    "wrapper array of three | layer | activationFn | ['EVIL',{},{}]",
    "wrapper array that names two | layer | activationFn | ['EVIL',{'@class':'ELU'}]",
    "wrapper array in a wrapper array | layer | activationFn | ['ELU',['EVIL',{}]]",
    "wrapper array among the settings of another | layer | activationFn |"
        + " ['ELU',{'alpha':['EVIL',{}]}]",
    "wrapper object | layer | activationFn | {'EVIL':{}}",
    "wrapper object around a list | layer | activationFn | {'EVIL':[]}",
    "old wrapper object | layer | activationFn | {'TanH':{'x':['EVIL',{}]}}",
    "class of the default package | layer | activationFn | ['Evil',{}]",
    "class of a generic type | layer | activationFn | {'@class':'java.util.ArrayList<EVIL>'}",
    "array type | layer | activationFn | ['[LEVIL;',[]]",
    "the layer itself | /vertices/left/layerConf | layer | ['EVIL',{}]",
    "a vertex | /vertices | left | ['EVIL',{}]",
    "a vertex called as a list of names is | /vertices | variables | ['EVIL']",
    "a vertex called as a property is | /vertices | @class | ['EVIL',{}]",
    "the updater | layer | iupdater | ['EVIL',{}]",
    "the schedule of an updater | layer | iupdater |"
        + " {'@class':'org.nd4j.linalg.learning.config.Sgd','learningRateSchedule':['EVIL',{}]}",
    "the weights' start | layer | weightInitFn | ['EVIL',{}]",
    "a distribution of old files | layer | dist | ['EVIL',{}]",
    "a distribution | layer | weightInitFn |"
        + " {'@class':'org.deeplearning4j.nn.weights.WeightInitDistribution','distribution':['EVIL',{}]}",
    "dropout | layer | idropout | ['EVIL',{}]",
    "weight noise | layer | weightNoise | ['EVIL',{}]",
    "a regularization | layer | regularization | [['EVIL',{}]]",
    "a list of regularizations | layer | regularization | ['EVIL',[]]",
    "a constraint | layer | constraints | [{'@class':'EVIL'}]",
    "a preprocessor | /vertices/left | preProcessor | ['EVIL',{}]",
    "preprocessors in one | /vertices/left | preProcessor |"
        + " {'@class':'org.deeplearning4j.nn.conf.preprocessor.ComposableInputPreProcessor','inputPreProcessors':[['EVIL',{}]]}",
    "the step function | /vertices/left/layerConf | stepFunction | ['EVIL',{}]",
    "a loss | /vertices/out/layerConf/layer | lossFn | ['EVIL',{}]",
    "the inner layer of a wrapper | /vertices/left/layerConf | layer |"
        + " {'@class':'org.deeplearning4j.nn.conf.layers.misc.FrozenLayer','layer':['EVIL',{}]}",
    "the inner vertex of a frozen one | /vertices | left |"
        + " {'@class':'org.deeplearning4j.nn.conf.graph.FrozenVertex','underlying':['EVIL',{}]}",
    "a lambda vertex | /vertices | left | {'@class':'org.liegg.engine.dl4j.Lambda'}",
    "what starts a process | layer | idropout | ['java.lang.ProcessBuilder',['id']]",
    "what asks a directory service | layer | idropout |"
        + " {'@class':'com.sun.rowset.JdbcRowSetImpl','dataSourceName':'ldap://localhost/x'}",
    "what opens a socket | layer | idropout | ['java.net.Socket',{}]",
    "what writes a file | layer | idropout | ['java.io.FileOutputStream','x']",
    "a name of ND4J's that is another's | layer | activationFn |"
        + " {'@class':'org.nd4j.linalg.activations.impl.ActivationIntruder'}",
  };

  static List<String> attempts() {
    return List.of(ATTEMPTS);
  }

  @Test
  void theIntruderIsLive() {
    ComputationGraphConfiguration.fromJson(
        AlteredGraphs.configuration(Zips.entries(attempt("| layer | activationFn | ['EVIL',{}]")))
            .toString());
    assertThat(System.getProperty(Intruder.TRACE)).isEqualTo("initialised");
  }

  @ParameterizedTest
  @MethodSource("attempts")
  void isRefused(String attempt) {
    BrokenFilesTest.assertRefused(
        attempt(attempt), "LIEGG-MODEL-UNTRUSTED-CLASS", "it names the class");
  }

  /** In a process of its own, of which the virtual machine itself says what it loads. */
  @Test
  void isNotEvenLoaded() throws IOException, InterruptedException {
    Path log = directory.resolve("classes.log");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + log,
                "-cp",
                System.getProperty("java.class.path"),
                "org.liegg.engine.dl4j.OpenAll"));
    for (int i = 0; i < ATTEMPTS.length; i++) {
      Path file = directory.resolve(i + ".zip");
      Files.copy(attempt(ATTEMPTS[i]), file);
      command.add(file.toString());
    }
    Path output = directory.resolve("output.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor()).isZero();
    assertThat(Files.readAllLines(output))
        .isEqualTo(Collections.nCopies(ATTEMPTS.length, "LIEGG-MODEL-UNTRUSTED-CLASS"));
    assertThat(Files.readString(log))
        .contains("org.liegg.engine.dl4j.archive.TypeNames")
        .doesNotContain("Intruder", "com.sun.rowset");
  }

  /** The forms that Jackson knows, each with a class of Deeplearning4j's own. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "layer | activationFn | ['ELU',{'alpha':1.0}]",
        "layer | activationFn | ['ELU',{}]",
        "layer | iupdater | ['org.nd4j.linalg.learning.config.Sgd',{'learningRate':0.1}]",
        "layer | idropout | ['org.deeplearning4j.nn.conf.dropout.Dropout',{'p':0.5}]",
      })
  void ownClassesAreAsGoodInAWrapperArray(String at, String key, String value) {
    double[] wrapped = jacobians(file(at, key, value));
    String inner = value.replaceFirst("^\\['([^']+)',\\{(.*)}]$", "{'@class':'$1',$2}");
    double[] plain = jacobians(file(at, key, inner.replace(",}", "}")));
    assertThat(wrapped).isEqualTo(plain);
  }

  @Test
  void ownClassesAreAsGoodInAChain() {

    Map<String, byte[]> entries = Zips.network(directory);
    String json =
        AlteredGraphs.configuration(entries)
            .toString()
            .replace(
                "{\"@class\":\"org.nd4j.linalg.activations.impl.ActivationTanH\"}",
                "[\"org.nd4j.linalg.activations.impl.ActivationTanH\",{}]");
    assertThat(json).contains("ActivationTanH\",{}]");
    double[] plain = jacobians(Zips.write(directory, entries));
    entries.put(ModelArchive.CONFIGURATION, json.getBytes(StandardCharsets.UTF_8));
    assertThat(jacobians(Zips.write(directory, entries))).isEqualTo(plain);
  }

  private double[] jacobians(Path path) {
    try (ModelGradient model = FileNetworks.opened(path).open(ModelOptions.defaults())) {
      return model.jacobians(Nets.samples(3, 4)).values();
    }
  }

  private Path attempt(String attempt) {
    String[] parts = attempt.split(" ?\\| ?", 4);
    return file(parts[1], parts[2], parts[3]);
  }

  private Path file(String at, String key, String value) {
    return AlteredGraphs.with(
        directory,
        at.equals("layer") ? LAYER : at,
        key,
        value.replace("EVIL", EVIL).replace("'ELU'", "'" + ELU + "'").replace('\'', '"'));
  }
}
