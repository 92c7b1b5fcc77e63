package org.liegg.engine.dl4j;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.liegg.api.ModelOptions;
import org.liegg.api.spi.ModelGradient;

/** Opens networks from files, without Deeplearning4j. */
final class FileNetworks {
  private static final System.Logger LOG = System.getLogger(FileNetworks.class.getName());

  private FileNetworks() {}

  /**
   * Opens a saved network.
   *
   * @throws org.liegg.api.ModelException if it is missing, broken, untrusted or not supported
   */
  static ModelGradient open(Path path, ModelOptions options) {
    ModelFaults faults = new ModelFaults(path.toString());
    ModelArchive archive = ModelArchive.read(path, faults);
    NetworkReader reader = new NetworkReader(faults);
    JsonNode configuration = reader.parse(archive.configuration());
    ClassAllowList.check(configuration, faults);
    ChainBuilder builder = new ChainBuilder(reader.layers(configuration), faults);
    double[] parameters = Coefficients.read(archive.coefficients(), builder.parameters(), faults);
    DenseChain chain = builder.build(parameters);
    warnOfIgnored(path, archive);
    return Sessions.open(chain, path.toString(), sha256(path, faults), options);
  }

  private static void warnOfIgnored(Path path, ModelArchive archive) {
    if (!archive.ignored().isEmpty()) {
      LOG.log(
          System.Logger.Level.WARNING,
          "Model {0} brings {1}, which is not applied: give samples as the network takes them,"
              + " already normalised",
          path,
          String.join(" and ", archive.ignored()));
    }
  }

  private static String sha256(Path path, ModelFaults faults) {
    Sha256 sha256 = new Sha256();
    byte[] block = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(path)) {
      for (int n = in.read(block); n >= 0; n = in.read(block)) {
        sha256.update(block, n);
      }
    } catch (IOException e) {
      throw faults.unreadable(e);
    }
    return sha256.hex();
  }
}
