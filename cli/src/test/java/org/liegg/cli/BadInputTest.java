package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.Batch;
import org.liegg.data.NpyWriter;

/** Whatever is wrong with the input: one line with a code, exit code 2, no stack trace. */
class BadInputTest {
  private static final String MODEL = CommandRun.reference("model.zip").toString();
  private static final String DATA = CommandRun.reference("x.npy").toString();

  @TempDir Path folder;

  @Test
  void missingModel() {
    assertRefused("LIEGG-MODEL-NOT-FOUND", extract("nowhere.zip", DATA)).contains("nowhere.zip");
  }

  @Test
  void directoryAsModel() {
    assertRefused("LIEGG-MODEL-FORMAT", extract(folder.toString(), DATA)).contains("a directory");
  }

  @Test
  void directoryAsModelOfANamedEngine() {
    assertRefused("LIEGG-MODEL-", extract(folder.toString(), DATA, "--engine", "dl4j"))
        .contains("directory");
  }

  @Test
  void truncatedModel() throws IOException {
    byte[] whole = Files.readAllBytes(Path.of(MODEL));
    Path half = folder.resolve("half.zip");
    Files.write(half, Arrays.copyOf(whole, whole.length / 2));

    assertRefused("LIEGG-MODEL-", extract(half.toString(), DATA))
        .contains("not a whole zip archive");
  }

  @Test
  void textFileAsModel() throws IOException {
    Path text = folder.resolve("notes.zip");
    Files.writeString(text, "not a model");

    assertRefused("LIEGG-MODEL-FORMAT", extract(text.toString(), DATA)).contains("a text file");
  }

  @Test
  void emptyModel() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.zip"));

