package org.liegg.data.parquet;

import io.airlift.compress.Decompressor;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.io.ParquetDecodingException;

/** How the pages of a column are compressed. */
interface PageCodec {

  /**
   * What a page inflates to.
   *
   * @param length how long that is by the file's account
   * @throws IOException if it is of another length, or damaged
   */
  byte[] unpack(byte[] packed, int length) throws IOException;

  /** That of a column. */
  static PageCodec of(CompressionCodec codec) {
    return switch (codec) {
      case UNCOMPRESSED -> PageCodec::plain;
      case GZIP -> PageCodec::gzip;
      case SNAPPY -> with(new SnappyDecompressor());
      case ZSTD -> with(new ZstdDecompressor());
      case LZ4_RAW -> with(new Lz4Decompressor());
      default ->
          throw new ParquetDecodingException(
              "it is compressed with %s: write it with zstd or snappy"
                  .formatted(codec.name().toLowerCase(Locale.ROOT)));
    };
  }

  private static byte[] plain(byte[] packed, int length) throws IOException {
    return exact(packed, packed.length, length);
  }

  private static byte[] gzip(byte[] packed, int length) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      byte[] unpacked = in.readNBytes(length);
      return exact(unpacked, in.read() < 0 ? unpacked.length : length + 1, length);
    }
  }

  private static PageCodec with(Decompressor decompressor) {
    return (packed, length) -> {
      byte[] to = new byte[length];
      return exact(
          to,
          length == 0 ? 0 : decompressor.decompress(packed, 0, packed.length, to, 0, length),
          length);
    };
  }

  private static byte[] exact(byte[] unpacked, int found, int announced) throws IOException {
    if (found != announced) {
      throw new IOException("a page has %d bytes in place of %d".formatted(found, announced));
    }
    return unpacked;
  }
}
