package org.liegg.data.parquet;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.util.Optional;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;
import org.apache.parquet.io.ParquetDecodingException;
import org.jspecify.annotations.Nullable;
import org.liegg.data.support.PositionedStream;

/** The pages of one column of one row group, one at a time. */
final class ChunkPages implements PageReader {

  /** Bytes of a page; writers make them of a megabyte. */
  private static final int LARGEST_PAGE = 1 << 26;

  private static final int BUFFER = 1 << 16;

  private final ColumnMetaData column;
  private final Statistics<?> statistics;
  private final InputStream in;
  private final PageCodec codec;
  private Optional<PageHeader> ahead = Optional.empty();
  private long values;

  /**
   * Pages that begin where the footer says.
   *
   * @throws IOException if there is nothing
   */
  ChunkPages(FileChannel file, ColumnMetaData column, ParquetColumn described) throws IOException {
    this.column = column;
    this.codec = PageCodec.of(column.getCodec());
    this.statistics = Statistics.createStats(described.descriptor().getPrimitiveType());
    long begin = column.getData_page_offset();
    if (column.isSetDictionary_page_offset() && column.getDictionary_page_offset() > 0) {
      begin = Math.min(begin, column.getDictionary_page_offset());
    }
    long length = column.getTotal_compressed_size();
    if (begin < 0 || length < 0 || length > file.size() - begin) {
      throw new ParquetDecodingException("a column lies outside of the file");
    }
    this.in = new BufferedInputStream(new PositionedStream(file, begin, length), BUFFER);
  }

  @Override
  public long getTotalValueCount() {
    return column.getNum_values();
  }

  @Override
  public @Nullable DictionaryPage readDictionaryPage() {
    try {
      PageHeader header = header();
      if (header.getType() != PageType.DICTIONARY_PAGE) {
        ahead = Optional.of(header);
        return null;
      }
      return new DictionaryPage(
          BytesInput.from(codec.unpack(body(header), header.getUncompressed_page_size())),
          checked(header.getDictionary_page_header().getNum_values()),
          Encoding.PLAIN);
    } catch (IOException e) {
      throw new ParquetDecodingException("a dictionary cannot be read", e);
    }
  }

  @Override
  public @Nullable DataPage readPage() {
    try {
      while (values < getTotalValueCount()) {
        PageHeader header = header();
        DataPage page =
            switch (header.getType()) {
              case DATA_PAGE -> first(header, header.getData_page_header());
              case DATA_PAGE_V2 -> second(header, header.getData_page_header_v2());
              default -> {
                body(header);
                yield null;
              }
            };
        if (page != null) {
          values += page.getValueCount();
          return page;
        }
      }
      return null;
    } catch (IOException e) {
      throw new ParquetDecodingException("a page cannot be read", e);
    }
  }

  private DataPage first(PageHeader header, DataPageHeader data) throws IOException {
    byte[] body = codec.unpack(body(header), header.getUncompressed_page_size());
    return new DataPageV1(
        BytesInput.from(body),
        checked(data.getNum_values()),
        body.length,
        statistics,
        Encoding.valueOf(data.getRepetition_level_encoding().name()),
        Encoding.valueOf(data.getDefinition_level_encoding().name()),
        Encoding.valueOf(data.getEncoding().name()));
  }

  /** The levels stand before what is compressed. */
  private DataPage second(PageHeader header, DataPageHeaderV2 data) throws IOException {
    byte[] body = body(header);
    int repetition = data.getRepetition_levels_byte_length();
    int definition = data.getDefinition_levels_byte_length();
    if (repetition < 0 || definition < 0 || (long) repetition + definition > body.length) {
      throw new IOException("its levels are longer than the page");
    }
    int levels = repetition + definition;
    byte[] packed = java.util.Arrays.copyOfRange(body, levels, body.length);
    boolean compressed = !data.isSetIs_compressed() || data.isIs_compressed();
    byte[] content =
        compressed ? codec.unpack(packed, header.getUncompressed_page_size() - levels) : packed;
    return DataPageV2.uncompressed(
        checked(data.getNum_rows()),
        data.getNum_nulls(),
        checked(data.getNum_values()),
        BytesInput.from(body, 0, repetition),
        BytesInput.from(body, repetition, definition),
        Encoding.valueOf(data.getEncoding().name()),
        BytesInput.from(content),
        statistics);
  }

  private static int checked(int count) throws IOException {
    if (count < 0) {
      throw new IOException("a page has %d values".formatted(count));
    }
    return count;
  }

  private PageHeader header() throws IOException {
    PageHeader header = ahead.isPresent() ? ahead.get() : Util.readPageHeader(in);
    ahead = Optional.empty();
    for (int size :
        new int[] {header.getCompressed_page_size(), header.getUncompressed_page_size()}) {
      if (size < 0 || size > LARGEST_PAGE) {
        throw new IOException("a page has %d bytes by its own account".formatted(size));
      }
    }
    return header;
  }

  private byte[] body(PageHeader header) throws IOException {
    byte[] body = in.readNBytes(header.getCompressed_page_size());
    if (body.length < header.getCompressed_page_size()) {
      throw new IOException("a page ends early");
    }
    return body;
  }
}
