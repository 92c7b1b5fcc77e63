package org.liegg.fuzz.targets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.liegg.data.ColumnChoice;
import org.liegg.data.DataOptions;
import org.liegg.fuzz.mutate.ByteMutator;
import org.liegg.fuzz.mutate.JsonMutator;
import org.liegg.fuzz.run.FuzzTarget;

/** The readers of samples in the formats of other programs, and of folders of images. */
final class FormatTargets {
  private static final DataOptions ALL = DataOptions.defaults();
  private static final String TENSORS =
      "{\"x\":{\"dtype\":\"F32\",\"shape\":[3,2],\"data_offsets\":[0,24]},"
          + "\"y\":{\"dtype\":\"I64\",\"shape\":[3],\"data_offsets\":[24,48]},"
          + "\"__metadata__\":{\"format\":\"pt\"}}";
  private static final int TENSOR_BYTES = 48;

  private static final ByteMutator BYTES =
      new ByteMutator("PAR1", "ARROW1\0\0", "\u00ff\u00ff\u00ff\u00ff", "\u0004\"M\u0018", "(µ/ý");
  private static final ByteMutator HDF =
      new ByteMutator("\u0089HDF\r\n\u001a\n", "TREE", "HEAP", "SNOD", "GCOL", "OHDR", "FRHP");
  private static final JsonMutator TREE =
      new JsonMutator(
          List.of("F64", "BF16", "BOOL", "x", "y", "dtype", "shape", "data_offsets", "U8"));

  private FormatTargets() {}

  static List<FuzzTarget> all() {
    DataOptions numbers = ALL.withColumns(ColumnChoice.all().taking("2-6"));
    DataOptions kernel = ALL.withArray("model_weights/dense/dense/kernel:0");
    return List.of(
        target("safetensors", 400, FormatTargets::safetensors, ALL.withArray("x")),
        target("mat", 300, FormatTargets::mat, ALL),
        bytes("hdf5", 300, HDF, kernel, "dense.h5"),
        bytes("parquet", 600, BYTES, ALL, "table.parquet", "table-snappy.parquet"),
        bytes("arrow", 600, BYTES, numbers, "table.arrow", "table-lz4.arrow"),
        bytes("arrow-stream", 300, BYTES, numbers, "table-zstd.arrows"),
        new FuzzTarget("images", 300, Pictures::damaged, FormatTargets::folder));
  }

  private static FuzzTarget bytes(
      String name, int share, ByteMutator mutator, DataOptions options, String... resources) {
    List<byte[]> files = Stream.of(resources).map(Resources::bytes).toList();
    return target(
        name,
        share,
        random -> mutator.mutateAnywhere(files.get(random.nextInt(files.size())), random),
        options);
  }

  private static FuzzTarget target(
      String name, int share, FuzzTarget.Inputs inputs, DataOptions options) {
    return new FuzzTarget(
        name,
        share,
        inputs,
        (input, folder) ->
            SampleReading.read(Files.write(folder.resolve(FuzzTarget.FILE), input), options));
  }

  /** A folder of two pictures: a whole one and the damaged one. */
  private static void folder(byte[] input, Path folder) throws IOException {
    Path pictures = Files.createDirectory(folder.resolve(FuzzTarget.FILE));
    Files.write(pictures.resolve("a"), Pictures.whole());
    Files.write(pictures.resolve("b"), input);
    SampleReading.read(pictures, ALL);
  }

  private static byte[] safetensors(Random random) {
    String header = random.nextInt(4) == 0 ? TENSORS : TREE.mutate(TENSORS, random);
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer whole =
        ByteBuffer.allocate(Long.BYTES + text.length + TENSOR_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    whole.putLong(text.length).put(text);
    return random.nextInt(3) == 0 ? BYTES.mutate(whole.array(), random) : whole.array();
  }

  private static byte[] mat(Random random) {
    return BYTES.mutateAnywhere(MatlabFiles.matrix(3, 2), random);
  }
}
