package org.liegg.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.liegg.api.DataException;
import org.liegg.api.Dataset;
import org.liegg.data.content.SlicedDataset;
import org.liegg.data.content.Source;
import org.liegg.data.content.TableDataset;
import org.liegg.data.spi.ArrayContent;
import org.liegg.data.spi.Content;
import org.liegg.data.spi.DatasetFormat;
import org.liegg.data.spi.TableColumn;
import org.liegg.data.spi.TableContent;
import org.liegg.data.support.ChosenColumns;
import org.liegg.data.support.Faults;
import org.liegg.data.support.Folders;

/** The formats that come as modules: found, and what they hand out made samples. */
final class Formats {

  /** What a file of a module's format begins with, and what it is where the module is missing. */
  private record Known(String begin, int at, String description, String remedy) {
    boolean begins(byte[] head) {
      byte[] mark = begin.getBytes(StandardCharsets.ISO_8859_1);
      int end = at + mark.length;
      return head.length >= end && Arrays.equals(head, at, end, mark, 0, mark.length);
    }
  }

  private static final String FEATHER =
      "write it anew: a newer pandas reads it with read_feather, and to_feather writes version 2";

  private static final List<Known> KNOWN =
      List.of(
          new Known("PAR1", 0, "a Parquet file", module("liegg-data-parquet")),
          new Known("ARROW1", 0, "an Arrow file (Feather)", module("liegg-data-arrow")),
          new Known("FEA1", 0, "a Feather file of version 1", FEATHER),
          new Known("\u0089HDF", 0, "an HDF5 file", module("liegg-data-hdf5")),
          new Known("\u0089HDF", 512, "an HDF5 file", module("liegg-data-hdf5")));

  private Formats() {}

  /** The format of a module whose files begin like this. */
  static Optional<DatasetFormat> accepting(byte[] head) {
    ClassLoader own = DatasetFormat.class.getClassLoader();
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    Optional<DatasetFormat> found = accepting(head, context == null ? own : context);
    return found.isPresent() || context == own ? found : accepting(head, own);
  }

  /** A module that is broken, as one without its libraries, takes none of the others down. */
  private static Optional<DatasetFormat> accepting(byte[] head, ClassLoader loader) {
    Iterator<ServiceLoader.Provider<DatasetFormat>> providers =
        ServiceLoader.load(DatasetFormat.class, loader).stream().iterator();
    while (true) {
      try {
        if (!providers.hasNext()) {
          return Optional.empty();
        }
        DatasetFormat format = providers.next().get();
        if (format.accepts(head)) {
          return Optional.of(format);
        }
      } catch (ServiceConfigurationError | LinkageError e) {
        // Broken: the next one may not be.
      }
    }
  }

  /** Opens a file. */
  static Dataset open(
      DatasetFormat format, ByteSource source, DataOptions options, boolean targets) {
    requirePlain(source, format.description());
    return open(format, source.path(), List.of(source.path()), options, targets);
  }

  /** What is compressed once more cannot be read back and forth. */
  static void requirePlain(ByteSource source, String description) {
    if (source.size().isEmpty()) {
      throw new DataException(
          "LIEGG-DATA-FORMAT",
          source.subject(),
          "it is %s, gzipped, and those are read back and forth".formatted(description),
          "unzip it first, e.g. with gunzip -k");
    }
  }

  /**
   * Opens the files of a folder as one.
   *
   * @throws DataException {@code LIEGG-DATA-DIRECTORY} if they are of no format that is read so
   */
  static Dataset openFolder(Path folder, DataOptions options, boolean targets) {
    List<Path> files = Folders.files(folder);
    // Marks beside the parts of a table, e.g. _SUCCESS, begin like this.
    Optional<Path> first =
        files.stream().filter(file -> !Folders.name(file).startsWith("_")).findFirst();
    Optional<DatasetFormat> format =
        first.map(Formats::head).flatMap(Formats::accepting).filter(DatasetFormat::takesFolders);
    if (format.isPresent()) {
      return open(format.get(), folder, files, options, targets);
    }
    throw new DataException(
        "LIEGG-DATA-DIRECTORY",
        "data " + folder,
        "it is a directory"
            + first
                .map(file -> ", and its first file, %s, is no image and no part of a table")
                .map(text -> text.formatted(Folders.name(first.get())))
                .orElse(" without visible files"),
        "give a file of samples, a folder of PNG or JPEG images, or one of Parquet or Arrow parts");
  }

  private static byte[] head(Path file) {
    return Datasets.head(new PlainFile(file, 0), Format.HEAD);
  }

  private static Dataset open(
      DatasetFormat format, Path path, List<Path> files, DataOptions options, boolean targets) {
    Source source = Source.of(path, files);
    Content content;
    try {
      content = format.open(path, files);
    } catch (IOException e) {
      throw Faults.reading(source.subject(), e);
    }
    if (content instanceof TableContent table) {
      options.requireNoArray(source.subject(), format.description());
      options.requireNoText(source.subject(), format.description());
      return table(source, table, options);
    }
    options.requireNoText(source.subject(), format.description());
    SlicedDataset array =
        SlicedDataset.of(source, (ArrayContent) content, options.array(), targets);
    return options.columns().map(choice -> array.reading(chosen(array, choice))).orElse(array);
  }

  private static ChosenColumns chosen(SlicedDataset array, ColumnChoice choice) {
    return ColumnSelection.ofArray(array.subject(), array.sampleShape(), choice);
  }

  private static Dataset table(Source source, TableContent table, DataOptions options) {
    List<String> names = table.columns().stream().map(TableColumn::name).toList();
    ColumnSelection columns = new ColumnSelection(source.subject(), names, names.size());
    return new TableDataset(
        source,
        table,
        columns.read(options.columns()),
        options.missing() == DataOptions.Missing.SKIP);
  }

  /** The error for data that begin with these bytes. */
  static DataException unknown(String subject, byte[] head) {
    return KNOWN.stream()
        .filter(known -> known.begins(head))
        .findFirst()
        .map(known -> missing(subject, known))
        .orElseGet(() -> foreign(subject, head));
  }

  private static String module(String artifact) {
    return "add %s to the class path, or save the samples as .npy".formatted(artifact);
  }

  private static DataException missing(String subject, Known known) {
    return new DataException(
        "LIEGG-DATA-FORMAT",
        subject,
        "it is %s, which nothing here reads".formatted(known.description()),
        known.remedy());
  }

  private static DataException foreign(String subject, byte[] head) {
    return new DataException(
        "LIEGG-DATA-FORMAT",
        subject,
        "it begins with the bytes %s, which is no format of samples known here"
            .formatted(
                HexFormat.ofDelimiter(" ")
                    .formatHex(head, 0, Math.min(head.length, 8))
                    .toUpperCase(Locale.ROOT)),
        "give .npy, .npz, .csv, IDX, safetensors, MATLAB, HDF5, Parquet, Arrow, or a folder of"
            + " images");
  }
}
