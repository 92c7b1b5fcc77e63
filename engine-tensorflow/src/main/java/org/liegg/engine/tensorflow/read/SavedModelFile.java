package org.liegg.engine.tensorflow.read;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.liegg.api.spi.support.Sha256;
import org.liegg.engine.tensorflow.graph.InlineFunctions;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.graph.OpCatalog;
import org.liegg.engine.tensorflow.runtime.OpAllowList;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SavedModel;

/** Reads saved models and frozen graphs from files; nothing of them is run. */
public final class SavedModelFile {
  /** What the graph of a saved model is called in its directory. */
  public static final String FILE = "saved_model.pb";

  private static final String TAG = "serve";

  private SavedModelFile() {}

  /**
   * Reads a directory, or a file: a saved model under any name, or a frozen graph.
   *
   * @throws org.liegg.api.ModelException if it is missing, broken, or holds operations that may not
   *     be run
   */
  public static SourceModel read(Path path, ModelFaults faults) {
    if (!Files.exists(path)) {
      throw faults.notFound();
    }
    if (Files.isDirectory(path)) {
      return directory(path, path, faults);
    }
    if (path.endsWith(FILE)) {
      return directory(path, path.resolveSibling(""), faults);
    }
    if (!Files.isRegularFile(path)) {
      throw faults.of(
          "LIEGG-MODEL-UNREADABLE", "it is no file and no directory", "name a file of a graph");
    }
    if (FileProbe.looksLikeSavedModel(path)) {
      return saved(path, path, path.resolveSibling("variables"), faults);
    }
    GraphDef graph = graph(bytes(path, faults), faults);
    OpAllowList.read().checkAll(graph, faults);
    return BareGraphs.frozen(path.toString(), sha256(List.of(path), faults), graph, faults);
  }

  /** Reads the files of a directory, and calls the model by another path. */
  public static SourceModel directory(Path path, Path directory, ModelFaults faults) {
    Path file = directory.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw faults.of(
          "LIEGG-MODEL-NOT-FOUND",
          Files.exists(directory.resolve(FILE + "txt"))
              ? "it is written as text (saved_model.pbtxt)"
              : "it has no file " + FILE,
          "name the directory that holds " + FILE);
    }
    return saved(path, file, directory.resolve("variables"), faults);
  }

  private static SourceModel saved(Path path, Path file, Path variables, ModelFaults faults) {
    MetaGraphDef meta = serving(file, faults);
    VariableValues values =
        names ->
            new CheckpointVariables(
                    variables.resolve("variables"),
                    meta,
                    new InlineFunctions(OpCatalog.registered(), faults),
                    faults)
                .read(names);
    return new SourceModel(
        path.toString(),
        sha256(files(file, variables, faults), faults),
        meta.getGraphDef(),
        Signatures.of(meta),
        values);
  }

  /**
   * The graph for serving in the file of a saved model.
   *
   * @throws org.liegg.api.ModelException as {@link #read}
   */
  public static MetaGraphDef serving(Path file, ModelFaults faults) {
    MetaGraphDef meta = serving(parse(bytes(file, faults), faults), faults);
    OpAllowList.read().checkAll(meta.getGraphDef(), faults);
    return meta;
  }

  private static SavedModel parse(byte[] bytes, ModelFaults faults) {
    try {
      return SavedModel.parseFrom(bytes);
    } catch (InvalidProtocolBufferException e) {
      throw faults.corrupt(FILE + " is cut short, or no saved model: " + e.getMessage(), e);
    }
  }

  private static GraphDef graph(byte[] bytes, ModelFaults faults) {
    try {
      GraphDef graph = GraphDef.parseFrom(bytes);
      if (graph.getNodeCount() == 0) {
        throw faults.corrupt("it holds no graph");
      }
      return graph;
    } catch (InvalidProtocolBufferException e) {
      throw faults.corrupt("it is cut short, or no graph: " + e.getMessage(), e);
    }
  }

  private static MetaGraphDef serving(SavedModel model, ModelFaults faults) {
    List<String> tags = new ArrayList<>();
    for (MetaGraphDef meta : model.getMetaGraphsList()) {
      if (meta.getMetaInfoDef().getTagsList().contains(TAG)) {
        return meta;
      }
      tags.add(String.join("+", meta.getMetaInfoDef().getTagsList()));
    }
    if (tags.isEmpty()) {
      throw faults.corrupt(FILE + " holds no graph");
    }
    throw faults.of(
        "LIEGG-MODEL-NO-TAG",
        "no graph in it has the tag \"serve\"; there are " + ModelFaults.listed(tags),
        "save it for serving");
  }

  private static byte[] bytes(Path file, ModelFaults faults) {
    try {
      long size = Files.size(file);
      if (size > Integer.MAX_VALUE - 8 || size > Runtime.getRuntime().maxMemory() / 4) {
        throw faults.tooLarge("%s has %d bytes".formatted(file.getFileName(), size));
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw faults.unreadable(e);
    }
  }

  /** The graph, and what is in the directory of variables, by name. */
  private static List<Path> files(Path file, Path variables, ModelFaults faults) {
    List<Path> files = new ArrayList<>(List.of(file));
    if (Files.isDirectory(variables)) {
      try (Stream<Path> inside = Files.list(variables)) {
        inside.filter(Files::isRegularFile).sorted().forEach(files::add);
      } catch (IOException e) {
        throw faults.unreadable(e);
      }
    }
    return files;
  }

  private static String sha256(List<Path> files, ModelFaults faults) {
    Sha256 sha256 = new Sha256();
    byte[] block = new byte[1 << 16];
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        for (int n = in.read(block); n >= 0; n = in.read(block)) {
          sha256.update(block, n);
        }
      } catch (IOException e) {
        throw faults.unreadable(e);
      }
    }
    return sha256.hex();
  }
}
