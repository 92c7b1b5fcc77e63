package org.liegg.data.arrow;

import com.google.flatbuffers.FlatBufferBuilder;
import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.arrow.flatbuf.Block;
import org.apache.arrow.flatbuf.BodyCompression;
import org.apache.arrow.flatbuf.BodyCompressionMethod;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.CompressionType;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.Footer;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.flatbuf.Schema;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream.BlockSize;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream.Parameters;

/** Writes small Arrow files and streams: what the format says, as other writers do it. */
final class ArrowWriter {

  /** How the buffers are packed. */
  enum Packing {
    NONE,
    LZ4,
    ZSTD,
    /** As what does not get shorter is written: marked, and as it is. */
    UNPACKED
  }

  /** Where a batch is. */
  private record Place(long offset, int metadata, long body) {}

  private static final byte[] MAGIC = "ARROW1".getBytes(StandardCharsets.US_ASCII);

  private final Packing packing;
  private final boolean indexed;
  private final ByteOrder order;
  private final List<TestColumn> fields;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Place> batches = new ArrayList<>();

  private ArrowWriter(Packing packing, boolean indexed, ByteOrder order, TestColumn... fields)
      throws IOException {
    this.packing = packing;
    this.indexed = indexed;
    this.order = order;
    this.fields = List.of(fields);
    if (indexed) {
      out.writeBytes(Arrays.copyOf(MAGIC, 8));
    }
    FlatBufferBuilder schema = new FlatBufferBuilder();
    message(schema, MessageHeader.Schema, schema(schema), new byte[0]);
  }

  /** A file, whose columns say their names and types; their values do not matter. */
  static ArrowWriter file(Packing packing, TestColumn... fields) throws IOException {
    return new ArrowWriter(packing, true, ByteOrder.LITTLE_ENDIAN, fields);
  }

  static ArrowWriter stream(Packing packing, TestColumn... fields) throws IOException {
    return new ArrowWriter(packing, false, ByteOrder.LITTLE_ENDIAN, fields);
  }

  static ArrowWriter bigEndian(TestColumn... fields) throws IOException {
    return new ArrowWriter(Packing.NONE, true, ByteOrder.BIG_ENDIAN, fields);
  }

  private int schema(FlatBufferBuilder builder) {
    int[] offsets = fields.stream().mapToInt(field -> field.write(builder)).toArray();
    int vector = Schema.createFieldsVector(builder, offsets);
    short endianness = (short) (order == ByteOrder.BIG_ENDIAN ? 1 : 0);
    return Schema.createSchema(builder, endianness, vector, 0, 0);
  }

