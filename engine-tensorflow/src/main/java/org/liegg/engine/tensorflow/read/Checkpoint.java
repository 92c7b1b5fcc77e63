package org.liegg.engine.tensorflow.read;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32C;
import org.liegg.engine.tensorflow.graph.DataTypes;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.tensorflow.proto.BundleEntryProto;
import org.tensorflow.proto.BundleHeaderProto;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.TensorProto;

/**
 * The values that a checkpoint holds, read in Java: an index of names, and files of raw
 * little-endian numbers with a checksum each. Only files beside the index are opened, whatever it
 * says.
 */
final class Checkpoint {
  private static final int CRC_DELTA = 0xa282ead8;
  private static final int MAX_TEXT = 1 << 28;

  private final Path prefix;
  private final Map<String, BundleEntryProto> entries = new HashMap<>();
  private final ModelFaults faults;
  private int shards;

  private Checkpoint(Path prefix, ModelFaults faults) {
    this.prefix = prefix;
    this.faults = faults;
  }

  /**
   * Reads the index of {@code prefix.index}.
   *
   * @throws org.liegg.api.ModelException if it is missing or broken
   */
  static Checkpoint open(Path prefix, ModelFaults faults) {
    Checkpoint checkpoint = new Checkpoint(prefix, faults);
    Path index = prefix.resolveSibling(prefix.getFileName() + ".index");
    if (!Files.isRegularFile(index)) {
      throw faults.of(
          "LIEGG-MODEL-NO-VARIABLES",
          "it has variables, and no file " + index,
          "copy the whole directory of the model, variables included");
    }
    try {
      for (Map.Entry<String, byte[]> entry :
          SortedTable.read(Files.readAllBytes(index)).entrySet()) {
        if (entry.getKey().isEmpty()) {
          BundleHeaderProto header = BundleHeaderProto.parseFrom(entry.getValue());
          checkpoint.shards = header.getNumShards();
          if (header.getEndianness() != BundleHeaderProto.Endianness.LITTLE) {
            throw faults.unsupported("its variables are big-endian", "save it on another machine");
          }
        } else {
          checkpoint.entries.put(entry.getKey(), BundleEntryProto.parseFrom(entry.getValue()));
        }
      }
    } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
      throw faults.corrupt("its variables: " + e.getMessage(), e);
    } catch (IOException e) {
      throw faults.unreadable(e);
    }
    return checkpoint;
  }

  boolean has(String key) {
    return entries.containsKey(key);
  }

  /**
   * A value.
   *
   * @throws org.liegg.api.ModelException if there is none of this name, or it is broken
   */
  TensorProto read(String key) {
    BundleEntryProto entry = entries.get(key);
    if (entry == null) {
      throw faults.corrupt("its variables have no value named " + key);
    }
    if (entry.getSlicesCount() > 0) {
      throw faults.unsupported(
          "its variable %s is saved in slices".formatted(key), "save it without partitions");
    }
    DataType type = entry.getDtype();
    long size = DataTypes.bytes(type);
    for (var dimension : entry.getShape().getDimList()) {
      size = dimension.getSize() < 0 ? -1 : DataTypes.product(size, dimension.getSize());
    }
    if (size < 0 || size != entry.getSize() || size > Integer.MAX_VALUE - 8) {
      throw faults.corrupt(
          "its variable %s has %d bytes, its type and shape %d"
              .formatted(key, entry.getSize(), size));
    }
    byte[] bytes = bytes(entry, (int) size);
    requireSum(key, entry, bytes);
    return TensorProto.newBuilder()
        .setDtype(type)
        .setTensorShape(entry.getShape())
        .setTensorContent(ByteString.copyFrom(bytes))
        .build();
  }

  /**
   * A text, written as its length, a checksum of the length, and its bytes.
   *
   * @throws org.liegg.api.ModelException if there is none of this name, or it is broken
   */
  byte[] text(String key) {
    BundleEntryProto entry = entries.get(key);
    if (entry == null
        || entry.getDtype() != DataType.DT_STRING
        || entry.getShape().getDimCount() != 0
        || entry.getSize() < 0
        || entry.getSize() > MAX_TEXT) {
      throw faults.corrupt("its checkpoint has no text named " + key);
    }
    byte[] bytes = bytes(entry, (int) entry.getSize());
    int at = 0;
    while (at < bytes.length && bytes[at] < 0) {
      at++;
    }
    at += 1 + Integer.BYTES;
    if (at > bytes.length) {
      throw faults.corrupt("its text %s is cut short".formatted(key));
    }
    byte[] text = Arrays.copyOfRange(bytes, at, bytes.length);
    ByteBuffer length =
        ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(text.length);
    requireSum(key, entry, length.array(), Arrays.copyOfRange(bytes, at - Integer.BYTES, at), text);
    return text;
  }

  private void requireSum(String key, BundleEntryProto entry, byte[]... parts) {
    CRC32C crc = new CRC32C();
    for (byte[] part : parts) {
      crc.update(part);
    }
    if (Integer.rotateRight((int) crc.getValue(), 15) + CRC_DELTA != entry.getCrc32C()) {
      throw faults.corrupt("its variable %s has another checksum than when saved".formatted(key));
    }
  }

  private byte[] bytes(BundleEntryProto entry, int size) {
    Path data =
        prefix.resolveSibling(
            "%s.data-%05d-of-%05d".formatted(prefix.getFileName(), entry.getShardId(), shards));
    if (!Files.isRegularFile(data)) {
      throw faults.of(
          "LIEGG-MODEL-NO-VARIABLES",
          "it has variables, and no file " + data,
          "copy the whole directory of the model, variables included");
    }
    try (FileChannel channel = FileChannel.open(data, StandardOpenOption.READ)) {
      if (entry.getOffset() < 0 || entry.getOffset() > channel.size() - size) {
        throw faults.corrupt("file %s is cut short".formatted(data));
      }
      ByteBuffer buffer = ByteBuffer.allocate(size);
      int read = 0;
      while (read >= 0 && buffer.hasRemaining()) {
        read = channel.read(buffer, entry.getOffset() + buffer.position());
      }
      return buffer.array();
    } catch (IOException e) {
      throw faults.unreadable(e);
    }
  }
}
