package org.liegg.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.liegg.data.support.Faults;
import org.liegg.data.text.Words;

/**
 * One array inside a .npz file.
 *
 * @param archive the .npz file
 * @param array its name
 * @param sizeAtMost there cannot be more bytes than this
 */
record NpzEntry(NpzArchive archive, String array, long sizeAtMost) implements ByteSource {

  @Override
  public Path path() {
    return archive.source().path();
  }

  @Override
  public String subject() {
    return "data %s, array %s".formatted(path(), Words.quoted(array));
  }

  @Override
  public ReadableByteChannel open(long offset) throws IOException {
    ZipFile zip = archive.open();
    try {
      ZipEntry entry = zip.getEntry(array + NpzArchive.SUFFIX);
      if (entry == null) {
        throw Faults.corrupt(subject(), "it has gone since the file was opened");
      }
      InputStream in = new EntryStream(zip, entry);
      in.skipNBytes(offset);
      return Channels.newChannel(in);
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  @Override
  public OptionalLong size() {
    return OptionalLong.empty();
  }
}
