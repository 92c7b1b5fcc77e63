package org.liegg.engine.onnx.operators;

import java.util.List;
import org.liegg.engine.onnx.graph.GraphException;

/** Operators that are known and have no derivative that means something, with the reason. */
final class RefusedOperators {
  private static final String ML = "ai.onnx.ml:";

  private RefusedOperators() {}

  static void addTo(Operators all) {
    for (String trees :
        List.of("TreeEnsemble", "TreeEnsembleRegressor", "TreeEnsembleClassifier")) {
      all.add(
          ML + trees,
          call -> {
            throw GraphException.steps(
                "trees are constant in pieces: their derivative is 0 everywhere");
          });
    }
    for (String words :
        List.of("LabelEncoder", "CategoryMapper", "OneHotEncoder", "DictVectorizer")) {
      refuse(all, ML + words, "it takes categories, by which nothing can be differentiated");
    }
    refuse(all, ML + "Binarizer", "it is constant in pieces: its derivative is 0 everywhere");
    for (String random :
        List.of(
            "RandomNormal",
            "RandomUniform",
            "RandomNormalLike",
            "RandomUniformLike",
            "Bernoulli",
            "Multinomial")) {
      refuse(all, random, "it is random");
    }
    for (String quantised :
        List.of(
            "QuantizeLinear",
            "DynamicQuantizeLinear",
            "QLinearConv",
            "QLinearMatMul",
            "ConvInteger",
            "MatMulInteger")) {
      refuse(
          all,
          quantised,
          "it computes with whole numbers, and is constant in pieces: take the model from before it"
              + " was quantised");
    }
  }

  private static void refuse(Operators all, String name, String why) {
    all.add(
        name,
        call -> {
          throw GraphException.unsupported(why);
        });
  }
}
