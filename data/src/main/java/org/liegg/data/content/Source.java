package org.liegg.data.content;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.liegg.data.support.Digests;
import org.liegg.data.support.Folders;

/**
 * Where samples come from.
 *
 * @param subject how messages call them
 * @param name what reports call them
 * @param digest their hash
 */
public record Source(String subject, String name, Supplier<String> digest) {

  /**
   * A file, whose hash is that of its bytes, or the files of a folder, whose hash is that of their
   * names and hashes.
   */
  public static Source of(Path path, List<Path> files) {
    boolean one = files.size() == 1 && files.get(0).equals(path);
    Supplier<String> digest =
        one
            ? Digests.ofFile(path)
            : Digests.ofTexts(() -> files.stream().map(Source::described).toList());
    return new Source("data " + path, path.toString(), digest);
  }

  private static String described(Path file) {
    return Folders.name(file) + " " + Digests.ofFile(file).get();
  }

  /** The same samples, called otherwise in messages. */
  Source called(String words) {
    return new Source(words, name, digest);
  }
}
