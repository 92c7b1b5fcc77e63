package org.liegg.engine.pytorch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes TorchScript archives by hand: a class {@code M} with weights in double precision. */
final class TestArchive {
  private final Map<String, byte[]> entries = new LinkedHashMap<>();
  private final ByteArrayOutputStream attributes = new ByteArrayOutputStream();
  private final StringBuilder declared = new StringBuilder();
  private final String forward;
  private int weights;

  /**
   * A model.
   *
   * @param body statements of its method forward, given {@code self} and {@code x}, indented by 4
   */
  TestArchive(String body) {
    this.forward = body;
  }

  /** An attribute that is a matrix. */
  TestArchive weight(String name, int rows, int columns, double... values) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      bytes.putDouble(value);
    }
    entries.put("data/" + weights, bytes.array());
    declared.append("  ").append(name).append(" : Tensor\n");
    return attribute(name, tensor("DoubleStorage", weights++, values.length, rows, columns));
  }

  /** An attribute of the pickle, in its codes. */
  TestArchive attribute(String name, byte[] codes) {
    text(attributes, name);
    attributes.writeBytes(codes);
    return this;
  }

  /** The codes of a tensor. */
  static byte[] tensor(String type, int key, int count, int rows, int columns) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ascii(out, "ctorch._utils\n_rebuild_tensor_v2\n((");
    text(out, "storage");
    ascii(out, "ctorch\n" + type + "\n");
    text(out, String.valueOf(key));
    text(out, "cpu");
    number(out, count);
    ascii(out, "tQK\0");
    number(out, rows);
    number(out, columns);
    out.write(0x86);
    number(out, columns);
    ascii(out, "K\1");
    out.write(0x86);
    out.write(0x89);
    ascii(out, "ccollections\nOrderedDict\n)RtR");
    return out.toByteArray();
  }

  /** Puts an entry in the place of one, or beside the others. */
  TestArchive entry(String name, byte[] bytes) {
    entries.put(name, bytes);
    return this;
  }

  TestArchive entry(String name, String text) {
    return entry(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Path save(Path folder) {
    entries.putIfAbsent("data.pkl", pickle());
    entries.putIfAbsent("constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
    entries.putIfAbsent("version", new byte[] {'3', '\n'});
    entries.putIfAbsent("code/__torch__.py", program().getBytes(StandardCharsets.UTF_8));
    Path file = folder.resolve("m" + System.nanoTime() + ".pt");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry("m/" + entry.getKey()));
        zip.write(entry.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  private String program() {
    return "class M(Module):\n  __parameters__ = []\n  __buffers__ = []\n"
        + declared
        + "  def forward(self: __torch__.M,\n    x: Tensor) -> Tensor:\n"
        + forward
        + "\n";
  }

  private byte[] pickle() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(0x80);
    out.write(2);
    ascii(out, "c__torch__\nM\n)");
    out.write(0x81);
    ascii(out, "}(");
    out.writeBytes(attributes.toByteArray());
    ascii(out, "ub.");
    return out.toByteArray();
  }

  private static void ascii(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static void text(ByteArrayOutputStream out, String text) {
    out.write('X');
    four(out, text.length());
    ascii(out, text);
  }

  private static void number(ByteArrayOutputStream out, int number) {
    out.write('J');
    four(out, number);
  }

  private static void four(ByteArrayOutputStream out, int number) {
    for (int i = 0; i < 4; i++) {
      out.write(number >> (8 * i));
    }
  }
}
