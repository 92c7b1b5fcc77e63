package org.liegg.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.DataException;
import org.liegg.api.Dataset;
import org.liegg.api.spi.support.RegularFile;
import org.liegg.data.combine.JoinedDataset;
import org.liegg.data.combine.LimitedDataset;
import org.liegg.data.spi.DatasetFormat;
import org.liegg.data.support.Faults;
import org.liegg.data.support.RowSkipping;

/**
 * Opens samples: files in .npy, .npz, .csv, IDX, safetensors and MATLAB format, each of them
 * gzipped or not, folders of images, files of the formats that come as modules ({@link
 * org.liegg.data.spi.DatasetFormat}), and samples in memory.
 *
 * <p>A file's format is read off its first bytes; its name plays no part. Arrays of more than two
 * axes are flattened in C order to a row a sample. A file is looked at when it is opened (so that a
 * wrong header, an impossible shape or no samples are known at once) and read while a pass goes
 * over it; a pass holds one batch and a buffer of at most a few megabytes, whatever the number of
 * samples. Arrays in Fortran order are read in place; where they are compressed, a pass copies them
 * to a temporary file first. Any number of passes may be open at once.
 *
 * <p>Every value handed out is finite: a pass throws {@code LIEGG-DATA-NONFINITE} at the first NaN
 * or infinity; but rows of a .csv file that lack a value are skipped, which {@link
 * Dataset#warnings} counts.
 */
public final class Datasets {

  private Datasets() {}

  /**
   * Opens a file with nothing to add to what it says of itself.
   *
   * @throws DataException if it cannot be read, is in no known format or holds no samples
   */
  public static Dataset open(Path path) {
    return open(path, DataOptions.defaults());
  }

  /**
   * Opens a file.
   *
   * @throws DataException if it cannot be read, is in no known format, holds no samples, or has no
   *     use for an option that was given
   */
  public static Dataset open(Path path, DataOptions options) {
    return open(path, options, false);
  }

  /**
   * Opens labels or other targets: as {@link #open(Path)}, and an array of one axis is one number a
   * sample, which among samples could as well be one sample.
   *
   * @throws DataException if the file cannot be read, is in no known format or holds no targets
   */
  public static Dataset openTargets(Path path) {
    return open(path, DataOptions.defaults().withMissing(DataOptions.Missing.REFUSE), true);
  }

  private static Dataset open(Path path, DataOptions options, boolean targets) {
    if (Files.isDirectory(path)) {
      return Formats.openFolder(path, options, targets);
    }
    ByteSource source = source(path);
    byte[] head = head(source, Format.HEAD);
    if (head.length == 0) {
      throw Faults.empty(source.subject(), "it inflates to nothing");
    }
    Optional<DatasetFormat> module = Formats.accepting(head);
    if (module.isPresent()) {
      return Formats.open(module.get(), source, options, targets);
    }
    Format format = Format.of(source, head);
    if (format == Format.NPY || format == Format.IDX || format == Format.CSV) {
      options.requireNoArray(source.subject(), format.description());
    }
    if (format != Format.CSV) {
      options.requireNoText(source.subject(), format.description());
    }
    ArrayLayout.Maker layout = targets ? ArrayLayout::ofTargets : ArrayLayout::of;
    return switch (format) {
      case CSV -> CsvDataset.open(source, head, options);
      default -> {
        ArrayDataset array = array(format, source, head, options, layout);
        yield options.columns().map(array::reading).orElse(array);
      }
    };
  }

  private static ArrayDataset array(
      Format format,
      ByteSource source,
      byte[] head,
      DataOptions options,
      ArrayLayout.Maker layout) {
    return switch (format) {
      case NPY -> new ArrayDataset(source, NpyHeader.read(source, layout));
      case IDX -> new ArrayDataset(source, IdxHeader.read(source, layout));
      case SAFETENSORS -> SafetensorsHeader.read(source).open(options.array(), layout);
      case MATLAB -> new MatlabFile(source, head).open(options.array(), layout);
      case CSV -> throw new IllegalArgumentException("a table is no array");
      case NPZ -> {
        ByteSource entry = new NpzArchive(source).select(options.array());
        yield new ArrayDataset(entry, NpyHeader.read(entry, layout));
      }
    };
  }

