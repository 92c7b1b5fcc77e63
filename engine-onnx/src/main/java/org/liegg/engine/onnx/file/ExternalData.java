package org.liegg.engine.onnx.file;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.liegg.api.spi.support.RegularFile;
import org.liegg.api.spi.support.Sha256;
import org.liegg.engine.onnx.graph.GraphException;

/**
 * Tensors in files of their own. Such a file lies in the folder of the model or in one within it; a
 * path that leads elsewhere, or through a symbolic link, is refused.
 */
public final class ExternalData {
  private final Optional<Path> folder;

  /**
   * @param folder of the model; without one it may have no such files
   */
  ExternalData(Optional<Path> folder) {
    this.folder = folder;
  }

  /**
   * The bytes of a tensor.
   *
   * @param size that its shape asks for
   * @throws GraphException if the file is not there, too short, or elsewhere
   */
  byte[] read(TensorProto tensor, long size) {
    Map<String, String> keys = new HashMap<>();
    for (StringStringEntryProto entry : tensor.getExternalDataList()) {
      keys.put(entry.getKey(), entry.getValue());
    }
    String location = keys.getOrDefault("location", "");
    long offset = number(keys.getOrDefault("offset", "0"));
    long length = keys.containsKey("length") ? number(keys.get("length")) : size;
    if (length != size) {
      throw GraphException.corrupt(
          "a tensor of %d bytes in %s, where its shape needs %d".formatted(length, location, size));
    }
    Path file = file(location);
    try {
      long present = Files.size(file);
      if (offset > present || size > present - offset) {
        throw GraphException.corrupt(
            "%s has %d bytes, and a tensor needs %d from byte %d on"
                .formatted(location, present, size, offset));
      }
      try (InputStream in = RegularFile.open(file, present)) {
        in.skipNBytes(offset);
        byte[] bytes = in.readNBytes((int) size);
        if (bytes.length < size) {
          throw new EOFException("it ends early");
        }
        return bytes;
      }
    } catch (IOException e) {
      throw GraphException.corrupt(
          "%s beside it cannot be read: %s".formatted(location, RegularFile.reason(e)));
    }
  }

  /** Adds the files that initial values are in, by name, to a digest. */
  void digestInto(Sha256 digest, ModelProto proto) {
    TreeSet<String> locations = new TreeSet<>();
    for (TensorProto tensor : proto.getGraph().getInitializerList()) {
      for (StringStringEntryProto entry : tensor.getExternalDataList()) {
        if (entry.getKey().equals("location")) {
          locations.add(entry.getValue());
        }
      }
    }
    byte[] block = new byte[1 << 16];
    for (String location : locations) {
      try (InputStream in = RegularFile.open(file(location), Long.MAX_VALUE)) {
        for (int read = in.read(block); read >= 0; read = in.read(block)) {
          digest.update(block, read);
        }
      } catch (IOException e) {
        throw GraphException.corrupt(
            "%s beside it cannot be read: %s".formatted(location, RegularFile.reason(e)));
      }
    }
  }

  private Path file(String location) {
    if (folder.isEmpty()) {
      throw GraphException.unsupported("it has weights in the file %s".formatted(location));
    }
    try {
      Path relative = Path.of(location);
      boolean within = !location.isEmpty() && !relative.isAbsolute();
      Path at = folder.get();
      for (Path part : relative) {
        at = at.resolve(part);
        boolean climbs = part.toString().equals("..");
        within &= !climbs && !Files.isSymbolicLink(at);
      }
      if (!within) {
        throw GraphException.corrupt(
            "it asks for the file \"%s\", which is not in its folder".formatted(location));
      }
      if (!Files.isRegularFile(at, LinkOption.NOFOLLOW_LINKS)) {
        throw GraphException.corrupt("the file %s beside it is missing".formatted(location));
      }
      return at;
    } catch (InvalidPathException e) {
      throw GraphException.corrupt("it asks for the file \"%s\"".formatted(location));
    }
  }

  private static long number(String text) {
    try {
      long number = Long.parseLong(text.strip());
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // As a negative one.
    }
    throw GraphException.corrupt("a place \"%s\" in a file of weights".formatted(text));
  }
}
