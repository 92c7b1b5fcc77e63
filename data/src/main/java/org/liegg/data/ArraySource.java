package org.liegg.data;

import java.nio.file.Path;
import org.liegg.data.text.Words;

/** The bytes of one array of a file that has several. */
interface ArraySource extends ByteSource {

  /** The file. */
  ByteSource source();

  /** The array's name. */
  String array();

  @Override
  default Path path() {
    return source().path();
  }

  @Override
  default String subject() {
    return "%s, array %s".formatted(source().subject(), Words.quoted(array()));
  }
}