  /** Appends a batch of these rows. */
  ArrowWriter batch(long rows, TestColumn... columns) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    List<long[]> nodes = new ArrayList<>();
    List<long[]> buffers = new ArrayList<>();
    List<Long> views = new ArrayList<>();
    for (TestColumn column : columns) {
      nodes.addAll(column.nodes());
      views.addAll(column.views());
      for (byte[] content : column.buffers(order)) {
        byte[] packed = content.length == 0 ? content : pack(content);
        buffers.add(new long[] {body.size(), packed.length});
        body.writeBytes(Arrays.copyOf(packed, (packed.length + 7) / 8 * 8));
      }
    }
    FlatBufferBuilder builder = new FlatBufferBuilder();
    Place place =
        message(
            builder,
            MessageHeader.RecordBatch,
            batch(builder, rows, nodes, buffers, views),
            body.toByteArray());
    batches.add(place);
    return this;
  }

  private int batch(
      FlatBufferBuilder builder,
      long rows,
      List<long[]> nodes,
      List<long[]> buffers,
      List<Long> views) {
    RecordBatch.startNodesVector(builder, nodes.size());
    for (int i = nodes.size() - 1; i >= 0; i--) {
      FieldNode.createFieldNode(builder, nodes.get(i)[0], nodes.get(i)[1]);
    }
    int nodeVector = builder.endVector();
    RecordBatch.startBuffersVector(builder, buffers.size());
    for (int i = buffers.size() - 1; i >= 0; i--) {
      Buffer.createBuffer(builder, buffers.get(i)[0], buffers.get(i)[1]);
    }
    int bufferVector = builder.endVector();
    int compression = packing == Packing.NONE ? 0 : compression(builder);
    builder.startVector(Long.BYTES, views.size(), Long.BYTES);
    for (int i = views.size() - 1; i >= 0; i--) {
      builder.addLong(views.get(i));
    }
    int viewVector = builder.endVector();
    // Views are younger than the classes of the format.
    builder.startTable(5);
    builder.addLong(0, rows, 0);
    builder.addOffset(1, nodeVector, 0);
    builder.addOffset(2, bufferVector, 0);
    builder.addOffset(3, compression, 0);
    builder.addOffset(4, viewVector, 0);
    return builder.endTable();
  }

  private int compression(FlatBufferBuilder builder) {
    byte codec = packing == Packing.ZSTD ? CompressionType.ZSTD : CompressionType.LZ4_FRAME;
    return BodyCompression.createBodyCompression(builder, codec, BodyCompressionMethod.BUFFER);
  }

  private Place message(FlatBufferBuilder builder, byte type, int header, byte[] body) {
    Message.startMessage(builder);
    Message.addVersion(builder, MetadataVersion.V5);
    Message.addHeaderType(builder, type);
    Message.addHeader(builder, header);
    Message.addBodyLength(builder, body.length);
    builder.finish(Message.endMessage(builder));
    byte[] metadata = builder.sizedByteArray();
    int length = (metadata.length + 7) / 8 * 8;
    Place place = new Place(out.size(), 8 + length, body.length);
    out.writeBytes(little(8).putInt(-1).putInt(length).array());
    out.writeBytes(Arrays.copyOf(metadata, length));
    out.writeBytes(body);
    return place;
  }

  /** The whole of it. */
  byte[] bytes() {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(out.toByteArray());
    whole.writeBytes(little(8).putInt(-1).putInt(0).array());
    if (indexed) {
      byte[] footer = footer();
      whole.writeBytes(footer);
      whole.writeBytes(little(4).putInt(footer.length).array());
      whole.writeBytes(MAGIC);
    }
    return whole.toByteArray();
  }

  private byte[] footer() {
    FlatBufferBuilder builder = new FlatBufferBuilder();
    int schema = schema(builder);
    Footer.startRecordBatchesVector(builder, batches.size());
    for (int i = batches.size() - 1; i >= 0; i--) {
      Place place = batches.get(i);
      Block.createBlock(builder, place.offset(), place.metadata(), place.body());
    }
    int blocks = builder.endVector();
    Footer.startFooter(builder);
    Footer.addVersion(builder, MetadataVersion.V5);
    Footer.addSchema(builder, schema);
    Footer.addRecordBatches(builder, blocks);
    builder.finish(Footer.endFooter(builder));
    return builder.sizedByteArray();
  }

  private byte[] pack(byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    packed.writeBytes(little(8).putLong(packing == Packing.UNPACKED ? -1 : content.length).array());
    switch (packing) {
      case NONE -> packed.reset();
      case UNPACKED -> packed.writeBytes(content);
      case ZSTD -> {
        try (ZstdOutputStream zstd = new ZstdOutputStream(packed)) {
          zstd.write(content);
        }
      }
      case LZ4 -> {
        // As Arrow's own writer has it: blocks that refer to those before.
        Parameters linked = new Parameters(BlockSize.K64, false, false, true);
        try (FramedLZ4CompressorOutputStream lz4 =
            new FramedLZ4CompressorOutputStream(packed, linked)) {
          lz4.write(content);
        }
      }
    }
    return packing == Packing.NONE ? content : packed.toByteArray();
  }

  private static ByteBuffer little(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }
}
