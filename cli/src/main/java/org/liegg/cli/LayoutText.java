package org.liegg.cli;

import java.io.PrintStream;
import java.util.List;
import org.liegg.api.ModelLayout;
import org.liegg.api.ModelPort;
import org.liegg.api.Printable;

/**
 * Lists what of a model can be chosen.
 *
 * @param out where to
 */
record LayoutText(PrintStream out) {

  void print(ModelLayout layout) {
    print("Inputs (--input)", layout.inputs());
    out.println();
    print("Outputs and hidden layers (--output)", layout.outputs());
  }

  private void print(String title, List<ModelPort> ports) {
    out.println(title);
    int name =
        ports.stream().mapToInt(port -> Printable.text(port.name()).length()).max().orElse(1);
    int kind =
        ports.stream().mapToInt(port -> Printable.text(port.kind()).length()).max().orElse(1);
    for (int i = 0; i < ports.size(); i++) {
      ModelPort port = ports.get(i);
      out.printf(
          "  %2d  %-" + Math.max(1, name) + "s  %-" + Math.max(1, kind) + "s  %s%n",
          i,
          Printable.text(port.name()),
          Printable.text(port.kind()),
          port.shapeText());
    }
  }
}
