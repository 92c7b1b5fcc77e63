/**
 * The engine for Deeplearning4j networks. A chain of dense layers, saved or live, is read into a
 * {@link org.liegg.engine.dl4j.DenseChain} and differentiated in plain Java, so that a file costs
 * no ND4J start-up. Any other network becomes a {@link org.liegg.engine.dl4j.GraphModel}, whose
 * vertices Deeplearning4j evaluates and differentiates one by one, in inference mode both ways.
 * Either is an {@link org.liegg.engine.dl4j.OpenNetwork}, of which an output and an input are
 * chosen; {@code *Kernel} classes compute, and {@link org.liegg.engine.dl4j.SuspectLayers} checks
 * them when a session is opened. {@link org.liegg.engine.dl4j.ModelArchive} and its neighbours read
 * untrusted files and deserialise nothing; {@link org.liegg.engine.dl4j.Dl4jGradients} and {@link
 * org.liegg.engine.dl4j.Dl4jGradientProvider} are the way in. What is done with the Jacobians, and
 * training, live elsewhere.
 */
@NullMarked
package org.liegg.engine.dl4j;

import org.jspecify.annotations.NullMarked;
