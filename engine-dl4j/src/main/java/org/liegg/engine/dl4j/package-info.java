/**
 * The engine for Deeplearning4j networks: {@link org.liegg.engine.dl4j.Dl4jGradients} and {@link
 * org.liegg.engine.dl4j.Dl4jGradientProvider} are the way in, and nothing else of this module is
 * used by others. A network, saved or live, is read here into one of two kinds. A chain of dense
 * layers ({@code dense}) is differentiated in plain Java, so that a file costs no ND4J start-up;
 * any other network ({@code graph}) is differentiated vertex by vertex. Files are opened by {@code
 * archive}, and sessions are made by {@code session}. What is done with the Jacobians, and
 * training, live in other modules.
 */
@NullMarked
package org.liegg.engine.dl4j;

import org.jspecify.annotations.NullMarked;
