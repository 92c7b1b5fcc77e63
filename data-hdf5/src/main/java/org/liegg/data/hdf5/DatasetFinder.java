package org.liegg.data.hdf5;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Link;
import io.jhdf.api.Node;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.liegg.data.support.Faults;

/**
 * Finds the datasets of a file.
 *
 * @param path of the file
 * @param file the same, open
 */
record DatasetFinder(Path path, HdfFile file) {
  private static final int MAX_DEPTH = 32;
  private static final int MAX_NODES = 1 << 14;

  /** Every dataset below the root, group by group; links are passed over. */
  List<Dataset> all() {
    List<Dataset> found = new ArrayList<>();
    Deque<Group> open = new ArrayDeque<>(List.of(file));
    int nodes = 0;
    while (!open.isEmpty()) {
      for (Node node : open.remove().getChildren().values()) {
        // A group may be its own descendant: what goes on for ever ends here.
        if (++nodes > MAX_NODES || node.getPath().split("/", -1).length > MAX_DEPTH) {
          throw Faults.corrupt("data " + path, "its groups do not end");
        }
        if (node instanceof Link || isMatlabsOwn(node)) {
          continue;
        }
        if (node instanceof Group inner) {
          open.add(inner);
        } else if (node instanceof Dataset dataset) {
          found.add(dataset);
        }
      }
    }
    return found;
  }

  /** Where MATLAB puts what cells and objects refer to. */
  private static boolean isMatlabsOwn(Node node) {
    return node.getName().equals("#refs#") || node.getName().equals("#subsystem#");
  }
}