  /**
   * Samples in memory.
   *
   * @param name what messages and reports call them
   * @throws DataException if there are no samples or no columns
   */
  public static Dataset of(String name, Batch samples) {
    if (samples.columns() == 0) {
      throw Faults.shape(
          "data " + name, "it has 0 columns", "give samples of at least one feature");
    }
    if (samples.rows() == 0) {
      throw Faults.empty("data " + name, "it has no samples");
    }
    return new MemoryDataset(name, samples);
  }

  /**
   * The first {@code limit} samples, or all if there are fewer, still streamed; what comes after
   * them is not read. Name and hash stay those of the whole.
   *
   * @throws DataException if {@code limit} is not positive
   */
  public static Dataset limit(Dataset dataset, long limit) {
    if (limit < 1) {
      throw new DataException(
          "LIEGG-DATA-LIMIT",
          "data " + dataset.name(),
          "a limit of %d samples was asked for".formatted(limit),
          "ask for at least 1");
    }
    return new LimitedDataset(dataset, limit);
  }

  /**
   * The first samples in memory, or all if there are fewer.
   *
   * @param most how many at most
   * @throws DataException if they cannot be read
   * @throws ArithmeticException if there are more values than an array holds
   */
  public static Batch read(Dataset dataset, int most) {
    List<double[]> parts = new ArrayList<>();
    int rows = 0;
    try (BatchStream stream = dataset.batches(1024)) {
      for (var part = stream.next(); part.isPresent() && rows < most; part = stream.next()) {
        Batch taken = part.get().slice(0, Math.min(part.get().rows(), most - rows));
        parts.add(taken.values());
        rows += taken.rows();
      }
    }
    double[] values = new double[Math.multiplyExact(rows, dataset.columns())];
    int at = 0;
    for (double[] part : parts) {
      System.arraycopy(part, 0, values, at, part.length);
      at += part.length;
    }
    return new Batch(rows, dataset.columns(), values);
  }

  /**
   * Samples side by side, for models of several inputs: sample n of the whole is sample n of every
   * part, one after the other. A part of one sample is that sample for all. Parts of different
   * length are found out in reading: {@code LIEGG-DATA-LENGTH}. So is a row of a .csv file that
   * lacks a value: {@code LIEGG-DATA-CELL}.
   *
   * @param parts in order, at least one
   * @throws DataException if a part cannot be read
   */
  public static Dataset join(List<Dataset> parts) {
    return parts.size() == 1
        ? parts.get(0)
        : new JoinedDataset(parts.stream().map(Datasets::whole).toList());
  }

  /** Rows that one part skips would set its samples beside the wrong ones of the others. */
  private static Dataset whole(Dataset part) {
    return part instanceof RowSkipping table ? table.refusingMissing() : part;
  }

  private static ByteSource source(Path path) {
    String subject = "data " + path;
    if (!Files.exists(path)) {
      throw Faults.notFound(subject);
    }
    Optional<String> objection = RegularFile.objection(path);
    if (objection.isPresent()) {
      throw new DataException(
          "LIEGG-DATA-UNREADABLE",
          subject,
          objection.get() + ", and samples are read more than once",
          "save them to a file first");
    }
    try {
      PlainFile plain = new PlainFile(path, Files.size(path));
      byte[] head = head(plain, 2);
      if (head.length == 0) {
        throw Faults.empty(subject, "it is an empty file");
      }
      return GzipFile.recognises(head) ? new GzipFile(path, plain.length()) : plain;
    } catch (IOException e) {
      throw Faults.reading(subject, e);
    }
  }

  static byte[] head(ByteSource source, int length) {
    try (InputStream in = Channels.newInputStream(source.open(0))) {
      return in.readNBytes(length);
    } catch (IOException e) {
      throw Faults.reading(source.subject(), e);
    }
  }
}
