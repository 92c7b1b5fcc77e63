package org.liegg.data.hdf5;

import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.filter.PipelineFilterWithData;
import io.jhdf.object.datatype.CompoundDataType;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.EnumDataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.datatype.StringData;
import io.jhdf.object.datatype.VariableLength;
import io.jhdf.object.message.DataLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liegg.data.spi.ArrayPass;
import org.liegg.data.spi.StoredArray;
import org.liegg.data.text.Words;

/**
 * One dataset.
 *
 * @param path the file
 * @param name its path in the file, without the slash in front
 * @param stored its axes as they are stored
 * @param block how many samples lie in a block that is decoded as a whole; 1 where there are none
 * @param reversed whether the last axis counts the samples, as MATLAB stores them
 * @param objection what its values are in place of numbers, or how they are stored
 */
record Hdf5Array(
    Path path,
    String name,
    List<Long> stored,
    int block,
    boolean reversed,
    Optional<String> objection)
    implements StoredArray {

  /** Deflate, shuffle and Fletcher's checksum, by their numbers in HDF5. */
  private static final Set<Integer> FILTERS = Set.of(1, 2, 3);

  /** Bytes of a block that is decoded as a whole; HDF5's library makes them of a megabyte. */
  private static final double LARGEST_BLOCK = 1 << 26;

  /** Describes a dataset. */
  static Hdf5Array of(Path path, Dataset dataset, boolean reversed) {
    String name = dataset.getPath().replaceFirst("^/", "");
    List<Long> axes = Arrays.stream(dataset.getDimensions()).mapToObj(Long::valueOf).toList();
    int block = 1;
    if (dataset instanceof ChunkedDataset chunked && !axes.isEmpty()) {
      int[] blocks = chunked.getChunkDimensions();
      block = Math.max(1, blocks[reversed ? axes.size() - 1 : 0]);
    }
    return new Hdf5Array(path, name, axes, block, reversed, objection(dataset));
  }

  private static Optional<String> objection(Dataset dataset) {
    Optional<String> kind = kind(dataset);
    return kind.isPresent() ? kind : storage(dataset);
  }

  private static Optional<String> kind(Dataset dataset) {
    Attribute matlab = dataset.getAttribute("MATLAB_class");
    if (matlab != null && "char".equals(matlab.getData())) {
      return Optional.of("text");
    }
    DataType type = dataset.getDataType();
    if (type instanceof FixedPoint || type instanceof FloatingPoint) {
      return Optional.empty();
    }
    if (type instanceof CompoundDataType) {
      return Optional.of("records (a compound type)");
    }
    if (type instanceof EnumDataType) {
      return Optional.of("names (an enumeration, as h5py's booleans)");
    }
    if (type instanceof StringData || type instanceof VariableLength) {
      return Optional.of("text, or lists of different length");
    }
    return Optional.of("of the HDF5 class %d".formatted(type.getDataClass()));
  }

  /** Values that lie in this file, in blocks that may be decoded. */
  private static Optional<String> storage(Dataset dataset) {
    DataLayout layout = dataset.getDataLayout();
    if (dataset.isEmpty() && dataset.getSize() > 0) {
      return Optional.of("missing: none was ever written");
    }
    if (layout != DataLayout.CONTIGUOUS
        && layout != DataLayout.CHUNKED
        && layout != DataLayout.COMPACT) {
      return Optional.of("views of other datasets");
    }
    if (layout == DataLayout.CONTIGUOUS
        && dataset.getStorageInBytes() != dataset.getSizeInBytes()) {
      return Optional.of("in another file, or missing");
    }
    return dataset instanceof ChunkedDataset chunked ? blocks(dataset, chunked) : Optional.empty();
  }

  private static Optional<String> blocks(Dataset dataset, ChunkedDataset chunked) {
    for (PipelineFilterWithData filter : dataset.getFilters()) {
      if (!FILTERS.contains(filter.getId())) {
        return Optional.of(
            "stored with the filter %s in place of deflate"
                .formatted(Words.quoted(String.valueOf(filter.getName()))));
      }
    }
    double bytes = dataset.getDataType().getSize();
    for (int length : chunked.getChunkDimensions()) {
      bytes *= length;
    }
    return bytes > LARGEST_BLOCK
        ? Optional.of(
            "stored in blocks of %d MiB, too large to decode".formatted((long) bytes >> 20))
        : Optional.empty();
  }

  @Override
  public List<Long> shape() {
    List<Long> axes = new ArrayList<>(stored);
    if (reversed) {
      Collections.reverse(axes);
    }
    return axes;
  }

  @Override
  public ArrayPass open() {
    return new Hdf5Pass(this);
  }
}
