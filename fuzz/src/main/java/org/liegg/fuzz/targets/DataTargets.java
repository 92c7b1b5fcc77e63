package org.liegg.fuzz.targets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.liegg.data.DataOptions;
import org.liegg.fuzz.mutate.Archives;
import org.liegg.fuzz.mutate.ByteMutator;
import org.liegg.fuzz.mutate.WordMutator;
import org.liegg.fuzz.run.FuzzTarget;
import org.liegg.fuzz.run.FuzzTarget.Inputs;

/** The readers of samples: .npy, .npz, .csv, IDX, each of them gzipped or not. */
final class DataTargets {
  private static final String[] TYPES = {
    "<f8", ">f8", "<f4", ">f4", "|u1", "|i1", "<i2", ">i4", "<i8", "<u8", "<f2", "|b1", "|O", "<c16"
  };

  private static final ByteMutator BYTES =
      new ByteMutator("\u0093NUMPY", "PK\u0003\u0004", "\u001f\u008b");
  private static final WordMutator HEADER =
      new WordMutator(
          List.of(
              "'descr'",
              "'fortran_order'",
              "'shape'",
              "True",
              "False",
              "(",
              ")",
              ",",
              ":",
              "{",
              "}"));
  private static final WordMutator TABLE =
      new WordMutator(
          List.of(",", ";", "\t", "\n", "\r\n", "\"", "a", "1.5", "-2e-3", "\"a\"\"b\""));

  private static final String[] ENTRIES = {
    "x.npy", "y.npy", "arr_0.npy", "../x.npy", "x", "", "a/b.npy", "\u001b[2Jx.npy", "\u202e.npy"
  };

  private DataTargets() {}

  static List<FuzzTarget> all() {
    return List.of(
        target("npy", 1300, DataTargets::npy),
        target("npz", 900, DataTargets::npz),
        target("csv", 1300, DataTargets::csv),
        target("idx", 800, DataTargets::idx),
        target("gz", 700, DataTargets::gz));
  }

  private static FuzzTarget target(String name, int share, Inputs inputs) {
    return new FuzzTarget(name, share, inputs, DataTargets::read);
  }

  private static void read(byte[] input, Path folder) throws IOException {
    Path file = Files.write(folder.resolve(FuzzTarget.FILE), input);
    DataOptions options = DataOptions.defaults();
    // A name for the array is allowed for .npz alone; every third of those is read by name.
    if (input.length > 2 && input[0] == 'P' && input[1] == 'K' && input.length % 3 == 0) {
      options = options.withArray("x");
    }
    SampleReading.read(file, options);
  }

  static byte[] npy(Random random) {
    String type = TYPES[random.nextInt(TYPES.length)];
    int rows = random.nextInt(6);
    int columns = 1 + random.nextInt(4);
    String shape =
        random.nextInt(4) == 0 ? "%d,".formatted(rows) : "%d, %d".formatted(rows, columns);
    String header =
        "{'descr': '%s', 'fortran_order': %s, 'shape': (%s), }"
            .formatted(type, random.nextInt(3) == 0 ? "True" : "False", shape);
    if (random.nextBoolean()) {
      header = HEADER.mutate(header, random);
    }
    boolean flat = !shape.contains(" ");
    byte[] body = new byte[rows * (flat ? 1 : columns) * size(type)];
    if (random.nextInt(3) != 0) {
      random.nextBytes(body);
    }
    byte[] whole = npy(1 + random.nextInt(3), header, body);
    return random.nextInt(3) == 0 ? BYTES.mutate(whole, random) : whole;
  }

  /** Bytes a value: what a type's name ends with. */
  private static int size(String type) {
    return type.equals("|O") ? 8 : Integer.parseInt(type.substring(2));
  }

  private static byte[] npy(int version, String header, byte[] body) {
    byte[] text = (header + "\n").getBytes(StandardCharsets.UTF_8);
    ByteBuffer out = ByteBuffer.allocate(12 + text.length + body.length);
    out.order(java.nio.ByteOrder.LITTLE_ENDIAN);
    out.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
    out.put((byte) version).put((byte) 0);
    if (version == 1) {
      out.putShort((short) text.length);
    } else {
      out.putInt(text.length);
    }
    out.put(text).put(body);
    return java.util.Arrays.copyOf(out.array(), out.position());
  }

  private static byte[] npz(Random random) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("x.npy", npy(random));
    if (random.nextBoolean()) {
      entries.put("y.npy", npy(random));
    }
    if (random.nextInt(3) == 0) {
      entries = Archives.mutate(entries, ENTRIES, random);
    }
    byte[] whole = Archives.zip(entries, random);
    return random.nextInt(3) == 0 ? BYTES.mutate(whole, random) : whole;
  }

  private static byte[] csv(Random random) {
    StringBuilder text = new StringBuilder(random.nextBoolean() ? "a,b,c\n" : "");
    for (int row = 1 + random.nextInt(5); row > 0; row--) {
      text.append("%d,%s,%s%n".formatted(row, random.nextGaussian(), random.nextInt(100) / 8f));
    }
    String damaged = TABLE.mutate(text.toString(), random);
    byte[] bytes =
        damaged.getBytes(
            random.nextInt(10) == 0 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
    return random.nextInt(4) == 0 ? BYTES.mutate(bytes, random) : bytes;
  }

  private static byte[] idx(Random random) {
    int[] types = {8, 9, 11, 12, 13, 14};
    int[] sizes = {1, 1, 2, 4, 4, 8};
    int type = random.nextInt(types.length);
    int axes = 1 + random.nextInt(3);
    ByteBuffer out = ByteBuffer.allocate(4 + 4 * axes + 27 * 8);
    out.put((byte) 0).put((byte) 0).put((byte) types[type]).put((byte) axes);
    int length = sizes[type];
    for (int i = 0; i < axes; i++) {
      int size = 1 + random.nextInt(3);
      out.putInt(size);
      length *= size;
    }
    byte[] body = new byte[length];
    random.nextBytes(body);
    out.put(body);
    byte[] whole = java.util.Arrays.copyOf(out.array(), out.position());
    return BYTES.mutate(whole, random);
  }

  private static byte[] gz(Random random) {
    byte[] content =
        switch (random.nextInt(4)) {
          case 0 -> npy(random);
          case 1 -> npz(random);
          case 2 -> csv(random);
          default -> idx(random);
        };
    byte[] whole = Archives.gzip(content);
    return random.nextInt(3) == 0 ? BYTES.mutate(whole, random) : whole;
  }
}
