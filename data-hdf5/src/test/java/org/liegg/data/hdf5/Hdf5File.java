package org.liegg.data.hdf5;

import static org.bytedeco.hdf5.global.hdf5.H5F_ACC_TRUNC;
import static org.bytedeco.hdf5.global.hdf5.H5S_SELECT_SET;

import java.nio.file.Path;
import java.util.Arrays;
import org.bytedeco.hdf5.DSetAccPropList;
import org.bytedeco.hdf5.DSetCreatPropList;
import org.bytedeco.hdf5.DSetMemXferPropList;
import org.bytedeco.hdf5.DataSet;
import org.bytedeco.hdf5.DataSpace;
import org.bytedeco.hdf5.DataType;
import org.bytedeco.hdf5.FileAccPropList;
import org.bytedeco.hdf5.FileCreatPropList;
import org.bytedeco.hdf5.H5File;
import org.bytedeco.hdf5.LinkCreatPropList;
import org.bytedeco.hdf5.PredType;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;

/** A file that the HDF5 library writes; every array holds 0, 1, 2, … in C order. */
final class Hdf5File implements AutoCloseable {

  /** Closes every handle at the end: the library writes a file when its last one is closed. */
  private final PointerScope scope = new PointerScope();

  private final H5File file;

  Hdf5File(Path path) {
    this(path, 0);
  }

  /** A file with as many bytes before the file proper. */
  Hdf5File(Path path, long userBlock) {
    FileCreatPropList list = new FileCreatPropList();
    list.setUserblock(userBlock);
    file = new H5File(path.toString(), H5F_ACC_TRUNC, list, new FileAccPropList());
  }

  Hdf5File group(String name) {
    file.createGroup(name).close();
    return this;
  }

  /** Numbers of a type, one block after the other. */
  Hdf5File contiguous(String name, PredType type, long... shape) {
    return write(name, type, new DSetCreatPropList(), shape);
  }

  /** Doubles in blocks, deflated. */
  Hdf5File chunked(String name, long[] blocks, long... shape) {
    DSetCreatPropList list = new DSetCreatPropList();
    list.setChunk(blocks.length, blocks);
    list.setShuffle();
    list.setDeflate(4);
    return write(name, PredType.IEEE_F64LE(), list, shape);
  }

  /** An array of a type of which nothing is written. */
  Hdf5File announced(String name, DataType type, long[] blocks, long... shape) {
    DSetCreatPropList list = new DSetCreatPropList();
    list.setChunk(blocks.length, blocks);
    create(name, type, list, shape).close();
    return this;
  }

  /** Doubles of which one alone is written, a 1 at the beginning. */
  Hdf5File sparse(String name, long[] blocks, long... shape) {
    DSetCreatPropList list = new DSetCreatPropList();
    list.setChunk(blocks.length, blocks);
    DataSet set = create(name, PredType.IEEE_F64LE(), list, shape);
    DataSpace space = new DataSpace(shape.length, shape);
    space.selectHyperslab(H5S_SELECT_SET, new long[] {1, 1}, new long[] {0, 0});
    set.write(
        new DoublePointer(1d),
        PredType.NATIVE_DOUBLE(),
        new DataSpace(2, new long[] {1, 1}),
        space,
        new DSetMemXferPropList());
    set.close();
    return this;
  }

  Hdf5File values(String name, double[] values, long... shape) {
    DataSet set = create(name, PredType.IEEE_F64LE(), new DSetCreatPropList(), shape);
    set.write(new DoublePointer(values), PredType.NATIVE_DOUBLE());
    set.close();
    return this;
  }

  private Hdf5File write(String name, PredType type, DSetCreatPropList list, long... shape) {
    double[] values = new double[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
    Arrays.setAll(values, i -> i);
    DataSet set = create(name, type, list, shape);
    set.write(new DoublePointer(values), PredType.NATIVE_DOUBLE());
    set.close();
    return this;
  }

  private DataSet create(String name, DataType type, DSetCreatPropList list, long... shape) {
    return file.createDataSet(
        name,
        type,
        new DataSpace(shape.length, shape),
        list,
        new DSetAccPropList(),
        new LinkCreatPropList());
  }

  @Override
  public void close() {
    scope.close();
  }
}
