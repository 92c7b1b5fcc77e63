package org.liegg.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.ModelInfo;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.SelfCheck;
import org.liegg.api.spi.Availability;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.ModelGradientProvider;
import org.liegg.api.spi.support.Models;
import org.liegg.engine.dl4j.archive.ModelArchive;
import org.nd4j.linalg.api.buffer.DataType;

class Dl4jGradientProviderTest {
  private final Dl4jGradientProvider provider = new Dl4jGradientProvider();

  @TempDir Path directory;

  @Test
  void isFoundByItsName() {
    assertThat(ServiceLoader.load(ModelGradientProvider.class).stream())
        .map(found -> found.get().name())
        .containsExactly("dl4j");
  }

  @Test
  void saysWhichDl4jItIs() {
    assertThat(provider.availability())
        .isInstanceOfSatisfying(
            Availability.Available.class,
            available -> assertThat(available.version()).isEqualTo("1.0.0-M2.1"));
  }

  @Test
  void acceptsNetworksOnly() {
    assertThat(provider.accepts(ModelSource.of(Nets.save(Nets.mlp(DataType.FLOAT), directory))))
        .isTrue();
    assertThat(provider.accepts(ModelSource.live(Nets.mlp(DataType.FLOAT)))).isTrue();
    assertThat(provider.accepts(ModelSource.live(Graphs.branches()))).isTrue();
    assertThat(provider.accepts(ModelSource.live("a string"))).isFalse();
    assertThat(provider.accepts(ModelSource.of(directory))).isFalse();
    assertThat(provider.accepts(ModelSource.of(directory.resolve("none")))).isFalse();
    assertThat(provider.accepts(ModelSource.of(Zips.write(directory, new byte[100])))).isFalse();
  }

  @Test
  void acceptsArchivesWhateverTheirOrder() {
    var entries = Zips.network(directory);
    byte[] configuration = entries.remove(ModelArchive.CONFIGURATION);
    entries.put(ModelArchive.CONFIGURATION, configuration);
    assertThat(provider.accepts(ModelSource.of(Zips.write(directory, entries)))).isTrue();
  }

  @Test
  void describesTheModel() {
    Path path = Nets.save(Nets.mlp(DataType.FLOAT), directory);
    try (ModelGradient model =
        Models.open(provider, ModelSource.of(path), new ModelOptions(Precision.DOUBLE))) {
      ModelInfo info = model.info();
      assertThat(info)
          .isEqualTo(
              new ModelInfo(
                      new ModelInfo.Origin(path.toString(), info.sha256(), "dl4j", "1.0.0-M2.1"),
                      4,
                      new ModelInfo.Taken(3, "output", "output"),
                      Precision.DOUBLE)
                  .withSelfCheck(info.selfCheck()));
      assertThat(info.selfCheck().status()).isEqualTo(SelfCheck.Status.PASSED);
      assertThat(info.selfCheck().error()).isLessThan(1e-8);
    }
  }

  /** What starts no ND4J needs no ND4J: files open where its classes cannot even be loaded. */
  @Test
  void opensFilesWithoutDl4j() throws IOException, ReflectiveOperationException {
    Path path = Nets.save(Nets.mlp(DataType.FLOAT), directory);
    URL[] jars =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.matches(".*(deeplearning4j|nd4j|bytedeco).*\\.jar"))
            .map(Dl4jGradientProviderTest::url)
            .toArray(URL[]::new);
    try (URLClassLoader loader = new URLClassLoader(jars, ClassLoader.getPlatformClassLoader())) {
      assertThat(found(loader, "org.nd4j.linalg.factory.Nd4j")).isFalse();
      assertThat(opened(loader, path)).isEqualTo("4 inputs, 3 outputs");
    }
  }

  private static String opened(ClassLoader loader, Path path) throws ReflectiveOperationException {
    Class<?> type = loader.loadClass(FileProbe.class.getName());
    Method open = type.getDeclaredMethod("open", Path.class);
    open.setAccessible(true);
    try {
      return (String) open.invoke(null, path);
    } catch (InvocationTargetException e) {
      throw new AssertionError("without Deeplearning4j: " + e.getCause(), e.getCause());
    }
  }

  private static boolean found(ClassLoader loader, String name) {
    try {
      loader.loadClass(name);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static URL url(String entry) {
    try {
      return Path.of(entry).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(entry, e);
    }
  }

  /** Runs inside the class loader that has no Deeplearning4j. */
  static final class FileProbe {
    private FileProbe() {}

    static String open(Path path) {
      ModelSource source = ModelSource.of(path);
      Dl4jGradientProvider provider = new Dl4jGradientProvider();
      if (!provider.accepts(source)) {
        return "not accepted";
      }
      if (provider.layout(source, ModelOptions.defaults()).outputs().size() != 3) {
        return "not three layers";
      }
      try (ModelGradient model = Models.open(provider, source, ModelOptions.defaults())) {
        return "%d inputs, %d outputs"
            .formatted(model.info().inputSize(), model.info().outputSize());
      }
    }
  }
}
