package org.liegg.engine.keras;

import static org.bytedeco.hdf5.global.hdf5.H5F_ACC_TRUNC;
import static org.bytedeco.hdf5.global.hdf5.H5S_SELECT_SET;
import static org.bytedeco.hdf5.global.hdf5.H5T_VARIABLE;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bytedeco.hdf5.Attribute;
import org.bytedeco.hdf5.DSetAccPropList;
import org.bytedeco.hdf5.DSetCreatPropList;
import org.bytedeco.hdf5.DSetMemXferPropList;
import org.bytedeco.hdf5.DataSet;
import org.bytedeco.hdf5.DataSpace;
import org.bytedeco.hdf5.Group;
import org.bytedeco.hdf5.H5File;
import org.bytedeco.hdf5.H5Object;
import org.bytedeco.hdf5.LinkCreatPropList;
import org.bytedeco.hdf5.PredType;
import org.bytedeco.hdf5.StrType;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;

/** A file that the HDF5 library writes, in the layout that Keras gives it. */
final class Hdf5 implements AutoCloseable {
  private static final long H5S_UNLIMITED = -1;

  /** Closes every handle at the end: the library writes a file when its last one is closed. */
  private final PointerScope scope = new PointerScope();

  private final H5File file;

  Hdf5(Path path) {
    file = new H5File(path.toString(), H5F_ACC_TRUNC);
  }

  Group root() {
    return file.openGroup("/");
  }

  /** A string of variable length, as h5py writes a Python string. */
  static void text(H5Object at, String name, String value) {
    StrType type = new StrType(PredType.C_S1(), H5T_VARIABLE());
    Attribute attribute = at.createAttribute(name, type, new DataSpace());
    attribute.write(type, value);
    attribute.close();
  }

  /** Strings of one length, padded with zeros, as h5py writes a list of byte strings. */
  static void texts(H5Object at, String name, List<String> values) {
    if (values.isEmpty()) {
      // An empty list has no strings to tell its type by: h5py takes numbers.
      at.createAttribute(name, PredType.IEEE_F64LE(), new DataSpace(1, 0L)).close();
      return;
    }
    int length = values.stream().mapToInt(String::length).max().orElse(1);
    byte[] bytes = new byte[length * values.size()];
    for (int i = 0; i < values.size(); i++) {
      byte[] value = values.get(i).getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(value, 0, bytes, i * length, value.length);
    }
    StrType type = new StrType(PredType.C_S1(), length);
    Attribute attribute = at.createAttribute(name, type, new DataSpace(1, (long) values.size()));
    attribute.write(type, new BytePointer(bytes));
    attribute.close();
  }

  /** A group and the groups above it, made where they are missing. */
  static Group group(Group at, List<String> path) {
    Group group = at;
    for (String part : path) {
      group = group.nameExists(part) ? group.openGroup(part) : group.createGroup(part);
    }
    return group;
  }

  /** An array in single precision. */
  static void floats(Group at, String name, Tensor tensor, boolean compressed) {
    DataSpace space = space(tensor);
    DataSet set;
    if (compressed) {
      DSetCreatPropList list = new DSetCreatPropList();
      list.setChunk(tensor.shape().length, longs(tensor));
      list.setDeflate(4);
      set = create(at, name, space, list);
    } else {
      set = at.createDataSet(name, PredType.IEEE_F32LE(), space);
    }
    set.write(new FloatPointer(tensor.floats()), PredType.NATIVE_FLOAT());
    set.close();
  }

  private static DataSet create(Group at, String name, DataSpace space, DSetCreatPropList list) {
    return at.createDataSet(
        name, PredType.IEEE_F32LE(), space, list, new DSetAccPropList(), new LinkCreatPropList());
  }

  /** An array of which one value alone was written: the rest takes no space in the file. */
  static void sparse(Group at, String name, long rows, long columns) {
    DSetCreatPropList list = new DSetCreatPropList();
    list.setChunk(2, new long[] {100, 100});
    DataSpace space = new DataSpace(2, new long[] {rows, columns});
    DataSet set = create(at, name, space, list);
    space.selectHyperslab(H5S_SELECT_SET, new long[] {1, 1}, new long[] {0, 0});
    set.write(
        new FloatPointer(1f),
        PredType.NATIVE_FLOAT(),
        new DataSpace(2, new long[] {1, 1}),
        space,
        new DSetMemXferPropList());
    set.close();
  }

  /** An array that nobody writes to, laid out as somebody says. */
  static void create(Group at, String name, DSetCreatPropList list, long rows, long columns) {
    create(at, name, list, new DataSpace(2, new long[] {rows, columns})).close();
  }

  /** The same, of which the file says that it may grow: its blocks can be larger than itself. */
  static void growing(Group at, String name, DSetCreatPropList list, long rows, long columns) {
    long[] most = {H5S_UNLIMITED, H5S_UNLIMITED};
    DataSet set = create(at, name, list, new DataSpace(2, new long[] {rows, columns}, most));
    set.write(new FloatPointer(new float[(int) (rows * columns)]), PredType.NATIVE_FLOAT());
    set.close();
  }

  private static DataSet create(Group at, String name, DSetCreatPropList list, DataSpace space) {
    return create(at, name, space, list);
  }

  /** An array in double precision. */
  static void doubles(Group at, String name, Tensor tensor) {
    DataSet set = at.createDataSet(name, PredType.IEEE_F64LE(), space(tensor));
    set.write(new DoublePointer(tensor.values()), PredType.NATIVE_DOUBLE());
    set.close();
  }

  private static DataSpace space(Tensor tensor) {
    return tensor.shape().length == 0
        ? new DataSpace()
        : new DataSpace(tensor.shape().length, longs(tensor));
  }

  private static long[] longs(Tensor tensor) {
    return Arrays.stream(tensor.shape()).asLongStream().toArray();
  }

  /** The weights of a layer below {@code model_weights}. */
  static void layer(
      Group weights, String layer, Map<String, Tensor> tensors, boolean twice, boolean compressed) {
    Group group = group(weights, List.of(layer.split("/")));
    texts(group, "weight_names", List.copyOf(tensors.keySet()));
    tensors.forEach(
        (name, tensor) -> {
          List<String> path = List.of(name.split("/"));
          Group inner = group(group, path.subList(0, path.size() - 1));
          String last = path.get(path.size() - 1);
          if (twice) {
            doubles(inner, last, tensor);
          } else {
            floats(inner, last, tensor, compressed);
          }
        });
  }

  @Override
  public void close() {
    scope.close();
  }
}
