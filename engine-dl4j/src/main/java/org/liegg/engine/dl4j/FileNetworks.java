package org.liegg.engine.dl4j;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.liegg.api.Warning;
import org.liegg.api.WarningCode;
import org.liegg.api.spi.support.Sha256;
import org.liegg.engine.dl4j.archive.Coefficients;
import org.liegg.engine.dl4j.archive.FlatGraphFile;
import org.liegg.engine.dl4j.archive.LegacyConfiguration;
import org.liegg.engine.dl4j.archive.ModelArchive;
import org.liegg.engine.dl4j.archive.TypeNames;
import org.liegg.engine.dl4j.dense.ChainBuilder;
import org.liegg.engine.dl4j.dense.ChainModel;
import org.liegg.engine.dl4j.dense.LayerPlan;
import org.liegg.engine.dl4j.dense.NetworkReader;
import org.liegg.engine.dl4j.graph.GraphFiles;
import org.liegg.engine.dl4j.graph.SameDiffFiles;
import org.liegg.engine.dl4j.session.ModelFaults;
import org.liegg.engine.dl4j.session.OpenNetwork;
import org.liegg.engine.dl4j.session.Origin;

/** Opens networks from files; chains of dense layers without Deeplearning4j. */
final class FileNetworks {

  private FileNetworks() {}

  /**
   * Reads a saved network.
   *
   * @throws org.liegg.api.ModelException if it is missing, broken or untrusted
   */
  static OpenNetwork opened(Path path) {
    ModelFaults faults = new ModelFaults(path.toString());
    if (FlatGraphFile.looksLikeGraph(path)) {
      return SameDiffFiles.opened(
          path, NetworkOrigin.own(path.toString(), sha256(path, faults), List.of()));
    }
    ModelArchive archive = ModelArchive.read(path, faults);
    NetworkReader reader = new NetworkReader(faults);
    JsonNode configuration = configuration(archive, reader, faults);
    Origin origin = NetworkOrigin.own(path.toString(), sha256(path, faults), ignored(archive));
    Optional<List<LayerPlan>> layers = reader.layers(configuration);
    if (layers.isEmpty()) {
      return GraphFiles.opened(configuration, archive, origin);
    }
    ChainBuilder builder = new ChainBuilder(layers.get(), faults);
    return new ChainModel(
        origin, builder, Coefficients.read(archive.coefficients(), builder.parameters(), faults));
  }

  /**
   * A saved network as it was trained, a chain of layers as a graph.
   *
   * @throws org.liegg.api.ModelException if it is missing, broken or untrusted
   */
  static ComputationGraph trained(Path path, ModelFaults faults) {
    ModelArchive archive = ModelArchive.read(path, faults);
    return GraphFiles.trained(
        configuration(archive, new NetworkReader(faults), faults), archive, faults);
  }

  private static JsonNode configuration(
      ModelArchive archive, NetworkReader reader, ModelFaults faults) {
    return TypeNames.checked(
        LegacyConfiguration.modern(reader.parse(archive.configuration()), faults), faults);
  }

  private static List<Warning> ignored(ModelArchive archive) {
    return archive.ignored().isEmpty()
        ? List.of()
        : List.of(
            new Warning(
                WarningCode.NORMALIZER_IGNORED,
                "the file brings %s, which is not applied: give samples as the network takes them, already normalised"
                    .formatted(String.join(" and ", archive.ignored()))));
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
