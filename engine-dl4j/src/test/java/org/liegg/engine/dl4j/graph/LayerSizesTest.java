package org.liegg.engine.dl4j.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.LieggException;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.support.Models;
import org.liegg.engine.dl4j.AlteredGraphs;
import org.liegg.engine.dl4j.BrokenFilesTest;
import org.liegg.engine.dl4j.Dl4jGradientProvider;
import org.liegg.engine.dl4j.ImageKinds;
import org.liegg.engine.dl4j.LayerKind;
import org.liegg.engine.dl4j.Nets;
import org.liegg.engine.dl4j.SeriesKinds;
import org.liegg.engine.dl4j.Zips;
import org.liegg.engine.dl4j.archive.ModelArchive;

/**
 * Whole numbers in layers that no layer has. Native code divides by some of them as they are, which
 * ends the process: these tests fail by that, too.
 */
@Tag("slow")
class LayerSizesTest {
  private static final int POOLING = 3;

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "stride, 0",
    "stride, -1",
    "kernelSize, 0",
    "kernelSize, -2",
    "dilation, 0",
    "padding, -1",
    "stride, 4294967296",
    "pnorm, -1"
  })
  void poolingIsRefusedByTheSetting(String key, long value) {
    Map<String, byte[]> entries = entries(ImageKinds.all().toList().get(0));
    ObjectNode root = AlteredGraphs.configuration(entries);
    ObjectNode layer = (ObjectNode) root.at("/confs/" + POOLING + "/layer");
    assertThat(layer.path("@class").asText()).endsWith("SubsamplingLayer");
    set(layer, key, value);

    BrokenFilesTest.assertRefused(
        write(entries, root), "LIEGG-MODEL-CORRUPT", "has %s = %d".formatted(key, value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[null,1]", "[0.5,1]", "[1,'0']", "[false,1]", "[[0],1]", "'0'", "[{},1]"})
  void noOtherValueStandsForZero(String json) {
    Map<String, byte[]> entries = entries(ImageKinds.all().toList().get(0));
    ObjectNode root = AlteredGraphs.configuration(entries);
    ObjectNode layer = (ObjectNode) root.at("/confs/" + POOLING + "/layer");
    layer.set("stride", AlteredGraphs.json(json.replace('\'', '"')));

    BrokenFilesTest.assertRefused(write(entries, root), "LIEGG-MODEL-CORRUPT", "has stride = ");
  }

  /** Every whole number of every kind of layer on images and series, once. */
  @Test
  void noNumberEndsTheProcess() {
    Set<String> seen = new HashSet<>();
    int tried = 0;
    for (LayerKind kind : Stream.concat(ImageKinds.all(), SeriesKinds.all()).toList()) {
      Map<String, byte[]> entries = entries(kind);
      for (Setting setting : settings(AlteredGraphs.configuration(entries))) {
        if (seen.add(setting.kind())) {
          for (long value : new long[] {0, 7}) {
            ObjectNode root = AlteredGraphs.configuration(entries);
            set((ObjectNode) root.at(setting.layer()), setting.key(), value);
            assertAnswered(write(entries, root), kind, setting + " = " + value);
            tried++;
          }
        }
      }
    }
    assertThat(tried).isGreaterThan(200);
  }

  /**
   * @param layer pointer to the object
   * @param kind its class and the key
   */
  private record Setting(String layer, String key, String kind) {}

  private static List<Setting> settings(ObjectNode root) {
    List<Setting> settings = new ArrayList<>();
    collect(root, "", settings);
    return settings;
  }

  private static void collect(JsonNode node, String at, List<Setting> settings) {
    for (int i = 0; i < node.size() && node.isArray(); i++) {
      collect(node.get(i), at + "/" + i, settings);
    }
    node.properties()
        .forEach(
            field -> {
              JsonNode value = field.getValue();
              JsonNode first = value.isArray() && !value.isEmpty() ? value.get(0) : value;
              if (first.isIntegralNumber()) {
                String kind = node.path("@class").asText() + " " + field.getKey();
                settings.add(new Setting(at, field.getKey(), kind));
              }
              collect(value, at + "/" + field.getKey(), settings);
            });
  }

  /** The number, or all of a list. */
  private static void set(ObjectNode layer, String key, long value) {
    JsonNode old = layer.path(key);
    if (old.isArray()) {
      int count = old.size();
      var list = layer.putArray(key);
      for (int i = 0; i < count; i++) {
        list.add(value);
      }
    } else {
      layer.set(key, LongNode.valueOf(value));
    }
  }

  private static void assertAnswered(Path path, LayerKind kind, String what) {
    assertThatCode(
            () -> {
              try (ModelGradient model =
                  Models.open(
                      new Dl4jGradientProvider(),
                      ModelSource.of(path),
                      kind.options(Precision.DOUBLE))) {
                model.jacobians(kind.samples(2));
              } catch (LieggException e) {
                assertThat(e.getMessage()).as(what).doesNotContain("\n");
              }
            })
        .as(what)
        .doesNotThrowAnyException();
  }

  private Map<String, byte[]> entries(LayerKind kind) {
    return Zips.entries(Nets.save(kind.network(), directory));
  }

  private Path write(Map<String, byte[]> entries, ObjectNode root) {
    entries.put(ModelArchive.CONFIGURATION, root.toString().getBytes(StandardCharsets.UTF_8));
    return Zips.write(directory, entries);
  }
}
