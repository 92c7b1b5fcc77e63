package org.liegg.data.parquet;

import io.airlift.compress.Compressor;
import io.airlift.compress.lz4.Lz4Compressor;
import io.airlift.compress.snappy.SnappyCompressor;
import io.airlift.compress.zstd.ZstdCompressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;

/** Writes small Parquet files: optional columns, a page a column of every row group. */
final class ParquetWriter {

  /** A column; null is a missing value. */
  record Column(SchemaElement schema, boolean dictionary, List<Number> values) {}

  private final CompressionCodec codec;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<RowGroup> groups = new ArrayList<>();
  private List<SchemaElement> schema = List.of();
  private long rows;

  ParquetWriter(CompressionCodec codec) {
    this.codec = codec;
    out.writeBytes("PAR1".getBytes(StandardCharsets.US_ASCII));
  }

  static Column column(String name, Type type, @Nullable Number... values) {
    SchemaElement element = new SchemaElement(name);
    element.setType(type).setRepetition_type(FieldRepetitionType.OPTIONAL);
    return new Column(element, false, Arrays.asList(values));
  }

  static Column encoded(String name, Type type, Number... values) {
    return new Column(column(name, type).schema(), true, Arrays.asList(values));
  }

  ParquetWriter group(Column... columns) throws IOException {
    int count = columns[0].values().size();
    schema = Arrays.stream(columns).map(Column::schema).toList();
    List<ColumnChunk> chunks = new ArrayList<>();
    for (Column column : columns) {
      chunks.add(chunk(column));
    }
    groups.add(new RowGroup(chunks, out.size(), count));
    rows += count;
    return this;
  }

  void write(Path file) throws IOException {
    List<SchemaElement> elements = new ArrayList<>();
    elements.add(new SchemaElement("schema").setNum_children(schema.size()));
    elements.addAll(schema);
    ByteArrayOutputStream footer = new ByteArrayOutputStream();
    Util.writeFileMetaData(new FileMetaData(1, elements, rows, groups), footer);
    out.writeBytes(footer.toByteArray());
    out.writeBytes(little(4).putInt(footer.size()).array());
    out.writeBytes("PAR1".getBytes(StandardCharsets.US_ASCII));
    Files.write(file, out.toByteArray());
  }

  private ColumnChunk chunk(Column column) throws IOException {
    long begin = out.size();
    Type type = column.schema().getType();
    List<Number> present = column.values().stream().filter(Objects::nonNull).toList();
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    levels(column.values(), page);
    List<Encoding> encodings = List.of(Encoding.PLAIN, Encoding.RLE);
    if (column.dictionary()) {
      List<Number> words = present.stream().distinct().toList();
      PageHeader header = header(PageType.DICTIONARY_PAGE, plain(type, words));
      header.setDictionary_page_header(new DictionaryPageHeader(words.size(), Encoding.PLAIN));
      page(header, plain(type, words));
      page.write(8);
      RunLengthBitPackingHybridEncoder indices = encoder(8);
      for (Number value : present) {
        indices.writeInt(words.indexOf(value));
      }
      indices.toBytes().writeAllTo(page);
    } else {
      page.writeBytes(plain(type, present));
    }
    long data = out.size();
    PageHeader header = header(PageType.DATA_PAGE, page.toByteArray());
    Encoding encoding = column.dictionary() ? Encoding.RLE_DICTIONARY : Encoding.PLAIN;
    header.setData_page_header(
        new DataPageHeader(column.values().size(), encoding, Encoding.RLE, Encoding.RLE));
    page(header, page.toByteArray());
    ColumnMetaData meta =
        new ColumnMetaData(
            type,
            encodings,
            List.of(column.schema().getName()),
            codec,
            column.values().size(),
            out.size() - begin,
            out.size() - begin,
            data);
    if (column.dictionary()) {
      meta.setDictionary_page_offset(begin);
    }
    return new ColumnChunk(begin).setMeta_data(meta);
  }

  private static RunLengthBitPackingHybridEncoder encoder(int width) {
    return new RunLengthBitPackingHybridEncoder(width, 64, 1 << 16, new HeapByteBufferAllocator());
  }

  /** Which values are there, after the length of that. */
  private static void levels(List<Number> values, ByteArrayOutputStream page) throws IOException {
    RunLengthBitPackingHybridEncoder levels = encoder(1);
    for (Number value : values) {
      levels.writeInt(value == null ? 0 : 1);
    }
    BytesInput bytes = levels.toBytes();
    page.writeBytes(little(4).putInt((int) bytes.size()).array());
    bytes.writeAllTo(page);
  }

  private static byte[] plain(Type type, List<Number> values) {
    byte[] array = new byte[8 * values.size() + 8];
    ByteBuffer bytes = ByteBuffer.wrap(array).order(ByteOrder.LITTLE_ENDIAN);
    int bits = 0;
    for (int i = 0; i < values.size(); i++) {
      Number value = values.get(i);
      switch (type) {
        case DOUBLE -> bytes.putDouble(value.doubleValue());
        case FLOAT -> bytes.putFloat(value.floatValue());
        case INT32 -> bytes.putInt(value.intValue());
        case INT64 -> bytes.putLong(value.longValue());
        case BOOLEAN -> bits |= value.intValue() << i;
        default -> bytes.putInt(0);
      }
    }
    if (type == Type.BOOLEAN) {
      bytes.put((byte) bits);
    }
    return Arrays.copyOf(array, bytes.position());
  }

  private PageHeader header(PageType type, byte[] body) throws IOException {
    return new PageHeader(type, body.length, pack(body).length);
  }

  private void page(PageHeader header, byte[] body) throws IOException {
    Util.writePageHeader(header, out);
    out.writeBytes(pack(body));
  }

  private byte[] pack(byte[] body) throws IOException {
    return switch (codec) {
      case GZIP -> {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
          gzip.write(body);
        }
        yield packed.toByteArray();
      }
      case SNAPPY -> pack(new SnappyCompressor(), body);
      case ZSTD -> pack(new ZstdCompressor(), body);
      case LZ4_RAW -> pack(new Lz4Compressor(), body);
      default -> body;
    };
  }

  private static byte[] pack(Compressor compressor, byte[] body) {
    byte[] packed = new byte[compressor.maxCompressedLength(body.length)];
    int length = compressor.compress(body, 0, body.length, packed, 0, packed.length);
    return Arrays.copyOf(packed, length);
  }

  private static ByteBuffer little(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }
}
