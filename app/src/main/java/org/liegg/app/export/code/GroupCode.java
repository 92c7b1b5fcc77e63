package org.liegg.app.export.code;

import java.util.Map;
import org.liegg.api.ActionException;
import org.liegg.groups.Orbit;

/**
 * Code for a group.
 *
 * @param group how it is called in the grammar, with its representation on outputs
 * @param inputs d
 * @param outputs k
 * @param elements of it
 * @param generators the first of these, that generate the others where it is finite
 */
public record GroupCode(String group, int inputs, int outputs, Orbit elements, Orbit generators) {

  /**
   * What code is asked for.
   *
   * @param library it is for
   * @param outputs k of the network
   * @param most elements that are written down at most, the identity among them
   * @param seed that they are drawn by, where there are more
   */
  public record Wish(CodeLibrary library, int outputs, int most, long seed) {}

  /**
   * The code.
   *
   * @throws ActionException {@code LIEGG-EXPORT-CODE} if the library has no such group, or it is
   *     too large to be written down
   */
  public String in(CodeLibrary library) {
    Map<String, String> values =
        switch (library) {
          case PENALTY -> new WrittenMaps(this).python();
          case DL4J -> new WrittenMaps(this).java();
          case EMLP -> new WrittenMaps(this).emlp();
          case E3NN -> SpaceCode.of(this);
          case ESCNN -> PlaneCode.of(this);
        };
    String template =
        switch (library) {
          case DL4J -> "dl4j.java";
          case ESCNN -> values.containsKey("imageSpace") ? "escnn-image.py" : "escnn.py";
          case PENALTY, EMLP, E3NN -> library.label() + ".py";
        };
    return new CodeTemplate(template).filled(group, values);
  }

  /** The library has no such thing. */
  ActionException refused(String found, String remedy) {
    return new ActionException("LIEGG-EXPORT-CODE", "group " + group, found, remedy);
  }
}
