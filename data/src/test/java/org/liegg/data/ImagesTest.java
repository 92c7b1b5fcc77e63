package org.liegg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liegg.data.Faulty.assertFault;
import static org.liegg.data.Samples.all;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.Dataset;

/** Folders of images. */
class ImagesTest {

  @TempDir Path directory;

  private void grey(String name, int from) throws IOException {
    BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 6; i++) {
      image.getRaster().setSample(i % 3, i / 3, 0, from + i);
    }
    ImageIO.write(image, "png", directory.resolve(name).toFile());
  }

  private void image(String name, int type, String format, int argb) throws IOException {
    BufferedImage image = new BufferedImage(3, 2, type);
    for (int i = 0; i < 6; i++) {
      image.setRGB(i % 3, i / 3, argb);
    }
    ImageIO.write(image, format, directory.resolve(name).toFile());
  }

  @Test
  void readsGreyImagesInTheOrderOfTheirNames() throws IOException {
    grey("b.png", 10);
    grey("a.png", 250);
    Files.createFile(directory.resolve(".DS_Store"));
    Files.createFile(directory.resolve("Thumbs.db"));

    Dataset data = Datasets.open(directory);

    assertThat(data.samples()).hasValue(2);
    assertThat(data.sampleShape()).containsExactly(2, 3);
    assertThat(all(data, 5)).containsExactly(250, 251, 252, 253, 254, 255, 10, 11, 12, 13, 14, 15);
  }

  @Test
  void readsColoursChannelByChannel() throws IOException {
    image("a.png", BufferedImage.TYPE_3BYTE_BGR, "png", new Color(1, 2, 3).getRGB());

    Dataset data = Datasets.open(directory);

    assertThat(data.sampleShape()).containsExactly(2, 3, 3);
    assertThat(Arrays.copyOf(all(data, 1), 6)).containsExactly(1, 2, 3, 1, 2, 3);
  }

  @Test
  void readsTransparencyAsAChannel() throws IOException {
    image("a.png", BufferedImage.TYPE_INT_ARGB, "png", new Color(1, 2, 3, 4).getRGB());

    assertThat(Arrays.copyOf(all(directory), 4)).containsExactly(1, 2, 3, 4);
  }

  @Test
  void readsPalettes() throws IOException {
    image("a.png", BufferedImage.TYPE_BYTE_INDEXED, "png", new Color(255, 0, 51).getRGB());
    Path greys = Files.createDirectory(directory.resolve("greys"));
    image("greys/a.png", BufferedImage.TYPE_BYTE_BINARY, "png", Color.WHITE.getRGB());

    assertThat(Arrays.copyOf(all(directory), 3)).containsExactly(255, 0, 51);
    assertThat(Datasets.open(greys).sampleShape()).containsExactly(2, 3);
    assertThat(all(greys)).containsOnly(255);
  }

  @Test
  void readsSixteenBits() throws IOException {
    BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_USHORT_GRAY);
    image.getRaster().setSample(0, 0, 0, 40_000);
    ImageIO.write(image, "png", directory.resolve("a.png").toFile());

    assertThat(all(directory)).containsExactly(40_000);
  }

  @Test
  void readsJpegAndASingleImage() throws IOException {
    image("a.jpg", BufferedImage.TYPE_BYTE_GRAY, "jpg", Color.WHITE.getRGB());

    assertThat(all(directory.resolve("a.jpg"))).hasSize(6).containsOnly(255);
  }

  @Test
  void theHashIsThatOfAllImages() throws IOException {
    grey("a.png", 1);
    String one = Datasets.open(directory).sha256();
    grey("b.png", 1);

    assertThat(Datasets.open(directory).sha256()).isNotEqualTo(one).hasSize(64);
  }

  @Test
  void namesTheFirstImageThatDiffers() throws IOException {
    grey("a.png", 1);
    image("b.png", BufferedImage.TYPE_3BYTE_BGR, "png", 0);

    assertFault(
        directory,
        "LIEGG-DATA-SHAPE",
        "'b.png' has 2 × 3 pixels of 3 channels of 8 bits, and 'a.png' has 2 × 3 pixels of 1"
            + " channel");
  }

  @Test
  void namesWhatIsNoImage() throws IOException {
    grey("a.png", 1);
    Files.writeString(directory.resolve("notes.txt"), "words");

    assertFault(directory, "LIEGG-DATA-FORMAT", "file 'notes.txt'", "no PNG or JPEG image");
  }

  @Test
  void namesAnImageThatIsDamaged() throws IOException {
    grey("a.png", 1);
    byte[] whole = Samples.bytes(directory.resolve("a.png"));
    Samples.write(directory, "b.png", Arrays.copyOf(whole, 45));

    assertFault(directory, "LIEGG-DATA-CORRUPT", "file 'b.png'", "cannot be decoded");
  }

  @Test
  void refusesABombBeforeItIsDecoded() throws IOException {
    grey("a.png", 1);
    byte[] whole = Samples.bytes(directory.resolve("a.png"));
    ByteBuffer header = ByteBuffer.wrap(whole);
    header.putInt(16, 100_000).putInt(20, 100_000);
    CRC32 crc = new CRC32();
    crc.update(whole, 12, 17);
    header.putInt(29, (int) crc.getValue());
    Samples.write(directory, "a.png", whole);

    assertFault(directory, "LIEGG-DATA-SHAPE", "100000 × 100000 pixels");
  }

  @Test
  void refusesAFolderOfOtherFiles() throws IOException {
    Files.writeString(directory.resolve("x.csv"), "1,2\n");

    assertFault(directory, "LIEGG-DATA-DIRECTORY", "its first file, x.csv, is no image");
  }
}
