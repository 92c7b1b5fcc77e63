package org.liegg.engine.onnx;

import static org.liegg.engine.onnx.RuleCheck.rule;
import static org.liegg.engine.onnx.RuleCheck.shape;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class MatrixRulesTest {

  @TestFactory
  List<DynamicTest> products() {
    return List.of(
        rule("MatMul", 9, shape(3), m -> m.op("MatMul", "x", m.weights(3, 4))),
        rule("MatMul by a vector", 13, shape(2, 3), m -> m.op("MatMul", "x", m.weights(3))),
        rule(
            "MatMul of both",
            13,
            shape(2, 3),
            m ->
                m.op(
                    "MatMul",
                    m.op("Transpose", Map.of("perm", new long[] {0, 2, 1}), "x"),
                    m.op("Sin", "x"))),
        rule(
            "MatMul from the left",
            13,
            shape(2, 3, 4),
            m -> m.op("MatMul", m.weights(2, 5, 3), "x")),
        rule("Gemm", 7, shape(3), m -> m.op("Gemm", "x", m.weights(3, 4), m.weights(4))),
        rule(
            "Gemm with everything",
            13,
            shape(3),
            m ->
                m.op(
                    "Gemm",
                    Map.of("alpha", 0.5, "beta", 2.0, "transB", 1),
                    "x",
                    m.weights(4, 3),
                    m.weights(1, 4))),
        rule("Gemm without a bias", 11, shape(3), m -> m.op("Gemm", "x", m.weights(3, 2))),
        rule(
            "FusedMatMul",
            13,
            shape(2, 3),
            m ->
                m.op(
                    "com.microsoft:FusedMatMul",
                    Map.of("transB", 1, "alpha", 0.25),
                    "x",
                    m.op("Exp", "x"))),
        rule("Det", 11, shape(2, 2), m -> m.op("Det", "x")));
  }

  @TestFactory
  Stream<DynamicTest> sumsOfProducts() {
    return Stream.of(
            "bij,bjk->bik",
            "bij,bkj->bki",
            "...ij,...jk->...ik",
            "bij,bjk->kb",
            "bij,bjk->b",
            "bij,blm->bijlm")
        .map(
            equation ->
                rule(
                    "Einsum " + equation,
                    12,
                    shape(3, 3),
                    m -> {
                      String product =
                          m.op("Einsum", Map.of("equation", equation), "x", m.op("Sin", "x"));
                      return equation.endsWith("kb") ? m.op("Transpose", product) : product;
                    }));
  }

  @TestFactory
  Stream<DynamicTest> sumsOfOne() {
    return Stream.of("bij->bji", "bij->bi", "bii->bi", "bii->b")
        .map(
            equation ->
                rule(
                    "Einsum " + equation,
                    13,
                    shape(3, 3),
                    m -> m.op("Einsum", Map.of("equation", equation), m.op("Exp", "x"))));
  }

  @TestFactory
  Stream<DynamicTest> sumsOfThree() {
    return Stream.of(
        rule(
            "Einsum of three",
            12,
            shape(3),
            m ->
                m.op(
                    "Einsum",
                    Map.of("equation", "bi,ij,bj->b"),
                    "x",
                    m.weights(3, 3),
                    m.op("Sin", "x"))));
  }
}
