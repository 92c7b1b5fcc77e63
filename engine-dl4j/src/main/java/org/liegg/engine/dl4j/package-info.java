/**
 * The engine for Deeplearning4j networks: reads a saved {@code MultiLayerNetwork} (or copies a live
 * one) into a {@link org.liegg.engine.dl4j.DenseChain} and differentiates that in plain Java, so
 * that a file costs no ND4J start-up. {@link org.liegg.engine.dl4j.ModelArchive} and its neighbours
 * read untrusted files and deserialise nothing; {@code *Kernel} classes compute; {@link
 * org.liegg.engine.dl4j.Dl4jGradients} and {@link org.liegg.engine.dl4j.Dl4jGradientProvider} are
 * the way in. Networks that are not chains of dense layers are refused by name. What is done with
 * the Jacobians, and training, live elsewhere.
 */
@NullMarked
package org.liegg.engine.dl4j;

import org.jspecify.annotations.NullMarked;
