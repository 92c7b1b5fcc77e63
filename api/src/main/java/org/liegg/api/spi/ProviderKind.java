package org.liegg.api.spi;

import java.util.Map;

/**
 * A kind of provider, and where the known ones of that kind come from.
 *
 * @param type the provider interface
 * @param noun how messages call one
 * @param artifact the Maven coordinate that brings providers of this kind
 * @param known Maven coordinates by the names that this project publishes
 * @param <P> the provider interface
 */
public record ProviderKind<P extends Provider>(
    Class<P> type, String noun, String artifact, Map<String, String> known) {

  /** Engines that open and differentiate models. */
  public static final ProviderKind<ModelGradientProvider> ENGINE =
      new ProviderKind<>(
          ModelGradientProvider.class,
          "engine",
          "org.liegg:liegg-engine-dl4j",
          Map.of(
              "dl4j",
              "org.liegg:liegg-engine-dl4j",
              "formula",
              "org.liegg:liegg-engine-formula",
              "http",
              "org.liegg:liegg-engine-http",
              "keras",
              "org.liegg:liegg-engine-keras",
              "onnx",
              "org.liegg:liegg-engine-onnx",
              "pytorch",
              "org.liegg:liegg-engine-pytorch",
              "tensorflow",
              "org.liegg:liegg-engine-tensorflow"));

  /** Decompositions of E. */
  public static final ProviderKind<DecompositionProvider> DECOMPOSITION =
      new ProviderKind<>(
          DecompositionProvider.class,
          "decomposition",
          "org.liegg:liegg-linalg",
          Map.of(
              "auto",
              "org.liegg:liegg-linalg",
              "ejml-svd",
              "org.liegg:liegg-linalg",
              "gram",
              "org.liegg:liegg-linalg",
              "lobpcg",
              "org.liegg:liegg-linalg",
              "qr",
              "org.liegg:liegg-linalg",
              "svd",
              "org.liegg:liegg-linalg"));

  /** Group types of the action grammar. */
  public static final ProviderKind<GroupActionProvider> ACTION =
      new ProviderKind<>(GroupActionProvider.class, "action", "org.liegg:liegg-groups", Map.of());

  /** Types of groups that are tried by their elements, in the same grammar. */
  public static final ProviderKind<FiniteGroupProvider> GROUP =
      new ProviderKind<>(FiniteGroupProvider.class, "group", "org.liegg:liegg-groups", Map.of());

  /** The coordinate that brings the provider of this name, as far as that is known. */
  String coordinateOf(String name) {
    return known.getOrDefault(name, artifact);
  }
}
