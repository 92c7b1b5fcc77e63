/**
 * Networks that are no chains of dense layers. A {@link org.liegg.engine.dl4j.graph.GraphModel} is
 * checked for what Deeplearning4j differentiates wrongly, gets shapes for its inputs, and is walked
 * vertex by vertex, in inference mode both ways. Graphs of SameDiff operations are differentiated
 * by SameDiff itself.
 */
@NullMarked
package org.liegg.engine.dl4j.graph;

import org.jspecify.annotations.NullMarked;