    assertRefused("LIEGG-MODEL-FORMAT", extract(empty.toString(), DATA)).contains("empty");
  }

  @Test
  void aSerialisedEntryInTheModelIsNeverExecuted() throws IOException {
    Path crafted = folder.resolve("crafted.zip");
    try (ZipFile original = new ZipFile(MODEL);
        ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(crafted))) {
      Enumeration<? extends ZipEntry> entries = original.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        zip.putNextEntry(new ZipEntry(entry.getName()));
        original.getInputStream(entry).transferTo(zip);
      }
      zip.putNextEntry(new ZipEntry("preprocessor.bin"));
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream objects = new ObjectOutputStream(bytes)) {
        objects.writeObject(new Trap());
      }
      zip.write(bytes.toByteArray());
    }
    System.clearProperty(Trap.SPRUNG);

    CommandRun run = CommandRun.of(extract(crafted.toString(), DATA, "--action", "gl(5)^2"));

    assertThat(run.exitCode()).isZero();
    assertThat(System.getProperty(Trap.SPRUNG)).isNull();
  }

  @Test
  void aClassOutsideTheAllowListIsNeverLoaded() throws IOException {
    Path crafted = folder.resolve("crafted.zip");
    try (ZipFile original = new ZipFile(MODEL);
        ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(crafted))) {
      String json =
          new String(
              original.getInputStream(original.getEntry("configuration.json")).readAllBytes(),
              StandardCharsets.UTF_8);
      zip.putNextEntry(new ZipEntry("configuration.json"));
      zip.write(
          json.replace("org.nd4j.linalg.activations.impl.ActivationSwish", "org.example.Evil")
              .getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("coefficients.bin"));
      original.getInputStream(original.getEntry("coefficients.bin")).transferTo(zip);
    }

    assertRefused("LIEGG-MODEL-", extract(crafted.toString(), DATA)).contains("org.example.Evil");
  }

  @Test
  void missingData() {
    assertRefused("LIEGG-DATA-NOT-FOUND", extract(MODEL, "nowhere.npy")).contains("nowhere.npy");
  }

  @Test
  void aShapeThatTheModelDoesNotTake() {
    assertRefused("LIEGG-MODEL-INPUT-SHAPE", extract(MODEL, DATA, "--input-shape", "3x4"))
        .contains("takes 10 values");
  }

  @Test
  void aShapeForAnInputThatThereIsNot() {
    assertRefused("LIEGG-MODEL-INPUT", extract(MODEL, DATA, "--input-shape", "image=2x5"))
        .contains("no input 'image'");
  }

  @Test
  void dataOfTheWrongWidth() {
    Path narrow = npy(new Batch(2, 3, new double[6]));

    assertRefused("LIEGG-DATA-WIDTH", extract(MODEL, narrow.toString())).contains("3", "10");
  }

  @Test
  void notANumberInTheData() throws IOException {
    Path data = csvWith("Infinity");

    assertRefused("LIEGG-DATA-NONFINITE", extract(MODEL, data.toString()))
        .contains("row 3", "column 7");
  }

  @Test
  void infinityInTheData() throws IOException {
    Path data = folder.resolve("x.npy");
    Files.copy(Path.of(DATA), data);
    byte[] bytes = Files.readAllBytes(data);
    ByteBuffer.wrap(bytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putFloat(128 + 4 * (10 * 41 + 5), Float.NEGATIVE_INFINITY);
    Files.write(data, bytes);

    assertRefused("LIEGG-DATA-NONFINITE", extract(MODEL, data.toString()))
        .contains("row 42", "column 6");
  }

  @Test
  void emptyData() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.npy"));

    assertRefused("LIEGG-DATA-EMPTY", extract(MODEL, empty.toString()));
  }

  @Test
  void noSamples() {
    Path none = npy(Batch.empty(10));

    assertRefused("LIEGG-DATA-EMPTY", extract(MODEL, none.toString()));
  }

  @Test
  void unknownAction() {
    assertRefused("LIEGG-ACTION-UNKNOWN", extract(MODEL, DATA, "--action", "gk(5)^2"))
        .contains("gk", "did you mean 'gl'");
  }

  @Test
  void brokenActionPointsAtTheCharacter() {
    assertRefused("LIEGG-ACTION-SYNTAX", extract(MODEL, DATA, "--action", "gl(5)^"))
        .contains("character");
  }

  @Test
  void actionOfTheWrongSize() {
    assertRefused("LIEGG-ACTION-SIZE", extract(MODEL, DATA, "--action", "gl(4)^2"))
        .contains("8", "10");
  }

  @Test
  void unknownEngine() {
    assertRefused("LIEGG-PROVIDER-UNKNOWN", extract(MODEL, DATA, "--engine", "dl4"))
        .contains("did you mean 'dl4j'");
  }

  @Test
  void unknownDecomposition() {
    assertRefused("LIEGG-PROVIDER-UNKNOWN", extract(MODEL, DATA, "--decomposition", "gramm"))
        .contains("did you mean 'gram'", "ejml-svd");
  }

  @Test
  void unwritableOutput() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertRefused(
        "LIEGG-OUTPUT-UNWRITABLE",
        extract(MODEL, DATA, "--json", file.resolve("report.json").toString()));
  }

  @Test
  void referenceThatIsNotAmongTheCandidates() {
    assertRefused(
        "LIEGG-REFERENCE-NOT-CONTAINED",
        extract(MODEL, DATA, "--action", "scale(10)", "--reference", "so(5)"));
  }

  @Test
  void anOptionThatDoesNotExist() {
    assertRefused("LIEGG-USAGE", extract(MODEL, DATA, "--modle", "x"));
  }

  @Test
  void aMissingOption() {
    assertRefused("LIEGG-USAGE", "extract", "--model", MODEL).contains("--data");
  }

  @Test
  void numbersThatMakeNoSense() {
    assertRefused("LIEGG-USAGE", extract(MODEL, DATA, "--limit", "0"));
    assertRefused("LIEGG-USAGE", extract(MODEL, DATA, "--batch-size", "-1"));
    assertRefused("LIEGG-USAGE", extract(MODEL, DATA, "--tolerance", "NaN"));
    assertRefused("LIEGG-USAGE", extract(MODEL, DATA, "--threads", "0"));
    assertRefused("LIEGG-USAGE", extract(MODEL, DATA, "--smallest", "0"));
    assertRefused("LIEGG-USAGE", extract(MODEL, DATA, "--accuracy", "perfect"));
  }

  @Test
  void theStackTraceIsThereForWhoAsks() {
    CommandRun run = CommandRun.of(extract("nowhere.zip", DATA, "--stacktrace"));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("\tat org.liegg.");
  }

  private static String[] extract(String model, String data, String... more) {
    return Stream.concat(
            Stream.of("extract", "--model", model, "--data", data), Arrays.stream(more))
        .toArray(String[]::new);
  }

  private static AbstractStringAssert<?> assertRefused(String code, String... args) {
    CommandRun run = CommandRun.of(args);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    List<String> lines = run.err().lines().toList();
    assertThat(lines).as("one line").hasSize(1);
    return assertThat(lines.get(0)).startsWith("liegg: " + code);
  }

  private Path npy(Batch batch) {
    Path file = folder.resolve("data.npy");
    NpyWriter.write(file, batch);
    return file;
  }

  private Path csvWith(String value) throws IOException {
    Path file = folder.resolve("data.csv");
    String row = "1,2,3,4,5,6,7,8,9,10\n";
    Files.writeString(file, row + row + row.replace("7", value) + row);
    return file;
  }

  /** Says so when it is deserialised. */
  static final class Trap implements Serializable {
    private static final long serialVersionUID = 1L;
    static final String SPRUNG = "org.liegg.cli.trap.sprung";

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
      in.defaultReadObject();
      System.setProperty(SPRUNG, "yes");
    }
  }
}
