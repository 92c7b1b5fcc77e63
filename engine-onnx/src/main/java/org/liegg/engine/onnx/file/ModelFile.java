package org.liegg.engine.onnx.file;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.liegg.api.spi.support.RegularFile;
import org.liegg.api.spi.support.Sha256;
import org.liegg.engine.onnx.graph.GraphException;

/**
 * A model as it was read.
 *
 * @param proto its message
 * @param opsets the version of the operators by their domain; the standard domain is empty text
 * @param data reads tensors that are kept in files beside it
 * @param sha256 of the file and then of the files beside it, as far as they were read
 */
public record ModelFile(
    ModelProto proto, Map<String, Integer> opsets, ExternalData data, String sha256) {
  /** What the standard domain is called beside empty text. */
  private static final String STANDARD = "ai.onnx";

  /** A message of protobuf cannot be larger. */
  private static final int MAX_BYTES = Integer.MAX_VALUE - 8;

  private static final int MIN_OPSET = 7;
  private static final int MAX_OPSET = 24;

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read
   * @throws GraphException if it is no model in ONNX, or of a version that is not known
   */
  public static ModelFile read(Path path) throws IOException {
    byte[] bytes = RegularFile.bytes(path, MAX_BYTES);
    Path folder = path.toAbsolutePath().getParent();
    return of(bytes, Optional.ofNullable(folder));
  }

  /**
   * Reads a model in memory.
   *
   * @param folder where files beside it are; without one it may have none
   * @throws GraphException if it is no model in ONNX, or of a version that is not known
   */
  public static ModelFile of(byte[] bytes, Optional<Path> folder) {
    ModelProto proto = parse(bytes);
    if (!proto.hasGraph() || proto.getIrVersion() <= 0) {
      throw GraphException.corrupt("it is no model in ONNX: it has no graph or no version");
    }
    ExternalData data = new ExternalData(folder);
    Sha256 digest = new Sha256();
    digest.update(bytes, bytes.length);
    data.digestInto(digest, proto);
    return new ModelFile(proto, opsets(proto), data, digest.hex());
  }

  private static ModelProto parse(byte[] bytes) {
    try {
      CodedInputStream in = CodedInputStream.newInstance(bytes);
      ModelProto proto = ModelProto.parseFrom(in);
      in.checkLastTagWas(0);
      return proto;
    } catch (InvalidProtocolBufferException e) {
      throw GraphException.corrupt("it is no message of ONNX: " + e.getMessage());
    } catch (IOException e) {
      throw GraphException.corrupt("it is no message of ONNX: " + e);
    }
  }

  private static Map<String, Integer> opsets(ModelProto proto) {
    Map<String, Integer> opsets = new HashMap<>();
    for (OperatorSetIdProto opset : proto.getOpsetImportList()) {
      String domain = opset.getDomain().equals(STANDARD) ? "" : opset.getDomain();
      opsets.put(domain, (int) Math.max(0, Math.min(Integer.MAX_VALUE, opset.getVersion())));
    }
    Integer standard = opsets.get("");
    if (standard != null && (standard < MIN_OPSET || standard > MAX_OPSET)) {
      throw GraphException.unsupported(
          "its operators are of opset %d, and those of %d to %d are known"
              .formatted(standard, MIN_OPSET, MAX_OPSET));
    }
    return Map.copyOf(opsets);
  }

  /** The same domain, whatever it is called. */
  public static String domain(String name) {
    return name.equals(STANDARD) ? "" : name;
  }
}
