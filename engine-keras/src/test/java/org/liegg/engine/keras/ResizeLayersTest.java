package org.liegg.engine.keras;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Layers that bring images to another size, against plain loops. */
class ResizeLayersTest {
  @TempDir Path directory;

  private static KerasFiles files(String type, String settings, String version) {
    return KerasFiles.chain("3,4,2").layer(type, "it", settings).by(version, "tensorflow");
  }

  /** The value between the four pixels around a place, those at the edge going on. */
  private static double between(Tensor x, double row, double column, int channel) {
    double sum = 0;
    for (int i = (int) Math.floor(row); i <= Math.floor(row) + 1; i++) {
      for (int j = (int) Math.floor(column); j <= Math.floor(column) + 1; j++) {
        double share = (1 - Math.abs(row - i)) * (1 - Math.abs(column - j));
        int h = Math.max(0, Math.min(x.shape()[0] - 1, i));
        int w = Math.max(0, Math.min(x.shape()[1] - 1, j));
        sum += share * x.get(h, w, channel);
      }
    }
    return sum;
  }

  private static Tensor bilinear(Tensor x, int height, int width) {
    return Tensor.of(
        height,
        width,
        2,
        (line, place, channel) -> {
          double row = (line + 0.5) * x.shape()[0] / height - 0.5;
          double column = (place + 0.5) * x.shape()[1] / width - 0.5;
          return between(x, row, column, channel);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.11.0", "2.4.0", "2.3.0-tf", "3.8.0"})
  void largerByWhatLiesBetween(String version) {
    KerasFiles files =
        files(
            "UpSampling2D",
            "'size':[2,3],'data_format':'channels_last','interpolation':'bilinear'",
            version);
    Imports.check(directory, files, x -> bilinear(x, 6, 12));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.2.4-tf", "2.3.1"})
  void versionsThatPutThePixelsElsewhere(String version) {
    refused(
        files("UpSampling2D", "'size':[2,2],'interpolation':'bilinear'", version),
        "interpolation = \"bilinear\"");
  }

  @ParameterizedTest
  @CsvSource({"2,3", "5,4", "6,9"})
  void anySize(int height, int width) {
    KerasFiles files =
        files(
            "Resizing",
            "'height':%d,'width':%d,'interpolation':'bilinear','crop_to_aspect_ratio':false"
                .formatted(height, width),
            "2.11.0");
    Imports.check(directory, files, x -> bilinear(x, height, width));
  }

  @Test
  void theNearestPixel() {
    KerasFiles files =
        files("Resizing", "'height':2,'width':6,'interpolation':'nearest'", "2.11.0");
    int[] rows = {0, 2};
    int[] columns = {0, 1, 1, 2, 3, 3};
    Imports.check(
        directory, files, x -> Tensor.of(2, 6, 2, (h, w, c) -> x.get(rows[h], columns[w], c)));
  }

  @Test
  void theMiddle() {
    KerasFiles files = files("CenterCrop", "'height':2,'width':1", "2.11.0");
    Imports.check(directory, files, x -> Tensor.of(2, 1, 2, (h, w, c) -> x.get(h, 1, c)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Resizing|'height':2,'width':2,'interpolation':'lanczos3'|interpolation = \"lanczos3\"",
        "Resizing|'height':2,'width':2,'antialias':true|antialias = true",
        "Resizing|'height':2,'width':2,'crop_to_aspect_ratio':true|crop_to_aspect_ratio = true",
        "CenterCrop|'height':4,'width':2|crops images of 3 × 4 to 4 × 2"
      })
  void otherWays(String type, String settings, String found) {
    refused(files(type, settings, "2.11.0"), found);
  }

  private void refused(KerasFiles files, String found) {
    Refusals.refused(files.write(directory), "LIEGG-MODEL-UNSUPPORTED", found);
  }
}
