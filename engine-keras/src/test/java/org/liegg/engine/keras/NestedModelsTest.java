package org.liegg.engine.keras;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models in models, and layers that are used more than once. */
class NestedModelsTest {
  @TempDir Path directory;

  @Test
  void layersThatAreUsedTwice() {
    KerasFiles files =
        KerasFiles.graph("a", "3")
            .from("b", "3")
            .dense("twin", 3, 2, "tanh", "a")
            .after("Subtract", "difference", "", "twin", "twin");
    String description =
        files
            .functional(List.of("a", "b"), List.of("difference"))
            .replace("[[[\"a\",0,0,{}]]]", "[[[\"a\",0,0,{}]],[[\"b\",0,0,{}]]]")
            .replace(
                "[[[\"twin\",0,0,{}],[\"twin\",0,0,{}]]]",
                "[[[\"twin\",0,0,{}],[\"twin\",1,0,{}]]]");
    Imports.check(
        files.write(directory, description),
        List.of(new int[] {3}, new int[] {3}),
        inputs -> {
          Tensor a = dense(files, "twin", "", inputs.get(0)).map(Math::tanh);
          Tensor b = dense(files, "twin", "", inputs.get(1)).map(Math::tanh);
          return new Tensor(new int[] {2}, new double[] {a.get(0) - b.get(0), a.get(1) - b.get(1)});
        });
  }

  @Test
  void aModelAsALayer() {
    String inner =
        "'layers':[{'class_name':'InputLayer','config':{'name':'inner_in',%s}},"
            + "{'class_name':'Dense','config':{'name':'first',%s}},"
            + "{'class_name':'Dense','config':{'name':'second',%s}}]";
    KerasFiles files =
        KerasFiles.chain("3")
            .layer(
                "Sequential",
                "body",
                inner.formatted(
                    Settings.input("3"), Settings.dense(4, "tanh"), Settings.dense(2, "linear")))
            .weight("first/kernel", 3, 4)
            .weight("first/bias", 4)
            .weight("second/kernel", 4, 2)
            .weight("second/bias", 2)
            .dense("head", 2, 3, "tanh");
    Imports.check(
        directory,
        files,
        x -> {
          Tensor hidden = dense(files, "body", "first/", x).map(Math::tanh);
          return dense(files, "head", "", dense(files, "body", "second/", hidden)).map(Math::tanh);
        });
  }

  private static Tensor dense(KerasFiles files, String layer, String part, Tensor x) {
    return Reference.dense(x, files.get(layer, part + "kernel"), files.get(layer, part + "bias"));
  }
}
